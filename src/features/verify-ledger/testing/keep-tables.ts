import pg from 'pg';

/** Copies every table aside; what it gives puts them back, whatever was done to them. */
export const keepTables = async (url: string): Promise<() => Promise<void>> => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rows } = await admin.query<{ name: string; columns: string }>(
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'laksa'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attgenerated = '' group by 1`,
  );
  await admin.query(
    `create schema kept; ${rows.map(({ name }) => `create table kept.${name} as table laksa.${name}`).join(';')}`,
  );
  await admin.end();
  return async () => {
    const again = new pg.Client({ connectionString: url });
    await again.connect();
    const back = rows
      .map(
        ({ name, columns }) =>
          `delete from laksa.${name}; insert into laksa.${name} (${columns}) select ${columns} from kept.${name}`,
      )
      .join(';');
    await again.query(`set session_replication_role = replica; begin; ${back}; commit`).finally(() => again.end());
  };
};
