import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { migrationsDir } from '../../commands/places.ts';
import { settableClock } from '../../testing/settable-clock.ts';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { citiesTemplate } from '../../testing/templates.ts';
import { installJobs } from '../jobs/install-jobs.ts';
import { installAuth } from '../session/install-auth.ts';
import { migrate, readMigrations } from './migrate.ts';

const clock = settableClock('2026-11-23T02:00:00.000Z');
let folder: string;
let database: TestDatabase | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa-migrations-'));
  await cp(migrationsDir, folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.drop();
  database = undefined;
});

const run = (url: string, log: (line: string) => void = () => undefined) =>
  migrate({ ownerUrl: url, appUrl: url, migrationsDir: folder, clock, log, installers: [installAuth, installJobs] });

const ask = async (text: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: database?.url });
  await client.connect();
  try {
    const results: unknown = await client.query(text, values);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult<Record<string, unknown>>;
    return last.rows;
  } finally {
    await client.end();
  }
};

describe('migrations', () => {
  it('are each applied once when two processes start at once on an empty database', async () => {
    database = await emptyDatabase();
    const names = (await readMigrations(folder)).map((migration) => migration.name);
    const [one, other] = await Promise.all([run(database.url), run(database.url)]);
    expect([...one, ...other].toSorted()).toEqual(names);
    expect([one.length, other.length].toSorted()).toEqual([0, names.length].toSorted());
    const journal = await ask('select name, applied_at from ops.migration order by name');
    expect(journal).toEqual(names.map((name) => ({ name, applied_at: clock.now() })));
    expect(await run(database.url)).toEqual([]);
  });

  it('that were changed after they ran are refused, and nothing after them is applied', async () => {
    database = await cloneDatabase();
    const [first] = await readMigrations(folder);
    await writeFile(join(folder, first?.name ?? ''), `${first?.text ?? ''}\n-- one more word`);
    await writeFile(join(folder, '9001-new.sql'), 'create table ops.never (id uuid)');
    await expect(run(database.url)).rejects.toThrow(`migration ${first?.name} was changed after it ran here`);
    expect(await ask(`select to_regclass('ops.never')::text as found`)).toEqual([{ found: null }]);
  });

  it('that fail leave nothing of themselves, and the ones before them whole', async () => {
    database = await cloneDatabase();
    await writeFile(join(folder, '9001-good.sql'), 'create table ops.good (id uuid)');
    await writeFile(join(folder, '9002-bad.sql'), 'create table ops.half (id uuid); select 1 / 0');
    await expect(run(database.url)).rejects.toThrow('migration 9002-bad.sql failed: division by zero');
    expect(await ask(`select to_regclass('ops.good')::text as good, to_regclass('ops.half')::text as half`)).toEqual([
      { good: 'ops.good', half: null },
    ]);
    await writeFile(join(folder, '9002-bad.sql'), 'create table ops.half (id uuid)');
    expect(await run(database.url)).toEqual(['9002-bad.sql']);
  });

  it('that change data change the rows of every tenant, under the forced fence', async () => {
    database = await cloneDatabase(citiesTemplate);
    await writeFile(join(folder, '9001-postal-code.sql'), `update laksa.village set postal_code = '15111'`);
    await run(database.url);
    expect(
      await ask(
        'select count(distinct tenant_id)::int as tenants, count(*)::int as villages from laksa.village where postal_code = $1',
        ['15111'],
      ),
    ).toEqual([{ tenants: 2, villages: 4 }]);
  });

  it('would change no row at all if the door were not opened for them', async () => {
    database = await cloneDatabase(citiesTemplate);
    const change = `update laksa.village set postal_code = '15111' returning code`;
    expect(await ask(`set role laksa_owner; ${change}`)).toEqual([]);
    expect(await ask(`set role laksa_owner; set laksa.maintenance = 'on'; ${change}`)).toHaveLength(4);
  });

  it('leave a row for each time the door was opened', async () => {
    database = await cloneDatabase();
    await writeFile(join(folder, '9001-new.sql'), 'select 1');
    await run(database.url);
    expect(await ask(`select used_by, reason, at from ops.maintenance_use where reason = '9001-new.sql'`)).toEqual([
      { used_by: 'migrate', reason: '9001-new.sql', at: clock.now() },
    ]);
    const names = (await readMigrations(folder)).map((migration) => migration.name);
    const uses = await ask(`select reason from ops.maintenance_use where used_by = 'migrate' order by reason`);
    expect(uses.map((use) => use['reason'])).toEqual(names);
  });

  it('mend the roles each time: what somebody took away is there again', async () => {
    database = await cloneDatabase();
    await ask('alter role laksa_app reset jit');
    await run(database.url);
    expect(await ask(`select 'jit=off' = any (rolconfig) as off from pg_roles where rolname = 'laksa_app'`)).toEqual([
      { off: true },
    ]);
  });
});
