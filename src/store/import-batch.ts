import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { open, seal } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** A list that was looked at waits so long for a yes. */
const keptMs = 24 * 60 * 60 * 1000;

export type ImportBatch = {
  readonly byUser: string;
  readonly byPost: string;
  readonly confirmedAt: Date | null;
  readonly doneAt: Date | null;
  readonly made: number | null;
  readonly invited: number | null;
  readonly changed: number | null;
  /** Why nothing of it was brought in; null: it was, or is not done. */
  readonly refused: string | null;
  /** What was kept; null once it is brought in. */
  readonly content: unknown;
};

/** Keeps a list that was looked at, sealed, and gives its id. */
export const keepBatch = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { content, userId, postId }: { readonly content: unknown; readonly userId: string; readonly postId: string },
): Promise<string> => {
  const at = tenant.clock.now();
  const id = uuid7(at);
  const { keyId, sealed } = seal(await keyring.tenantKeys(tx, tenant.id, at), JSON.stringify(content), placeOf(id));
  const times = { made_at: at, expires_at: new Date(at.getTime() + keptMs) };
  await tx
    .insertInto('import_batch')
    .values({ tenant_id: tenant.id, id, key_id: keyId, sealed, by_user: userId, by_post: postId, ...times })
    .execute();
  return id;
};

const placeOf = (id: string): string => `import_batch ${id}`;

/** Null: there is none, nobody said yes to it in time, or its key is lost. */
export const readBatch = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  id: string,
): Promise<ImportBatch | null> => {
  const row = await tx
    .selectFrom('import_batch')
    .select(['key_id', 'sealed', 'by_user', 'by_post', 'confirmed_at', 'done_at'])
    .select(['made', 'invited', 'changed', 'refused'])
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('expires_at', '>', tenant.clock.now())
    .executeTakeFirst();
  if (row === undefined) return null;
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), row.key_id);
  const words = row.sealed === null ? null : open(keys, row.key_id, row.sealed, placeOf(id));
  if (words === null && row.confirmed_at === null) return null;
  return {
    byUser: row.by_user,
    byPost: row.by_post,
    confirmedAt: row.confirmed_at,
    doneAt: row.done_at,
    made: row.made,
    invited: row.invited,
    changed: row.changed,
    refused: row.refused,
    content: words === null ? null : JSON.parse(words),
  };
};

/** Says yes to a list: it is brought in by a job. Said twice it is brought in once. */
export const confirmBatch = async (tx: Tx, tenant: Tenant, id: string): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set({ confirmed_at: tenant.clock.now() })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await jobs.add(tx, 'import-staff', { tenantId: tenant.id, batchId: id });
};

export type BatchOutcome =
  | { readonly made: number; readonly invited: number; readonly changed: number }
  | { readonly refused: string };

/** It is brought in, or nothing of it is, and what it held is gone. False: another hand was faster. */
export const finishBatch = async (tx: Tx, tenant: Tenant, id: string, outcome: BatchOutcome): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set({ ...outcome, done_at: tenant.clock.now(), sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('confirmed_at', 'is not', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** What nobody said yes to is kept no longer. */
export const forgetOldBatches = async (tx: Tx, tenant: Tenant): Promise<void> => {
  await tx
    .deleteFrom('import_batch')
    .where('tenant_id', '=', tenant.id)
    .where('expires_at', '<=', tenant.clock.now())
    .execute();
};
