import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { uuid7 } from '../db/uuid7.ts';
import { openBytes, sealBytes } from './sealing.ts';
import type { TenantKeys } from './tenant-keys.ts';

type Purpose = 'seal' | 'lookup';

type DataKeyRow = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly wrapped: Buffer;
  readonly is_retired: boolean;
  /** Whether the row was there before this transaction wrote anything, and so does not vanish with its rollback. */
  readonly is_settled: boolean;
};

export type LoadedKeys = { readonly keys: TenantKeys; readonly isSettled: boolean };

/** Reads the tenant's data keys; makes those it lacks. `wrappingKey` is the installation's. */
export async function loadDataKeys(tx: Tx, wrappingKey: Buffer, tenantId: string, at: Date): Promise<LoadedKeys> {
  const found = await readRows(tx, tenantId);
  const rows = isComplete(found) ? found : await makeMissing(tx, wrappingKey, tenantId, at);
  const byId = new Map(rows.map((row) => [row.id, unwrap(wrappingKey, tenantId, row)]));
  const keys = {
    tenantId,
    sealKeyId: inUse(rows, 'seal').id,
    lookupKeyId: inUse(rows, 'lookup').id,
    byId,
  } satisfies TenantKeys;
  return { keys, isSettled: rows.every((row) => row.is_settled) };
}

/** Newest first. A row is older than the transaction when its number (xmin) is; the numbers of savepoints come after that of their transaction. */
async function readRows(tx: Tx, tenantId: string): Promise<readonly DataKeyRow[]> {
  const { rows } = await sql<DataKeyRow>`
    select id, purpose, wrapped, retired_at is not null as is_retired,
      coalesce(age(xmin) > age(pg_current_xact_id_if_assigned()::xid), true) as is_settled
    from laksa.data_key
    where tenant_id = ${tenantId}
    order by created_at desc, id desc`.execute(tx);
  return rows;
}

/** One transaction a tenant makes keys, the others wait for its end and find them: two look-up keys would hide a person from herself. */
async function makeMissing(tx: Tx, wrappingKey: Buffer, tenantId: string, at: Date): Promise<readonly DataKeyRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa data keys ${tenantId}`}, 0))`.execute(tx);
  const found = await readRows(tx, tenantId);
  for (const purpose of ['seal', 'lookup'] as const) {
    if (!has(found, purpose)) await insertKey(tx, wrappingKey, { tenantId, purpose, at });
  }
  return readRows(tx, tenantId);
}

type NewKey = { readonly tenantId: string; readonly purpose: Purpose; readonly at: Date };

async function insertKey(tx: Tx, wrappingKey: Buffer, { tenantId, purpose, at }: NewKey): Promise<void> {
  const id = uuid7(at);
  const wrapped = sealBytes(wrappingKey, randomBytes(32), placeOf(tenantId, { id, purpose }));
  await sql`
    insert into laksa.data_key (tenant_id, id, purpose, wrapped, created_at)
    values (${tenantId}, ${id}, ${purpose}, ${wrapped}, ${at})`.execute(tx);
}

function unwrap(wrappingKey: Buffer, tenantId: string, row: DataKeyRow): Buffer {
  try {
    return openBytes(wrappingKey, row.wrapped, placeOf(tenantId, row));
  } catch (cause) {
    throw new Error(
      `data key ${row.id} was not wrapped by the key of this installation: restore keys/installation-key from the backup`,
      { cause },
    );
  }
}

const placeOf = (tenantId: string, { id, purpose }: Pick<DataKeyRow, 'id' | 'purpose'>): string =>
  `data_key\0${tenantId}\0${id}\0${purpose}`;

const isComplete = (rows: readonly DataKeyRow[]): boolean => has(rows, 'seal') && has(rows, 'lookup');

const has = (rows: readonly DataKeyRow[], purpose: Purpose): boolean =>
  rows.some((row) => row.purpose === purpose && !row.is_retired);

function inUse(rows: readonly DataKeyRow[], purpose: Purpose): DataKeyRow {
  const row = rows.find((candidate) => candidate.purpose === purpose && !candidate.is_retired);
  if (row === undefined)
    throw new Error(`the ${purpose} key of this tenant could not be made: is this transaction inside its fence?`);
  return row;
}
