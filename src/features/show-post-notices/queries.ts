import { sql } from 'kysely';

import type { Assignment } from '../../domain/assignment.ts';
import type { ClockKind } from '../../domain/clocks.ts';
import type { PostNoticeKind } from '../../domain/post-notices.ts';
import type { ReportClass, ReportKind, ReportState } from '../../domain/report.ts';
import type { NoticeSetting } from '../../store/notice-setting.ts';
import { clocksOfReport, type ClockRow } from '../../store/report-clock-row.ts';
import type { Tx } from '../../store/tx.ts';
import type { Cursor } from './cursor.ts';

export type NoticeRow = {
  readonly id: string;
  readonly kind: PostNoticeKind;
  readonly at: Date;
  /** When it was written, and whether because the post was on duty then. */
  readonly toldAt: Date;
  readonly isByRoster: boolean;
  readonly isSeen: boolean;
  readonly number: string;
  readonly state: ReportState;
  readonly reportKind: ReportKind;
  readonly class: ReportClass | null;
  readonly isSecret: boolean;
  readonly isAnonymous: boolean;
  readonly holderPostId: string | null;
  readonly categoryId: string | null;
  readonly villageCode: string | null;
  readonly policyVersion: number;
  readonly assignments: readonly Assignment[];
  /** The clock it is of, if it is of one. */
  readonly clock: ClockKind | null;
  readonly dueAt: Date | null;
  readonly stoppedAt: Date | null;
  /** The earliest clock of the report that runs. */
  readonly nextClock: ClockKind | null;
  readonly nextDueAt: Date | null;
  /** All of them, for whoever was told by the roster; for others none. */
  readonly clocks: readonly ClockRow[];
};

type Asked = {
  readonly tenantId: string;
  readonly postId: string;
  readonly after: Cursor | null;
  readonly limit: number;
};

/** One page of what a post was told, the newest first: along `post_notice_post_idx`, which stops at the limit; the rest is read by key. */
export const readNotices = async (tx: Tx, { tenantId, postId, after, limit }: Asked): Promise<readonly NoticeRow[]> => {
  const older = after === null ? sql`` : sql`and n.at <= ${after.at} and (n.at < ${after.at} or n.id > ${after.id})`;
  const { rows } = await sql<NoticeRow>`
    with page as (
      select n.id, n.report_id, n.about_id, n.kind, n.at, n.created_at, n.by_roster, n.seen_at from laksa.post_notice n
      where n.tenant_id = ${tenantId} and n.post_id = ${postId} ${older}
      order by n.at desc, n.id limit ${limit})
    select n.id, n.kind, n.at, n.created_at as "toldAt", n.by_roster as "isByRoster", n.seen_at is not null as "isSeen",
      r.number, r.state, r.kind as "reportKind", r.class, r.is_secret as "isSecret",
      r.is_anonymous as "isAnonymous", r.holder_post_id as "holderPostId", r.category_id as "categoryId", r.village_code as "villageCode",
      r.policy_version as "policyVersion", case when n.by_roster then ${clocksOfReport} else '[]' end as clocks,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state)), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      c.kind as clock, c.due_at as "dueAt", c.stopped_at as "stoppedAt", r.next_clock as "nextClock", r.next_due_at as "nextDueAt"
    from page n
      join laksa.report r on r.tenant_id = ${tenantId} and r.id = n.report_id
      left join laksa.report_clock c on c.tenant_id = ${tenantId} and c.id = n.about_id
    order by n.at desc, n.id`.execute(tx);
  return rows;
};

/** How a person is written to; what nobody chose is at once, in Indonesian. */
export const readSetting = async (tx: Tx, tenantId: string, userId: string): Promise<NoticeSetting> => {
  const { rows } = await sql<NoticeSetting>`
    select delivery, language from laksa.notice_setting where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    tx,
  );
  return rows[0] ?? { delivery: 'at_once', language: 'id' };
};
