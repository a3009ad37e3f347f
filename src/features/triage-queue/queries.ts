import { sql, type RawBuilder } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import { allows, seesReport } from '../../domain/permission.ts';
import type { Report, ReportClass, ReportState } from '../../domain/report.ts';
import type { Post } from '../../domain/role.ts';
import type { Tx } from '../../store/tx.ts';
import { saidNow } from '../../store/words-now.ts';
import type { Cursor } from './cursor.ts';
import type { WaitingList } from './queue-list.ts';

/** What every list tells of a report. */
export type ListedRow = {
  readonly id: string;
  readonly number: string;
  readonly state: ReportState;
  readonly class: ReportClass | null;
  readonly is_secret: boolean;
  readonly category_id: string | null;
  readonly village_code: string | null;
  readonly title: string | null;
  /** The beginning of what the reporter wrote. */
  readonly words: string | null;
};

export type QueueRow = ListedRow & {
  readonly next_due_at: Date;
  readonly next_clock: ClockKind;
  /** Of the whole list, up to `countedUpTo`. */
  readonly count: number;
};

/** Beyond it a list is "more than a thousand": nobody counts on, and PostgreSQL need not. */
export const countedUpTo = 1_000;

export type QueueQuery = {
  readonly tenantId: string;
  readonly post: Post;
  readonly list: WaitingList;
  readonly after: Cursor;
  readonly limit: number;
};

/**
 * One page of a list by the earliest running clock. The ids come from `report_queue_idx` (own queue) or `report_state_idx`, in order, and stop at the
 * limit; only then are rows and words read by key. Every open report has a next date, so none falls out of the order.
 */
export const readQueue = async (tx: Tx, query: QueueQuery): Promise<readonly QueueRow[]> => {
  const { rows } = await queueStatement(query).execute(tx);
  return rows;
};

export const queueStatement = (query: QueueQuery): RawBuilder<QueueRow> => {
  const { tenantId, after, limit } = query;
  const page = waiting(
    query,
    sql`and (r.next_due_at, r.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid) order by r.next_due_at, r.id limit ${limit}`,
  );
  return sql<QueueRow>`
    with page as (select id, next_due_at from (${page}) p order by next_due_at, id limit ${limit}),
    counted as (select count(*)::int as count from (${waiting(query, sql`order by r.next_due_at, r.id limit ${countedUpTo + 1}`)}) w)
    select r.id, r.number, r.state, r.class, r.is_secret, r.category_id, r.village_code, r.next_due_at, r.next_clock,
      ${filedWords('title')} as title, ${filedWords('description')} as words, counted.count
    from page cross join counted
    join laksa.report r on r.tenant_id = ${tenantId} and r.id = page.id
    order by page.next_due_at, page.id`;
};

/** The beginning of what was written when the report was filed: two keys a row, whatever PostgreSQL thinks of the tables. */
export const filedWords = (field: 'title' | 'description') => sql`(
  select left(s.value, 200) from laksa.report_event e join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = ${field}
  where e.tenant_id = r.tenant_id and e.report_id = r.id and ${saidNow})`;

/** The reports of a list, each branch cut to what is asked; `rest` stands at the end of each. */
const waiting = ({ tenantId, post, list }: QueueQuery, rest: RawBuilder<unknown>): RawBuilder<unknown> => {
  switch (list.kind) {
    case 'own':
      return sql`(${held(tenantId, post, rest)}) union (${assigned(tenantId, sql`a.post_id = ${post.id}`, rest)})`;
    case 'agency':
      return assigned(tenantId, sql`a.agency_id = ${post.agencyId}`, rest);
    case 'state':
      return sql`select r.id, r.next_due_at from laksa.report r
        where r.tenant_id = ${tenantId} and r.state = ${list.state} and r.state not in ('closed', 'rejected') ${whatMayBeSeen(post)} ${rest}`;
    default:
      return list satisfies never;
  }
};

const held = (tenantId: string, post: Post, rest: RawBuilder<unknown>) => sql`
  select r.id, r.next_due_at from laksa.report r
  where r.tenant_id = ${tenantId} and r.holder_post_id = ${post.id} and r.state not in ('closed', 'rejected') ${rest}`;

/**
 * Of several agencies at work on a report one holds it; the others find it by what was assigned to them. From their work to its reports by key, and
 * `offset 0` holds PostgreSQL to that: walking all that is open in the city until a page of theirs is full would be longer.
 */
const assigned = (tenantId: string, whose: RawBuilder<unknown>, rest: RawBuilder<unknown>) => sql`
  select r.id, r.next_due_at from (
    select distinct a.report_id from laksa.assignment a
    where a.tenant_id = ${tenantId} and ${whose} and a.state in ('offered', 'accepted')) mine
  cross join lateral (
    select o.id, o.next_due_at from laksa.report o
    where o.tenant_id = ${tenantId} and o.id = mine.report_id and o.state not in ('closed', 'rejected') offset 0) r
  where true ${rest}`;

export const whatMayBeSeen = (post: Post): RawBuilder<unknown> => sql`
  ${allows(post, 'see_secret') ? sql`` : sql`and not r.is_secret`}
  ${allows(post, 'see_berkadar') ? sql`` : sql`and r.class is distinct from 'berkadar'`}`;

type Found = Pick<Report, 'class' | 'isSecret' | 'isAnonymous' | 'holderPostId' | 'assignments'>;

/** Whether there is a report of this number that this post may read. */
export const isFound = async (tx: Tx, tenantId: string, post: Post, number: string): Promise<boolean> => {
  const { rows } = await sql<Found>`
    select r.class, r.is_secret as "isSecret", r.is_anonymous as "isAnonymous", r.holder_post_id as "holderPostId",
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state)), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments
    from laksa.report r where r.tenant_id = ${tenantId} and r.number = ${number}`.execute(tx);
  return rows.some((report) => seesReport(post, report));
};
