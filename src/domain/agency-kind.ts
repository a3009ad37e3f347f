/** An office of the city, or of one kecamatan or kelurahan whose area it works for. */
export const agencyKinds = ['opd', 'kecamatan', 'kelurahan'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const isAgencyKind = (typed: string): typed is AgencyKind => agencyKinds.some((kind) => kind === typed);
