import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { cloneJobDatabase, tenantA, tenantB, type ClonedJobDatabase } from '../jobs/testing/job-database.ts';
import { hashOf, peek, take, type Limit } from './limit.ts';
import { takeAll } from './take-all.ts';

let db: ClonedJobDatabase;
beforeAll(async () => {
  db = await cloneJobDatabase();
});
afterAll(() => db.stop());
beforeEach(() => db.admin('truncate laksa.limit_count'));

const tenO = new Date('2026-11-21T10:00:00Z');
const later = (seconds: number) => new Date(tenO.getTime() + seconds * 1000);
const limitOf = (key: string, max: number, windowSeconds = 3600): Limit => ({
  tenantId: tenantA,
  key,
  max,
  windowSeconds,
});
const [few, many] = [limitOf('few', 2, 600), limitOf('many', 3)];
const takeBoth = (at = tenO) => db.inTenant(tenantA, (tx) => takeAll(tx, [few, many], at));
const left = (limit: Limit, at = tenO) =>
  db.inTenant(limit.tenantId, async (tx) => (await peek(tx, { ...limit, at })).remaining);

describe('several limits at once', () => {
  test('are counted together, and none of them when one is used up', async () => {
    expect(await takeBoth()).toEqual({ allowed: true });
    expect(await takeBoth()).toEqual({ allowed: true });
    expect(await takeBoth(later(60))).toEqual({ allowed: false, refused: few, retryAfterSeconds: 540 });
    expect([await left(few), await left(many)]).toEqual([0, 1]);
    expect(await takeBoth(later(600))).toEqual({ allowed: true });
    expect([await left(few, later(600)), await left(many)]).toEqual([1, 0]);
  });

  test('name the one that stays used up for longest', async () => {
    for (const limit of [few, few, many, many, many])
      await db.inTenant(tenantA, (tx) => take(tx, { ...limit, at: tenO }));
    expect(await takeBoth()).toEqual({ allowed: false, refused: many, retryAfterSeconds: 3600 });
  });

  test('of one that lets nobody in count nothing', async () => {
    const nobody = limitOf('nobody', 0);
    const taken = await db.inTenant(tenantA, (tx) => takeAll(tx, [few, nobody], tenO));
    expect(taken).toMatchObject({ allowed: false, refused: nobody });
    expect(await left(few)).toBe(2);
  });

  test('are counted by what one costs, and what is left of them is not enough for more', async () => {
    const [large, small] = [limitOf('large', 10), limitOf('small', 30)];
    const takeFor = (cost: number) =>
      db.inTenant(tenantA, (tx) =>
        takeAll(
          tx,
          [
            { ...large, cost },
            { ...small, cost: 1 },
          ],
          tenO,
        ),
      );
    expect(await takeFor(7)).toEqual({ allowed: true });
    expect(await takeFor(4)).toMatchObject({ allowed: false, refused: { key: 'large' } });
    expect([await left(large), await left(small)]).toEqual([3, 29]);
    expect(await takeFor(3)).toEqual({ allowed: true });
    expect([await left(large), await left(small)]).toEqual([0, 28]);
    const all = await Promise.all(
      Array.from({ length: 12 }, () =>
        db.inTenant(tenantA, (tx) => takeAll(tx, [{ ...limitOf('raced', 10), cost: 3 }], tenO)),
      ),
    );
    expect(all.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect(await takeFor(11)).toMatchObject({ allowed: false });
  });

  test('that are none let everybody in', async () => {
    expect(await db.inTenant(tenantA, (tx) => takeAll(tx, [], tenO))).toEqual({ allowed: true });
  });

  test('are given back by who loses the last place while waiting for it, and by who is rolled back', async () => {
    const last = limitOf('z', 1);
    const before = limitOf('a', 5);
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasTaken, resolve: tells } = Promise.withResolvers<void>();
    const first = db.inTenant(tenantA, async (tx) => {
      await takeAll(tx, [last], tenO);
      tells();
      await mayEnd;
    });
    await hasTaken;
    const second = db.inTenant(tenantA, (tx) => takeAll(tx, [before, last], tenO));
    await untilSomebodyWaits();
    end();
    await first;
    expect(await second).toMatchObject({ allowed: false, refused: last });
    expect([await left(before), await left(last)]).toEqual([5, 0]);
    const undone = db.inTenant(tenantA, async (tx) => {
      await takeAll(tx, [before], tenO);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await left(before)).toBe(5);
  });

  test('of another tenant cannot be touched from inside this one', async () => {
    const across = db.inTenant(tenantA, (tx) => takeAll(tx, [few, { ...many, tenantId: tenantB }], tenO));
    await expect(across).rejects.toThrow('row-level security');
  });

  test('are one statement where there is room, and where there is none', async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    try {
      const statements = async () => {
        asked.mockClear();
        await takeBoth();
        return asked.mock.calls.filter(([text]) => String(text).includes('laksa.limit_count')).length;
      };
      expect([await statements(), await statements(), await statements()]).toEqual([1, 1, 1]);
    } finally {
      asked.mockRestore();
    }
  });

  test('taken by many at once, in any order and mixture, never deadlock and count whom they let in alone', async () => {
    const asked = fc.array(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 24 });
    const maxima = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(asked, maxima, async (takers, most) => {
        await db.admin('truncate laksa.limit_count');
        const limits = most.map((max, index) => limitOf(`limit ${index}`, max));
        const chosen = takers.map((indexes) => limits.filter((_limit, index) => indexes.includes(index)));
        const shuffled = chosen.map((own, index) => (index % 2 === 0 ? own : own.toReversed()));
        const taken = await Promise.all(shuffled.map((own) => db.inTenant(tenantA, (tx) => takeAll(tx, own, tenO))));
        const rows = await db.admin<{ key: Buffer; count: number }>('select key, count from laksa.limit_count');
        for (const limit of limits) {
          const letIn = shuffled.filter((own, index) => taken[index]?.allowed === true && own.includes(limit)).length;
          const stored = rows.find(({ key }) => key.equals(hashOf(limit)))?.count ?? 0;
          expect(stored).toBe(letIn);
          expect(stored).toBeLessThanOrEqual(limit.max);
        }
        for (const [index, one] of taken.entries()) if (!one.allowed) expect(shuffled[index]).toContain(one.refused);
      }),
      { numRuns: 25 },
    );
  });
});

/** Until a statement of the application waits for another's row. */
const untilSomebodyWaits = async (): Promise<void> => {
  for (let round = 0; round < 200; round += 1) {
    const waiting = await db.admin(
      "select from pg_stat_activity where usename = 'laksa_app' and wait_event_type = 'Lock'",
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
};
