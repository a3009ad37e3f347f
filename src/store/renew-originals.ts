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
  const failures: unknown[] = [];
  let renewed = 0;
  for (let after = beforeAllIds; renewed + failures.length < renewedAtOnce;) {
    const row = await laksa.database.inTenant(keys.tenantId, async (tx) => {
      const next = await lockNext(tx, keys.tenantId, { stale, after });
      if (next === undefined) return next;
      await renewOriginal(tx, laksa, keys, next).then(
        (isRenewed) => (renewed += isRenewed ? 1 : 0),
        (error: unknown) => failures.push(error),
      );
      return next;
    });
    if (row === undefined) break;
    after = row.id;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} originals were not sealed anew`);
  return renewed;
};

const beforeAllIds = '00000000-0000-0000-0000-000000000000';

type Wanted = { readonly stale: readonly string[]; readonly after: string };

/** Held until its file has changed places: two who wrote the same file would spoil it. */
const lockNext = (tx: Tx, tenantId: string, { stale, after }: Wanted) =>
  tx
    .selectFrom('photo')
    .select(['id', 'original_file'])
    .where('tenant_id', '=', tenantId)
    .where('original_key_id', 'in', stale)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

type OriginalRow = { readonly id: string; readonly original_file: string | null };

/** False where there is none: brought back from a backup one day, it is still sealed by the key that its row names. */
const renewOriginal = async (tx: Tx, laksa: Installation, keys: TenantKeys, row: OriginalRow): Promise<boolean> => {
  const { tenantId } = keys;
  const { id } = row;
  const from = fileOf(row.original_file);
  const to = otherFile(from);
  const opened = await openOriginal(laksa, { tenantId, id });
  if (opened === null) return false;
  if (opened === 'lost') throw new Error(`the original of picture ${id} cannot be opened`);
  const { keyId, stream } = sealStream(keys, originalPlace(id));
  await bothOf(pipeline(opened, stream), laksa.files.write({ tenantId, id, name: to }, stream));
  await tx
    .updateTable('photo')
    .set({ original_key_id: keyId, original_file: to, former_file: from })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  return true;
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
