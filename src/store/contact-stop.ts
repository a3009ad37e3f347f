import type { Tx } from './tx.ts';

/** An address by its look-up: never opened for this. */
export type StoppedAddress = { readonly tenantId: string; readonly lookup: Buffer; readonly at: Date };

/** No letter of this city to an address any more, whoever named it. Only a link in a letter to that address leads here. A second time changes nothing. */
export const stopAddress = async (tx: Tx, { tenantId, lookup, at }: StoppedAddress): Promise<void> => {
  await tx
    .insertInto('contact_stop')
    .values({ tenant_id: tenantId, field: 'email', lookup, stopped_at: at, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'field', 'lookup'])
        .doUpdateSet({ stopped_at: at, ended_at: null })
        .where('contact_stop.ended_at', 'is not', null),
    )
    .execute();
};

/** Letters to this address again. */
export const resumeAddress = async (tx: Tx, { tenantId, lookup, at }: StoppedAddress): Promise<void> => {
  await tx
    .updateTable('contact_stop')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('field', '=', 'email')
    .where('lookup', '=', lookup)
    .where('ended_at', 'is', null)
    .execute();
};

/** Whether an address wants no letters of this city. */
export const isAddressStopped = async (tx: Tx, tenantId: string, lookup: Buffer): Promise<boolean> => {
  const row = await tx
    .selectFrom('contact_stop')
    .select('stopped_at')
    .where('tenant_id', '=', tenantId)
    .where('field', '=', 'email')
    .where('lookup', '=', lookup)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
};
