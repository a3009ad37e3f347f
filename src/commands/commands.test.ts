import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { readConfig, type Config } from '../config.ts';
import { insertTenant } from '../store/new-tenant.ts';
import { emptyDatabase, type TestDatabase } from '../testing/test-database.ts';
import { mainProgram } from './places.ts';
import { runCommand } from './run-command.ts';

let database: TestDatabase;
let config: Config;

beforeAll(async () => {
  database = await emptyDatabase();
  config = readConfig({ DATABASE_URL: database.url, LAKSA_DATA: await mkdtemp(join(tmpdir(), 'laksa-commands-')) });
});

afterAll(async () => {
  await database.drop();
  await rm(config.dataDir, { recursive: true, force: true });
});

/** What a command printed for its user. */
const run = async (...words: readonly string[]): Promise<string> => {
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    await runCommand(config, words);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return printed.join('');
};

test('from an empty database to a region with a sign-in and a key, in four commands', async () => {
  await run('migrate');
  expect(
    await run(
      'tenant',
      'create',
      '--slug',
      'kota',
      '--name',
      'Kota Serang',
      '--region',
      '36.73',
      '--origin',
      'https://lapor.serang.example',
    ),
  ).toMatch(/^Kota Serang: \d+ villages/);
  const signIn = await run(
    'user',
    'create',
    '--post',
    'admin-kota',
    '--login',
    'admin@serang.example',
    '--name',
    'Admin (contoh)',
  );
  expect(signIn).toMatch(/password {2}\S{12,}\ntotp {6}[A-Z2-7]{16,}\n/);
  const key = await run('apikey', 'create', '--role', 'verifier', '--scope', 'report:handle,report:read');
  expect(key.trimEnd().split('\n').at(-1)).toMatch(/^laksa_[0-9A-Za-z]{32,}$/);
  expect(await run('ledger', 'verify')).toContain('0 events in 0 reports: all whole');
});

test('letters go to the address of a sign-in, to one that is given, or nowhere', async () => {
  await run('user', 'create', '--post', 'verifikator', '--login', '19800101', '--name', 'Petugas (contoh)');
  const owner = new pg.Client({ connectionString: (await run('db', 'url')).trim() });
  await owner.connect();
  const addresses = async () => {
    const { rows } = await owner.query<{ readonly address: string | null }>(
      'select address from laksa.post_holder order by from_at, id',
    );
    return rows.map(({ address }) => address);
  };
  try {
    await owner.query('update laksa.post_holder set address = null');
    expect(await run('user', 'addresses')).toBe(
      'admin@serang.example  admin@serang.example\n19800101  no letters: give one with user address\n',
    );
    expect(await addresses()).toEqual(['admin@serang.example', null]);
    await run('user', 'address', '--login', '19800101', '--address', 'petugas@serang.example');
    expect(await addresses()).toEqual(['admin@serang.example', 'petugas@serang.example']);
    expect(await run('user', 'addresses')).toBe('everybody who holds a post has an address\n');
    expect(await run('user', 'address', '--login', '19800101', '--address', 'none')).toBe('19800101  no letters\n');
    expect(await addresses()).toEqual(['admin@serang.example', null]);
  } finally {
    await owner.end();
  }
});

test('somebody is invited, an account is set up anew by a link, and a key is listed and revoked; no password is printed', async () => {
  const invited = ['user', 'invite', '--post', 'verifikator', '--name', 'Siti', '--address', 'siti@serang.example'];
  expect(await run(...invited, '--until', '2030-12-31')).toBe('siti@serang.example  invited to verifikator\n');
  const link = await run('user', 'reset', '--login', '19800101');
  await expect(run('user', 'renew', '--login', '19800101')).rejects.toThrow(/there is no command/);
  expect(link).toMatch(/^https:\/\/lapor\.serang\.example\/petugas\/akun-baru\/[\w-]{43}\n$/);
  const line = await run('apikey', 'list');
  expect(line).toMatch(
    /^[0-9a-f-]{36} {2}verifikator {2}report:handle,report:read {2}until 20\d\d-\d\d-\d\d {2}never used\n$/,
  );
  expect(line).not.toContain('laksa_');
  const id = line.slice(0, 36);
  expect(await run('apikey', 'revoke', '--id', id)).toBe(`${id}  revoked\n`);
  expect(await run('apikey', 'list')).toMatch(/never used {2}revoked\n$/);
});

test('who is taken off holds nothing, is asked for nothing any more, and is never the last administrator', async () => {
  await run('user', 'create', '--post', 'verifikator', '--login', 'rina@serang.example', '--name', 'Rina (contoh)');
  await run('user', 'invite', '--post', 'validator', '--name', 'Rina', '--address', 'rina@serang.example');
  expect(await run('user', 'end', '--login', 'rina@serang.example')).toBe(
    'rina@serang.example holds no post of Kota Serang any more\n',
  );
  await expect(run('user', 'end', '--login', 'rina@serang.example')).rejects.toThrow(/holds no post of Kota Serang/);
  await expect(run('user', 'end', '--login', 'admin@serang.example')).rejects.toThrow(
    /nothing was changed: this is the city's last administrator/,
  );
  const owner = new pg.Client({ connectionString: (await run('db', 'url')).trim() });
  await owner.connect();
  const { rows } = await owner.query<{ readonly kind: string }>(
    "select kind from laksa.city_event where kind not like 'api_key%' order by id desc limit 2",
  );
  await owner.end();
  expect(rows.map(({ kind }) => kind)).toEqual(['invitation.withdrawn', 'holder.changed']);
});

