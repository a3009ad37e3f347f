/** A role is a set of permissions; a post has roles; posts, not persons, hold work. */
export const roles = [
  'intake_operator',
  'verifier',
  'coordinator',
  'agency_officer',
  'agency_head',
  'validator',
  'field_crew',
  'inspectorate',
  'control_room',
  'leadership',
  'ombudsman',
  'city_admin',
  'data_protection',
  'platform_admin',
] as const;
export type Role = (typeof roles)[number];

export const isRole = (typed: string): typed is Role => roles.some((role) => role === typed);

const ofAgencies: readonly Role[] = ['agency_officer', 'agency_head', 'field_crew'];

/** Whether a post with these roles does the work of an agency. */
export const needsAgency = (roles: readonly Role[]): boolean => roles.some((role) => ofAgencies.includes(role));

export type Post = {
  readonly id: string;
  readonly slug: string;
  readonly roles: readonly Role[];
  readonly agencyId: string | null;
};
