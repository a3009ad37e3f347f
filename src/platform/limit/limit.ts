import { createHash } from 'node:crypto';
import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';

/** What is counted: so many of `key` in a window. Windows are fixed, cut from the epoch: over the edge of two up to twice `max` may pass. */
export type Limit = {
  readonly tenantId: string;
  /** Names the limit and whom it counts ('claim-code:<report id>'). Stored hashed; for a contact give its keyed hash, digits are guessed. */
  readonly key: string;
  readonly max: number;
  /** What one counts for, where several limits are taken together; 1 when absent. */
  readonly cost?: number;
  /** At most a week, or `Infinity`: for ever, until forgotten. */
  readonly windowSeconds: number;
};

export type Taken = {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends; 0 when allowed, `Infinity` when it never does. */
  readonly retryAfterSeconds: number;
};

/** In place of a tenant's id for what belongs to no city, such as accounts: no tenant has it, and its counts lie behind a fence of their own. */
export const wholeInstallation = '00000000-0000-0000-0000-000000000000';

const longestWindowSeconds = 7 * 24 * 60 * 60;

/**
 * Counts one and says whether it is within the limit; what is refused is not counted. One statement: of two at the edge the second waits for the
 * first, and is refused. It counts only if its transaction commits, so a wrong code is answered from a transaction that does.
 */
export async function take(tx: Tx, limit: Omit<Limit, 'cost'> & { readonly at: Date }): Promise<Taken> {
  const { rows } = await sql<{ count: number }>`
    insert into laksa.limit_count as c (tenant_id, key, window_start, count)
    select ${limit.tenantId}::uuid, ${hashOf(limit)}::bytea, ${windowStart(limit)}::timestamptz, 1 where ${limit.max}::int >= 1
    on conflict (tenant_id, key, window_start) do update set count = c.count + 1 where c.count < ${limit.max}::int
    returning count`.execute(tx);
  const count = rows[0]?.count;
  return count === undefined ? refused(limit) : allowed(limit.max - count);
}

/** What `take` would say now, counting nothing; `remaining` is what is left before it. */
export async function peek(tx: Tx, limit: Omit<Limit, 'cost'> & { readonly at: Date }): Promise<Taken> {
  const { rows } = await sql<{ count: number }>`
    select count from laksa.limit_count
    where tenant_id = ${limit.tenantId} and key = ${hashOf(limit)} and window_start = ${windowStart(limit)}::timestamptz`.execute(
    tx,
  );
  const remaining = limit.max - (rows[0]?.count ?? 0);
  return remaining > 0 ? allowed(remaining) : refused(limit);
}

/** Starts the count again, in every window: after a right password the wrong ones no longer count. */
export async function forget(tx: Tx, limit: Omit<Limit, 'max' | 'cost'>): Promise<void> {
  await sql`delete from laksa.limit_count where tenant_id = ${limit.tenantId} and key = ${hashOf(limit)}`.execute(tx);
}

/** Deletes the counts of windows that are over for certain, and gives their number. Those for ever stay. */
export async function sweepLimits(tx: Tx, tenantId: string, at: Date): Promise<number> {
  const oldest = new Date(at.getTime() - longestWindowSeconds * 1000);
  const { numAffectedRows } = await sql`
    delete from laksa.limit_count
    where tenant_id = ${tenantId} and window_start > '-infinity' and window_start < ${oldest}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

const allowed = (remaining: number): Taken => ({ allowed: true, remaining, retryAfterSeconds: 0 });

const refused = (limit: Pick<Limit, 'windowSeconds'> & { readonly at: Date }): Taken => ({
  allowed: false,
  remaining: 0,
  retryAfterSeconds: secondsLeft(limit),
});

/** Until the window ends. */
export function secondsLeft({ at, windowSeconds }: Pick<Limit, 'windowSeconds'> & { readonly at: Date }): number {
  const into = (at.getTime() / 1000) % windowSeconds;
  return windowSeconds === Infinity ? Infinity : Math.ceil(windowSeconds - into);
}

/** The window is part of what is hashed, so that ten an hour and thirty for ever of one key are two counts. */
export function hashOf({ tenantId, key, windowSeconds }: Omit<Limit, 'max' | 'cost'>): Buffer {
  return createHash('sha256').update(`${tenantId}\0${windowSeconds}\0${key}`).digest();
}

export function windowStart({
  windowSeconds,
  at,
}: Pick<Limit, 'windowSeconds'> & { readonly at: Date }): Date | '-infinity' {
  if (windowSeconds === Infinity) return '-infinity';
  if (!(windowSeconds > 0 && windowSeconds <= longestWindowSeconds))
    throw new Error('the window of a limit is at most a week, or for ever');
  const lengthMs = windowSeconds * 1000;
  return new Date(Math.floor(at.getTime() / lengthMs) * lengthMs);
}
