import { sql } from 'kysely';

import type { Assignment } from '../../domain/assignment.ts';
import type { ClockKind } from '../../domain/clocks.ts';
import type { ClosedReason, Publication, ReportClass, ReportKind, ReportState } from '../../domain/report.ts';
import { leastUuid7 } from '../../platform/db/uuid7.ts';
import type { Tx } from '../../store/tx.ts';
import { saidNow } from '../../store/words-now.ts';

/** A report as everyone may read it. */
export type PublicRow = {
  readonly id: string;
  readonly number: string;
  readonly kind: ReportKind;
  readonly class: ReportClass | null;
  readonly state: ReportState;
  readonly state_since: Date;
  readonly closed_reason: ClosedReason | null;
  readonly publication: Publication;
  readonly publication_reason: string | null;
  readonly category: string | null;
  readonly village: string | null;
  readonly agencies: readonly string[];
  readonly title: string | null;
  readonly description: string | null;
  readonly answer: string | null;
  readonly filed_at: Date;
  readonly next_due_at: Date | null;
  readonly next_clock: ClockKind | null;
  readonly rating: number | null;
  readonly version: number;
};

/** The same with what a post needs to work on it, and what decides whether this post may see it. */
export type WorkRow = PublicRow & {
  readonly channel: string;
  readonly is_secret: boolean;
  readonly is_anonymous: boolean;
  readonly holder_post_id: string | null;
  readonly holder: string | null;
  readonly occurred_on: string | null;
  readonly assignments: readonly (Pick<Assignment, 'id' | 'postId' | 'agencyId' | 'state'> & {
    readonly post: string;
    readonly agency: string;
  })[];
  readonly words: { readonly [Field in 'title' | 'description' | 'place' | 'latitude' | 'longitude']?: string };
};

const agenciesOf = sql`(select coalesce(json_agg(distinct g.slug), '[]') from laksa.assignment a
  join laksa.agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
  where a.tenant_id = r.tenant_id and a.report_id = r.id and a.state <> 'returned') as agencies`;

const publicColumns = sql`r.id, r.number, r.kind, r.class, r.state, r.state_since, r.closed_reason, r.publication, r.publication_reason,
  c.slug as category, r.village_code as village, ${agenciesOf}, r.title, r.description, r.answer, r.filed_at, r.next_due_at, r.next_clock, r.rating, r.version`;

const categoryOf = sql`left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id`;

export const readPublic = async (tx: Tx, tenantId: string, number: string): Promise<PublicRow | null> => {
  const { rows } = await sql<PublicRow>`
    select ${publicColumns} from laksa.report_public r ${categoryOf}
    where r.tenant_id = ${tenantId} and r.number = ${number}`.execute(tx);
  return rows[0] ?? null;
};

/** Whether its reader may see it is for the caller to decide. */
export const readWork = async (tx: Tx, tenantId: string, number: string): Promise<WorkRow | null> => {
  const { rows } = await sql<WorkRow>`
    select r.id, r.number, r.kind, r.class, r.state, r.state_since, r.closed_reason, r.publication, r.publication_reason, c.slug as category,
      r.village_code as village, ${agenciesOf}, r.public_title as title, r.public_description as description, r.public_answer as answer, r.filed_at,
      r.next_due_at, r.next_clock, r.rating, r.version, r.channel, r.is_secret, r.is_anonymous, r.holder_post_id, h.slug as holder, r.occurred_on,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state, 'post', p.slug, 'agency', g.slug)
          order by a.offered_at, a.id), '[]')
        from laksa.assignment a
          join laksa.post p on p.tenant_id = a.tenant_id and p.id = a.post_id
          join laksa.agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
        where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      (select coalesce(json_object_agg(s.field, s.value), '{}')
        from laksa.report_event e join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id
        where e.tenant_id = r.tenant_id and e.report_id = r.id and ${saidNow}) as words
    from laksa.report r ${categoryOf}
      left join laksa.post h on h.tenant_id = r.tenant_id and h.id = r.holder_post_id
    where r.tenant_id = ${tenantId} and r.number = ${number}`.execute(tx);
  return rows[0] ?? null;
};

