import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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

/** As man systemd.exec has it of EnvironmentFile=: what the service reads. */
const asSystemdReads = {
  "PLAIN=postgres://laksa_app:a&b$c#d;e%20f@127.0.0.1:5432/laksa?x=1&y='2'":
    "postgres://laksa_app:a&b$c#d;e%20f@127.0.0.1:5432/laksa?x=1&y='2'",
  'SPACED =  two words  ': 'two words',
  'SINGLE=\'as it \\ $HOME "is" `id`\'': 'as it \\ $HOME "is" `id`',
  'DOUBLE="a \\"word\\" for \\$5, \\n and $(id)"': 'a "word" for $5, \\n and $(id)',
  'ESCAPED=a\\\\b\\ c': 'a\\b c',
  'CONTINUED=one,\\\ntwo': 'one,two',
  'JOINED=\'a\' "b" c': 'abc',
  'MARKED=Kota Bandung – Jawa Barat': 'Kota Bandung – Jawa Barat',
  'EMPTY=': '',
} as const;

it('the command reads a setting as the service does, whatever signs are in it, and runs nothing of it', async () => {
  const lines = ['# of a test', '; PLAIN=no', 'export OTHER=no', 'no setting', ...Object.keys(asSystemdReads)];
  const expected = Object.fromEntries(
    Object.entries(asSystemdReads).map(([line, value]) => [/^\w+/.exec(line)?.[0] ?? '', value]),
  );
  expect(await settingsOfCommand(lines)).toEqual({ ...expected, OWNED: 'yes' });
});

/** The command itself, with its folders here and without the change of account: what its program is given. */
const settingsOfCommand = async (lines: readonly string[]): Promise<unknown> => {
  const [programs, etc, at] = ['programs', 'etc', 'laksa'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [programs, etc, join(at, 'dist')]) await mkdir(made, { recursive: true });
  await writeFile(join(etc, 'laksa.env'), `${lines.join('\n')}\n`);
  await writeFile(join(etc, 'owner.env'), 'OWNED=yes');
  await writeFile(join(programs, 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 });
  const noAccount = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n';
  await writeFile(join(programs, 'setpriv'), noAccount, { mode: 0o755 });
  await symlink(process.execPath, join(at, 'dist', 'node'));
  await writeFile(join(at, 'dist', 'main.js'), 'process.stdout.write(JSON.stringify(process.env))');
  const command = join(folder, 'command');
  const script = await readFile(join(samples, 'laksa'), 'utf8');
  await writeFile(command, script.replaceAll('/etc/laksa', etc), { mode: 0o755 });
  const own = { PATH: `${programs}:${process.env['PATH']}`, LAKSA_AT: at };
  const { stdout } = await run('sh', [command, 'doctor'], { env: own });
  const {
    PATH: _path,
    LAKSA_AT: _at,
    PWD: _folder,
    OLDPWD: _before,
    ...told
  } = JSON.parse(stdout) as NodeJS.ProcessEnv;
  return told;
};
