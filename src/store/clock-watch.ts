import type { Tx } from './tx.ts';

/** When somebody must be told next of a clock; null: nothing is left to tell. */
export const readWatch = async (tx: Tx, tenantId: string, clockId: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('report_clock')
    .select('watch_at')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', clockId)
    .executeTakeFirst();
  return row?.watch_at ?? null;
};

/** Notes it. */
export const writeWatch = async (tx: Tx, tenantId: string, clockId: string, next: string | null): Promise<void> => {
  await tx
    .updateTable('report_clock')
    .set({ watch_at: next === null ? null : new Date(next) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', clockId)
    .execute();
};
