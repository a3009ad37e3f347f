/** The public pages that are measured. */
export const pageNames = ['report', 'form', 'track'] as const;
export type PageName = (typeof pageNames)[number];
