import { uuid7 } from '../platform/db/uuid7.ts';
import { lookNow } from './notice-delivery.ts';
import type { WrittenEvent } from './report-event.ts';
import type { Tx } from './tx.ts';

type Telling = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly reporterId: string | null;
  readonly at: Date;
};

/** One notice for each event the reporter is to hear of, and one job that delivers what waits for this report, in order. */
export const tellReporter = async (tx: Tx, telling: Telling, events: readonly WrittenEvent[]): Promise<void> => {
  const told = events.filter((event) => event.tellsReporter);
  if (told.length === 0 || telling.reporterId === null) return;
  const rows = told.map((event) => ({
    tenant_id: telling.tenantId,
    id: uuid7(telling.at),
    report_id: telling.reportId,
    event_id: event.id,
    seq: event.seq,
    kind: event.kind,
    channel: 'email',
    state: 'waiting',
    attempts: 0,
    last_error: null,
    created_at: telling.at,
    sent_at: null,
  }));
  await tx.insertInto('notice').values(rows).execute();
  await lookNow(tx, telling.tenantId, telling.reportId);
};
