import { calendarFrom } from '../calendar.ts';
import { holidaysOfIndonesia } from '../calendar-id.ts';
import type { Desk, MoveContext } from '../move-context.ts';
import { policyFrom } from '../policy.ts';
import type { Role, Post } from '../role.ts';

/** An invented city, small enough to read. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const roads = idOf(901);
export const lights = idOf(902);
export const inspection = idOf(903);

const post = (number: number, slug: string, roles: readonly Role[], agencyId: string | null = null): Post => ({
  id: idOf(number),
  slug,
  roles,
  agencyId,
});

export const posts = {
  operator: post(1, 'operator', ['intake_operator']),
  verifier: post(2, 'verifier', ['verifier']),
  otherVerifier: post(3, 'other-verifier', ['verifier']),
  coordinator: post(4, 'coordinator', ['coordinator']),
  roadsOfficer: post(5, 'roads-officer', ['agency_officer'], roads),
  roadsCrew: post(6, 'roads-crew', ['field_crew'], roads),
  roadsHead: post(7, 'roads-head', ['agency_head'], roads),
  lightsOfficer: post(8, 'lights-officer', ['agency_officer'], lights),
  validator: post(9, 'validator', ['validator']),
  otherValidator: post(10, 'other-validator', ['validator', 'agency_officer'], roads),
  inspectorate: post(11, 'inspectorate', ['inspectorate'], inspection),
  leadership: post(12, 'leadership', ['leadership']),
  ombudsman: post(13, 'ombudsman', ['ombudsman']),
  administrator: post(14, 'administrator', ['city_admin', 'platform_admin']),
} as const satisfies Record<string, Post>;

export const desk: Desk = {
  verifierPostId: posts.verifier.id,
  coordinatorPostId: posts.coordinator.id,
  validatorPostId: posts.validator.id,
  inspectoratePostId: posts.inspectorate.id,
  leadershipPostId: posts.leadership.id,
};

export const policy = policyFrom(1, []);
export const calendar = calendarFrom('Asia/Jakarta', holidaysOfIndonesia);

/** What is not told in a test: no rule, a category that asks for no proof, nobody has answered, nothing is public. */
export const contextAt = (at: string, more: Partial<MoveContext> = {}): MoveContext => ({
  at,
  policy,
  calendar,
  desk,
  rule: null,
  category: { needsProof: false },
  answeredBy: null,
  answerWords: null,
  primary: null,
  hasVoices: false,
  publicNow: { description: null, photos: [] },
  ...more,
});
