import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { openDatabaseLine } from '../../testing/database-line.ts';
import { openDatabase, type Database } from './database.ts';
import { isOutage } from './outage.ts';
import { withPatience } from './patience.ts';
import { roleUrl } from './role-url.ts';

type Nothing = Record<string, never>;

let site: TestInstallation;
/** One connection only: what a transaction leaves behind, the next one finds. */
let database: Database<Nothing>;
const errors: Error[] = [];

beforeAll(async () => {
  site = await startTestInstallation();
  database = openDatabase({
    url: roleUrl(site.url, 'laksa_app'),
    maxConnections: 1,
    applicationName: 'laksa one',
    onError: (error) => void errors.push(error),
  });
});
afterAll(async () => {
  await database.close();
  await site.close();
});

const tenantHere = async (tx: Kysely<Nothing>): Promise<string | null> =>
  (await sql<{ tenant: string | null }>`select nullif(current_setting('laksa.tenant', true), '') as tenant`.execute(tx))
    .rows[0]?.tenant ?? null;
const postsHere = async (tx: Kysely<Nothing>): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from laksa.post`.execute(tx)).rows[0]?.n ?? -1;
const pidOf = async (tx: Kysely<Nothing>): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]?.pid ?? -1;

describe('a transaction', () => {
  it('is inside its tenant, and leaves nothing of it on the connection', async () => {
    const [{ id }] = site.cities;
    expect(await database.inTenant(id, tenantHere)).toBe(id);
    expect(await database.outsideTenants(tenantHere)).toBeNull();
    expect(await database.outsideTenants(postsHere)).toBe(0);
  });

  it('that throws is rolled back, and its connection goes back without its tenant', async () => {
    const [{ id }] = site.cities;
    let pid = 0;
    const failing = database.inTenant(id, async (tx) => {
      pid = await pidOf(tx);
      await sql`update laksa.village set postal_code = '99999' where tenant_id = ${id}`.execute(tx);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await expect(database.inTenant(id, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero');
    expect(await database.outsideTenants(pidOf)).toBe(pid);
    expect(await database.outsideTenants(tenantHere)).toBeNull();
    expect(await database.outsideTenants(postsHere)).toBe(0);
    const changed = await database.inTenant(id, (tx) =>
      sql`select from laksa.village where tenant_id = ${id} and postal_code = '99999'`.execute(tx),
    );
    expect(changed.rows).toEqual([]);
  });

  it('that only reads cannot write, and does not keep its tenant either', async () => {
    const [{ id }] = site.cities;
    const writing = database.inTenant(
      id,
      (tx) => sql`update laksa.village set postal_code = null where tenant_id = ${id}`.execute(tx),
      { readOnly: true },
    );
    await expect(writing).rejects.toThrow('read-only transaction');
    expect(await database.inTenant(id, postsHere, { readOnly: true })).toBeGreaterThan(0);
    expect(await database.outsideTenants(tenantHere)).toBeNull();
  });

  it('is not opened for what is no tenant id, however it is put', async () => {
    const [{ id }] = site.cities;
    const hostile = [
      '',
      ' ',
      id.toUpperCase(),
      `${id}'`,
      `${id}\n`,
      `${id}', true); select set_config('laksa.maintenance', 'on`,
      "'; drop table laksa.report; --",
      '00000000',
      `{${id}}`,
    ];
    for (const tenantId of hostile) {
      const asking = async () => database.inTenant(tenantId, postsHere);
      await expect(asking, JSON.stringify(tenantId)).rejects.toThrow('not a tenant id');
    }
  });

  it('is neither begun nor ended by the work inside it', async () => {
    const [{ id }] = site.cities;
    const nested = database.inTenant(id, (tx) => tx.transaction().execute(async () => undefined));
    await expect(nested).rejects.toThrow('a transaction is opened by inTenant alone');
  });

  it('whose connection is cut fails, and the next one has a new connection', async () => {
    const [{ id }] = site.cities;
    const admin = new pg.Client({ connectionString: site.url });
    await admin.connect();
    const cut = database.inTenant(id, async (tx) => {
      await admin.query('select pg_terminate_backend($1)', [await pidOf(tx)]);
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow(/terminat|not queryable/i);
    expect(await database.inTenant(id, tenantHere)).toBe(id);
    await admin.query('select pg_terminate_backend($1)', [await database.outsideTenants(pidOf)]);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect(await database.inTenant(id, tenantHere)).toBe(id);
    await admin.end();
  });

  it('gives a day as the text it is, and an instant as a date', async () => {
    const { rows } = await database.outsideTenants((tx) =>
      sql`select '2026-11-21'::date as day, '2026-11-21T00:00:00.123+07'::timestamptz as instant`.execute(tx),
    );
    expect(rows).toEqual([{ day: '2026-11-21', instant: new Date('2026-11-20T17:00:00.123Z') }]);
  });
});

describe('a database that is too busy', () => {
  const open = async (options: { readonly connectWithinMs?: number; readonly answerWithinMs?: number }) => {
    const line = await openDatabaseLine(roleUrl(site.url, 'laksa_app'));
    const name = { url: line.url, applicationName: 'laksa busy', onError: () => undefined };
    return { line, busy: openDatabase<Nothing>({ ...name, maxConnections: 1, ...options }) };
  };
  const outageOf = (work: Promise<unknown>): Promise<boolean> => work.then(() => false, isOutage);

  it('lets nobody wait for a connection for ever', async () => {
    const { busy } = await open({ connectWithinMs: 200 });
    const held = Promise.withResolvers<void>();
    const holding = busy.outsideTenants(() => held.promise);
    expect(await outageOf(busy.outsideTenants(tenantHere))).toBe(true);
    held.resolve();
    await holding;
    expect(await busy.outsideTenants(tenantHere)).toBeNull();
    await busy.close();
  });

  it('turns away who would be the two hundred and first in line', async () => {
    const { busy } = await open({});
    const held = Promise.withResolvers<void>();
    const holding = busy.outsideTenants(() => held.promise);
    const inLine = Array.from({ length: 200 }, () => busy.outsideTenants(async () => 'served'));
    expect(await outageOf(busy.outsideTenants(tenantHere))).toBe(true);
    held.resolve();
    await holding;
    expect(await Promise.all(inLine)).toEqual(inLine.map(() => 'served'));
    await busy.close();
  });

  it('works on a statement no longer than whoever asks has patience', async () => {
    const { busy } = await open({});
    const slow = (tx: Kysely<Nothing>) => sql`select pg_sleep(5)`.execute(tx);
    const patient = new Promise<boolean>((resolve) =>
      withPatience(100, () => void outageOf(busy.inTenant(site.cities[0].id, slow)).then(resolve)),
    );
    expect(await patient).toBe(true);
    const usual = await busy.outsideTenants((tx) => sql<{ s: string }>`show statement_timeout`.execute(tx));
    expect(usual.rows).toEqual([{ statement_timeout: '30s' }]);
    await busy.close();
  });

  it('that answers nothing at all is given up, and asked again on another connection', async () => {
    const { line, busy } = await open({ answerWithinMs: 300 });
    await busy.outsideTenants(tenantHere);
    line.hang();
    expect(await outageOf(busy.outsideTenants(tenantHere))).toBe(true);
    await line.mend();
    expect(await busy.outsideTenants(tenantHere)).toBeNull();
    await busy.close();
  });
});
