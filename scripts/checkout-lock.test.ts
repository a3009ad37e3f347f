import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const program = `
  import { withCheckoutLock } from ${JSON.stringify(join(import.meta.dirname, 'checkout-lock.mjs'))};
  const late = new Promise((resolve) => setTimeout(resolve, 1_000, 'waits'));
  console.log(await Promise.race([withCheckoutLock(process.argv[1], async () => 'taken'), late]));
  process.exit();`;

/** What becomes of who comes to a checkout with such a lock in it, so many seconds old. */
const comesTo = (lock: string, secondsOld = 0): string => {
  const root = mkdtempSync(join(tmpdir(), 'laksa lock '));
  try {
    mkdirSync(join(root, 'dist'));
    const file = join(root, 'dist', '.lock');
    writeFileSync(file, lock);
    const at = new Date(Date.now() - secondsOld * 1_000);
    utimesSync(file, at, at);
    const args = ['--input-type=module', '-e', program, root];
    return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } finally {
    rmSync(root, { recursive: true });
  }
};

test('the lock of a checkout is waited for while its holder lives, and taken from the dead', () => {
  expect(comesTo(String(process.pid))).toBe('waits');
  expect(comesTo('999999999')).toBe('taken');
});

test('a lock whose holder died before it wrote its number holds nobody up for long', () => {
  expect(comesTo('')).toBe('waits');
  expect(comesTo('', 60)).toBe('taken');
});
