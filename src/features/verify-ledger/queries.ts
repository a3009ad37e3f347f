import { sql } from 'kysely';

import type { RunningClock } from '../../domain/clocks.ts';
import type { Tx } from '../../store/tx.ts';

export type StoredSecret = { readonly field: string; readonly salt: string; readonly value: string };

/** An event as it is stored, with its report and its words. */
export type StoredEvent = {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  /** Written instants have three decimals: more were put there by somebody else. */
  readonly has_whole_ms: boolean;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_post: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly commitments: Readonly<Record<string, string>>;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly secrets: readonly StoredSecret[];
  /** In the feed, or waiting for it. */
  readonly is_in_feed: boolean;
};

/** A report's own row and its clocks: what the pages and the interfaces show, and what its history must account for. */
export type StoredReport = {
  readonly row: Readonly<Record<string, string | number | boolean | null>>;
  readonly clocks: readonly RunningClock[];
};

type HistoryRow = {
  readonly report_id: string;
  readonly number: string;
  readonly version: number;
  /** With its first event alone. */
  readonly report: StoredReport | null;
} & (StoredEvent | { readonly id: null });

export type StoredHistory = {
  readonly reportId: string;
  readonly number: string;
  readonly version: number;
  readonly report: StoredReport;
  readonly events: readonly StoredEvent[];
};

/** The histories of the next reports after `afterId`, each whole and of one moment: a report may be moved while it is looked at. */
export const readHistories = async (
  tx: Tx,
  tenantId: string,
  afterId: string,
  limit: number,
): Promise<readonly StoredHistory[]> => {
  const { rows } = await sql<HistoryRow>`
    select r.id as report_id, r.number, r.version,
      case when row_number() over (partition by r.id order by e.seq) = 1 then json_build_object('row', ${reportRow}, 'clocks', ${clocks}) end as report, e.id, e.seq, e.at, date_trunc('milliseconds', e.at) = e.at as has_whole_ms, e.kind, e.actor_kind, e.actor_post,
      e.payload, e.commitments, e.prev_hash, e.hash,
      (select coalesce(json_agg(json_build_object('field', s.field, 'salt', encode(s.salt, 'hex'), 'value', s.value) order by s.field), '[]')
        from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id) as secrets,
      coalesce((select true from laksa.event_feed f where f.tenant_id = e.tenant_id and f.event_id = e.id),
        (select true from laksa.event_pending p where p.tenant_id = e.tenant_id and p.event_id = e.id), false) as is_in_feed
    from (select * from laksa.report where tenant_id = ${tenantId} and id > ${afterId} order by id limit ${limit}) r
      left join laksa.report_event e on e.tenant_id = ${tenantId} and e.report_id = r.id
    order by r.id, e.seq`.execute(tx);
  return [...Map.groupBy(rows, (row) => row.report_id).values()].map(historyFrom);
};

/** In UTC with three decimals, as events have it; no date at all is given as it is. */
const instant = (column: string) =>
  sql`coalesce(nullif(to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), ${sql.ref(column)}::text)`;

const reportRow = sql`(select to_json(o) from (select r.number, r.kind, r.channel, r.policy_version, r.is_anonymous, r.is_secret, r.occurred_on,
  ${instant('r.filed_at')} as filed_at, r.state, ${instant('r.state_since')} as state_since, r.closed_reason, r.class, r.category_id, r.village_code,
  r.publication, r.publication_reason, r.rating, r.questions_asked, r.times_returned, ${instant('r.next_due_at')} as next_due_at, r.next_clock,
  r.public_title, r.public_description, r.public_answer) o)`;

const clocks = sql`(select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'policyVersion', c.policy_version,
    'startedAt', ${instant('c.started_at')}, 'dueAt', ${instant('c.due_at')}, 'provisional', c.provisional, 'pausedAt', ${instant('c.paused_at')},
    'pauses', (select coalesce(json_agg(json_build_object('from', ${instant('w.started_at')}, 'until', ${instant('w.ended_at')}, 'reason', w.reason) order by w.started_at, w.id), '[]')
      from laksa.clock_pause w where w.tenant_id = c.tenant_id and w.clock_id = c.id),
    'pausedMs', c.paused_ms, 'stoppedAt', ${instant('c.stopped_at')}, 'outcome', c.outcome, 'passedAt', ${instant('c.passed_at')}, 'extendedAt', ${instant('c.extended_at')},
    'reminder', case when c.reminded_at is not null then json_build_object('at', ${instant('c.reminded_at')}, 'of', ${instant('c.reminded_of')}) end) order by c.started_at, c.id), '[]')
  from laksa.report_clock c where c.tenant_id = r.tenant_id and c.report_id = r.id)`;

const historyFrom = (rows: readonly HistoryRow[]): StoredHistory => {
  const [first] = rows;
  if (first === undefined || first.report === null) throw new Error('a group has a first row');
  return {
    reportId: first.report_id,
    number: first.number,
    version: first.version,
    report: first.report,
    events: rows.flatMap((row) => (row.id === null ? [] : [row])),
  };
};

/** A position of the feed with the event it names, if that is still there. */
export type FeedEntry = {
  readonly position: number;
  readonly published_at: Date;
  readonly has_whole_ms: boolean;
  readonly chain: Buffer;
  readonly event_id: string;
  readonly hash: Buffer | null;
  readonly seq: number | null;
  readonly number: string | null;
};

export const readFeed = async (
  tx: Tx,
  tenantId: string,
  afterPosition: number,
  limit: number,
): Promise<readonly FeedEntry[]> => {
  const { rows } = await sql<Omit<FeedEntry, 'position'> & { readonly position: string }>`
    select f.position, f.published_at, date_trunc('milliseconds', f.published_at) = f.published_at as has_whole_ms, f.chain, f.event_id, e.hash, e.seq, r.number
    from laksa.event_feed f
      left join laksa.report_event e on e.tenant_id = f.tenant_id and e.id = f.event_id
      left join laksa.report r on r.tenant_id = e.tenant_id and r.id = e.report_id
    where f.tenant_id = ${tenantId} and f.position > ${afterPosition} order by f.position limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
};
