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

/** The clocks of a report of which somebody is still to be told, the next first. */
export const readWatched = async (tx: Tx, tenantId: string, reportId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('report_clock')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('watch_at', 'is not', null)
    .orderBy('watch_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};
