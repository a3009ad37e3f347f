import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { ConfigError, readConfig, type Config } from '../config.ts';
import { fillCity } from '../testing/fill-city.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';
import { signedIn } from '../features/sign-in/testing/officer.ts';
import { runCommand } from './run-command.ts';
import { saveLogin } from './demo/demo-logins.ts';

let site: TestSite;
let config: Config;
let admin: pg.Client;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'laksa-tenants-'));
  site = await startTestSite({ keysDir: join(dataDir, 'keys') });
  config = readConfig({ DATABASE_URL: site.url, LAKSA_DATA: dataDir });
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  await admin.query(`set laksa.maintenance = 'on'`);
});

afterAll(async () => {
  await admin.end();
  await site.close();
  await rm(config.dataDir, { recursive: true, force: true });
});

/** What a command printed for its user. */
const run = async (line: string, settings: Config = config): Promise<string> => {
  const printed: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    await runCommand(
      settings,
      line.split(' ').map((word) => word.replaceAll('_', ' ')),
    );
  } finally {
    out.mockRestore();
  }
  return printed.join('');
};

const count = async (text: string, ...values: readonly unknown[]): Promise<number> =>
  (await admin.query<{ count: number }>(`select count(*)::int as count from ${text}`, [...values])).rows[0]?.count ??
  -1;

const create = 'tenant create --slug serang --region 36.04 --origin https://lapor.serang.example';

describe('a new region', () => {
  test('is called, zoned and staffed by its code, is not open yet, and says what comes next', async () => {
    const said = await run(create);
    expect(said).toMatch(
      /^Kabupaten Serang: 326 villages, \d+ categories, \d+ posts at https:\/\/lapor\.serang\.example\n/,
    );
    expect(said).toContain('not open yet');
    expect(said).toContain('user create --tenant serang --post admin-kota');
    expect(await run('tenant list')).toMatch(
      /^serang +not open yet +36\.04 +Asia\/Jakarta +https:\/\/lapor\.serang\.example +Kabupaten Serang$/m,
    );
    expect(
      await count(
        `laksa.agency a join laksa.tenant t on t.id = a.tenant_id where t.slug = 'serang' and a.name like 'Desa %'`,
      ),
    ).toBeGreaterThan(300);
    expect(
      await count(
        `laksa.post p join laksa.tenant t on t.id = p.tenant_id where t.slug = 'serang' and p.name = 'Administrator kabupaten'`,
      ),
    ).toBe(1);
  });

  test('is there once, however often it is asked for with the same words; with others they are named', async () => {
    const before = await count('laksa.village');
    expect(await run(create)).toContain(
      'is there already, as serang at https://lapor.serang.example: nothing was changed',
    );
    expect(await count('laksa.village')).toBe(before);
    await expect(run(`${create} --name Serang_Raya`)).rejects.toThrow(
      'there is a tenant serang already, with --name Kabupaten Serang',
    );
  });

  test('may have 852 gampong', async () => {
    expect(await run('tenant create --slug utara --region 11.08 --origin https://utara.example')).toContain(
      'Kabupaten Aceh Utara: 852 villages',
    );
  });

  test.each([
    ['tenant create --slug a_b --region 36.71 --origin https://a.example', /--slug a b: it takes small letters/],
    [
      'tenant create --slug lain --region 36 --origin https://a.example',
      /--region 36 has no villages: it takes the Kemendagri code/,
    ],
    [
      'tenant create --slug lain --region 36.72 --origin https://a.example/x',
      /--origin https:\/\/a\.example\/x: it takes an address without a path/,
    ],
    ['tenant create --slug lain --region 36.72 --origin ftp://a.example', /--origin ftp/],
    ['tenant create --slug lain --region 36.72 --origin http://dua.example', /is the address of dua already/],
    [
      'tenant create --slug lain --region 36.72 --origin https://a.example --zone WIB',
      /--zone WIB is not known; WIB is Asia\/Jakarta/,
    ],
    ['tenant set --tenant dua', /nothing to change: it takes --name, --origin or --zone/],
    ['tenant set --tenant dua --origin http://satu.example', /is the address of satu already/],
    ['tenant set --tenant tiga --name x', /there is no tenant tiga/],
    ['tenant remove --tenant tiga', /there is no tenant tiga/],
    ['tenant remove --tenant dua', /dua is a real city\. .*back up.*--yes-delete-city 'Kota Dua'/],
    ['tenant remove --tenant dua --yes-delete-city Kota_Satu', /dua is a real city/],
    ['mail test --to a@b.example', /there is no SMTP_URL/],
    ['mail test --to nobody', /--to takes a mail address/],
    ['tenant rehearse --of satu --origin http://dua.example', /is the address of dua already/],
  ])('%s is refused with what it takes', async (line, says) => {
    await expect(run(line)).rejects.toThrow(says);
  });
});

