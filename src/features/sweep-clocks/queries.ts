import type { Tx } from '../../store/tx.ts';

/** Running clocks whose due instant has come and that no sweep has marked, the earliest first; served by `report_clock_due_idx`. */
export const readDueClocks = (tx: Tx, tenantId: string, at: Date, limit: number) =>
  tx
    .selectFrom('report_clock')
    .select(['id', 'report_id'])
    .where('tenant_id', '=', tenantId)
    .where('stopped_at', 'is', null)
    .where('paused_at', 'is', null)
    .where('passed_at', 'is', null)
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
