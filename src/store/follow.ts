import { sql } from 'kysely';

import { lookups } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addressLookup } from './carry-lookups.ts';
import { endFollows, holdFollowers } from './follow-end.ts';
import { forgetAsked, forgetFollowRequest, readFollowRequest, type FollowRequest } from './follow-request.ts';
import type { Installation } from './installation.ts';
import { sealLetterPass, type LetterPassHolder } from './letter-pass.ts';
import { savePerson } from './person.ts';
import { contactHash, countVerified } from './supporter.ts';
import type { Tx } from './tx.ts';

/**
 * The report that is followed now; null: the link is no longer good for anything, and was not written to. `network` is that of whoever pressed the
 * button (platform/limit/network.ts): what they asked for from there counts against them no longer.
 */
export const confirmFollow = (
  laksa: Installation,
  tenant: Tenant,
  requestId: string,
  network: string | null = null,
): Promise<{ readonly number: string } | null> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const request = await readFollowRequest(tx, laksa, tenant, requestId);
    if (request === null || !(await forgetFollowRequest(tx, tenant.id, requestId))) return null;
    await keepFollow(tx, laksa, tenant, request);
    await forgetAsked(tx, laksa, tenant, { ...request, network });
    return { number: request.number };
  });

const keepFollow = async (tx: Tx, laksa: Installation, tenant: Tenant, request: FollowRequest): Promise<void> => {
  const { reportId, email, deviceHash } = request;
  const at = tenant.clock.now();
  const person_id = await followerOf(tx, laksa, tenant, request);
  const contact_hash = contactHash(laksa.keyring, reportId, email);
  await tx
    .insertInto('follow')
    .values({
      tenant_id: tenant.id,
      id: request.id,
      report_id: reportId,
      person_id,
      contact_hash,
      followed_at: at,
      ended_at: null,
    })
    // Followed before: the same row, so that no link in an older letter ends something else.
    .onConflict((conflict) =>
      conflict.constraint('follow_once').doUpdateSet({ person_id, followed_at: at, ended_at: null }),
    )
    .execute();
  await countVerified(tx, { tenantId: tenant.id, reportId, deviceHash, contactHash: contact_hash, at });
};

/**
 * The one person of an address that follows anything in this city; a reporter's entry is never theirs, though the address may be the same: what
 * somebody reported stays apart from what they follow. Two confirmations of one address wait for each other.
 */
const followerOf = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { email, language }: FollowRequest,
): Promise<string> => {
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  await lockFollower(tx, tenant.id, lookups(await keyring.tenantKeys(tx, tenant.id, vault.at), 'email', email));
  const found = await addressLookup(tx, { keyring }, tenant, email);
  const seen = await followerWith(tx, tenant.id, found);
  if (seen !== null) await holdFollowers(tx, tenant.id, [seen]);
  // Until it was held its last follow may have ended, and the address be gone.
  const known = seen === null ? null : await followerWith(tx, tenant.id, found);
  const id = known ?? (await savePerson(tx, vault, { email }, language));
  if (id === null) throw new Error('a follower has an address');
  return id;
};

/** Under every look-up there is, in one order: while the key of look-ups is changed, two processes have one of them in common. */
const lockFollower = async (tx: Tx, tenantId: string, found: readonly Buffer[]): Promise<void> => {
  for (const name of found.map((one) => one.toString('hex')).toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa follower ${tenantId} ${name}`}, 0))`.execute(tx);
};

const followerWith = async (tx: Tx, tenantId: string, found: Buffer): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select f.person_id as id from laksa.person_field f
    where f.tenant_id = ${tenantId} and f.field = 'email' and f.lookup = ${found}
      and exists (select from laksa.follow w where w.tenant_id = ${tenantId} and w.person_id = f.person_id)
    order by f.person_id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
};

/** Where a follower stops: a page with a button, which a mail program may press for its owner (RFC 8058). */
export const stopFollowingPath = (holder: Omit<LetterPassHolder, 'kind'>, followId: string): string =>
  `/ikuti/berhenti/${sealLetterPass({ ...holder, kind: 'unfollow' }, followId)}`;

/** What a link to stop is about; `isEnded`: it has been used, or the report is no longer shown. */
export type Follow = { readonly number: string; readonly isEnded: boolean };

export const readFollow = async (tx: Tx, tenantId: string, followId: string): Promise<Follow | null> => {
  const { rows } = await sql<Follow>`
    select r.number, w.ended_at is not null as "isEnded"
    from laksa.follow w join laksa.report r on r.tenant_id = w.tenant_id and r.id = w.report_id
    where w.tenant_id = ${tenantId} and w.id = ${followId}`.execute(tx);
  return rows[0] ?? null;
};

/** No letter follows, also none that waited; the address is forgotten when it follows nothing else. The voice stays counted. */
export const stopFollowing = (tx: Tx, tenantId: string, followId: string, at: Date): Promise<void> =>
  endFollows(tx, { tenantId, at, which: { followId } });
