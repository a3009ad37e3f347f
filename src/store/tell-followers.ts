import { sql } from 'kysely';

import type { EventKind } from '../domain/event.ts';
import { isShown } from '../domain/publication.ts';
import { publications } from '../domain/report.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { endFollows } from './follow-end.ts';
import type { WrittenEvent } from './report-event.ts';
import type { Tx } from './tx.ts';

/** What a follower hears of: the steps that the public page shows. What is between the city and the reporter is not among them. */
export const toldToFollowers = [
  'verified',
  'assigned',
  'accepted',
  'postponed',
  'rejected',
  'approved',
  'answer_shared',
  'clock_passed',
  'confirmed',
  'expired',
  'reopened',
  'upheld',
  'withdrawn',
  'transferred',
  'returned_from_transfer',
  'handed_over',
  'merged',
  'unmerged',
] as const satisfies readonly EventKind[];

type Telling = { readonly tenantId: string; readonly reportId: string; readonly at: Date };

/**
 * One notice for each follower and each event they hear of, where everyone may read the report after it; and the end of what was followed, in silence,
 * where an officer took it from everyone's eyes. What the public's flags hide, until an officer has looked, is still followed and not told of.
 */
export const tellFollowers = async (tx: Tx, telling: Telling, events: readonly WrittenEvent[]): Promise<void> => {
  const { tenantId, reportId, at } = telling;
  if (events.some(hidesForGood)) return endFollows(tx, { tenantId, at, which: { reportId } });
  const told = events.filter(({ kind, tellsReporter }) => tellsReporter && isTold(kind));
  if (told.length === 0) return;
  const followIds = await followersOf(tx, telling);
  if (followIds.length === 0) return;
  for (const event of told) await insertNotices(tx, telling, event, followIds);
  await jobs.add(tx, 'deliver-notices', { tenantId, reportId }, { key: `notices ${reportId}` });
};

const isTold = (kind: EventKind): boolean => toldToFollowers.some((one) => one === kind);

/** An officer's decision about what everyone sees is told to the reporter; other words in what is hidden already are not one. */
const hidesForGood = ({ kind, payload, tellsReporter }: WrittenEvent): boolean => {
  const publication = publications.find((one) => one === payload['publication']);
  const isDecided = (kind === 'masked' && tellsReporter) || kind === 'reclassified';
  return isDecided && publication !== undefined && !isShown(publication);
};

/** In the order in which they began. */
const followersOf = async (tx: Tx, { tenantId, reportId }: Telling): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select w.id from laksa.follow w join laksa.report_public p on p.tenant_id = w.tenant_id and p.id = w.report_id
    where w.tenant_id = ${tenantId} and w.report_id = ${reportId} and w.ended_at is null
      and p.publication in ('public', 'title_only')
    order by w.id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** One statement for all of them, however many. */
const insertNotices = async (
  tx: Tx,
  { tenantId, reportId, at }: Telling,
  event: WrittenEvent,
  followIds: readonly string[],
): Promise<void> => {
  const ids = followIds.map(() => uuid7(at));
  await sql`
    insert into laksa.notice
      (tenant_id, id, report_id, event_id, seq, kind, channel, state, attempts, last_error, created_at, sent_at, follow_id)
    select ${tenantId}::uuid, told.id, ${reportId}::uuid, ${event.id}::uuid, ${event.seq}::int, ${event.kind}, 'email', 'waiting', 0, null,
      ${at}::timestamptz, null, told.follow_id
    from unnest(${ids}::uuid[], ${followIds}::uuid[]) as told (id, follow_id)`.execute(tx);
};
