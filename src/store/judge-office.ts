import { sql } from 'kysely';

import { overlaps, type HolderFields, type Office, type PostFields } from '../domain/office.ts';
import { allows } from '../domain/permission.ts';
import { isRole } from '../domain/role.ts';
import { staffingProblem, withOffice, type Staffing } from '../domain/staffing.ts';
import type { CityActor } from './city-event.ts';
import type { OfficeRefusal } from './office-refusal.ts';
import { givesPlatform, mayGivePlatform } from './platform-role.ts';
import { readPostWork } from './post-work.ts';
import type { Tx } from './tx.ts';

/** `before` null: it is new. */
export type OfficeStep = {
  readonly before: Office | null;
  readonly after: Office;
  readonly by: CityActor;
  readonly at: Date;
};

/** One hand at a time changes the offices of a city, until the end of the transaction: two administrators who remove each other do not pass. */
export const lockOffices = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa offices ${tenantId}`}, 0))`.execute(tx);
};

/** What stands in the way of a change; null: nothing. Asked under the lock. */
export const judgeOffice = async (tx: Tx, tenantId: string, step: OfficeStep): Promise<OfficeRefusal | null> => {
  const { before, after, by } = step;
  if ((await givesPlatform(tx, tenantId, before, after)) && !(await mayGivePlatform(tx, tenantId, by)))
    return { kind: 'platform_alone' };
  const staffing = await readStaffing(tx, tenantId);
  const problem = staffingProblem(staffing, withOffice(staffing, after), step.at.toISOString());
  return problem ?? (await ownProblem(tx, tenantId, step));
};

const ownProblem = (tx: Tx, tenantId: string, { before, after }: OfficeStep): Promise<OfficeRefusal | null> => {
  switch (after.kind) {
    case 'agency':
      return after.fields.closedAt === null ? none : openPosts(tx, tenantId, after.id);
    case 'post':
      return postProblem(tx, tenantId, before?.kind === 'post' ? before.fields : null, after);
    case 'holder':
      return holderProblem(tx, tenantId, after, before === null);
    default:
      return after satisfies never;
  }
};

const none = Promise.resolve(null);

const openPosts = async (tx: Tx, tenantId: string, agencyId: string): Promise<OfficeRefusal | null> => {
  const rows = await tx
    .selectFrom('post')
    .select('name')
    .where('tenant_id', '=', tenantId)
    .where('agency_id', '=', agencyId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.length === 0 ? null : { kind: 'has_posts', posts: rows.map(({ name }) => name) };
};

type OfKind<Kind extends Office['kind']> = Extract<Office, { readonly kind: Kind }>;

const postProblem = async (
  tx: Tx,
  tenantId: string,
  before: PostFields | null,
  { id, fields }: OfKind<'post'>,
): Promise<OfficeRefusal | null> => {
  const { agencyId, closedAt } = fields;
  if (closedAt === null && agencyId !== null && (await isAgencyClosed(tx, tenantId, agencyId)))
    return { kind: 'agency_closed' };
  if (before === null || !leavesWork(before, fields)) return null;
  const work = await readPostWork(tx, tenantId, id);
  return work.reports + work.categories === 0 ? null : { kind: 'holds_work', ...work };
};

/** Reports know the agency of the post that works on them, and wait in its queue. */
const leavesWork = (before: PostFields, after: PostFields): boolean =>
  (before.closedAt === null && after.closedAt !== null) ||
  before.agencyId !== after.agencyId ||
  (allows(before, 'see_queue') && !allows(after, 'see_queue'));

const isAgencyClosed = async (tx: Tx, tenantId: string, agencyId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('agency')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', agencyId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row === undefined;
};

const holderProblem = async (
  tx: Tx,
  tenantId: string,
  { id, fields }: OfKind<'holder'>,
  isNew: boolean,
): Promise<OfficeRefusal | null> => {
  if (isNew && !(await isPostOpen(tx, tenantId, fields.postId))) return { kind: 'post_closed' };
  const spans = await spansOf(tx, tenantId, fields);
  return spans.some((other) => other.id !== id && overlaps(other, fields)) ? { kind: 'overlaps' } : null;
};

const isPostOpen = async (tx: Tx, tenantId: string, postId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('post')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', postId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
};

const spansOf = async (tx: Tx, tenantId: string, { postId, userId }: HolderFields) => {
  const rows = await tx
    .selectFrom('post_holder')
    .select(['id', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenantId)
    .where('post_id', '=', postId)
    .where('user_id', '=', userId)
    .execute();
  return rows.map((row) => ({ id: row.id, from: row.from_at.toISOString(), until: textOf(row.until_at) }));
};

/** The open posts, and who is or will be in those that administer the city. */
export const readStaffing = async (tx: Tx, tenantId: string): Promise<Staffing> => {
  const rows = await tx
    .selectFrom('post')
    .select(['id', 'roles'])
    .where('tenant_id', '=', tenantId)
    .where('closed_at', 'is', null)
    .execute();
  const posts = rows.map(({ id, roles }) => ({ id, roles: roles.filter(isRole) }));
  const administering = posts.filter((post) => allows(post, 'administer_city')).map(({ id }) => id);
  return { posts, holders: await readHolders(tx, tenantId, administering) };
};

const readHolders = async (tx: Tx, tenantId: string, postIds: readonly string[]): Promise<Staffing['holders']> => {
  if (postIds.length === 0) return [];
  const rows = await tx
    .selectFrom('post_holder')
    .select(['id', 'post_id', 'from_at', 'until_at'])
    .where('tenant_id', '=', tenantId)
    .where('post_id', 'in', postIds)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    postId: row.post_id,
    from: row.from_at.toISOString(),
    until: textOf(row.until_at),
  }));
};

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null;
