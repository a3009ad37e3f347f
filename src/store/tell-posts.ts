import { sql } from 'kysely';

import type { RunningClock } from '../domain/clocks.ts';
import type { Policy } from '../domain/policy.ts';
import { maySee, workersOn, type PostNotice, type Staff } from '../domain/post-notices.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Report } from '../domain/report.ts';
import { cannotWait } from '../domain/urgent.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { City } from './city.ts';
import { deskOf } from './move-context.ts';
import type { WrittenEvent } from './report-event.ts';
import type { Tx } from './tx.ts';

/** What the posts of a city are told of one report, as it is now; `clocks`: those that it is about. */
export type PostTelling = {
  readonly tenantId: string;
  readonly city: City;
  readonly report: Report;
  readonly clocks: readonly RunningClock[];
  /** The version the report was filed under. */
  readonly policy: Policy;
  /** Whoever made what is told of, if a post did: no duty tells it of what it did itself. */
  readonly madeBy?: string | null;
  readonly now: Date;
};

/**
 * One notice for each post, and one letter for each person who holds it now, in one statement. In quiet hours they wait for the morning; of what cannot
 * wait so long, whoever is on duty is told at once. Told again, nothing is added.
 */
export const tellPosts = async (tx: Tx, telling: PostTelling, notices: readonly PostNotice[]): Promise<void> => {
  if (notices.length === 0) return;
  const { city, now } = telling;
  // When people sleep is not a promise to anybody: it is as the city says now.
  const morning = quietUntil(now.toISOString(), { calendar: city.calendar, policy: city.policy });
  const inTheMorning = notices.map((notice) => ({ ...notice, notBefore: morning, byRoster: false }));
  const urgent = await onDuty(tx, telling, notices);
  const atOnce = urgent.map((notice) => ({ ...notice, notBefore: now.toISOString(), byRoster: true }));
  await insertNotices(tx, telling, [...new Map([...inTheMorning, ...atOnce].map((one) => [keyOf(one), one])).values()]);
};

export const staffOf = (city: City): Staff => ({ posts: city.posts, desk: deskOf(city) });

/** Events as the rules of telling read them. */
export const toldEvents = (events: readonly WrittenEvent[]) =>
  events.map(({ id, kind, writtenAt, payload }) => ({ id, kind, at: writtenAt.toISOString(), payload }));

const keyOf = ({ postId, kind, aboutId, at }: PostNotice): string => [postId, kind, aboutId, at].join(' ');

/** The same for the posts that are on duty, where it cannot wait. What somebody above is told of is nothing for them to do. */
const onDuty = async (
  tx: Tx,
  { tenantId, city, report, clocks, policy, madeBy, now }: PostTelling,
  notices: readonly PostNotice[],
): Promise<readonly PostNotice[]> => {
  const rules = { policy: { ...policy, notices: city.policy.notices }, calendar: city.calendar };
  const workers = workersOn(report);
  const urgent = notices
    .filter(({ kind, postId }) => kind !== 'escalated' || workers.includes(postId))
    .filter(({ at }) => cannotWait(report, { at, now: now.toISOString(), clocks }, rules));
  if (urgent.length === 0) return [];
  const posts = (await readDuty(tx, tenantId, now)).filter(
    (postId) => postId !== madeBy && maySee(postId, report, staffOf(city)),
  );
  return posts.flatMap((postId) => urgent.map((notice) => ({ ...notice, postId })));
};

const readDuty = async (tx: Tx, tenantId: string, now: Date): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('duty')
    .select('post_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('until_at', '>', now)
    .where('from_at', '<=', now)
    .execute();
  return rows.map((row) => row.post_id);
};

/** `byRoster`: because the post is on duty, and so at once for everybody in it. */
type Dated = PostNotice & { readonly notBefore: string; readonly byRoster: boolean };

const insertNotices = async (
  tx: Tx,
  { tenantId, report, now }: PostTelling,
  notices: readonly Dated[],
): Promise<void> => {
  const rows = notices.map((notice) => ({
    id: uuid7(now),
    post_id: notice.postId,
    kind: notice.kind,
    about_id: notice.aboutId,
    at: notice.at,
    // Where the machine's clock went back the report's history did not (`momentFor`): the event may be dated later than now.
    not_before: notice.notBefore < notice.at ? notice.at : notice.notBefore,
    by_roster: notice.byRoster,
  }));
  await sql`
    with told as (
      insert into laksa.post_notice (tenant_id, id, post_id, report_id, kind, about_id, at, not_before, created_at, seen_at, by_roster)
      select ${tenantId}, n.id, n.post_id, ${report.id}, n.kind, n.about_id, n.at, n.not_before, ${now}, null, n.by_roster
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n (id uuid, post_id uuid, kind text, about_id uuid, at timestamptz, not_before timestamptz, by_roster boolean)
      on conflict on constraint post_notice_once do nothing
      returning id, post_id)
    insert into laksa.post_letter (tenant_id, notice_id, user_id, state, attempts, last_error, sent_at)
    select distinct ${tenantId}::uuid, told.id, h.user_id, 'waiting', 0, null, null::timestamptz
    from told join laksa.post_holder h on h.tenant_id = ${tenantId} and h.post_id = told.post_id
      and h.from_at <= ${now} and (h.until_at is null or h.until_at > ${now})`.execute(tx);
};
