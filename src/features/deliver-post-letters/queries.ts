import { sql, type RawBuilder } from 'kysely';

import type { Assignment } from '../../domain/assignment.ts';
import type { ClockKind } from '../../domain/clocks.ts';
import type { PostNoticeKind } from '../../domain/post-notices.ts';
import type { ReportClass, ReportKind, ReportState } from '../../domain/report.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Delivery } from '../../store/notice-setting.ts';
import { retryWait } from '../../store/post-letter.ts';
import { clocksOfReport, type ClockRow } from '../../store/report-clock-row.ts';
import type { Tx } from '../../store/tx.ts';

/** `digestAt`: the last moment at which summaries went. */
export type Moment = { readonly now: Date; readonly digestAt: Date };

export type ReadyLetter = {
  readonly notice_id: string;
  readonly kind: PostNoticeKind;
  readonly at: Date;
  /** When it could go at the earliest: what was caught up after a downtime is not older than its writing. */
  readonly ready_at: Date;
  /** When it was written, and whether because the post was on duty then. */
  readonly created_at: Date;
  readonly by_roster: boolean;
  readonly post_id: string;
  /** How the person wants this one; what comes by the roster does not wait for the summary. */
  readonly delivery: Delivery;
  readonly language: Language;
  /** Whether the person still holds the post, and where they are written to. */
  readonly is_held: boolean;
  readonly address: string | null;
  readonly number: string;
  readonly state: ReportState;
  readonly report_kind: ReportKind;
  readonly class: ReportClass | null;
  readonly is_secret: boolean;
  readonly is_anonymous: boolean;
  readonly holder_post_id: string | null;
  readonly category_id: string | null;
  readonly village_code: string | null;
  readonly policy_version: number;
  readonly assignments: readonly Assignment[];
  /** The clock it is of, if it is of one. */
  readonly clock: ClockKind | null;
  readonly due_at: Date | null;
  readonly stopped_at: Date | null;
  /** The earliest clock of the report that runs. */
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
  /** All of them, for whoever is told by the roster; for others none. */
  readonly clocks: readonly ClockRow[];
};

/** Who has a letter that can go now: in no order that matters, and never the same twice. */
export const peopleWithLetters = async (tx: Tx, tenantId: string, moment: Moment): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly user_id: string }>`
    select distinct l.user_id from ${waiting(tenantId)} and ${isReady(moment)}`.execute(tx);
  return rows.map(({ user_id }) => user_id);
};

/** Whether anything can go now. */
export const hasReadyLetter = async (tx: Tx, tenantId: string, moment: Moment): Promise<boolean> => {
  const { rows } = await sql`select 1 from ${waiting(tenantId)} and ${isReady(moment)} limit 1`.execute(tx);
  return rows.length > 0;
};

/** One letter holds no more than this: the rest comes in the next. */
const mostInOne = 50;

/**
 * What can go to one person now, the oldest first, with all that is said of it. Nothing here reads what the reporter wrote or who that is.
 */
export const readyLetters = async (
  tx: Tx,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  moment: Moment,
): Promise<readonly ReadyLetter[]> => {
  const { rows } = await sql<ReadyLetter>`
    select l.notice_id, n.kind, n.at, n.created_at, n.by_roster, n.post_id, ${readyAt} as ready_at, ${delivery} as delivery,
      coalesce(s.language, 'id') as language, h.id is not null as is_held, h.address,
      r.number, r.state, r.kind as report_kind, r.class, r.is_secret, r.is_anonymous, r.holder_post_id, r.category_id, r.village_code,
      r.policy_version, case when n.by_roster then ${clocksOfReport} else '[]' end as clocks,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state)), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      c.kind as clock, c.due_at, c.stopped_at, r.next_clock, r.next_due_at
    from ${waiting(tenantId, withReport(moment))} and l.user_id = ${userId} and ${isReady(moment)}
    order by n.at, n.id limit ${mostInOne}`.execute(tx);
  return rows;
};

const readyAt = sql<Date>`greatest(n.not_before, n.created_at)`;

/** Whoever is on duty is told at once, also where a summary is wanted of everything else. */
const delivery = sql<Delivery>`case when n.by_roster and s.delivery = 'digest' then 'at_once' else coalesce(s.delivery, 'at_once') end`;

/**
 * A summary holds what was written before its moment, so that there is one a day; whoever wants no letters has them dropped at once. What was written by
 * a clock that was ahead waits for neither its moment nor a summary.
 */
const isReady = ({ now, digestAt }: Moment): RawBuilder<unknown> => sql`
  case
    when ${delivery} = 'none' then true
    when greatest(n.at, n.created_at) > ${now} then ${digestAt}::timestamptz + ${retryWait(sql`l.attempts`)} <= ${now}
    when ${delivery} = 'digest' then n.not_before <= ${digestAt} and n.created_at < ${digestAt} and ${digestAt}::timestamptz + ${retryWait(sql`l.attempts`)} <= ${now}
    else ${readyAt} + ${retryWait(sql`l.attempts`)} <= ${now} end`;

/** From the waiting letters, of which there are few, to the rest by key. */
const waiting = (tenantId: string, joins: RawBuilder<unknown> = sql``): RawBuilder<unknown> => sql`
  laksa.post_letter l
    join laksa.post_notice n on n.tenant_id = l.tenant_id and n.id = l.notice_id
    left join laksa.notice_setting s on s.tenant_id = l.tenant_id and s.user_id = l.user_id ${joins}
  where l.tenant_id = ${tenantId} and l.state = 'waiting'`;

const withReport = ({ now }: Moment): RawBuilder<unknown> => sql`
    join laksa.report r on r.tenant_id = n.tenant_id and r.id = n.report_id
    left join laksa.report_clock c on c.tenant_id = n.tenant_id and c.id = n.about_id
    left join lateral (
      select o.id, o.address from laksa.post_holder o
      where o.tenant_id = l.tenant_id and o.post_id = n.post_id and o.user_id = l.user_id and coalesce(o.until_at > ${now}, true)
      order by o.from_at desc limit 1) h on true`;
