import type pg from 'pg';

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
};

/** The tables and views as TypeScript, as node-postgres gives them. Nothing has a default: whoever inserts says every value that is not null. */
export const tableTypes = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<Column>(
    `select case when n.nspname = 'laksa' then '' else n.nspname || '.' end || c.relname as table, a.attname as column, t.typname as type,
       case when c.relkind = 'r' then not a.attnotnull else not exists (
         select from information_schema.view_column_usage u join pg_attribute b on b.attrelid = format('%I.%I', u.table_schema, u.table_name)::regclass
         where u.view_schema = n.nspname and u.view_name = c.relname and u.column_name = a.attname and b.attname = a.attname and b.attnotnull) end as nullable, a.attgenerated <> '' as generated
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
     where n.nspname in ('laksa', 'find') and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
  );
  const tables = [...new Set(rows.map((row) => row.table))];
  const shapes = tables.map((table) =>
    shapeOf(
      table,
      rows.filter((row) => row.table === table),
    ),
  );
  return `${[header, ...shapes, `export type Schema = {\n${tables.map((table) => `  ${table.includes('.') ? `'${table}'` : table}: ${typeName(table)};`).join('\n')}\n};`].join('\n\n')}\n`;
};

const header = `// Read from the catalogue of a migrated database by \`npm run schema\`. Do not edit: write a migration.\nimport type { ColumnType, GeneratedAlways } from 'kysely';\n\ntype Json = ColumnType<unknown, string, string>;\ntype Bigint = ColumnType<string, string | number | bigint, string | number | bigint>;`;

const typeName = (table: string): string =>
  `${table
    .split(/[._]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')}Table`;

const shapeOf = (table: string, columns: readonly Column[]): string =>
  `export type ${typeName(table)} = {\n${columns.map((column) => `  ${column.column}: ${columnType(column)};`).join('\n')}\n};`;

const columnType = (column: Column): string => {
  const base = typescriptTypes[column.type];
  if (base === undefined) throw new Error(`no TypeScript type for ${column.type} (${column.table}.${column.column})`);
  if (column.generated) return `GeneratedAlways<${base}>`;
  return column.nullable ? `${base} | null` : base;
};

const typescriptTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'Bigint',
  float8: 'number',
  timestamptz: 'Date',
  date: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'readonly string[]',
  tsvector: 'string',
};
