import { sql } from 'kysely';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { openInvited } from '../../store/invitation.ts';
import type { Tx } from '../../store/tx.ts';

/** Who holds a post of the city now or later. */
export const readStaff = async (tx: Tx, { id: tenantId, clock }: Tenant): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select('user_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', clock.now())]))
    .execute();
  return rows.map(({ user_id }) => user_id);
};

export type HeldSpan = {
  readonly userId: string;
  readonly postId: string;
  readonly post: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly seenAt: Date | null;
  readonly address: string | null;
  /** Whether nobody else holds the post now, or will without an end. */
  readonly isOnlyOne: boolean;
};

/** What these people hold now or later, the first first. */
export const readSpans = async (
  tx: Tx,
  { id: tenantId, clock }: Tenant,
  userIds: readonly string[],
): Promise<readonly HeldSpan[]> => {
  const now = clock.now();
  const { rows } = await sql<HeldSpan>`
    select h.user_id as "userId", h.post_id as "postId", p.name as post, h.from_at as "from", h.until_at as until, h.seen_at as "seenAt", h.address,
      not exists (select from laksa.post_holder o where o.tenant_id = h.tenant_id and o.post_id = h.post_id and o.user_id <> h.user_id
        and o.from_at <= ${now} and coalesce(o.until_at > ${now}, true)) as "isOnlyOne"
    from laksa.post_holder h join laksa.post p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where h.tenant_id = ${tenantId} and h.user_id = any(${userIds}) and coalesce(h.until_at > ${now}, true)
    order by h.from_at, h.id`.execute(tx);
  return rows;
};

export type WaitingInvitation = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly postId: string;
  readonly post: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly language: 'id' | 'en';
  readonly expiresAt: Date;
};

/** More are asked at once only from a file; what lies beyond comes up as the others answer. */
const most = 100;

/** Who has not answered yet, the newest first; with those whose link has run out, until they are forgotten. */
export const readWaiting = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  id?: string,
): Promise<readonly WaitingInvitation[]> => {
  const rows = await tx
    .selectFrom('invitation as i')
    .innerJoin('post as p', (join) => join.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.id', '=', 'i.post_id'))
    .select(['i.id', 'i.key_id', 'i.sealed', 'i.language', 'i.from_at', 'i.until_at', 'i.expires_at'])
    .select(['p.id as post_id', 'p.name as post'])
    .where('i.tenant_id', '=', tenant.id)
    .where('i.sealed', 'is not', null)
    .where('i.accepted_at', 'is', null)
    .where('i.voided_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('i.id', '=', id ?? ''))
    .orderBy('i.id', 'desc')
    .limit(most)
    .execute();
  const waiting: WaitingInvitation[] = [];
  for (const row of rows) {
    if (row.sealed === null) continue;
    const invited = await openInvited(tx, laksa, tenant, { ...row, sealed: row.sealed });
    if (invited === null) continue;
    const { name, address } = invited;
    const span = { from: row.from_at, until: row.until_at, expiresAt: row.expires_at };
    const language = row.language === 'en' ? 'en' : 'id';
    waiting.push({ id: row.id, name, address, postId: row.post_id, post: row.post, language, ...span });
  }
  return waiting;
};
