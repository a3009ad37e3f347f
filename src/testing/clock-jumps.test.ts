import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { clockChecks } from '../commands/doctor/clock-checks.ts';
import type { DoctorMeans } from '../commands/doctor/check.ts';
import { openBrowser, signedIn } from '../features/sign-in/testing/officer.ts';
import { createReminderSweep } from '../features/sweep-clocks/remind.ts';
import { createClockSweep } from '../features/sweep-clocks/sweep.ts';
import { createWatchSweep } from '../features/sweep-clocks/watch.ts';
import { verifyLedger } from '../features/verify-ledger/verify-ledger.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { publishPending } from '../store/feed.ts';
import { markPostSeen } from '../store/post-seen.ts';
import { lockReport } from '../store/report.ts';
import { fileSample, moved, moveSample, pickMove, possibleMoves, readCity } from './report-life.ts';
import { newSeed, seededRandom } from './seeded-random.ts';
import { mondayMorning } from './test-installation.ts';
import { startTestSite, type TestSite } from './test-site.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;

const jumps = [
  ['two hours forward', 2 * hour],
  ['two hours back', -2 * hour],
  ['two years forward', 2 * year],
  ['two years back', -2 * year],
] as const;

let site: TestSite;
let city: Tenant;
let admin: pg.Client;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterEach(() => site.clock.set(mondayMorning));
afterAll(async () => {
  await admin.end();
  await site.close();
});

const sweeps = [createClockSweep(), createReminderSweep(), createWatchSweep()];
const sweep = async (): Promise<void> => {
  for (const one of sweeps) while (await one(site.laksa, city));
};

const publish = (): Promise<unknown> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    while (await publishPending(tx, city.id, city.clock.now()));
  });

/** These are dated by the moment that they are of, however late somebody looks. */
const datedByTheirClock = ['expired', 'reminded', 'escalated', 'clock_passed'];

/** Events that are dated before what had happened to their report already. */
const backInTime = async (): Promise<unknown> => {
  const { rows } = await admin.query(
    `select report_id, seq, kind from (
       select *, max(at) over (partition by tenant_id, report_id order by seq rows between unbounded preceding and 1 preceding) as latest
       from laksa.report_event) event
     where at < latest and kind <> all($1)`,
    [datedByTheirClock],
  );
  return rows;
};

const holds = async (): Promise<void> => {
  await publish();
  for (const one of site.cities) expect((await verifyLedger(site.laksa, one)).findings).toEqual([]);
  expect(await backInTime()).toEqual([]);
};

const nonceIn = (body: string): string => /name="nonce" value="([^"]+)"/.exec(body)?.[1] ?? '';
const fileIn = (browser: ReturnType<typeof openBrowser>, nonce: string) =>
  browser.post('/lapor', { nonce, description: 'Jalan berlubang di depan pasar lama.', email: 'siti@contoh.id' });

describe.each(jumps)('when the clock of the machine goes %s', (_how, ms) => {
  it('while somebody writes, and again before the answer is read, the report is taken and its code shown', async () => {
    const browser = openBrowser(site, city);
    const nonce = nonceIn((await browser.get('/lapor')).body);
    expect(nonce).not.toBe('');
    site.clock.advance(ms);
    const answer = await fileIn(browser, nonce);
    expect(answer.statusCode).toBe(303);
    site.clock.advance(Math.abs(ms) > year ? 0 : -ms);
    const filed = await browser.get(String(answer.headers.location));
    expect(filed.statusCode).toBe(200);
    const code = /data-code="([^"]+)"|<strong[^>]*>([0-9A-Z]{4} [0-9A-Z]{4})<\/strong>/.exec(filed.body);
    expect(code ?? filed.body).not.toBeNull();
  });

  it('between filing and the next moves, they are made in their order, and the history is whole', async () => {
    const { number, claimCode } = await fileSample(site.laksa, city);
    const read = await readCity(site.laksa, city);
    const categoryId = read.categories.find(({ slug }) => slug === 'jalan-rusak')?.id ?? '';
    site.clock.advance(ms);
    await moved(site.laksa, city, {
      number,
      by: 'verifikator',
      command: { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } },
    });
    const officer = read.posts.find(({ slug }) => slug === 'petugas-pupr');
    if (officer?.agencyId == null) throw new Error('the city has roads');
    await moved(site.laksa, city, {
      number,
      by: 'koordinator',
      command: { move: 'assign', postId: officer.id, agencyId: officer.agencyId },
    });
    await sweep();
    site.clock.advance(-ms);
    const reporter = openBrowser(site, city);
    const entered = await reporter.post('/lacak', { nomor: number, kode: claimCode ?? '' });
    expect(entered.statusCode).toBe(303);
    const said = await reporter.post(`/lacak/${number}`, { move: 'message', message: 'Lubangnya makin besar.' });
    expect([said.statusCode, said.headers.location]).toEqual([303, expect.stringContaining(`/lacak/${number}`)]);
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'accept', message: 'Kami kerjakan.' },
    });
    await moved(site.laksa, city, {
      number,
      by: 'petugas-pupr',
      command: { move: 'answer', message: 'Sudah ditambal.', proof: [] },
    });
    await sweep();
    await holds();
  });

  it('whoever was held up waits no longer than the window says, and a used-up window goes on no longer', async () => {
    const send = () =>
      site.app.inject({
        method: 'POST',
        url: '/lapor',
        remoteAddress: '203.0.113.7',
        headers: { host: new URL(city.origin).host, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          nonce: randomUUID(),
          description: randomUUID(),
          email: `a${ms}@contoh.id`,
        }).toString(),
      });
    for (let sent = 0; sent < 6; sent += 1) expect((await send()).statusCode).toBe(303);
    expect((await send()).statusCode).toBe(429);
    site.clock.advance(ms);
    expect((await send()).statusCode).toBe(303);
    site.clock.advance(-ms);
    const back = await send();
    expect(back.statusCode).toBe(429);
    expect(Number(back.headers['retry-after'])).toBeLessThanOrEqual(600);
  });
});

