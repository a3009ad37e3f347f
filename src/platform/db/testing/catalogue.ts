import type pg from 'pg';

/** One promise of the data floor as a question to the catalogue: the answer is what breaks it, one line each. */
export type Promised = {
  readonly says: string;
  readonly offences: (client: pg.ClientBase) => Promise<readonly string[]>;
};

/** Tables that every tenant shares: the list of tenants, and code lists when there are any. */
const shared = ['tenant'].map((name) => `'${name}'`).join(', ');

const tenantOf = `nullif(current_setting('laksa.tenant', true), '')::uuid`;

export const promises: readonly Promised[] = [
  promised(
    'every table but the shared lists has tenant_id, uuid, never null, first in its primary key',
    `select c.relname as line from pg_class c
     where c.relnamespace = 'laksa'::regnamespace and c.relkind in ('r', 'p') and c.relname not in (${shared}) and not exists (
       select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  ),
  promised(
    'tenant_id comes first in every unique key and every index',
    `select i.indexrelid::regclass::text as line from pg_index i join pg_class c on c.oid = i.indrelid join pg_am m on m.oid = (select relam from pg_class where oid = i.indexrelid)
     where c.relnamespace = 'laksa'::regnamespace and c.relname not in (${shared}) and (i.indisunique or m.amname = 'btree')
       and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id')`,
  ),
  promised(
    'tenant_id comes first in every foreign key, on both sides',
    `select k.conname as line from pg_constraint k
     where k.contype = 'f' and k.connamespace = 'laksa'::regnamespace and not (
       exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'tenant_id')
       and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1] and a.attname = 'tenant_id'))`,
  ),
  promised(
    'no foreign key leaves the schema: sign-in and jobs have tables of their own',
    `select k.conname as line from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
     where k.contype = 'f' and (c.relnamespace = 'laksa'::regnamespace or f.relnamespace = 'laksa'::regnamespace) and c.relnamespace <> f.relnamespace`,
  ),
  promised(
    'every foreign key has an index that serves it',
    `select k.conname as line from pg_constraint k
     where k.contype = 'f' and k.connamespace = 'laksa'::regnamespace and not exists (
       select from pg_index i where i.indrelid = k.conrelid and i.indisvalid
         and (i.indpred is null or exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
           and pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname))) and i.indnkeyatts >= cardinality(k.conkey)
         and array(select i.indkey[n] from generate_series(0, cardinality(k.conkey) - 1) n order by 1) = array(select unnest(k.conkey) order by 1))`,
  ),
  promised(
    'no serial, no identity, no sequence',
    `select c.relname as line from pg_class c where c.relnamespace in ('laksa'::regnamespace, 'find'::regnamespace) and c.relkind = 'S'
     union all select format('%s.%s', c.relname, a.attname) from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'laksa'::regnamespace and a.attidentity <> ''`,
  ),
  promised(
    'text with checks instead of enums',
    `select t.typname as line from pg_type t where t.typnamespace in ('laksa'::regnamespace, 'ops'::regnamespace, 'find'::regnamespace) and t.typtype in ('e', 'd', 'r')`,
  ),
  promised(
    'no trigger and no rewrite rule',
    `select format('%s on %s', g.tgname, c.relname) as line from pg_trigger g join pg_class c on c.oid = g.tgrelid where c.relnamespace = 'laksa'::regnamespace and not g.tgisinternal
     union all select format('%s on %s', w.rulename, c.relname) from pg_rewrite w join pg_class c on c.oid = w.ev_class
     where c.relnamespace = 'laksa'::regnamespace and w.rulename <> '_RETURN'`,
  ),
  promised(
    // The exception is for processes of the version before its migration, which do not know it and go on inserting while the new one is rolled out.
    'no column has a default',
    `select format('%s.%s', c.relname, a.attname) as line from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
     where c.relnamespace in ('laksa'::regnamespace, 'ops'::regnamespace) and a.attgenerated = '' and (c.relname, a.attname) <> ('photo', 'is_public')`,
  ),
  promised(
    'nothing in the schema asks the machine for the time',
    `select line from (
       select p.proname as line, p.prosrc as body from pg_proc p where p.pronamespace in ('laksa'::regnamespace, 'ops'::regnamespace, 'find'::regnamespace)
       union all select c.relname, pg_get_viewdef(c.oid) from pg_class c where c.relnamespace in ('laksa'::regnamespace, 'find'::regnamespace) and c.relkind in ('v', 'm')
       union all select k.conname, pg_get_constraintdef(k.oid) from pg_constraint k where k.connamespace = 'laksa'::regnamespace
       union all select format('%s.%s', tablename, policyname), concat(qual, with_check) from pg_policies where schemaname = 'laksa'
       union all select d.adrelid::regclass::text, pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_class c on c.oid = d.adrelid where c.relnamespace = 'laksa'::regnamespace
     ) parts where body ~* '\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(|\\m(current_timestamp|current_date|current_time|localtimestamp|localtime)\\M'`,
  ),
  promised(
    'row-level security is on and forced on every table but the shared lists',
    `select c.relname as line from pg_class c where c.relnamespace = 'laksa'::regnamespace and c.relkind in ('r', 'p') and c.relname not in (${shared})
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  ),
  promised(
    'each of them has the fence and the maintenance policy, word for word, and besides them only reading doors for find views',
    `with fenced as (select c.relname from pg_class c where c.relnamespace = 'laksa'::regnamespace and c.relkind in ('r', 'p') and c.relname not in (${shared})),
       wanted (policyname, roles, expression) as (values
         ('tenant_fence', '{laksa_app,laksa_oversight}', '(tenant_id = (NULLIF(current_setting(''laksa.tenant''::text, true), ''''::text))::uuid)'),
         ('maintenance', '{laksa_owner}', '(current_setting(''laksa.maintenance''::text, true) = ''on''::text)'))
     select format('%s lacks %s', f.relname, w.policyname) as line from fenced f cross join wanted w where not exists (
       select from pg_policies p where p.schemaname = 'laksa' and p.tablename = f.relname and p.policyname = w.policyname and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL'
         and p.roles::text = w.roles and p.qual = w.expression and p.with_check = w.expression)
     union all select format('%s.%s', p.tablename, p.policyname) from pg_policies p where p.schemaname = 'laksa' and p.policyname not in (select policyname from wanted)
       and not (p.cmd = 'SELECT' and p.roles::text = '{laksa_find}')`,
  ),
  promised(
    'no policy has a sub-select',
    `select format('%s.%s', tablename, policyname) as line from pg_policies where schemaname = 'laksa' and concat(qual, ' ', with_check) ~* '\\mselect\\M'`,
  ),
  promised(
    'every view beside the find views asks with the rights of who reads it',
    `select c.relname as line from pg_class c where c.relnamespace = 'laksa'::regnamespace and c.relkind in ('v', 'm')
       and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  ),
  promised(
    "every function that runs with its owner's rights fixes its search path and is nobody's but who it was granted to",
    `select p.proname as line from pg_proc p where p.pronamespace in ('laksa'::regnamespace, 'ops'::regnamespace, 'find'::regnamespace)
       and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)
         or (p.prosecdef and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=pg_catalog, pg_temp%')))`,
  ),
  { says: 'every view and function of laksa_find carries the tenant itself', offences: openFindDoors },
];

function promised(says: string, question: string): Promised {
  return {
    says,
    offences: async (client) => (await client.query<{ line: string }>(question)).rows.map((row) => row.line).toSorted(),
  };
}

/** How PostgreSQL prints the predicate: with more or fewer parentheses, with or without the table's name, as its version likes. */
const predicate =
  /\(?(\w+\.)?tenant_id = \(?NULLIF\(current_setting\('laksa\.tenant'::text, true\), ''::text\)\)?::uuid\)?/;

type Door = { readonly name: string; readonly kind: string; readonly body: string };

/** The predicate must be a condition every row meets: first of the `where`, joined by `and` alone, and in no union. */
async function openFindDoors(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<Door>(
    `select format('%s.%s', n.nspname, c.relname) as name, c.relkind::text as kind, pg_get_viewdef(c.oid) as body
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = 'laksa_find'::regrole and c.relkind in ('v', 'm', 'r', 'p')
     union all select format('%s.%s', n.nspname, p.proname), 'f', p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proowner = 'laksa_find'::regrole
     union all select format('find.%s belongs to %s', c.relname, c.relowner::regrole), 'x', '' from pg_class c
     where c.relnamespace = 'find'::regnamespace and c.relkind in ('v', 'm', 'r', 'p') and c.relowner <> 'laksa_find'::regrole`,
  );
  return rows.filter((door) => !isClosed(door)).map((door) => door.name);
}

function isClosed({ kind, body }: Door): boolean {
  const text = body.replaceAll(/\s+/g, ' ');
  if (kind === 'f') return text.toLowerCase().includes(`tenant_id = ${tenantOf}`);
  if (kind !== 'v' || /\bunion\b|\bexcept\b|\bintersect\b/i.test(text)) return false;
  const where = text.slice(text.lastIndexOf(' WHERE ') + 7);
  return new RegExp(`^\\(*${predicate.source}( AND |;|\\)|$)`).test(where) && !/ OR /.test(outsideParentheses(where));
}

/** The words that are inside no parentheses, or only inside the pair around the whole condition. */
function outsideParentheses(text: string): string {
  const inner = /^\((.*)\);?$/.exec(text)?.[1] ?? text;
  let depth = 0;
  return [...inner]
    .filter((letter) => {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      return depth === 0;
    })
    .join('');
}

/** Rights on tables and views as `role table: RIGHT, RIGHT (columns)`, owners left out. */
export const readGrants = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const { rows } = await client.query<{ line: string }>(
    `select format('%s %s.%s: %s', grantee, n.nspname, relname, string_agg(right_text, ', ' order by right_text)) as line from (
       select c.relnamespace, c.relname, a.grantee::regrole::text as grantee, lower(a.privilege_type) || case when a.is_grantable then ' with grant option' else '' end as right_text
       from pg_class c, aclexplode(c.relacl) a where a.grantee <> c.relowner
       union all
       select c.relnamespace, c.relname, a.grantee::regrole::text, format('%s (%s)', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attname))
       from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a where a.grantee <> c.relowner group by c.relnamespace, c.relname, a.grantee, a.privilege_type
     ) rights join pg_namespace n on n.oid = relnamespace where n.nspname in ('laksa', 'ops', 'find', 'auth', 'graphile_worker')
     group by grantee, n.nspname, relname order by line`,
  );
  return rows.map((row) => row.line);
};
