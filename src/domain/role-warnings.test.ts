import { expect, it } from 'vitest';

import { roles } from './role.ts';
import { roleWarnings, warningsOf } from './role-warnings.ts';

it('no role alone is warned of', () => {
  expect(roles.flatMap((role) => warningsOf([role]))).toEqual([]);
});

it.each([
  ['answers_and_judges', ['validator', 'agency_officer']],
  ['sorts_and_judges', ['verifier', 'validator']],
  ['proposes_and_confirms', ['verifier', 'coordinator']],
  ['works_and_inspects', ['inspectorate', 'field_crew']],
  ['administers_and_reads', ['city_admin', 'control_room']],
  ['oversees_and_works', ['ombudsman', 'coordinator']],
] as const)('%s: %j', (warning, together) => {
  expect(warningsOf(together)).toContain(warning);
});

it('every warning has two roles that bring it about', () => {
  const found = new Set(roles.flatMap((one) => roles.flatMap((other) => warningsOf([one, other]))));
  expect([...found].toSorted()).toEqual(roleWarnings.toSorted());
});
