import { sql } from 'kysely';

import type { Tx } from './tx.ts';

type NoticeKey = { readonly tenantId: string; readonly noticeId: string };

/** One hand at a time delivers for a report, until the end of the transaction; the next one waits. */
export const lockDelivery = async (tx: Tx, reportId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa notices ${reportId}`}, 0))`.execute(tx);
};

/** Handed over for good: it is never sent again. */
export const markSent = async (tx: Tx, { tenantId, noticeId }: NoticeKey, at: Date): Promise<void> => {
  await tx
    .updateTable('notice')
    .set((notice) => ({ state: 'sent', attempts: notice('attempts', '+', 1), last_error: null, sent_at: at }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', noticeId)
    .execute();
};

/** Given up: no way leads to this person, or the letter was refused for good. */
export const markDropped = async (tx: Tx, { tenantId, noticeId }: NoticeKey, reason: string): Promise<void> => {
  await tx
    .updateTable('notice')
    .set({ state: 'dropped', last_error: reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', noticeId)
    .execute();
};

/** Still waiting; the next attempt comes with the job. */
export const recordFailure = async (tx: Tx, { tenantId, noticeId }: NoticeKey, reason: string): Promise<void> => {
  await tx
    .updateTable('notice')
    .set((notice) => ({ attempts: notice('attempts', '+', 1), last_error: reason }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', noticeId)
    .execute();
};
