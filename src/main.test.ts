import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { citiesTemplate } from './testing/templates.ts';
import { cloneDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await cloneDatabase(citiesTemplate);
  dataDir = await mkdtemp(join(tmpdir(), 'laksa-main-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A command whose reader goes away: before the first word, or after `heard` characters. */
const runUnheard = (words: readonly string[], heard: number): Promise<{ code: number | null; complaint: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
      env: { ...process.env, DATABASE_URL: database.url, LAKSA_DATA: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (said: string) => {
      complaint += said;
    });
    if (heard === 0) child.stdout.destroy();
    else child.stdout.once('data', () => child.stdout.destroy());
    child.once('close', (code) => resolve({ code, complaint }));
  });

test('a folder that cannot be used is said in a line', async () => {
  const { code, complaint } = await new Promise<{ code: number | null; complaint: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'backup', 'verify'], {
      env: {
        ...process.env,
        LAKSA_DATA: dataDir,
        LAKSA_BACKUP_TO: import.meta.filename,
        LAKSA_BACKUP_RECIPIENT: 'unsealed',
      },
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (said: string) => void (complaint += said));
    child.once('close', (code) => resolve({ code, complaint }));
  });
  expect(code).toBe(1);
  expect(complaint).toMatch(/^ENOTDIR: [^\n]*\n$/);
});

test.each([
  [['--help'], 0],
  [['doctor'], 0],
  [['doctor'], 1],
])('a command whose reader has gone away ends quietly, its work done: %j, %i', async (words, heard) => {
  const { code, complaint } = await runUnheard(words, heard);
  expect(complaint).toBe('');
  expect([0, 1]).toContain(code);
});
