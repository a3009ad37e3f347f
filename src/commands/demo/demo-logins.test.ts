import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { loginsFile, readLogins, saveLogin } from './demo-logins.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'laksa-logins-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const login = (post: string, role: string, password = 'x') => ({
  post,
  role,
  agency: null,
  login: post,
  password,
  totp: null,
});

test('the file has one post of each role, the first; the others are found beside it', async () => {
  for (const [post, role] of [
    ['verifikator', 'verifier'],
    ['verifikator-2', 'verifier'],
    ['koordinator', 'coordinator'],
  ] as const)
    await saveLogin(dataDir, login(post, role));
  const shown: readonly { readonly post: string }[] = JSON.parse(await readFile(loginsFile(dataDir), 'utf8'));
  expect(shown.map(({ post }) => post)).toEqual(['verifikator', 'koordinator']);
  expect((await readLogins(dataDir)).map(({ post }) => post)).toEqual(['verifikator', 'koordinator', 'verifikator-2']);
});

test('made anew, a sign-in replaces the one before; nobody else may read it', async () => {
  await saveLogin(dataDir, login('verifikator', 'verifier', 'new'));
  expect((await readLogins(dataDir)).filter(({ post }) => post === 'verifikator')).toMatchObject([{ password: 'new' }]);
  expect((await stat(loginsFile(dataDir))).mode & 0o777).toBe(0o600);
});
