import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../platform/tenant/tenant.ts';
import { openTestInstallation, type OpenInstallation } from '../testing/open-test-installation.ts';
import { fileSample, moved, pickMove, possibleMoves, readCity } from '../testing/report-life.ts';
import { newSeed, seededRandom } from '../testing/seeded-random.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { beginning, chainFeed } from './event-hash.ts';
import { publishPending } from './feed.ts';
import type { Installation } from './installation.ts';
import { makeMove } from './make-move.ts';
import { lockReport } from './report.ts';

type Entry = { readonly position: number; readonly eventId: string; readonly reportId: string; readonly seq: number };

const writers = 6;
const stepsEach = 30;

let site: TestInstallation;
const others: OpenInstallation[] = [];

beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 6 });
});
afterAll(async () => {
  for (const other of others) await other.close();
  await site.close();
});

/** Another process: connections and a clock of its own, which is wrong by up to two seconds and sometimes goes back. */
const openWriter = async (random: () => number): Promise<{ readonly laksa: Installation; readonly city: Tenant }> => {
  const skewMs = (random() - 0.5) * 4_000;
  const clock = { now: () => new Date(Date.now() + skewMs - random() * 200) };
  const opened = await openTestInstallation(site.url, clock, { maxConnections: 1, keysDir: site.keysDir });
  others.push(opened);
  const [city] = await opened.laksa.tenants.all();
  if (city === undefined) throw new Error('the template has two cities');
  return { laksa: opened.laksa, city };
};

/** Files a report or makes some move that is possible now of one that is there, whoever filed it; holds the transaction open for a while. */
const step = async (
  { laksa, city }: { readonly laksa: Installation; readonly city: Tenant },
  numbers: string[],
  random: () => number,
): Promise<void> => {
  const number = numbers[Math.floor(random() * numbers.length)];
  if (number === undefined || random() < 0.3) {
    numbers.push((await fileSample(laksa, city, { identity: {} })).number);
    return;
  }
  const plan = await readCity(laksa, city);
  const stored = await laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
  if (stored === null) throw new Error('a number that was given out has a report');
  const chosen = pickMove(
    possibleMoves(stored.report, plan, city.clock.now().toISOString()),
    Math.floor(random() * 2 ** 31),
  );
  if (chosen === undefined) return;
  await laksa.database.inTenant(city.id, async (tx) => {
    const actor = chosen.actor;
    await makeMove(tx, {
      tenantId: city.id,
      city: plan,
      report: { number },
      actor,
      command: chosen.command,
      at: city.clock.now(),
    });
    await pause(random() * 20);
  });
};

const readAfter = (laksa: Installation, tenantId: string, position: number): Promise<readonly Entry[]> =>
  laksa.database.inTenant(
    tenantId,
    async (tx) => {
      const rows = await tx
        .selectFrom('event_feed as f')
        .innerJoin('report_event as e', (join) =>
          join.onRef('e.tenant_id', '=', 'f.tenant_id').onRef('e.id', '=', 'f.event_id'),
        )
        .select(['f.position', 'f.event_id', 'e.report_id', 'e.seq'])
        .where('f.tenant_id', '=', tenantId)
        .where('f.position', '>', String(position))
        .orderBy('f.position')
        .limit(40)
        .execute();
      return rows.map((row) => ({
        position: Number(row.position),
        eventId: row.event_id,
        reportId: row.report_id,
        seq: row.seq,
      }));
    },
    { readOnly: true },
  );

