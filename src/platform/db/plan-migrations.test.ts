import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { describePlan } from '../../commands/describe-plan.ts';
import { migrationsDir } from '../../commands/places.ts';
import { citiesTemplate } from '../../testing/templates.ts';
import { cloneDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { systemClock } from '../clock/clock.ts';
import { judgeStatement } from './judge-statement.ts';
import { planMigrations, tryMigrations } from './plan-migrations.ts';
import { statementsOf } from './sql-statements.ts';

let database: TestDatabase;
let client: pg.Client;
let folder: string;

const next = `-- a comment; with a semicolon
alter table laksa.village add column note text;
create index village_note_idx on laksa.village (tenant_id, note);
update laksa.village set note = 'a;b' where note is null;
alter table laksa.village add constraint village_note check (note <> '');
create table laksa.something (tenant_id uuid not null, id uuid not null, constraint something_pk primary key (tenant_id, id));
call ops.fence('something');`;

beforeAll(async () => {
  database = await cloneDatabase(citiesTemplate);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'laksa-plan-'));
  await cp(migrationsDir, folder, { recursive: true });
  await writeFile(join(folder, '9001-next.sql'), next);
});
afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('a script', () => {
  it('is taken apart at the semicolons that end a statement', () => {
    expect(statementsOf(`select ';'; -- no; no\ndo $x$ begin; end $x$;\n create view "a;b" as select 1`)).toEqual([
      `select ';'`,
      'do $x$ begin; end $x$',
      'create view "a;b" as select 1',
    ]);
  });
});

describe('a statement', () => {
  it.each([
    ['alter table laksa.report add column a text', 'instant'],
    ['alter table laksa.report add column a text not null default $$x$$', 'instant'],
    ['alter table laksa.report add column a uuid default gen_random_uuid()', 'rewrites, nobody reads or writes'],
    ['alter table laksa.report add column a text, alter column b type bigint', 'rewrites, nobody reads or writes'],
    ['alter table laksa.report add constraint c check (a in (1, 2))', 'scans, nobody reads or writes'],
    ['alter table laksa.report add constraint c check (a > 0) not valid', 'instant'],
    ['alter table laksa.report add constraint f foreign key (a) references laksa.b (a)', 'scans, nobody writes'],
    ['alter table laksa.report alter column a set not null', 'scans, nobody reads or writes'],
    ['create index i on laksa.report (tenant_id)', 'scans, nobody writes'],
    ['create index concurrently i on laksa.report (tenant_id)', 'nobody waits'],
    ['update laksa.report set a = 1', 'changes rows'],
    ['create table laksa.a (tenant_id uuid)', 'nobody waits'],
    ['do $$ begin end $$', 'not known'],
  ])('%s: %s', (statement, effect) => {
    expect(judgeStatement(statement).effect).toBe(effect);
  });
});

describe('the plan of a migration', () => {
  it('names what would run and whom it holds up, by the size of its table, and changes nothing', async () => {
    const plan = await planMigrations(client, folder);
    expect(plan.map(({ name }) => name)).toEqual(['9001-next.sql']);
    expect(plan[0]?.statements.map(({ effect }) => effect)).toEqual([
      'instant',
      'scans, nobody writes',
      'changes rows',
      'scans, nobody reads or writes',
      'nobody waits',
      'nobody waits',
    ]);
    expect(plan[0]?.statements[0]?.size?.bytes).toBeGreaterThan(0);
    expect(describePlan(plan)).toMatch(
      /instant \(laksa\.village: \d+ rows, \d+\.\d MB\): alter table laksa\.village add column note text\n/,
    );
    expect(describePlan(await planMigrations(client, migrationsDir))).toBe('nothing to do: the schema is up to date\n');
  });

  it('tried, says what the server locked, and takes everything back', async () => {
    const [tried] = await tryMigrations(client, await planMigrations(client, folder), systemClock);
    const locks = tried?.statements.map((planned) => planned.tried?.locks);
    expect(locks?.[0]).toEqual(['laksa.village: AccessExclusiveLock']);
    expect(locks?.[4]).toEqual([]);
    const { rows } = await client.query(`select to_regclass('laksa.something')::text as found`);
    expect(rows).toEqual([{ found: null }]);
    expect(describePlan(tried === undefined ? [] : [tried])).toContain('locked laksa.village: AccessExclusiveLock');
  });

  it('of an empty database is every migration there is', async () => {
    const empty = await cloneDatabase('template0');
    const other = new pg.Client({ connectionString: empty.url });
    await other.connect();
    try {
      expect((await planMigrations(other, migrationsDir)).length).toBeGreaterThan(20);
    } finally {
      await other.end();
      await empty.drop();
    }
  });
});
