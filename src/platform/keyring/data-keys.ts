import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { uuid7 } from '../db/uuid7.ts';
import { wrap } from './key-folder.ts';
import type { TenantKeys } from './tenant-keys.ts';
import type { Wrapping } from './wrapping.ts';

export type Purpose = 'seal' | 'lookup';

type DataKeyRow = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly wrapped: Buffer;
  readonly is_in_use: boolean;
  readonly is_lost: boolean;
  /** Whether the row was there before this transaction wrote anything, and so does not vanish with its rollback. */
  readonly is_settled: boolean;
};

export type LoadedKeys = { readonly keys: TenantKeys; readonly isSettled: boolean };

/** `at`: what new keys are dated by. `now`: the machine's time, by which keys come into use. */
type Loading = { readonly tenantId: string; readonly at: Date; readonly now: Date };

/** Reads the tenant's data keys; makes those it lacks. */
export async function loadDataKeys(tx: Tx, wrapping: Wrapping, loading: Loading): Promise<LoadedKeys> {
  const { tenantId } = loading;
  const found = await readRows(tx, loading);
  const rows = isComplete(found) ? found : await makeMissing(tx, wrapping, loading);
  const byId = new Map<string, Buffer>();
  for (const row of rows)
    if (!row.is_lost)
      byId.set(row.id, await wrapping.unwrap(row.wrapped, dataKeyPlace(tenantId, row), dataKeyName(row)));
  const lookupKeyId = inUse(rows, 'lookup').id;
  const others = rows.filter(({ id, purpose, is_lost }) => purpose === 'lookup' && !is_lost && id !== lookupKeyId);
  const keys = {
    tenantId,
    sealKeyId: inUse(rows, 'seal').id,
    lookupKeyId,
    otherLookupKeyIds: others.map(({ id }) => id),
    byId,
    lostIds: new Set(rows.filter(({ is_lost }) => is_lost).map(({ id }) => id)),
  } satisfies TenantKeys;
  return { keys, isSettled: rows.every((row) => row.is_settled) };
}

/** Newest first. A row is older than the transaction when its number (xmin) is; the numbers of savepoints come after that of their transaction. */
async function readRows(tx: Tx, { tenantId, now }: Loading): Promise<readonly DataKeyRow[]> {
  const { rows } = await sql<DataKeyRow>`
    select id, purpose, wrapped, lost_at is not null as is_lost,
      lost_at is null and (retired_at is null or retired_at > ${now}) and (used_from is null or used_from <= ${now}) as is_in_use,
      coalesce(age(xmin) > age(pg_current_xact_id_if_assigned()::xid), true) as is_settled
    from laksa.data_key
    where tenant_id = ${tenantId}
    order by created_at desc, id desc`.execute(tx);
  return rows;
}

/** One transaction a tenant makes keys, the others wait for its end and find them: two look-up keys would hide a person from herself. */
async function makeMissing(tx: Tx, wrapping: Wrapping, loading: Loading): Promise<readonly DataKeyRow[]> {
  const { tenantId, at } = loading;
  await lockDataKeys(tx, tenantId);
  const found = await readRows(tx, loading);
  for (const purpose of ['seal', 'lookup'] as const) {
    if (!has(found, purpose)) await insertKey(tx, wrapping, { tenantId, purpose, at });
  }
  return readRows(tx, loading);
}

export const lockDataKeys = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa data keys ${tenantId}`}, 0))`.execute(tx);
};

export type NewKey = {
  readonly tenantId: string;
  readonly purpose: Purpose;
  readonly at: Date;
  /** When every process knows it; absent: at once. */
  readonly usedFrom?: Date;
};

export async function insertKey(
  tx: Tx,
  { inUse: by }: Pick<Wrapping, 'inUse'>,
  { tenantId, purpose, at, usedFrom }: NewKey,
): Promise<void> {
  const id = uuid7(at);
  const wrapped = wrap(by(), randomBytes(32), dataKeyPlace(tenantId, { id, purpose }));
  await sql`
    insert into laksa.data_key (tenant_id, id, purpose, wrapped, created_at, used_from)
    values (${tenantId}, ${id}, ${purpose}, ${wrapped}, ${at}, ${usedFrom ?? null})`.execute(tx);
}

export const dataKeyPlace = (tenantId: string, { id, purpose }: Pick<DataKeyRow, 'id' | 'purpose'>): string =>
  `data_key\0${tenantId}\0${id}\0${purpose}`;

export const dataKeyName = ({ id }: Pick<DataKeyRow, 'id'>): string => `data key ${id}`;

const isComplete = (rows: readonly DataKeyRow[]): boolean => has(rows, 'seal') && has(rows, 'lookup');

const has = (rows: readonly DataKeyRow[], purpose: Purpose): boolean =>
  rows.some((row) => row.purpose === purpose && row.is_in_use);

function inUse(rows: readonly DataKeyRow[], purpose: Purpose): DataKeyRow {
  const row = rows.find((candidate) => candidate.purpose === purpose && candidate.is_in_use);
  if (row === undefined)
    throw new Error(`the ${purpose} key of this tenant could not be made: is this transaction inside its fence?`);
  return row;
}