test('the doctor looks the installation over and says what to do', async () => {
  const said = await run('doctor');
  expect(said).toMatch(/^ok {6}fence +every product table is fenced$/m);
  expect(said).toMatch(/^ok {6}letters +\S+: 0 refused and 0 without an address in 7 days$/m);
  expect(said).toMatch(/^warning worker +none is alive\n +-> /m);
  expect(said).toMatch(/^error   proxy +kota: https:\/\/lapor\.serang\.example, and no proxy is believed/m);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

test('the doctor tells programs the same, with a code for each finding', async () => {
  const findings: unknown = JSON.parse(await run('doctor', '--json', '--tenant', 'kota'));
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'worker', grade: 'warning', whatToDo: expect.any(String) }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ code: 'grants', grade: 'ok' }));
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'proxy', grade: 'error', says: expect.stringMatching(/^kota: /) }),
  );
  process.exitCode = 0;
});

test('the connection for an operator acts as the owner, with maintenance said aloud', async () => {
  const url = new URL((await run('db', 'url')).trim());
  expect(url.searchParams.get('options')).toContain('-c laksa.maintenance=on');
});

test.each([
  [['tenant', 'create', '--slug', 'kota'], /missing: --region, --origin/],
  [
    ['tenant', 'create', '--slug', 'x y', '--name', 'n', '--region', '36.73', '--origin', 'https://a.example'],
    /--slug/,
  ],
  [
    ['tenant', 'create', '--slug', 'lain', '--name', 'n', '--region', '99.99', '--origin', 'https://a.example'],
    /--region 99\.99/,
  ],
  [
    ['apikey', 'create', '--role', 'king', '--scope', 'report:read'],
    /--role king is not known; there are: intake_operator/,
  ],
  [['apikey', 'create', '--role', 'verifier', '--scope', 'everything'], /--scope everything/],
  [
    ['apikey', 'create', '--role', 'verifier', '--scope', 'report:read', '--expires', '2001-01-01'],
    /--expires takes a day such as/,
  ],
  [['apikey', 'create', '--role', 'city_admin', '--scope', 'report:read'], /the post admin-kota itself may not/],
  [['apikey', 'revoke', '--id', '019a0000-0000-7000-8000-000000000001'], /has no key/],
  [['user', 'invite', '--post', 'nobody', '--name', 'n', '--address', 'a@b.example'], /there is no post nobody/],
  [['user', 'invite', '--post', 'verifikator', '--name', 'n', '--address', 'nobody'], /--address takes/],
  [['user', 'reset', '--login', 'nobody'], /nobody signs in as nobody/],
  [
    ['user', 'create', '--post', 'nobody', '--login', 'l', '--name', 'n'],
    /there is no post nobody; there are: .*verifikator/,
  ],
  [
    [
      'tenant',
      'create',
      '--slug',
      'lain',
      '--name',
      'n',
      '--region',
      '36.73',
      '--origin',
      'https://lapor.serang.example',
    ],
    /is the address of kota already/,
  ],
  [
    ['user', 'create', '--post', 'verifikator', '--login', 'admin@serang.example', '--name', 'n'],
    /is taken: choose another/,
  ],
  [['user', 'address', '--login', 'admin@serang.example', '--address', 'nobody'], /--address takes a mail address/],
  [
    ['user', 'address', '--login', 'nobody', '--address', 'a@b.example'],
    /nobody who signs in as nobody holds a post of kota/,
  ],
  [['migrate', 'extra'], /this command knows --plan and --try/],
  [['backup'], /LAKSA_BACKUP_TO is not set/],
  [['restore', '--from', '/nowhere'], /names a server of your own/],
  [['keys', 'backup', '--to', '/nowhere/keys.age'], /name one of --recipient and --passphrase-file/],
  [['doctor', '--tenant', 'lain'], /there is no tenant lain; there are: kota/],
  [['replay', '/nowhere/table.csv'], /is no table of complaints: ENOENT/],
  [['replay', '/etc/hostname'], /is no table of complaints/],
  [['dance'], /there is no command "dance"/],
])('%j is refused with what it takes', async (words, says) => {
  await expect(run(...words)).rejects.toThrow(says);
});

test('a slug that is taken is said so, and changes nothing', async () => {
  await expect(
    run('tenant', 'create', '--slug', 'kota', '--name', 'Dua', '--region', '36.73', '--origin', 'https://dua.example'),
  ).rejects.toThrow(/there is a tenant kota already/);
});

test('the help lists every command', async () => {
  const help = await run('--help');
  for (const name of [
    'migrate',
    'doctor',
    'tenant create',
    'user create',
    'user address',
    'user addresses',
    'user invite',
    'user reset',
    'apikey create',
    'apikey list',
    'apikey revoke',
    'ledger verify',
    'db url',
    'replay',
  ])
    expect(help).toContain(name);
});

test('a region whose making was interrupted is gone on with by the same command', async () => {
  const origin = 'https://cilegon.example';
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await insertTenant(
    admin,
    { slug: 'cilegon', name: 'Kota Cilegon', origin, zone: 'Asia/Jakarta', regionCode: '36.72', isDemo: false },
    new Date('2026-11-21T00:00:00Z'),
  ).finally(() => admin.end());
  const again = ['tenant', 'create', '--slug', 'cilegon', '--name', 'Kota Cilegon', '--region', '36.72'];
  expect(await run(...again, '--origin', origin)).toMatch(
    /^Kota Cilegon: \d+ villages.* at https:\/\/cilegon\.example\n/,
  );
  expect(await run(...again, '--origin', origin)).toContain('is there already');
});

test('what is no command is none beside wal either', async () => {
  const [node = '', ...words] = mainProgram();
  const asked = promisify(execFile)(node, [...words, 'wal', 'nothing', '--from', 'here']);
  await expect(asked).rejects.toThrow('there is no command "wal nothing');
});
