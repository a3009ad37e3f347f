import type pg from 'pg';

/** The rights on one table or view, a line for each role but its owner: `grant INSERT, SELECT on laksa.duty to laksa_app;`. */
export const grantsOn = async (client: pg.ClientBase, oid: number, name: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ readonly line: string }>(
    `select format('grant %s on %s to %s;', string_agg(right_text, ', ' order by right_text), $2::text, grantee) as line from (
       select acl.privilege_type as right_text, acl.grantee::regrole::text as grantee, c.relowner::regrole::text as owner
       from pg_class c, aclexplode(c.relacl) acl where c.oid = $1
       union all
       select format('%s (%s)', acl.privilege_type, string_agg(a.attname, ', ' order by a.attname)), acl.grantee::regrole::text, c.relowner::regrole::text
       from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) acl where c.oid = $1 group by acl.privilege_type, acl.grantee, c.relowner
     ) rights where grantee <> owner group by grantee order by grantee`,
    [oid, name],
  );
  return rows.map(({ line }) => line);
};

/** All of them, of the tables and views of the product. */
export const grantsOfSchema = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const { rows } = await client.query<{ readonly oid: number; readonly name: string }>(
    `select c.oid, format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('laksa', 'ops', 'find') and c.relkind in ('r', 'v') order by 2`,
  );
  const lines: string[] = [];
  for (const { oid, name } of rows) lines.push(...(await grantsOn(client, oid, name)));
  return lines;
};
