import { instantOf } from '../platform/db/uuid7.ts';
import type { Tx } from './tx.ts';

/** By how much the newest event of a city lies ahead of its time, by the instant in the greatest id; 0: it does not. Served by the primary key. */
export const secondsAhead = async (tx: Tx, tenantId: string, now: Date): Promise<number> => {
  const newest = await tx
    .selectFrom('report_event')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return 0;
  return Math.max(0, Math.round((instantOf(newest.id).getTime() - now.getTime()) / 1000));
};
