import type pg from 'pg';

import type { Tenant } from '../../platform/tenant/tenant.ts';

/** Of each table with rows of a city: how many, and a hash of all they say. The jobs that wait for it count as a table. */
export const stateOf = async (admin: pg.Client, city: Tenant): Promise<Readonly<Record<string, string>>> => {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'laksa' and c.column_name = 'tenant_id' order by 1`,
  );
  if (tables.length === 0) throw new Error('the city has tables');
  const state: Record<string, string> = {};
  for (const { name } of tables) state[name] = await hashOf(admin, `laksa.${name} t where tenant_id = $1`, city);
  state['jobs'] = await hashOf(admin, `graphile_worker._private_jobs t where payload ->> 'tenantId' = $1::text`, city);
  return state;
};

/** Forgets every count, so that what one question used up does not change the answer to the next. */
export const forgetLimits = async (admin: pg.Client): Promise<void> => {
  await admin.query('delete from laksa.limit_count');
};

const hashOf = async (admin: pg.Client, from: string, { id }: Tenant): Promise<string> => {
  const { rows } = await admin.query<{ state: string }>(
    `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\n' order by t::text)), '') as state from ${from}`,
    [id],
  );
  return rows[0]?.state ?? '';
};
