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

export type Post = {
  readonly id: string;
  readonly slug: string;
  readonly roles: readonly Role[];
  readonly agencyId: string | null;
};
