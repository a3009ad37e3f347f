import { sql } from 'kysely';

import type { Tx } from './tx.ts';

export type FollowsEnding = {
  readonly tenantId: string;
  readonly at: Date;
  readonly which: { readonly followId: string } | { readonly reportId: string } | { readonly personId: string };
};

/**
 * Ends follows: letters that wait are not sent any more, and what the vault held of a person who follows nothing else is deleted. Says nothing to
 * anybody.
 */
export const endFollows = async (tx: Tx, { tenantId, at, which }: FollowsEnding): Promise<void> => {
  const ended = await tx
    .updateTable('follow')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('ended_at', 'is', null)
    .$if('followId' in which, (query) => query.where('id', '=', 'followId' in which ? which.followId : ''))
    .$if('reportId' in which, (query) => query.where('report_id', '=', 'reportId' in which ? which.reportId : ''))
    .$if('personId' in which, (query) => query.where('person_id', '=', 'personId' in which ? which.personId : ''))
    .returning(['id', 'person_id'])
    .execute();
  if (ended.length === 0) return;
  await dropWaiting(
    tx,
    tenantId,
    ended.map(({ id }) => id),
  );
  await forgetIdle(
    tx,
    tenantId,
    ended.map(({ person_id }) => person_id),
  );
};

const dropWaiting = async (tx: Tx, tenantId: string, followIds: readonly string[]): Promise<void> => {
  await sql`
    update laksa.notice set state = 'dropped', last_error = 'not_followed'
    where tenant_id = ${tenantId} and follow_id = any(${followIds}::uuid[]) and state = 'waiting'`.execute(tx);
};

/** Looked at only once they are held: somebody may be about to follow something again. */
const forgetIdle = async (tx: Tx, tenantId: string, personIds: readonly string[]): Promise<void> => {
  await holdFollowers(tx, tenantId, personIds);
  await sql`
    delete from laksa.person_field f where f.tenant_id = ${tenantId} and f.person_id = any(${personIds}::uuid[])
      and not exists (select from laksa.follow w where w.tenant_id = ${tenantId} and w.person_id = f.person_id and w.ended_at is null)`.execute(
    tx,
  );
};

/** Until the end of the transaction, in one order, so that no two wait for each other. */
export const holdFollowers = async (tx: Tx, tenantId: string, personIds: readonly string[]): Promise<void> => {
  await sql`
    select from laksa.person where tenant_id = ${tenantId} and id = any(${personIds}::uuid[]) order by id for update`.execute(
    tx,
  );
};
