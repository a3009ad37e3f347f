import { expect, it } from 'vitest';

import { diskFinding } from './machine-checks.ts';

const gib = 1024 ** 3;

it.each([
  ['is well with a fifth free', { free: 100 * gib, share: 0.2 }, 'ok'],
  ['is warned of below fifteen percent', { free: 100 * gib, share: 0.149 }, 'warning'],
  ['is not warned of at fifteen', { free: 100 * gib, share: 0.15 }, 'ok'],
  ['is warned of where the share is large and the disk small', { free: gib, share: 0.5 }, 'warning'],
  ['is an error below five percent, where no photo is taken any more', { free: 100 * gib, share: 0.04 }, 'error'],
] as const)('the disk %s', (_, disk, grade) => {
  const [finding] = diskFinding(disk, '/data');
  expect(finding?.grade).toBe(grade);
  expect(finding?.whatToDo).toBe(grade === 'ok' ? undefined : 'make room where /data lies');
});
