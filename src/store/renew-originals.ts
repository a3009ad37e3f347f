import { pipeline } from 'node:stream/promises';

import { sealStream, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import type { Installation } from './installation.ts';
import { fileOf, otherFile } from './original-file.ts';
import { originalPlace } from './photo-details.ts';
import { bothOf } from './photo-stream.ts';
import { openOriginal } from './photo-work.ts';
import type { Tx } from './tx.ts';

const renewedAtOnce = 20;

/**
 * Seals originals anew, each as it flows from one file to another. Its row says which of the two counts: whoever reads meanwhile has the one or the other
 * whole. Gives how many; throws for those that could not be read when the others are done.
 */
export const renewOriginals = async (
  laksa: Installation,
  keys: TenantKeys,
  stale: readonly string[],
): Promise<number> => {
  const failures = new Map<string, unknown>();
  for (let count = 0; count < renewedAtOnce; count += 1) {
    const isDone = await laksa.database.inTenant(keys.tenantId, async (tx) => {
      const row = await lockNext(tx, keys.tenantId, { stale, failed: [...failures.keys()] });
      if (row === undefined) return true;
      await renewOriginal(tx, laksa, keys, row).catch((error: unknown) => failures.set(row.id, error));
      return false;
    });
    if (isDone) return settled(failures, count);
  }
  return settled(failures, renewedAtOnce);
};

const settled = (failures: ReadonlyMap<string, unknown>, count: number): number => {
  if (failures.size === 0) return count;
  throw new AggregateError(failures.values(), `${failures.size} originals were not sealed anew`);
};

type Wanted = { readonly stale: readonly string[]; readonly failed: readonly string[] };

/** Held until its file has changed places: two who wrote the same file would spoil it. */
const lockNext = (tx: Tx, tenantId: string, { stale, failed }: Wanted) =>
  tx
    .selectFrom('photo')
    .select(['id', 'original_file'])
    .where('tenant_id', '=', tenantId)
    .where('original_key_id', 'in', stale)
    .where((is) => (failed.length === 0 ? is.lit(true) : is('id', 'not in', failed)))
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

type OriginalRow = { readonly id: string; readonly original_file: string | null };

const renewOriginal = async (tx: Tx, laksa: Installation, keys: TenantKeys, row: OriginalRow): Promise<void> => {
  const { tenantId } = keys;
  const { id } = row;
  const from = fileOf(row.original_file);
  const to = otherFile(from);
  const opened = await openOriginal(laksa, { tenantId, id });
  if (opened === 'lost') throw new Error(`the original of picture ${id} cannot be opened`);
  const { keyId, stream } = sealStream(keys, originalPlace(id));
  if (opened !== null) await bothOf(pipeline(opened, stream), laksa.files.write({ tenantId, id, name: to }, stream));
  const files = opened === null ? {} : { original_file: to, former_file: from };
  await tx
    .updateTable('photo')
    .set({ original_key_id: keyId, ...files })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
};

/** Removes the files that count no longer. Gives how many. */
export const removeFormer = ({ database, files }: Installation, tenantId: string): Promise<number> =>
  database.inTenant(tenantId, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .select(['id', 'former_file'])
      .where('tenant_id', '=', tenantId)
      .where('former_file', 'is not', null)
      .limit(renewedAtOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id, former_file } of rows) {
      await files.removeFile({ tenantId, id, name: fileOf(former_file) });
      await tx
        .updateTable('photo')
        .set({ former_file: null })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    }
    return rows.length;
  });