describe('the feed', () => {
  it('gives a reader every event once, in order, however many write and publish at once', async () => {
    const seed = newSeed();
    console.log(`feed seed ${seed}`);
    const random = seededRandom(seed);
    const { laksa, cities } = site;
    const [city] = cities;
    const numbers: string[] = [];
    const isDone = { writing: false, publishing: false };
    const seen: Entry[] = [];

    const write = async (): Promise<void> => {
      const own = seededRandom(Math.floor(random() * 2 ** 31));
      const writer = await openWriter(own);
      for (let n = 0; n < stepsEach; n += 1) {
        await step(writer, numbers, own);
        await pause(own() * 10);
      }
    };
    const publish = async (): Promise<number> => {
      let turnedAway = 0;
      for (;;) {
        const wasDone = isDone.writing;
        const published = await laksa.database.inTenant(city.id, (tx) => publishPending(tx, city.id, city.clock.now()));
        if (published === null) turnedAway += 1;
        if (published === 0 && wasDone) return turnedAway;
        // Now and then long enough for a report to be moved several times.
        await pause(random() < 0.1 ? 150 : random() * 5);
      }
    };
    const read = async (): Promise<void> => {
      for (;;) {
        const wasDone = isDone.publishing;
        const next = await readAfter(laksa, city.id, seen.at(-1)?.position ?? 0);
        seen.push(...next);
        if (next.length === 0 && wasDone) return;
        await pause(random() * 10);
      }
    };

    const writing = Promise.all(Array.from({ length: writers }, write)).finally(() => {
      isDone.writing = true;
    });
    const publishing = Promise.all([publish(), publish()]).finally(() => {
      isDone.publishing = true;
    });
    await Promise.all([writing, publishing, read()]);

    const events = await laksa.database.inTenant(city.id, (tx) =>
      tx.selectFrom('report_event').select(['id', 'report_id', 'seq']).where('tenant_id', '=', city.id).execute(),
    );
    expect(events.length).toBeGreaterThan(writers * stepsEach * 0.5);
    expect(seen.map((entry) => entry.position)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.map((entry) => entry.eventId).toSorted()).toEqual(events.map((event) => event.id).toSorted());
    for (const [reportId, own] of Map.groupBy(seen, (entry) => entry.reportId))
      expect(
        own.map((entry) => entry.seq),
        reportId,
      ).toEqual(own.map((_, index) => index + 1));
  });

  it('leaves nothing waiting behind it, and says so', async () => {
    const { laksa, cities } = site;
    const [city] = cities;
    const waiting = await laksa.database.inTenant(city.id, (tx) =>
      tx.selectFrom('event_pending').select('event_id').where('tenant_id', '=', city.id).execute(),
    );
    expect(waiting).toEqual([]);
    expect(await laksa.database.inTenant(city.id, (tx) => publishPending(tx, city.id, city.clock.now()))).toBe(0);
  });

  it('is a chain: each position holds the one before it', async () => {
    const { laksa, cities } = site;
    const [city] = cities;
    const rows = await laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('event_feed as f')
        .innerJoin('report_event as e', (join) =>
          join.onRef('e.tenant_id', '=', 'f.tenant_id').onRef('e.id', '=', 'f.event_id'),
        )
        .select(['f.position', 'f.published_at', 'f.chain', 'e.hash'])
        .where('f.tenant_id', '=', city.id)
        .orderBy('f.position')
        .execute(),
    );
    let chain = beginning;
    for (const row of rows) {
      chain = chainFeed(chain, { position: Number(row.position), eventHash: row.hash, publishedAt: row.published_at });
      expect(row.chain.equals(chain), `position ${row.position}`).toBe(true);
    }
  });

  it('of one city has nothing of another', async () => {
    const { laksa, cities } = site;
    expect(await readAfter(laksa, cities[1].id, 0)).toEqual([]);
  });

  it('keeps the order of a report, though the clock of the machine went back between its events', async () => {
    const { laksa, cities, clock } = site;
    const [, city] = cities;
    clock.set(mondayMorning);
    const filed = [await fileSample(laksa, city, { identity: {} }), await fileSample(laksa, city, { identity: {} })];
    for (let n = 0; n < 5; n += 1) {
      clock.advance(-60_000);
      for (const { number } of filed)
        await moved(laksa, city, { number, by: 'verifikator', command: { move: 'note', message: `${n}` } });
    }
    clock.set(mondayMorning);
    expect(await laksa.database.inTenant(city.id, (tx) => publishPending(tx, city.id, city.clock.now()))).toBe(12);
    const seen = await readAfter(laksa, city.id, 0);
    for (const { reportId } of filed)
      expect(seen.filter((entry) => entry.reportId === reportId).map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has one hand that publishes: who comes second is turned away', async () => {
    const { laksa, cities } = site;
    const [, city] = cities;
    await fileSample(laksa, city, { identity: {} });
    const [one, other] = await Promise.all(
      [0, 1].map(() =>
        laksa.database.inTenant(city.id, async (tx) => {
          const published = await publishPending(tx, city.id, city.clock.now());
          await pause(200);
          return published;
        }),
      ),
    );
    expect([one, other].toSorted()).toEqual([1, null].toSorted());
  });
});
