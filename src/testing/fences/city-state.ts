import pg from 'pg';

import type { Tenant } from '../../platform/tenant/tenant.ts';

/** Of each table with rows of a city: how many, and a hash of all they say. The jobs that wait for it count as a table. */
export const stateOf = async (url: string, city: Tenant): Promise<Readonly<Record<string, string>>> =>
  asAdministrator(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
       where c.table_schema = 'laksa' and c.column_name = 'tenant_id' order by 1`,
    );
    if (tables.length === 0) throw new Error('the city has tables');
    const state: Record<string, string> = {};
    for (const { name } of tables) state[name] = await hashOf(client, `laksa.${name} t where tenant_id = $1`, city);
    state['jobs'] = await hashOf(client, `graphile_worker._private_jobs t where payload ->> 'tenantId' = $1::text`, city);
    return state;
  });

/** Forgets every count, so that what one question used up does not change the answer to the next. */
export const forgetLimits = (url: string): Promise<void> =>
  asAdministrator(url, async (client) => {
    await client.query('delete from laksa.limit_count');
  });

const hashOf = async (client: pg.Client, from: string, { id }: Tenant): Promise<string> => {
  const { rows } = await client.query<{ state: string }>(
    `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '') as state from ${from}`,
    [id],
  );
  return rows[0]?.state ?? '';
};

const asAdministrator = async <Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
};
