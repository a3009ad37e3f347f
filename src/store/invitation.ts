import { sql } from 'kysely';

import { changesBetween } from '../domain/city-event.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Language } from '../platform/i18n/language.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import { open, seal } from '../platform/keyring/tenant-keys.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addressLookup } from './carry-lookups.ts';
import { recordCityEvent, type CityActor } from './city-event.ts';
import { letterCount } from './contact-unproved.ts';
import type { Installation } from './installation.ts';
import { isOfPlatform, mayGivePlatform } from './platform-role.ts';
import type { Tx } from './tx.ts';

/** Who is asked: their name as the city knows it, and the address as `parseEmail` gives it; and by whom, null: by the operator. */
export type Invited = { readonly name: string; readonly address: string; readonly inviter: string | null };

export type NewInvitation = {
  readonly invited: Invited;
  readonly post: { readonly id: string; readonly slug: string };
  readonly from: Date;
  readonly until: Date | null;
  readonly language: Language;
  readonly by: CityActor;
};

/**
 * `holds_already`: this post, now or later. `too_often`: that address got enough letters for a day. `platform_alone`: only who administers the platform asks
 * for a post of it.
 */
export type InviteAnswer =
  | { readonly kind: 'invited'; readonly id: string }
  | { readonly kind: 'holds_already' }
  | { readonly kind: 'too_often' }
  | { readonly kind: 'platform_alone' };

/** So long the link in its letter can be used. */
export const invitationMs = 7 * 24 * 60 * 60 * 1000;
/** Names and addresses of who never answered are kept no longer than this after the link has run out. */
export const keptAfterMs = 30 * 24 * 60 * 60 * 1000;

/** An inbox is not for others to fill. Source: own. */
const toOneAddress = { max: 10, windowSeconds: 24 * 60 * 60 } as const;

/** Asks somebody to hold a post, by a letter. Who was asked for the same post before is asked anew: the link they have opens nothing any more. */
export const invite = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  asked: NewInvitation & { readonly userId: string | null },
): Promise<InviteAnswer> => {
  const { address } = asked.invited;
  const found = await lookupOf(tx, laksa, tenant, address);
  await lockAddress(tx, tenant.id, found);
  if ((await isOfPlatform(tx, tenant.id, asked.post.id)) && !(await mayGivePlatform(tx, tenant.id, asked.by)))
    return { kind: 'platform_alone' };
  if (await holdsAlready(tx, tenant, asked)) return { kind: 'holds_already' };
  const count = { ...letterCount(laksa, tenant, `invitation ${address}`), ...toOneAddress };
  if (!(await take(tx, { ...count, at: laksa.clock.now() })).allowed) return { kind: 'too_often' };
  await voidOpen(tx, tenant, found, asked.post.id);
  const id = await keep(tx, laksa, tenant, { ...asked, found });
  await jobs.add(tx, 'send-invitation', { tenantId: tenant.id, invitationId: id });
  return { kind: 'invited', id };
};

/** What a mail address is found by. */
export const lookupOf = (tx: Tx, laksa: Installation, tenant: Tenant, address: string): Promise<Buffer> =>
  addressLookup(tx, laksa, tenant, address);

