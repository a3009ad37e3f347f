import type { Installation } from './installation.ts';

type Which = { readonly tenantId: string; readonly id: string };

/** When a picture that belongs to nothing was last touched, and when it came, to be forgotten. */
type LeftSince = { readonly touchedBefore: Date; readonly receivedBefore: Date };

/**
 * Forgets a picture that belongs to nothing; one that a report was filed with meanwhile stays whole. It is taken out of its form before its files go, so
 * that nothing can be filed with it, and its row goes last: what breaks off between is found again by the sweep.
 */
export const removePhoto = async (laksa: Installation, which: Which): Promise<void> => {
  const { tenantId, id } = which;
  const taken = await laksa.database.inTenant(tenantId, (tx) =>
    tx
      .updateTable('photo')
      .set(nobodys)
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  );
  if (taken !== undefined) await removeTaken(laksa, which);
};

const sweptAtOnce = 100;

/** Forgets what was left so long; what was touched since it was found stays. True when more is waiting. */
export const removeLeft = async (
  laksa: Installation,
  tenantId: string,
  { touchedBefore, receivedBefore }: LeftSince,
): Promise<boolean> => {
  const left = await laksa.database.inTenant(tenantId, (tx) =>
    tx
      .updateTable('photo')
      .set(nobodys)
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', (photo) =>
        photo
          .selectFrom('photo')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('report_id', 'is', null)
          .where((is) => is.or([is('touched_at', '<', touchedBefore), is('received_at', '<', receivedBefore)]))
          .orderBy('touched_at')
          .limit(sweptAtOnce)
          .forUpdate()
          .skipLocked(),
      )
      .returning('id')
      .execute(),
  );
  for (const { id } of left) await removeTaken(laksa, { tenantId, id });
  return left.length === sweptAtOnce;
};

/** As while it is received: under no form, and nothing that could be shown or filed. */
const nobodys = { state: 'receiving', staged_under: null, problem: null } as const;

const removeTaken = async ({ database, files }: Installation, { tenantId, id }: Which): Promise<void> => {
  await files.remove({ tenantId, id });
  await database.inTenant(tenantId, (tx) =>
    tx
      .deleteFrom('photo')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .execute(),
  );
};
