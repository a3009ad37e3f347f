import type { Role } from './role.ts';

/** Roles that one post should not have together, because one hand would judge what the other did, or read what it must not. */
export const roleWarnings = [
  'answers_and_judges',
  'sorts_and_judges',
  'proposes_and_confirms',
  'works_and_inspects',
  'administers_and_reads',
  'oversees_and_works',
] as const;
export type RoleWarning = (typeof roleWarnings)[number];

const answering: readonly Role[] = ['agency_officer', 'agency_head', 'field_crew'];
const sorting: readonly Role[] = ['verifier', 'coordinator'];
const administering: readonly Role[] = ['city_admin', 'platform_admin'];
const reading: readonly Role[] = [
  ...answering,
  ...sorting,
  'intake_operator',
  'validator',
  'inspectorate',
  'control_room',
  'leadership',
];

const pairs: Readonly<Record<RoleWarning, readonly [readonly Role[], readonly Role[]]>> = {
  answers_and_judges: [answering, ['validator']],
  sorts_and_judges: [sorting, ['validator']],
  proposes_and_confirms: [['verifier'], ['coordinator']],
  works_and_inspects: [[...answering, ...sorting, 'validator'], ['inspectorate']],
  administers_and_reads: [administering, reading],
  oversees_and_works: [['ombudsman'], reading],
};

/** What is to be said about the roles of one post before they are saved. None forbids them: a small city has few hands. */
export const warningsOf = (roles: readonly Role[]): readonly RoleWarning[] =>
  roleWarnings.filter((warning) => pairs[warning].every((side) => side.some((role) => roles.includes(role))));