/** As the rules ask whether a post sees it. */
export const seenOf = (row: WorkRow) => ({
  class: row.class,
  isSecret: row.is_secret,
  isAnonymous: row.is_anonymous,
  holderPostId: row.holder_post_id,
  assignments: row.assignments,
});

export type ListFilter = {
  readonly state?: ReportState | undefined;
  readonly categoryId?: string | undefined;
  readonly village?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly updatedSince?: Date | undefined;
  /** After this one, in the order of the list. */
  readonly after?: { readonly filedAt: Date; readonly id: string } | undefined;
  readonly limit: number;
};

/**
 * Public reports, newest first. What was taken from the public is listed only to who asks what changed, so that a copy can follow. `updated_since`
 * looks at the newest event.
 */
export const listPublic = async (tx: Tx, tenantId: string, filter: ListFilter): Promise<readonly PublicRow[]> => {
  const conditions = [
    sql`r.tenant_id = ${tenantId}`,
    filter.updatedSince === undefined
      ? sql`r.publication in ('public', 'title_only')`
      : changedSince(filter.updatedSince),
    ...(filter.state === undefined ? [] : [sql`r.state = ${filter.state}`]),
    ...(filter.categoryId === undefined ? [] : [sql`r.category_id = ${filter.categoryId}`]),
    ...(filter.village === undefined ? [] : [sql`r.village_code = ${filter.village}`]),
    ...(filter.agencyId === undefined ? [] : [worksOn(filter.agencyId)]),
    ...(filter.after === undefined ? [] : [comesAfter(filter.after)]),
  ];
  const { rows } = await sql<PublicRow>`
    select ${publicColumns} from laksa.report_public r ${categoryOf}
    where ${sql.join(conditions, sql` and `)}
    order by r.filed_at desc, r.id limit ${filter.limit}`.execute(tx);
  return rows;
};

/** In the order of report_public_idx. */
const comesAfter = ({ filedAt, id }: NonNullable<ListFilter['after']>) =>
  sql`r.filed_at <= ${filedAt} and (r.filed_at < ${filedAt} or r.id > ${id}::uuid)`;

/** When the newest event was written, which its id tells: what a deadline did is dated by the deadline, however late it was noticed. */
const changedSince = (at: Date) => sql`exists (select from laksa.report_event e
  where e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = r.version and e.id >= ${leastUuid7(at)})`;

const worksOn = (agencyId: string) => sql`exists (select from laksa.assignment a
  where a.tenant_id = r.tenant_id and a.report_id = r.id and a.agency_id = ${agencyId} and a.state <> 'returned')`;

export const readState = async (tx: Tx, tenantId: string, reportId: string): Promise<ReportState> => {
  const { rows } = await sql<{
    state: ReportState;
  }>`select state from laksa.report where tenant_id = ${tenantId} and id = ${reportId}`.execute(tx);
  if (rows[0] === undefined) throw new Error('a report that was filed is gone');
  return rows[0].state;
};

export type EventAfter = {
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_post: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
  /** Of the report as it is now. */
  readonly state: ReportState;
  readonly version: number;
};

/** The event that followed a version of a report; null when none did. */
export const readEventAfter = async (
  tx: Tx,
  tenantId: string,
  number: string,
  version: number,
): Promise<EventAfter | null> => {
  // Nothing is added to the version: of the greatest number there is no next.
  const { rows } = await sql<EventAfter>`
    select e.kind, e.actor_kind, e.actor_post, e.payload, r.state, r.version,
      (select coalesce(json_object_agg(s.field, s.value), '{}') from laksa.event_secret s
        where s.tenant_id = e.tenant_id and s.event_id = e.id) as words
    from laksa.report r join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq - 1 = ${version}
    where r.tenant_id = ${tenantId} and r.number = ${number}`.execute(tx);
  return rows[0] ?? null;
};
