import { sql } from 'kysely';

import type { Plain } from '../domain/city-event.ts';
import { officeFrom, type Office, type OfficeKind } from '../domain/office.ts';
import type { Tx } from './tx.ts';

/** Where each field of an office is kept. */
const kept = {
  agency: {
    table: 'laksa.agency',
    columns: { name: 'name', shortName: 'short_name', kind: 'kind', areaCode: 'area_code', closedAt: 'closed_at' },
  },
  post: {
    table: 'laksa.post',
    columns: { name: 'name', agencyId: 'agency_id', roles: 'roles', closedAt: 'closed_at' },
  },
  holder: {
    table: 'laksa.post_holder',
    columns: { postId: 'post_id', userId: 'user_id', from: 'from_at', until: 'until_at', acting: 'acting' },
  },
} as const satisfies Record<OfficeKind, { readonly table: string; readonly columns: Readonly<Record<string, string>> }>;

/** An office as it stands; null: there is none of this id in this city. */
export const readOffice = async (tx: Tx, tenantId: string, kind: OfficeKind, id: string): Promise<Office | null> => {
  const { table, columns } = kept[kind];
  const fields = Object.entries(columns).map(([field, column]) => sql`${sql.ref(column)} as ${sql.ref(field)}`);
  const { rows } = await sql<Readonly<Record<string, Plain | Date>>>`
    select ${sql.join(fields)} from ${sql.table(table)} where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : officeFrom(kind, id, plainFrom(row));
};

export const updateOffice = async (tx: Tx, tenantId: string, { kind, id, fields }: Office): Promise<void> => {
  const { table, columns } = kept[kind];
  const values = columnsOf(columns, fields).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(values)} where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  );
};

/** `beside`: columns that are no field, because they never change or name a person. */
export const insertOffice = async (
  tx: Tx,
  tenantId: string,
  { kind, id, fields }: Office,
  beside: Readonly<Record<string, string | Date | null>>,
): Promise<void> => {
  const { table, columns } = kept[kind];
  const values = [
    ['tenant_id', tenantId],
    ['id', id],
    ...Object.entries(beside),
    ...columnsOf(columns, fields),
  ] as const;
  await sql`insert into ${sql.table(table)} (${sql.join(values.map(([column]) => sql.ref(column)))})
    values (${sql.join(values.map(([, value]) => value))})`.execute(tx);
};

const columnsOf = (
  columns: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, Plain>>,
): readonly (readonly [string, Plain])[] =>
  Object.entries(columns).map(([field, column]) => [column, fields[field] ?? null]);

const plainFrom = (row: Readonly<Record<string, Plain | Date>>): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, value instanceof Date ? value.toISOString() : value]),
  );