describe('a time when the clock was years ahead', () => {
  it('leaves behind no way into a report', async () => {
    site.clock.advance(2 * year);
    const { number, claimCode } = await fileSample(site.laksa, city);
    const reporter = openBrowser(site, city);
    const entered = await reporter.post('/lacak', { nomor: number, kode: claimCode ?? '' });
    const place = String(entered.headers.location);
    expect((await reporter.get(place)).body).toContain('Ada lubang besar');
    site.clock.advance(-2 * year);
    expect((await reporter.get(place)).body).not.toContain('Ada lubang besar');
    expect((await reporter.post('/lacak', { nomor: number, kode: claimCode ?? '' })).statusCode).toBe(303);
  });

  it('leaves behind no session of an officer', async () => {
    const officer = await signedIn(site, city, 'koordinator');
    expect((await officer.get('/petugas')).statusCode).toBe(200);
    await admin.query(
      `update auth.session set "createdAt" = "createdAt" + interval '2 years', "updatedAt" = "updatedAt" + interval '2 years',
         "expiresAt" = "expiresAt" + interval '2 years' where "userId" = $1`,
      [officer.userId],
    );
    const answer = await officer.get('/petugas');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('/petugas/masuk')]);
  });

  it('does not keep a post from being seen again', async () => {
    const post = (await readCity(site.laksa, city)).posts[0]?.id ?? '';
    const seen = (at: Date) => site.laksa.database.inTenant(city.id, (tx) => markPostSeen(tx, city.id, post, at));
    await seen(new Date(city.clock.now().getTime() + 2 * year));
    await seen(city.clock.now());
    const { rows } = await admin.query(`select at from laksa.post_seen where post_id = $1`, [post]);
    expect(rows).toEqual([{ at: city.clock.now() }]);
  });

  it('is said by the page of health and by the doctor, until the clock is there', async () => {
    const own = site.cities[1];
    site.clock.advance(-24 * hour);
    const keeper = await signedIn(site, own, 'admin-kota');
    site.clock.advance(24 * hour);
    const check = clockChecks.find(({ name }) => name === 'clock and history');
    const doctor = () => check?.look({ laksa: site.laksa } as unknown as DoctorMeans);
    await fileSample(site.laksa, own);
    expect((await keeper.get('/kelola/kesehatan?lang=en')).body).not.toContain('ahead of the clock');
    site.clock.advance(-2 * hour);
    expect((await keeper.get('/kelola/kesehatan?lang=en')).body).toContain('120 minutes ahead of the clock');
    expect(await doctor()).toMatchObject([
      { grade: 'error', says: expect.stringContaining(`${own.slug} by 120 minutes`) },
    ]);
    site.clock.advance(2 * hour);
    expect((await keeper.get('/kelola/kesehatan?lang=en')).body).not.toContain('ahead of the clock');
  });
});

it('lives through a clock that jumps and slews at random: nothing is refused for it, and every history is whole', async () => {
  const seed = newSeed();
  console.log(`clock jumps: seed ${seed}`);
  const random = seededRandom(seed);
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const steps = [0, 90, -90, 5 * minute, -5 * minute, 2 * hour, -2 * hour, 26 * hour, -26 * hour, year, -year];
  const numbers: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    site.clock.advance(any(steps) ?? 0);
    if (step % 4 === 0) numbers.push((await fileSample(site.laksa, city, { occurredOn: null })).number);
    const number = any(numbers) ?? '';
    const stored = await site.laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
    if (stored === null) throw new Error(`no report ${number}`);
    const at = city.clock.now().toISOString();
    const option = pickMove(
      possibleMoves(stored.report, await readCity(site.laksa, city), at),
      Math.floor(random() * 1_000_000),
    );
    if (option !== undefined) await moveSample(site.laksa, city, { number, by: option.actor, command: option.command });
    if (random() < 0.3) await sweep();
    if (random() < 0.3) await publish();
  }
  await holds();
}, 120_000);