/** One hand at a time asks or answers for an address, until the end of the transaction. */
export const lockAddress = async (tx: Tx, tenantId: string, found: Buffer): Promise<void> => {
  const name = `laksa invitation ${tenantId} ${found.toString('base64')}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};

const holdsAlready = async (
  tx: Tx,
  tenant: Tenant,
  { post, userId, invited, from, until }: NewInvitation & { readonly userId: string | null },
): Promise<boolean> => {
  const held = heldWithin(tx, tenant.id, { postId: post.id, from, until });
  const row = await held
    .where((either) => either.or([either('user_id', '=', userId ?? ''), either('address', '=', invited.address)]))
    .executeTakeFirst();
  return row !== undefined;
};

type Span = { readonly postId: string; readonly from: Date; readonly until: Date | null };

/** Who holds a post at some moment of a span. */
const heldWithin = (tx: Tx, tenantId: string, { postId, from, until }: Span) =>
  tx
    .selectFrom('post_holder')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('post_id', '=', postId)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', from)]))
    .$if(until !== null, (query) => query.where('from_at', '<', until));

/** What an address was asked before, to hold this post. */
const voidOpen = async (tx: Tx, tenant: Tenant, found: Buffer, postId: string): Promise<void> => {
  await tx
    .updateTable('invitation')
    .set({ voided_at: tenant.clock.now(), sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('lookup', '=', found)
    .where('post_id', '=', postId)
    .where('accepted_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
};

const keep = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { invited, post, from, until, language, by, found }: NewInvitation & { readonly found: Buffer },
): Promise<string> => {
  const at = tenant.clock.now();
  const id = uuid7(at);
  const keys = await keyring.tenantKeys(tx, tenant.id, at);
  const { keyId, sealed } = seal(keys, JSON.stringify(invited), placeOf(id));
  await tx
    .insertInto('invitation')
    .values({
      tenant_id: tenant.id,
      id,
      post_id: post.id,
      key_id: keyId,
      sealed,
      lookup: found,
      language,
      from_at: from,
      until_at: until,
      invited_at: at,
      expires_at: new Date(at.getTime() + invitationMs),
      by_user: by?.userId ?? null,
      by_post: by?.postId ?? null,
    })
    .execute();
  await recordCityEvent(tx, tenant.id, {
    kind: 'invitation.sent',
    subjectId: id,
    by,
    changes: changesBetween({}, { post: post.slug, from: from.toISOString(), until: until?.toISOString() ?? null }),
    at,
  });
  return id;
};

const placeOf = (id: string): string => `invitation ${id}`;

/** Name and address of a row that still has them; null: their key is lost. */
export const openInvited = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  row: { readonly id: string; readonly key_id: string; readonly sealed: Buffer },
): Promise<Invited | null> => {
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), row.key_id);
  const words = open(keys, row.key_id, row.sealed, placeOf(row.id));
  if (words === null) return null;
  const { name, address, inviter }: Record<string, unknown> = JSON.parse(words);
  if (typeof name !== 'string' || typeof address !== 'string') throw new Error('an invitation names whom it is for');
  return { name, address, inviter: typeof inviter === 'string' ? inviter : null };
};

/** Takes an invitation back. False: it was answered, or taken back before. */
export const withdrawInvitation = async (tx: Tx, tenant: Tenant, id: string, by: CityActor): Promise<boolean> => {
  const at = tenant.clock.now();
  const row = await tx
    .selectFrom('invitation')
    .select('lookup')
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return false;
  await lockAddress(tx, tenant.id, row.lookup);
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ voided_at: at, sealed: null })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const changes = changesBetween({ isOpen: true }, { isOpen: false });
  await recordCityEvent(tx, tenant.id, { kind: 'invitation.withdrawn', subjectId: id, by, changes, at });
  return true;
};

/** Takes back all that is open for an address. */
export const withdrawAll = async (tx: Tx, tenant: Tenant, found: Buffer, by: CityActor): Promise<void> => {
  const open = await tx
    .selectFrom('invitation')
    .select('id')
    .where('tenant_id', '=', tenant.id)
    .where('lookup', '=', found)
    .where('accepted_at', 'is', null)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id } of open) await withdrawInvitation(tx, tenant, id, by);
};

/** Who never answered is forgotten. */
export const forgetOldInvitations = async (tx: Tx, tenant: Tenant): Promise<void> => {
  const at = tenant.clock.now();
  await tx
    .updateTable('invitation')
    .set({ sealed: null, voided_at: sql<Date>`coalesce(voided_at, ${at})` })
    .where('tenant_id', '=', tenant.id)
    .where('sealed', 'is not', null)
    .where('expires_at', '<=', new Date(at.getTime() - keptAfterMs))
    .execute();
};
