import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fillCity } from '../../testing/fill-city.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { roleUrl } from './role-url.ts';

type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly updatable: readonly string[];
  readonly deletable: boolean;
};

let site: TestInstallation;
let admin: pg.Client;
let app: pg.Client;
let tables: readonly Table[];
let mine: string;
let theirs: string;

beforeAll(async () => {
  site = await startTestInstallation();
  for (const city of site.cities) await fillCity(site.laksa, city);
  [mine, theirs] = [site.cities[0].id, site.cities[1].id];
  admin = new pg.Client({ connectionString: site.url });
  app = new pg.Client({ connectionString: roleUrl(site.url, 'laksa_app') });
  await Promise.all([admin.connect(), app.connect()]);
  tables = await readTables();
});
afterAll(async () => {
  await Promise.all([admin.end(), app.end()]);
  await site.close();
});

/** Every fenced table, with what the application may write in it: read from the catalogue, so that a new one is tried as well. */
const readTables = async (): Promise<readonly Table[]> => {
  const { rows } = await admin.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege('laksa_app', c.oid, a.attnum, 'update') and a.attgenerated = ''), '{}') as updatable,
       has_table_privilege('laksa_app', c.oid, 'delete') as deletable
     from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'laksa'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity and a.attnum > 0 and not a.attisdropped
     group by c.oid order by 1`,
  );
  return rows;
};

type Tried = { readonly rows: readonly { readonly tenant_id: string }[]; readonly refusal?: string };

/** Runs one statement as the application inside a tenant, or inside none, and takes it back. */
const tryAs = async (tenant: string | null, text: string, values: readonly unknown[] = []): Promise<Tried> => {
  await app.query('begin');
  try {
    if (tenant !== null) await app.query(`select set_config('laksa.tenant', $1, true)`, [tenant]);
    return { rows: (await app.query<{ tenant_id: string }>(text, [...values])).rows };
  } catch (error) {
    return { rows: [], refusal: error instanceof Error ? error.message : String(error) };
  } finally {
    await app.query('rollback');
  }
};

const tenantsIn = ({ rows }: Tried): readonly string[] => [...new Set(rows.map((row) => row.tenant_id))];

const countOf = async (table: string, tenant: string): Promise<number> =>
  (await admin.query<{ n: number }>(`select count(*)::int as n from laksa.${table} where tenant_id = $1`, [tenant]))
    .rows[0]?.n ?? 0;

/** Rows of a tenant written again under another, by everything an insert can be. */
const inserts = ({ name, columns }: Table): readonly string[] => {
  const copied = (tenant: string): string =>
    columns.map((column) => (column === 'tenant_id' ? `'${tenant}'::uuid` : column)).join(', ');
  const list = columns.join(', ');
  return [
    `insert into laksa.${name} (${list}) select ${copied(theirs)} from laksa.${name} returning tenant_id`,
    `insert into laksa.${name} (${list}) select ${copied(theirs)} from laksa.${name} on conflict do nothing returning tenant_id`,
  ];
};

describe('inside the fence of one tenant', () => {
  it('every table has rows of both, or nothing below would mean anything', async () => {
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      expect(await countOf(name, mine), `${name} of the first city`).toBeGreaterThan(0);
      expect(await countOf(name, theirs), `${name} of the second city`).toBeGreaterThan(0);
    }
  });

  it('no select sees a row of another', async () => {
    for (const { name } of tables) {
      expect(tenantsIn(await tryAs(mine, `select tenant_id from laksa.${name}`)), name).toEqual([mine]);
      expect(await tryAs(mine, `select tenant_id from laksa.${name} where tenant_id = '${theirs}'`), name).toEqual({
        rows: [],
      });
      expect(
        await tryAs(mine, `select tenant_id from laksa.${name} where tenant_id <> '${mine}' or tenant_id is null`),
        name,
      ).toEqual({ rows: [] });
    }
  });

  it('no update and no delete reaches a row of another, nor hands one over', async () => {
    for (const { name, updatable, deletable } of tables) {
      const [first] = updatable;
      if (first !== undefined) {
        expect(
          tenantsIn(await tryAs(mine, `update laksa.${name} set ${first} = ${first} returning tenant_id`)),
          name,
        ).toEqual([mine]);
        expect(
          (
            await tryAs(
              mine,
              `update laksa.${name} set ${first} = ${first} where tenant_id = '${theirs}' returning tenant_id`,
            )
          ).rows,
          name,
        ).toEqual([]);
      }
      if (updatable.includes('tenant_id')) {
        const given = await tryAs(mine, `update laksa.${name} set tenant_id = '${theirs}' returning tenant_id`);
        expect(given.refusal, name).toMatch(/row-level security/);
      }
      if (!deletable) continue;
      expect(
        (await tryAs(mine, `delete from laksa.${name} where tenant_id = '${theirs}' returning tenant_id`)).rows,
        name,
      ).toEqual([]);
    }
  });

  it('no insert writes a row for another', async () => {
    for (const table of tables) {
      for (const text of inserts(table)) {
        const { refusal, rows } = await tryAs(mine, text);
        expect(rows, text).toEqual([]);
        expect(refusal, text).toMatch(/row-level security/);
      }
    }
  });

  it('a row that leads to another tenant has nothing to lead to', async () => {
    const { rows } = await admin.query<{ id: string; post_id: string; agency_id: string }>(
      'select report_id as id, post_id, agency_id from laksa.assignment where tenant_id = $1',
      [theirs],
    );
    const [other] = rows;
    const text = `insert into laksa.assignment (tenant_id, id, report_id, agency_id, post_id, state, offered_at) values ($1, $2, $2, $3, $4, 'offered', '2026-11-23')`;
    expect((await tryAs(mine, text, [mine, other?.id, other?.agency_id, other?.post_id])).refusal).toMatch(
      /violates foreign key constraint/,
    );
  });

  it('no statement at random, with whatever condition, sees or writes a row of another', async () => {
    const condition = fc.constantFrom(
      'true',
      `tenant_id = '${theirs}'`,
      `tenant_id in ('${mine}', '${theirs}')`,
      `tenant_id > '${mine}'`,
      `tenant_id::text like '%'`,
      `not (tenant_id = '${mine}')`,
      `exists (select from laksa.report r where r.tenant_id = '${theirs}')`,
    );
    const statement = fc.record({
      table: fc.constantFrom(...tables),
      joined: fc.constantFrom(...tables),
      verb: fc.constantFrom('select', 'update', 'delete', 'join', 'view', 'lock'),
      condition,
    });
    const textOf = ({
      table,
      joined,
      verb,
      condition: where,
    }: {
      table: Table;
      joined: Table;
      verb: string;
      condition: string;
    }): string => {
      const name = `laksa.${table.name}`;
      if (verb === 'update' && table.updatable[0] !== undefined)
        return `update ${name} set ${table.updatable[0]} = ${table.updatable[0]} where ${where} returning tenant_id`;
      if (verb === 'delete' && table.deletable) return `delete from ${name} where ${where} returning tenant_id`;
      if (verb === 'join')
        return `select b.tenant_id from ${name} full join laksa.${joined.name} b on true where ${where.replaceAll(/(?<!r\.)\btenant_id\b/g, 'b.tenant_id')}`;
      if (verb === 'view')
        return `select tenant_id from laksa.report_public where ${where} union all select tenant_id from find.report_public_words where ${where}`;
      if (verb === 'lock' && table.updatable.length > 0)
        return `select tenant_id from ${name} where ${where} for update`;
      return `select tenant_id from ${name} where ${where}`;
    };
    await fc.assert(
      fc.asyncProperty(statement, async (drawn) => {
        const tried = await tryAs(mine, textOf(drawn));
        expect(tried.refusal ?? '').toMatch(/^$|foreign key|permission denied/);
        for (const tenant of tenantsIn(tried)) expect(tenant).toBe(mine);
      }),
      { numRuns: 300 },
    );
  });
});

describe('inside no tenant', () => {
  it.each([
    ['that was never said', null],
    ['that is empty', ''],
    ['that is nobody', '00000000-0000-7000-8000-000000000000'],
  ])('%s there are no rows, and none can be made', async (_which, tenant) => {
    for (const table of tables) {
      expect(await tryAs(tenant, `select tenant_id from laksa.${table.name}`), table.name).toEqual({ rows: [] });
      const { rows } = await admin.query<{ row: unknown }>(
        `select to_jsonb(t) as row from laksa.${table.name} t limit 1`,
      );
      const list = table.columns.join(', ');
      const { refusal } = await tryAs(
        tenant,
        `insert into laksa.${table.name} (${list}) select ${list} from jsonb_populate_record(null::laksa.${table.name}, $1)`,
        [JSON.stringify(rows[0]?.row)],
      );
      expect(refusal, table.name).toMatch(/row-level security/);
    }
    expect(
      await tryAs(
        tenant,
        'select tenant_id from laksa.report_public union all select tenant_id from find.report_public_words',
      ),
    ).toEqual({ rows: [] });
  });
});

describe('what is found by words', () => {
  it('is found in one tenant alone', async () => {
    const text = `select tenant_id from find.report_public_words where words @@ to_tsquery('simple', 'lubang')`;
    expect(tenantsIn(await tryAs(mine, text))).toEqual([mine]);
    expect(tenantsIn(await tryAs(theirs, text))).toEqual([theirs]);
  });
});
