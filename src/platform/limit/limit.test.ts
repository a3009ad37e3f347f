import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { cloneJobDatabase, tenantA, tenantB, type ClonedJobDatabase } from '../jobs/testing/job-database.ts';
import { forget, peek, sweepLimits, take, type Limit } from './limit.ts';

let db: ClonedJobDatabase;
beforeAll(async () => {
  db = await cloneJobDatabase();
});
afterAll(() => db.stop());
beforeEach(() => db.admin('truncate laksa.limit_count'));

const tenO = new Date('2026-11-21T10:00:00Z');
const later = (seconds: number) => new Date(tenO.getTime() + seconds * 1000);
const tries: Limit = { tenantId: tenantA, key: 'claim-code:report-1', max: 3, windowSeconds: 3600 };
const takeOne = (at = tenO, limit = tries) => db.inTenant(limit.tenantId, (tx) => take(tx, { ...limit, at }));
const peekNow = (at = tenO, limit = tries) => db.inTenant(limit.tenantId, (tx) => peek(tx, { ...limit, at }));

describe('a limit', () => {
  test('counts down, refuses with the seconds to wait, and starts again with the next window', async () => {
    expect(await takeOne()).toEqual({ allowed: true, remaining: 2, retryAfterSeconds: 0 });
    expect(await takeOne(later(10))).toMatchObject({ allowed: true, remaining: 1 });
    expect(await takeOne(later(20))).toMatchObject({ allowed: true, remaining: 0 });
    expect(await takeOne(later(600.5))).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 3000 });
    expect(await takeOne(later(3599.9))).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(await takeOne(later(3600))).toMatchObject({ allowed: true, remaining: 2 });
  });

  test('lets exactly its number through when forty come at once', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => takeOne(tenO, { ...tries, max: 7 })));
    expect(all.filter(({ allowed }) => allowed)).toHaveLength(7);
    expect(all.flatMap(({ allowed, remaining }) => (allowed ? [remaining] : [])).toSorted()).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  test('of two at the edge makes the second wait for the first, and lets it in when the first is taken back', async () => {
    const edge = { ...tries, max: 1, at: tenO };
    const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<void>();
    const { promise: firstHasTaken, resolve: firstTook } = Promise.withResolvers<void>();
    const first = db.inTenant(tenantA, async (tx) => {
      await take(tx, edge);
      firstTook();
      await firstMayEnd;
      throw new Error('taken back');
    });
    const outcome = first.catch((error: Error) => error.message);
    await firstHasTaken;
    const second = takeOne(tenO, edge);
    endFirst();
    expect(await outcome).toBe('taken back');
    expect(await second).toMatchObject({ allowed: true, remaining: 0 });
    expect(await takeOne(tenO, edge)).toMatchObject({ allowed: false });
  });

  test('of none lets nobody in', async () => {
    expect(await takeOne(tenO, { ...tries, max: 0 })).toMatchObject({ allowed: false });
    expect(await db.admin('select from laksa.limit_count')).toEqual([]);
  });

  test('for ever holds for years and through every sweep', async () => {
    const forEver = { ...tries, max: 1, windowSeconds: Infinity };
    expect(await takeOne(tenO, forEver)).toMatchObject({ allowed: true });
    const years = later(86_400 * 3650);
    expect(await db.inTenant(tenantA, (tx) => sweepLimits(tx, tenantA, years))).toBe(0);
    expect(await takeOne(years, forEver)).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: Infinity });
  });

  test('is counted apart per window, key and tenant', async () => {
    await takeOne(tenO, { ...tries, max: 1 });
    for (const other of [
      { windowSeconds: 900 },
      { windowSeconds: Infinity },
      { key: 'claim-code:report-2' },
      { tenantId: tenantB },
    ]) {
      expect(await takeOne(tenO, { ...tries, max: 1, ...other })).toMatchObject({ allowed: true });
    }
  });

  test('can be looked at without counting, and forgotten', async () => {
    expect(await peekNow()).toEqual({ allowed: true, remaining: 3, retryAfterSeconds: 0 });
    for (let n = 0; n < 3; n += 1) await takeOne();
    expect(await peekNow(later(60))).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 3540 });
    await db.inTenant(tenantA, (tx) => forget(tx, tries));
    expect(await peekNow()).toMatchObject({ remaining: 3 });
  });

  test('stores no key in clear, and what is over is swept from its own tenant alone', async () => {
    await takeOne(tenO, { ...tries, key: 'warga@example.org' });
    await takeOne(tenO, { ...tries, tenantId: tenantB });
    const rows = await db.admin<{ key: Buffer }>('select key from laksa.limit_count where tenant_id = $1', [tenantA]);
    expect(rows[0]?.key).toHaveLength(32);
    expect(rows[0]?.key.toString()).not.toContain('warga');
    const inAWeek = later(8 * 86_400);
    expect(await db.inTenant(tenantA, (tx) => sweepLimits(tx, tenantA, later(86_400)))).toBe(0);
    expect(await db.inTenant(tenantA, (tx) => sweepLimits(tx, tenantA, inAWeek))).toBe(1);
    expect(await db.inTenant(tenantA, (tx) => sweepLimits(tx, tenantB, inAWeek))).toBe(0);
  });

  test('with a window that no sweep would keep is refused', async () => {
    await expect(takeOne(tenO, { ...tries, windowSeconds: 8 * 86_400 })).rejects.toThrow('at most a week');
    await expect(takeOne(tenO, { ...tries, windowSeconds: 0 })).rejects.toThrow('at most a week');
  });

  test('of another tenant cannot be touched from inside this one', async () => {
    const across = db.inTenant(tenantA, (tx) => take(tx, { ...tries, tenantId: tenantB, at: tenO }));
    await expect(across).rejects.toThrow('row-level security');
    expect(
      await db.inTenant(tenantB, async (tx) => (await sql`select from laksa.limit_count`.execute(tx)).rows),
    ).toEqual([]);
  });
});
