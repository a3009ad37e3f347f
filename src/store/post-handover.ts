import { sql } from 'kysely';

import { canSucceed } from '../domain/handed-over.ts';
import type { PostFields } from '../domain/office.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { recordCityEvent, type CityActor } from './city-event.ts';
import { lockOffices } from './judge-office.ts';
import { readOffice } from './office-row.ts';
import { reportsOf } from './post-work.ts';
import type { Tx } from './tx.ts';

export type NewHandover = {
  /** From the form: sent twice it is one. */
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly by: CityActor;
  readonly at: Date;
};

export type HandoverRefusal = { readonly kind: 'not_found' } | { readonly kind: 'cannot_succeed' };

/**
 * Gives all that a post has to do to another: at once the categories whose reports come to it and the duties that are not over, and by a job each open
 * report that it has a part in, which are written down here.
 */
export const startHandover = async (
  tx: Tx,
  tenantId: string,
  handover: NewHandover,
): Promise<Result<'started', HandoverRefusal>> => {
  const { id, fromId, toId } = handover;
  await lockOffices(tx, tenantId);
  if (await isStarted(tx, tenantId, id)) return ok('started');
  const [from, to] = [await openPost(tx, tenantId, fromId), await openPost(tx, tenantId, toId)];
  if (from === null || to === null) return refuse({ kind: 'not_found' });
  if (!canSucceed(from, to)) return refuse({ kind: 'cannot_succeed' });
  await insertHandover(tx, tenantId, handover);
  const reports = await listReports(tx, tenantId, id, reportsOf(tenantId, fromId));
  const rules = await moveRules(tx, tenantId, { from, to });
  const duties = await moveDuties(tx, tenantId, { from, to, at: handover.at });
  await recordCityEvent(tx, tenantId, {
    kind: 'post.handed_over',
    subjectId: fromId,
    by: handover.by,
    at: handover.at,
    changes: {
      handover: { before: null, after: id },
      work: { before: fromId, after: toId },
      reports: { before: reports, after: 0 },
      rules: { before: rules, after: [] },
      duties: { before: duties, after: [] },
    },
  });
  await jobs.add(tx, 'hand-over-work', { tenantId, handoverId: id });
  return ok('started');
};

type OpenPost = { readonly id: string } & PostFields;

/** As it is under the lock: a city that is kept may be seconds old. */
const openPost = async (tx: Tx, tenantId: string, id: string): Promise<OpenPost | null> => {
  const office = await readOffice(tx, tenantId, 'post', id);
  return office?.kind === 'post' && office.fields.closedAt === null ? { id, ...office.fields } : null;
};

export const isStarted = async (tx: Tx, tenantId: string, id: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('post_handover')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};

export const insertHandover = async (
  tx: Tx,
  tenantId: string,
  { id, fromId, toId, by, at }: NewHandover,
): Promise<void> => {
  const posts = { from_post_id: fromId, to_post_id: toId, by_post: by?.postId ?? null };
  await tx
    .insertInto('post_handover')
    .values({ tenant_id: tenantId, id, ...posts, made_at: at })
    .execute();
};

/** What is to be moved; gives how many. */
export const listReports = async (
  tx: Tx,
  tenantId: string,
  handoverId: string,
  reports: ReturnType<typeof reportsOf>,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into laksa.handed_report (tenant_id, handover_id, report_id, state)
    select ${tenantId}::uuid, ${handoverId}::uuid, listed.id, 'waiting' from (${reports}) listed`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

type Way = { readonly from: { readonly id: string }; readonly to: Pick<OpenPost, 'id' | 'agencyId'> };

/** Some of them, or all. Gives which. */
export const moveRules = async (
  tx: Tx,
  tenantId: string,
  { from, to }: Way,
  only?: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`
    update laksa.routing_rule set post_id = ${to.id}, agency_id = coalesce(${to.agencyId}, agency_id)
    where tenant_id = ${tenantId} and post_id = ${from.id} and closed_at is null
      ${only === undefined ? sql`` : sql`and id = any(${only}::uuid[])`} returning id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Where the other is on duty at the same time, it stays as it is. */
export const moveDuties = async (
  tx: Tx,
  tenantId: string,
  { from, to, at }: Way & { readonly at: Date },
  only?: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`
    update laksa.duty d set post_id = ${to.id}
    where d.tenant_id = ${tenantId} and d.post_id = ${from.id} and d.until_at > ${at}
      ${only === undefined ? sql`` : sql`and d.id = any(${only}::uuid[])`}
      and not exists (select from laksa.duty o where o.tenant_id = d.tenant_id and o.post_id = ${to.id}
        and o.from_at < d.until_at and o.until_at > d.from_at) returning d.id`.execute(tx);
  return rows.map(({ id }) => id);
};