describe('a database that cannot be worked with', () => {
  test.each([
    ['that is down', 'postgres://owner:x@127.0.0.1:1/laksa', /cannot be worked with \(.*ECONNREFUSED/],
    ['that is not there', 'HERE/no_such_database', /cannot be worked with \(.*no_such_database/],
  ])('is named in a line: one %s', async (_, address, says) => {
    const here = new URL(site.url);
    const databaseUrl = address.replace('HERE', `postgres://${here.username}:${here.password}@${here.host}`);
    const asked = run('doctor', readConfig({ DATABASE_URL: databaseUrl, LAKSA_DATA: config.dataDir }));
    await expect(asked).rejects.toSatisfy((error) => error instanceof ConfigError && says.test(error.message));
  });
});

describe('a region that is made ready', () => {
  test('opens when nothing is in the way, or with a reason that is kept', async () => {
    const said = await run('tenant check --tenant serang');
    expect(said).toMatch(/^needed  administrator +An administrator holds the post/m);
    expect(said).toMatch(/^done    calendar /m);
    expect(said).toMatch(/-> .*https:\/\/lapor\.serang\.example\/kelola\/siap$/m);
    expect(process.exitCode).toBe(1);
    process.exitCode = 0;
    await expect(run('tenant open --tenant serang')).rejects.toThrow(
      /needed before opening: administrator, address, mail/,
    );
    expect(await run('tenant list')).toMatch(/^serang +not open yet/m);
    expect(await run('tenant open --tenant serang --anyway Uji_coba')).toContain('Kabupaten Serang is open');
    expect(await run('tenant open --tenant serang')).toContain('is open already');
    expect(await run('tenant list')).toMatch(/^serang +open /m);
    expect(await count(`laksa.readiness_mark where item = 'opened' and note = 'Uji coba' and post_id is null`)).toBe(1);
  });
});

describe('a region that is changed', () => {
  test('answers elsewhere and says what that means, and the change is on record', async () => {
    const said = await run(
      'tenant set --tenant serang --origin https://aduan.serang.example --name Kabupaten_Serang_Raya',
    );
    expect(said).toContain('let https://lapor.serang.example redirect');
    site.laksa.tenants.forget();
    expect(await site.laksa.tenants.byHost('aduan.serang.example')).toMatchObject({ name: 'Kabupaten Serang Raya' });
    expect(await site.laksa.tenants.byHost('lapor.serang.example')).toBeNull();
    expect(await count(`ops.maintenance_use where used_by = 'tenant set' and reason like 'serang: %aduan%'`)).toBe(1);
  });

  test('changes its zone while nobody has been told a date in it', async () => {
    await run('tenant set --tenant serang --zone Asia/Makassar');
    site.laksa.tenants.forget();
    expect(await site.laksa.tenants.byHost('aduan.serang.example')).toMatchObject({ zone: 'Asia/Makassar' });
  });
});

/** Every text column, array and document of the database in which a word occurs. */
const tablesWith = async (word: string): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
       and c.relnamespace in (select oid from pg_namespace where nspname in ('laksa', 'ops', 'auth', 'graphile_worker', 'find', 'public'))`,
  );
  const found: string[] = [];
  for (const { name } of rows) if ((await count(`${name} t where strpos(t::text, $1) > 0`, word)) > 0) found.push(name);
  return found;
};

describe('a demonstration that is removed', () => {
  test('leaves no byte in the database nor among the files, and its neighbour whole', async () => {
    const [first, second] = site.cities;
    await fillCity(site.laksa, first);
    await fillCity(site.laksa, second);
    const officer = await signedIn(site, first, 'verifikator');
    const other = await signedIn(site, second, 'verifikator');
    const both = await signedIn(site, first, 'koordinator');
    await admin.query(
      `insert into laksa.post_holder select $2, id, (select id from laksa.post where tenant_id = $2 limit 1), user_id, from_at, until_at, address
       from laksa.post_holder where tenant_id = $1 and user_id = $3`,
      [first.id, second.id, both.userId],
    );
    const folder = join(config.dataDir, 'files', first.id, 'ab', 'x');
    const outbox = join(config.dataDir, 'outbox', first.slug);
    for (const path of [folder, outbox]) await mkdir(path, { recursive: true });
    await writeFile(join(folder, 'original'), 'x');
    await writeFile(join(outbox, 'surat.eml'), 'x');
    expect(await tablesWith(first.id)).toContain('laksa.report');
    const neighbours = async () => {
      const named = await tablesWith(second.id);
      return Promise.all(
        named
          .filter((name) => name.startsWith('laksa.') && name !== 'laksa.tenant')
          .map(async (name) => [name, await count(`${name} where tenant_id = $1`, second.id)]),
      );
    };
    const before = await neighbours();
    await run('tenant remove --tenant satu');
    expect(await tablesWith(first.id)).toEqual([]);
    expect(await tablesWith(officer.userId)).toEqual([]);
    expect(await tablesWith(officer.login)).toEqual([]);
    expect(await neighbours()).toEqual(before);
    expect((await other.get('/petugas')).statusCode).toBe(200);
    expect(await tablesWith(both.userId)).toContain('auth."user"');
    expect(await readdir(join(config.dataDir, 'files'))).toEqual([]);
    expect(await readdir(join(config.dataDir, 'outbox'))).toEqual([]);
    expect(await count(`ops.maintenance_use where used_by = 'tenant remove' and reason = 'satu'`)).toBe(1);
  }, 60_000);

  test('goes with more changes than one batch, also where each took back the one before', async () => {
    await run('tenant create --slug lama --region 36.71 --origin https://lama.example');
    await admin.query(
      `with made as materialized (select gen_random_uuid() as id, at from generate_series(1, 5001) at)
       insert into laksa.city_event (tenant_id, id, at, kind, subject_id, changes, undoes)
       select t.id, m.id, to_timestamp(m.at), 'post.changed', m.id, '{}', lag(m.id) over (order by m.at)
       from laksa.tenant t, made m where t.slug = 'lama'`,
    );
    expect(await run('tenant remove --tenant lama --yes-delete-city Kota_Tangerang')).toContain('is gone');
  }, 60_000);

  test('is gone on with where its removal was interrupted', async () => {
    await run('tenant create --slug coba --region 36.72 --origin https://coba.example');
    await admin.query(`update laksa.tenant set removed_at = now(), is_demo = true where slug = 'coba'`);
    const { rows } = await admin.query<{ id: string }>(`select id from laksa.tenant where slug = 'coba'`);
    await admin.query('delete from laksa.routing_rule where tenant_id = $1', [rows[0]?.id]);
    expect(await run('tenant list')).not.toContain('coba');
    expect(await run('tenant remove --tenant coba')).toContain('Kota Cilegon is gone');
    expect(await tablesWith(rows[0]?.id ?? '')).toEqual([]);
  }, 30_000);

  test('takes its printed sign-ins along', async () => {
    await run('tenant create --slug demo --region 36.72 --origin https://demo.example');
    await admin.query(`update laksa.tenant set is_demo = true where slug = 'demo'`);
    await saveLogin(config.dataDir, {
      post: 'verifikator',
      role: 'verifier',
      agency: null,
      login: 'l',
      password: 'p',
      totp: null,
    });
    expect(await run('tenant remove --tenant demo')).toContain('LAKSA_DEMO=0');
    expect((await readdir(config.dataDir)).filter((name) => name.startsWith('demo-logins'))).toEqual([]);
  }, 30_000);
});

describe('a rehearsal', () => {
  test('has what the city has but its people and its reports, and goes as a whole', async () => {
    const [, city] = site.cities;
    await admin.query(`update laksa.agency set name = 'Dinas Jalan' where tenant_id = $1 and slug = 'dinas-pupr'`, [
      city.id,
    ]);
    const said = await run('tenant rehearse --of dua --origin https://latihan.example');
    expect(said).toContain('Latihan Kota Dua is at https://latihan.example');
    expect(await run('tenant rehearse --of dua --origin https://latihan.example')).toContain('is there already');
    site.laksa.tenants.forget();
    const made = await site.laksa.tenants.byHost('latihan.example');
    expect(made).toMatchObject({
      isRehearsal: true,
      isOpen: true,
      isClockSet: false,
      zone: 'Asia/Makassar',
      slug: 'latihan-dua',
    });
    const rowsOf = (table: string, id = made?.id) => count(`laksa.${table} where tenant_id = $1`, id);
    for (const table of [
      'agency',
      'post',
      'category',
      'routing_rule',
      'village',
      'holiday',
      'policy_rule',
      'village_area',
    ])
      expect([table, await rowsOf(table)]).toEqual([table, await rowsOf(table, city.id)]);
    for (const table of ['report', 'person', 'post_holder', 'api_key', 'data_key', 'duty', 'notice'])
      expect([table, await rowsOf(table)]).toEqual([table, 0]);
    expect(await count(`laksa.agency where tenant_id = $1 and name = 'Dinas Jalan'`, made?.id)).toBe(1);
    expect(await run('tenant list')).toMatch(/^latihan-dua +rehearsal /m);
    await run('tenant remove --tenant latihan-dua');
    expect(await tablesWith(made?.id ?? '')).toEqual([]);
    expect(await rowsOf('report', city.id)).toBeGreaterThan(0);
  }, 30_000);
});
