import { sql } from 'kysely';

import type { Deputy } from '../../domain/office.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

export type Addressee = { readonly userId: string; readonly address: string; readonly language: Language };

export type MovedWork = {
  readonly from: string;
  readonly to: string;
  readonly toId: string;
  readonly reports: number;
  readonly madeAt: Date;
};

/** What a handover has moved; null: there is none of this id. */
export const readMovedWork = async (tx: Tx, tenantId: string, handoverId: string): Promise<MovedWork | null> => {
  const { rows } = await sql<MovedWork>`
    select f.name as "from", o.name as "to", o.id as "toId", h.made_at as "madeAt",
      (select count(*)::int from laksa.handed_report r
        where r.tenant_id = h.tenant_id and r.handover_id = h.id and r.state = 'moved') as reports
    from laksa.post_handover h
      join laksa.post f on f.tenant_id = h.tenant_id and f.id = h.from_post_id
      join laksa.post o on o.tenant_id = h.tenant_id and o.id = h.to_post_id
    where h.tenant_id = ${tenantId} and h.id = ${handoverId}`.execute(tx);
  return rows[0] ?? null;
};

export type NewHolding = {
  readonly userId: string;
  readonly post: string;
  readonly postId: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly acting: Deputy | null;
  readonly reports: number;
};

/** A span, and what waits in its post; null: there is none of this id, or it is over. */
export const readNewHolding = async (
  tx: Tx,
  tenantId: string,
  { holderId, now }: { readonly holderId: string; readonly now: Date },
): Promise<NewHolding | null> => {
  const { rows } = await sql<NewHolding>`
    select h.user_id as "userId", p.name as post, p.id as "postId", h.from_at as "from", h.until_at as until, h.acting,
      (select count(*)::int from laksa.report r
        where r.tenant_id = h.tenant_id and r.holder_post_id = h.post_id and r.state not in ('closed', 'rejected')) as reports
    from laksa.post_holder h join laksa.post p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where h.tenant_id = ${tenantId} and h.id = ${holderId} and coalesce(h.until_at > ${now}, true)`.execute(tx);
  return rows[0] ?? null;
};

/** Who is in a post now, deputies too, and takes letters; `userId`: that person alone, whenever their time begins. */
export const readAddressees = async (
  tx: Tx,
  tenantId: string,
  { postId, userId, now }: { readonly postId: string; readonly userId?: string; readonly now: Date },
): Promise<readonly Addressee[]> => {
  const { rows } = await sql<Addressee>`
    select distinct on (h.user_id) h.user_id as "userId", h.address, coalesce(s.language, 'id') as language
    from laksa.post_holder h left join laksa.notice_setting s on s.tenant_id = h.tenant_id and s.user_id = h.user_id
    where h.tenant_id = ${tenantId} and h.post_id = ${postId} and h.address is not null
      and coalesce(h.until_at > ${now}, true) and coalesce(s.delivery <> 'none', true)
      ${userId === undefined ? sql`and h.from_at <= ${now}` : sql`and h.user_id = ${userId}`}
    order by h.user_id, h.from_at desc`.execute(tx);
  return rows;
};
