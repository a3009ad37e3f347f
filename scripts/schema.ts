/**
 * What the migrated database is, read from its catalogue: `db/schema.sql` for a reader of diffs, `src/store/schema.ts` for the compiler.
 * `npm run schema` refreshes both; a test compares them with a freshly migrated database.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

import { grantsOn } from '../src/platform/db/granted.ts';
import { tableTypes } from './schema-types.ts';

const schemas = ['laksa', 'ops', 'find'];

export const describeDatabase = async (url: string): Promise<{ readonly sql: string; readonly types: string }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { sql: await describeSql(client), types: await tableTypes(client) };
  } finally {
    await client.end();
  }
};

const describeSql = async (client: pg.Client): Promise<string> => {
  const parts = [
    '-- The schema of a migrated database, read from its catalogue by `npm run schema`. Not run by anything: the migrations are.',
  ];
  for (const schema of schemas) {
    const tables = await client.query<{ name: string; oid: number }>(
      `select c.relname as name, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'r' order by 1`,
      [schema],
    );
    for (const table of tables.rows) parts.push(await describeTable(client, schema, table.name, table.oid));
    parts.push(...(await describeViews(client, schema)), ...(await describeFunctions(client, schema)));
  }
  return `${parts.join('\n\n')}\n`;
};

const lines = async (client: pg.Client, text: string, values: readonly unknown[]): Promise<readonly string[]> =>
  (await client.query<{ line: string }>(text, [...values])).rows.map((row) => row.line);

const describeTable = async (client: pg.Client, schema: string, name: string, oid: number): Promise<string> => {
  const members = await describeMembers(client, oid);
  const indexes = await lines(
    client,
    `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = $1 and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by c.relname`,
    [oid],
  );
  const fence = await lines(
    client,
    `select format('-- row-level security: %s', case when relforcerowsecurity then 'forced' when relrowsecurity then 'on' else 'off' end) as line from pg_class where oid = $1`,
    [oid],
  );
  const policies = await lines(
    client,
    `select format('create policy %I on %I.%I for %s to %s using (%s)%s;', policyname, schemaname, tablename, cmd, array_to_string(roles, ', '), qual,
       case when with_check is null then '' else ' with check (' || with_check || ')' end) as line
     from pg_policies where schemaname = $1 and tablename = $2 order by policyname`,
    [schema, name],
  );
  const grants = await grantsOn(client, oid, `${schema}.${name}`);
  return [
    `create table ${schema}.${name} (`,
    members.join(',\n'),
    ');',
    ...fence,
    ...indexes,
    ...policies,
    ...grants,
  ].join('\n');
};

/** Columns, then constraints. */
const describeMembers = async (client: pg.Client, oid: number): Promise<readonly string[]> => {
  const columns = await lines(
    client,
    `select format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
       case when d.adbin is null then '' when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
       else ' default ' || pg_get_expr(d.adbin, d.adrelid) end) as line
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [oid],
  );
  const constraints = await lines(
    client,
    `select format('  constraint %I %s', conname, pg_get_constraintdef(oid)) as line from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, conname`,
    [oid],
  );
  return [...columns, ...constraints];
};

const describeViews = async (client: pg.Client, schema: string): Promise<readonly string[]> => {
  const views = await client.query<{
    name: string;
    oid: number;
    definition: string;
    owner: string;
    options: string | null;
  }>(
    `select c.relname as name, c.oid, pg_get_viewdef(c.oid) as definition, c.relowner::regrole::text as owner, array_to_string(c.reloptions, ', ') as options
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'v' order by 1`,
    [schema],
  );
  return Promise.all(
    views.rows.map(async (view) =>
      [
        `-- owner: ${view.owner}`,
        `create view ${schema}.${view.name}${view.options === null ? '' : ` with (${view.options})`} as`,
        view.definition.trim(),
        ...(await grantsOn(client, view.oid, `${schema}.${view.name}`)),
      ].join('\n'),
    ),
  );
};

const describeFunctions = (client: pg.Client, schema: string): Promise<readonly string[]> =>
  lines(
    client,
    `select format(E'-- owner: %s\\n%s', p.proowner::regrole, trim(pg_get_functiondef(p.oid))) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1 order by p.proname`,
    [schema],
  );

/** Run by itself: `schema.ts URL` writes both files. */
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.argv[2];
  if (url === undefined) throw new Error('usage: npm run schema -- postgres://... (a freshly migrated database)');
  const { sql, types } = await describeDatabase(url);
  await writeFile(new URL('../db/schema.sql', import.meta.url), sql);
  await writeFile(new URL('../src/store/schema.ts', import.meta.url), types);
}
