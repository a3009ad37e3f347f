import { sql, type RawBuilder } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { hashOf, secondsLeft, windowStart, type Limit } from './limit.ts';

export type AllTaken<One extends Limit> =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Of those that are used up the one that stays so the longest. */
      readonly refused: One;
      readonly retryAfterSeconds: number;
    };

/**
 * Counts one, or what it costs, against each of several limits, or against none when one of them has not so much left. One statement where nothing is refused, and where a limit
 * was used up before; only who loses the race for the last place needs a second. Rows are written in the order of their keys, so that two who share
 * several limits wait for each other and never deadlock. No limit twice.
 */
export async function takeAll<One extends Limit>(tx: Tx, limits: readonly One[], at: Date): Promise<AllTaken<One>> {
  if (limits.length === 0) return { allowed: true };
  const asked = limits.map((limit) => ({ limit, hash: hashOf(limit) }));
  const { spent, counted } = await countAll(tx, asked, at);
  if (counted.length === asked.length) return { allowed: true };
  if (counted.length > 0) await giveBack(tx, counted, at);
  return longest(spent.length > 0 ? spent : asked.filter((one) => !counted.includes(one)), at);
}

type Asked<One extends Limit> = { readonly limit: One; readonly hash: Buffer };

/** Which were used up when the statement began; if none was, which could be counted. */
async function countAll<One extends Limit>(tx: Tx, asked: readonly Asked<One>[], at: Date) {
  const { rows } = await sql<{ key: Buffer; is_spent: boolean }>`
    with asked as (${askedRows(asked, at)}),
    spent as (
      select a.key from asked a
      left join laksa.limit_count c on c.tenant_id = a.tenant_id and c.key = a.key and c.window_start = a.window_start
      where coalesce(c.count, 0) + a.cost > a.max),
    counted as (
      insert into laksa.limit_count as c (tenant_id, key, window_start, count)
      select a.tenant_id, a.key, a.window_start, a.cost from asked a where not exists (select from spent)
      order by a.tenant_id, a.key, a.window_start
      on conflict (tenant_id, key, window_start) do update set count = c.count + excluded.count
      where c.count + excluded.count <= (select a.max from asked a where a.key = c.key)
      returning c.key)
    select key, true as is_spent from spent union all select key, false from counted`.execute(tx);
  const those = (isSpent: boolean) =>
    asked.filter(({ hash }) => rows.some((row) => row.is_spent === isSpent && hash.equals(row.key)));
  return { spent: those(true), counted: those(false) };
}

/** The rows are this transaction's until it ends: nobody has seen them higher. */
async function giveBack(tx: Tx, counted: readonly Asked<Limit>[], at: Date): Promise<void> {
  await sql`
    with asked as (${askedRows(counted, at)})
    update laksa.limit_count c set count = c.count - a.cost from asked a
    where c.tenant_id = a.tenant_id and c.key = a.key and c.window_start = a.window_start`.execute(tx);
}

function askedRows(asked: readonly Asked<Limit>[], at: Date): RawBuilder<unknown> {
  const tenants = asked.map(({ limit }) => limit.tenantId);
  const keys = asked.map(({ hash }) => hash);
  const starts = asked.map(({ limit }) => windowStart({ ...limit, at }));
  const most = asked.map(({ limit }) => limit.max);
  const costs = asked.map(({ limit }) => limit.cost ?? 1);
  return sql`
    select * from unnest(${tenants}::uuid[], ${keys}::bytea[], ${starts}::timestamptz[], ${most}::int[], ${costs}::int[])
      as a (tenant_id, key, window_start, max, cost)`;
}

function longest<One extends Limit>(refused: readonly Asked<One>[], at: Date): AllTaken<One> {
  const [first] = refused
    .map(({ limit }) => ({ refused: limit, retryAfterSeconds: secondsLeft({ ...limit, at }) }))
    .toSorted((one, other) => other.retryAfterSeconds - one.retryAfterSeconds);
  if (first === undefined) throw new Error('nothing was counted and nothing refused');
  return { allowed: false, ...first };
}
