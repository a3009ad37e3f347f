import { sql } from 'kysely';

import { beginning, chainFeed } from './event-hash.ts';
import type { Tx } from './tx.ts';

/** Enough to keep a transaction short, and to catch up with thousands of events a second. */
export const feedBatch = 500;

type Pending = { readonly event_id: string; readonly hash: Buffer };

/**
 * Gives committed events their positions: the one place that orders what happened in a tenant. Positions have no gaps; the events of one report
 * keep their order. Gives how many it published, or `null` when another process is at it.
 */
export const publishPending = async (tx: Tx, tenantId: string, publishedAt: Date): Promise<number | null> => {
  const { rows: locks } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`laksa feed ${tenantId}`}, 0)) as mine`.execute(tx);
  if (locks[0]?.mine !== true) return null;
  const pending = await readPending(tx, tenantId);
  if (pending.length === 0) return 0;
  const rows = chainFrom(await readHead(tx, tenantId), pending, tenantId, publishedAt);
  await tx.insertInto('event_feed').values(rows).execute();
  const ids = pending.map((event) => event.event_id);
  await tx.deleteFrom('event_pending').where('tenant_id', '=', tenantId).where('event_id', 'in', ids).execute();
  return pending.length;
};

/**
 * A later event of a report commits after the earlier ones (both lock its row), so a snapshot that sees it sees them: the running maximum of the
 * ids keeps them in order even where the machine's clock went back between the two.
 */
const readPending = async (tx: Tx, tenantId: string): Promise<readonly Pending[]> => {
  const { rows } = await sql<Pending>`
    select event_id, hash from (
      select e.id as event_id, e.hash, e.seq, max(e.id::text) over (partition by e.report_id order by e.seq) as place
      from laksa.event_pending p join laksa.report_event e on e.tenant_id = p.tenant_id and e.id = p.event_id
      where p.tenant_id = ${tenantId}
    ) waiting order by place, seq limit ${feedBatch}`.execute(tx);
  return rows;
};

type Head = { readonly position: number; readonly chain: Buffer };

const readHead = async (tx: Tx, tenantId: string): Promise<Head> => {
  const last = await tx
    .selectFrom('event_feed')
    .select(['position', 'chain'])
    .where('tenant_id', '=', tenantId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined
    ? { position: 0, chain: beginning }
    : { position: Number(last.position), chain: last.chain };
};

const chainFrom = (head: Head, pending: readonly Pending[], tenantId: string, publishedAt: Date) => {
  let { position, chain } = head;
  return pending.map((event) => {
    position += 1;
    chain = chainFeed(chain, { position, eventHash: event.hash, publishedAt });
    return { tenant_id: tenantId, position, event_id: event.event_id, published_at: publishedAt, chain };
  });
};
