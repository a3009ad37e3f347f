import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { dataKeyName, dataKeyPlace, insertKey, type NewKey, type Purpose } from './data-keys.ts';
import { unwrap, wrap, type InstallationKey } from './key-folder.ts';
import { readRoots, rootName, rootPlace, type RootKind } from './root-keys.ts';
import { notOurs } from './wrapping.ts';

/** Changes of keys: each in a transaction as the owner, with maintenance said aloud (platform/db/maintenance.ts). */

/** A new data key; that before it seals and finds until `usedFrom`, and opens for ever after. */
export const replaceDataKey = async (
  tx: Tx,
  by: InstallationKey,
  key: NewKey & { readonly usedFrom: Date },
): Promise<void> => {
  const { tenantId, purpose, usedFrom } = key;
  await sql`
    update laksa.data_key set retired_at = ${usedFrom}
    where tenant_id = ${tenantId} and purpose = ${purpose} and retired_at is null and lost_at is null`.execute(tx);
  await insertKey(tx, { inUse: () => by }, key);
};

/** Whether a key that was announced has yet to come into use: another would leave processes that know neither. */
export const isAnnounced = async (
  tx: Tx,
  { tenantId, purpose, at }: Pick<NewKey, 'tenantId' | 'purpose' | 'at'>,
): Promise<boolean> => {
  const { rows } = await sql`
    select from laksa.data_key
    where tenant_id = ${tenantId} and purpose = ${purpose} and used_from > ${at}`.execute(tx);
  return rows.length > 0;
};

type NewRoot = {
  readonly kind: RootKind;
  readonly at: Date;
  readonly usedFrom: Date;
  /** Until when that before it is taken; null: for as long as it is kept. */
  readonly endsAt: Date | null;
};

export const replaceRoot = async (
  tx: Tx,
  by: InstallationKey,
  { kind, at, usedFrom, endsAt }: NewRoot,
): Promise<void> => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) + 1 as version from ops.root_key where kind = ${kind}`.execute(tx);
  const version = rows[0]?.version ?? 1;
  await sql`update ops.root_key set ends_at = ${endsAt} where kind = ${kind} and ends_at is null`.execute(tx);
  await sql`
    insert into ops.root_key (kind, version, wrapped, created_at, used_from, ends_at, lost_at)
    values (${kind}, ${version}, ${wrap(by, randomBytes(32), rootPlace({ kind, version }))}, ${at}, ${usedFrom}, null, null)`.execute(
    tx,
  );
};

type Wrapped = {
  readonly name: string;
  readonly place: string;
  readonly wrapped: Buffer;
  readonly isLost: boolean;
  /** Puts another wrapping, and whether it is lost, in the place of what is there. */
  readonly put: (wrapped: Buffer, lostAt: Date | null) => Promise<unknown>;
};

/** Every key that is wrapped by one of the installation, of all cities and of none. */
export const readWrapped = async (tx: Tx): Promise<readonly Wrapped[]> => {
  const { rows } = await sql<{ tenant_id: string; id: string; purpose: Purpose; wrapped: Buffer; is_lost: boolean }>`
    select tenant_id, id, purpose, wrapped, lost_at is not null as is_lost from laksa.data_key for update`.execute(tx);
  const dataKeys = rows.map((row) => ({
    name: dataKeyName(row),
    place: dataKeyPlace(row.tenant_id, row),
    wrapped: row.wrapped,
    isLost: row.is_lost,
    put: (wrapped: Buffer, lostAt: Date | null) =>
      sql`
        update laksa.data_key set wrapped = ${wrapped}, lost_at = ${lostAt}, retired_at = coalesce(retired_at, ${lostAt})
        where tenant_id = ${row.tenant_id} and id = ${row.id}`.execute(tx),
  }));
  const roots = (await readRoots(tx)).map((row) => ({
    name: rootName(row),
    place: rootPlace(row),
    wrapped: row.wrapped,
    isLost: row.lost_at !== null,
    put: (wrapped: Buffer, lostAt: Date | null) =>
      sql`
        update ops.root_key set wrapped = ${wrapped}, lost_at = ${lostAt}
        where kind = ${row.kind} and version = ${row.version}`.execute(tx),
  }));
  return [...dataKeys, ...roots];
};

/** Until the end of the transaction nobody else wraps the keys by another of the installation. */
export const lockInstallationKey = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('laksa installation key', 0))`.execute(tx);
};

/** Wraps every key by another of the installation. Gives how many were not wrapped by it. */
export const wrapAnew = async (tx: Tx, known: readonly InstallationKey[], to: InstallationKey): Promise<number> => {
  let count = 0;
  for (const { name, place, wrapped, isLost, put } of await readWrapped(tx)) {
    if (isLost) continue;
    const found = unwrap([to, ...known], wrapped, place);
    if (found === null) throw notOurs(name);
    if (found.by.fingerprint === to.fingerprint) continue;
    await put(wrap(to, found.secret, place), null);
    count += 1;
  }
  return count;
};

/** Gives up what no key at hand unwraps: what was sealed under it is not opened any more. Gives how many. */
export const giveUpLost = async (tx: Tx, known: readonly InstallationKey[], at: Date): Promise<number> => {
  let count = 0;
  for (const { place, wrapped, isLost, put } of await readWrapped(tx)) {
    if (isLost || unwrap(known, wrapped, place) !== null) continue;
    await put(wrapped, at);
    count += 1;
  }
  return count;
};

/** Takes back what was given up and can be unwrapped after all. Gives how many. */
export const takeBackLost = async (tx: Tx, known: readonly InstallationKey[], to: InstallationKey): Promise<number> => {
  let count = 0;
  for (const { place, wrapped, isLost, put } of await readWrapped(tx)) {
    const found = isLost ? unwrap(known, wrapped, place) : null;
    if (found === null) continue;
    await put(wrap(to, found.secret, place), null);
    count += 1;
  }
  return count;
};
