import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readConfig } from '../src/config.ts';
import { isHere } from './proxy.ts';

const samples = join(import.meta.dirname, '..', 'deploy');
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa-deploy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('systemd finds nothing to say about the units', async ({ skip }) => {
  if (!isHere('systemd-analyze')) skip('needs systemd');
  for (const name of await readdir(join(samples, 'systemd'))) {
    const unit = await readFile(join(samples, 'systemd', name), 'utf8');
    const path = join(folder, name);
    // Its program lies where it will be installed.
    await writeFile(path, unit.replaceAll(/^(Exec\w+)=\S+/gm, '$1=/bin/true'));
    const { stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', path]);
    expect(`${stdout}${stderr}`).toBe('');
  }
});

it('the sample of the settings is understood, with every line that waits behind a #', async () => {
  const sample = await readFile(join(samples, 'laksa.env'), 'utf8');
  const lines = [...sample.matchAll(/^#?([A-Z_0-9]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
  const config = readConfig(Object.fromEntries(lines));
  expect(config).toMatchObject({ demo: 'none', dataDir: '/var/lib/laksa', trustProxy: ['127.0.0.1'] });
  expect(config.databaseDirectUrl).toBeDefined();
  expect(config.smtpUrl).toBeDefined();
});

it('the scripts are shell that a shell can read', async () => {
  await run('sh', ['-n', join(samples, 'laksa')]);
});
