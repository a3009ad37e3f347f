import { sql } from 'kysely';

import { changesBetween } from '../domain/city-event.ts';
import type { Language } from '../platform/i18n/language.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { openOffice } from './change-office.ts';
import { recordCityEvent } from './city-event.ts';
import type { Installation } from './installation.ts';
import { lockAddress, openInvited, type Invited } from './invitation.ts';
import { lockOffices } from './judge-office.ts';
import { isOfPlatform, mayGivePlatform } from './platform-role.ts';
import type { Tx } from './tx.ts';

/** A post that somebody is asked to hold. */
export type OfferedPost = {
  readonly invitationId: string;
  readonly postId: string;
  readonly slug: string;
  readonly name: string;
  readonly from: Date;
  readonly until: Date | null;
};

export type OpenInvitation = {
  readonly invited: Invited;
  readonly language: Language;
  readonly invitedAt: Date;
  /** All that this address is asked to hold in the city: one answer takes them all. */
  readonly posts: readonly OfferedPost[];
};

/** Null: it was answered, taken back, sent anew or has run out, or none of its posts is there to be held any more. */
export const readInvitation = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  id: string,
): Promise<OpenInvitation | null> => {
  const row = await tx
    .selectFrom('invitation')
    .select(['id', 'key_id', 'sealed', 'lookup', 'language', 'invited_at'])
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', tenant.clock.now())
    .executeTakeFirst();
  if (row === undefined || row.sealed === null) return null;
  const invited = await openInvited(tx, laksa, tenant, { ...row, sealed: row.sealed });
  if (invited === null) return null;
  const posts = await offeredTo(tx, tenant, row.lookup);
  if (!posts.some(({ invitationId }) => invitationId === id)) return null;
  return {
    invited,
    language: row.language === 'en' ? 'en' : 'id',
    invitedAt: row.invited_at,
    posts,
  };
};

/** What is open for an address at this moment, of posts that are not closed and spans that are not over; of the platform's, what its inviter may still give. */
const offeredTo = async (tx: Tx, tenant: Tenant, found: Buffer): Promise<readonly OfferedPost[]> => {
  const now = tenant.clock.now();
  const rows = await tx
    .selectFrom('invitation as i')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.id', '=', 'i.post_id'))
    .select(['i.id as invitationId', 'p.id as postId', 'p.slug', 'p.name', 'i.from_at as from', 'i.until_at as until'])
    .select(['i.by_user', 'i.by_post'])
    .where('i.tenant_id', '=', tenant.id)
    .where('i.lookup', '=', found)
    .where('i.accepted_at', 'is', null)
    .where('i.voided_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('p.closed_at', 'is', null)
    .where((either) => either.or([either('i.until_at', 'is', null), either('i.until_at', '>', now)]))
    .orderBy('i.id')
    .execute();
  const offered: OfferedPost[] = [];
  for (const { by_user: userId, by_post: postId, ...post } of rows) {
    const by = userId === null || postId === null ? null : { userId, postId };
    if ((await mayGivePlatform(tx, tenant.id, by)) || !(await isOfPlatform(tx, tenant.id, post.postId)))
      offered.push(post);
  }
  return offered;
};

/**
 * Takes what is offered, for the account that `accountOf` gives: asked for once nobody else can answer any more. Null: there is nothing to take. Gives
 * the posts that are held by it.
 */
export const acceptInvitation = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { id, accountOf }: { readonly id: string; readonly accountOf: (open: OpenInvitation) => Promise<string> },
): Promise<readonly OfferedPost[] | null> => {
  const found = await tx
    .selectFrom('invitation')
    .select('lookup')
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return null;
  await lockOffices(tx, tenant.id);
  await lockAddress(tx, tenant.id, found.lookup);
  const open = await readInvitation(tx, laksa, tenant, id);
  if (open === null) return null;
  await lockAccount(tx, open.invited.address);
  const userId = await accountOf(open);
  for (const post of open.posts) await takePost(tx, tenant, { ...post, userId, address: open.invited.address });
  return open.posts;
};

/** One hand at a time makes the account of an address, whichever city it answers: another would take what is half made for what was left lying. */
const lockAccount = async (tx: Tx, address: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa account ${address}`}, 0))`.execute(tx);
};

type Taken = OfferedPost & { readonly userId: string; readonly address: string };

const takePost = async (tx: Tx, tenant: Tenant, taken: Taken): Promise<void> => {
  const { invitationId, postId, userId, address, until } = taken;
  const at = tenant.clock.now();
  await tx
    .updateTable('invitation')
    .set({ accepted_at: at, accepted_by: userId, sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', invitationId)
    .execute();
  const from = (taken.from > at ? taken.from : at).toISOString();
  const fields = { postId, userId, from, until: until?.toISOString() ?? null, acting: null };
  const by = { userId, postId };
  const office = { kind: 'holder', id: uuid7(at), fields } as const;
  const opened = await openOffice(tx, tenant.id, { office, beside: { address }, by, at });
  // Given to them on another way meanwhile, it is not given twice.
  if (!opened.ok && opened.refusal.kind !== 'overlaps') throw new Error(`nobody is put in: ${opened.refusal.kind}`);
  const changes = changesBetween({ isOpen: true }, { isOpen: false });
  await recordCityEvent(tx, tenant.id, { kind: 'invitation.accepted', subjectId: invitationId, by, changes, at });
};
