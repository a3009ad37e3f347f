import { expect, it } from 'vitest';

import { passwordProblem } from './password-problem.ts';

const owner = { login: 'siti.rahayu', name: 'Siti Rahayu', city: 'Kota Tangerang' };

it.each([
  ['kuda hijau melompati sembilan jembatan', null],
  ['vT7#qLp2!xWz', null],
  ['😀 empat puluh dua kura-kura', null],
  ['elevenchars', 'too_short'],
  ['😀😀😀😀😀😀', 'too_short'],
  ['a '.repeat(65), 'too_long'],
  ['sitirahayu2026', 'personal'],
  ['Tangerang-Kota1', 'personal'],
  ['laksa.laksa.laksa', 'personal'],
  ['password1234', 'common'],
  ['qwertyuiop123', 'common'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['P@ssw0rd2026', 'common'],
  ['123456789012', 'common'],
] as const)('%s: %s', async (password, problem) => {
  expect(await passwordProblem(password, owner)).toBe(problem);
});
