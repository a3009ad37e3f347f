import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { openDatabase, type Database } from './database.ts';
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
