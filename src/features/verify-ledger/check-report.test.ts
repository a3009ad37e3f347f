import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import { changeCalendar, type CalendarChange } from '../../store/change-calendar.ts';
import { recountClocks } from '../../store/recount-clocks.ts';
import { lockReport } from '../../store/report.ts';
import { markClock } from '../../store/mark-clock.ts';
import { fillCity } from '../../testing/fill-city.ts';
import { fileSample, moved, moveSample, pickMove, possibleMoves, readCity } from '../../testing/report-life.ts';
import { newSeed, seededRandom } from '../../testing/seeded-random.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import type { LedgerFinding } from './finding.ts';
import { keepTables } from './testing/keep-tables.ts';
import { verifyLedger, type LedgerCheck } from './verify-ledger.ts';

let site: TestInstallation;
/** Somebody with the owner's rights who has opened the maintenance door, as `db url` gives them. */
let owner: pg.Client;
let restore: () => Promise<void>;

beforeAll(async () => {
  site = await startTestInstallation();
  owner = new pg.Client({
    connectionString: site.url,
    options: '-c role=laksa_owner -c laksa.maintenance=on -c search_path=laksa,ops',
  });
  await owner.connect();
  restore = await keepTables(site.url);
});
afterEach(async () => {
  await restore();
  site.clock.set(mondayMorning);
});
afterAll(async () => {
  await owner.end();
  await site.close();
});

const check = (): Promise<LedgerCheck> => verifyLedger(site.laksa, site.cities[0]);
const found = async (): Promise<readonly LedgerFinding[]> => (await check()).findings;

const hour = 3_600_000;

/** Answered by its agency, approved, and disputed by its reporter; between the moves two hours, or as long as is said. */
const disputed = async (pace = 2 * hour): Promise<string> => {
  const { laksa, cities, clock } = site;
  const [first] = cities;
  const city = await readCity(laksa, first);
  const officer = city.posts.find((post) => post.slug === 'petugas-pupr');
  const { number } = await fileSample(laksa, first, { villageCode: city.villages[0]?.code ?? null });
  const make = async (by: string, command: MoveCommand): Promise<void> => {
    clock.advance(pace);
    await moved(laksa, first, { number, by: by === 'reporter' ? { kind: 'reporter' } : by, command });
  };
  const publish = { title: 'Jalan berlubang', description: 'Lubang besar.', photos: [] };
  await make('verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' });
  await make('reporter', { move: 'provide_info', message: 'Di depan SD.' });
  await make('verifikator', { move: 'verify', class: 'complaint', categoryId: city.categories[0]?.id ?? '', publish });
  await make('koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' });
  await make('petugas-pupr', { move: 'accept', message: 'Kami periksa.' });
  await make('petugas-pupr', { move: 'postpone', reason: 'weather', until: '2026-12-18' });
  await make('petugas-pupr', { move: 'answer', message: ' Sudah ditambal. ', proof: [] });
  await make('validator', { move: 'approve' });
  await make('reporter', { move: 'dispute', reason: 'not_done', message: 'Belum.', rating: 2 });
  return number;
};

describe('reports as the rules made them', () => {
  it('are what their history says, however they lived', async () => {
    const seed = newSeed();
    console.log(`ledger lives seed ${seed}`);
    const random = seededRandom(seed);
    const { laksa, cities, clock } = site;
    const [city] = cities;
    const plan = await readCity(laksa, city);
    const inCity = laksa.database.inTenant;
    const kinds = ['complaint', 'information_request', 'aspiration'] as const;
    const reports = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        fileSample(laksa, city, { kind: kinds[n % 3] ?? 'complaint', isSecret: n % 8 === 7, identity: {} }),
      ),
    );
    const otherIds = reports.map((report) => report.reportId);
    for (let step = 0; step < 420; step += 1) {
      clock.advance(Math.floor(random() * (step % 20 === 0 ? 240 : 6)) * hour);
      const { number, reportId } = reports[Math.floor(random() * reports.length)] ?? { number: '', reportId: '' };
      const stored = await inCity(city.id, (tx) => lockReport(tx, city.id, { number }));
      if (stored === null) throw new Error('a number that was given out has a report');
      const at = clock.now();
      const due = stored.report.clocks.find(
        (one) =>
          one.stoppedAt === null && one.pausedAt === null && one.passedAt === null && one.dueAt <= at.toISOString(),
      );
      if (due !== undefined)
        await inCity(city.id, (tx) => markClock(tx, { tenantId: city.id, city: plan, reportId, clockId: due.id, at }));
      const chosen = pickMove(
        possibleMoves(stored.report, plan, at.toISOString(), otherIds),
        Math.floor(random() * 2 ** 31),
      );
      if (chosen !== undefined) await moveSample(laksa, city, { number, by: chosen.actor, command: chosen.command });
    }
    const checked = await check();
    expect(checked.findings).toEqual([]);
    expect(checked.events).toBeGreaterThan(300);
    expect(checked.unprovenWords).toBe(0);
  });

  it('are so in a city with something of everything, and while an answer reaches those merged', async () => {
    const [first] = site.cities;
    await fillCity(site.laksa, first);
    await disputed();
    const primary = await fileSample(site.laksa, first);
    const voice = await fileSample(site.laksa, first);
    const { posts, categories } = await readCity(site.laksa, first);
    const officer = posts.find((post) => post.slug === 'petugas-pupr');
    const publish = { title: 'Jalan', description: 'Lubang.', photos: [] };
    const verify = { move: 'verify', class: 'complaint', categoryId: categories[0]?.id ?? '', publish } as const;
    for (const { number } of [primary, voice])
      await moved(site.laksa, first, { number, by: 'verifikator', command: verify });
    await moved(site.laksa, first, {
      number: voice.number,
      by: 'verifikator',
      command: { move: 'merge', primaryId: primary.reportId },
    });
    const steps: readonly (readonly [string, MoveCommand])[] = [
      ['koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' }],
      ['petugas-pupr', { move: 'accept' }],
      ['petugas-pupr', { move: 'answer', message: 'Sudah.', proof: [] }],
      ['validator', { move: 'approve' }],
    ];
    for (const [by, command] of steps) await moved(site.laksa, first, { number: primary.number, by, command });
    expect(await found()).toEqual([]);
    await owner.query(`update report set public_answer = 'Belum.' where number = $1`, [voice.number]);
    expect(await found()).toMatchObject([{ kind: 'public_words', number: voice.number }]);
  });

  it.each(['asc', 'desc'])(
    'are so when all of it happened in one millisecond: clocks found by due %s',
    async (order) => {
      await disputed(0);
      await owner.query(
        `update report_clock c set id = overlay(c.id::text placing n::text from 1 for 1)::uuid
       from (select id, row_number() over (order by due_at ${order}) as n from report_clock where kind = 'validation') v where v.id = c.id`,
      );
      expect(await found()).toEqual([]);
    },
  );

  it('are so after holidays were decreed that nobody knew of when their clocks started', async () => {
    await disputed();
    await owner.query(
      `insert into holiday select id, '2026-11-30', 'national', 'Hari contoh', 'contoh' from tenant where slug = 'satu'`,
    );
    site.laksa.cities.forget(site.cities[0].id);
    expect(await found()).toEqual([]);
    await owner.query(`delete from holiday where name = 'Hari contoh'`);
    site.laksa.cities.forget(site.cities[0].id);
  });
});

describe('a report that was changed beside its history names', () => {
  const damages: readonly (readonly [what: string, change: string, said: readonly string[]])[] = [
    ['its state', `state = 'closed'`, ['its state is closed, its history says disputed']],
    [
      'since when',
      `state_since = state_since - interval '1 day'`,
      ['its state_since is 2026-11-22T20:00:00.000Z, its history says 2026-11-23T20:00:00.000Z'],
    ],
    [
      'when it was filed',
      `filed_at = '-infinity'`,
      ['its filed_at is -infinity, its history says 2026-11-23T02:00:00.000Z'],
    ],
    ['why it is over', `closed_reason = 'confirmed'`, ['its closed_reason is confirmed, its history says nothing']],
    ['how public it is', `publication = 'title_only'`, ['its publication is title_only, its history says public']],
    ['why it is not', `publication_reason = 'privacy'`, ['its publication_reason is privacy, which nobody gave']],
    ['its rating', 'rating = 5', ['its rating is 5, its history says 2']],
    ['its class', `class = 'aspiration'`, ['its class is aspiration, its history says complaint']],
    ['its place', 'village_code = null', ['its village_code is nothing, its history says 36.71.01.1001']],
    ['whether it is secret', 'is_secret = true', ['its is_secret is true, its history says false']],
    ['how often its reporter was asked', 'questions_asked = 0', ['its questions_asked is 0, its history says 1']],
    ['how often it came back', 'times_returned = 2', ['its times_returned is 2, its history says 0']],
    ['its public title', `public_title = 'Semua baik'`, ['its public_title is not what its history made public']],
    ['its public words', 'public_description = null', ['its public_description is not what its history made public']],
    ['its public answer', `public_answer = 'PALSU'`, ['its public_answer is not what its history made public']],
    [
      'its next date',
      `next_due_at = next_due_at + interval '30 days'`,
      ['its next_due_at is 2026-12-31T17:00:00.000Z, the earliest clock says 2026-12-01T17:00:00.000Z'],
    ],
    [
      'two things',
      `state = 'received', rating = null`,
      ['its rating is nothing, its history says 2', 'its state is received, its history says disputed'],
    ],
  ];

  it.each(damages)('%s', async (_what, change, said) => {
    const number = await disputed();
    await owner.query(`update report set ${change} where number = $1`, [number]);
    const findings = await found();
    expect(findings.map(({ what }) => what)).toEqual(said);
    expect(findings.every((finding) => finding.number === number && finding.seq === null)).toBe(true);
  });

  it('its category', async () => {
    const number = await disputed();
    await owner.query(`update report set category_id = null where number = $1`, [number]);
    expect(await found()).toMatchObject([{ kind: 'report_altered', number }]);
  });

  it('nothing that cannot be known: the words a public text was written from were erased', async () => {
    const number = await disputed();
    await owner.query(
      `delete from event_secret s using report_event e where e.tenant_id = s.tenant_id and e.id = s.event_id and e.kind in ('verified', 'answered')`,
    );
    expect(await check()).toMatchObject({ findings: [], unprovenWords: 3 });
    await owner.query(
      `update report set public_title = null, public_description = null, public_answer = null where number = $1`,
      [number],
    );
    expect(await check()).toMatchObject({ findings: [], unprovenWords: 0 });
  });

  it('nothing more where the history itself was changed: that is said', async () => {
    const number = await disputed();
    await owner.query(`update report_event set payload = payload || '{"class": "aspiration"}' where kind = 'verified'`);
    await owner.query(`update report set class = 'aspiration' where number = $1`, [number]);
    expect(await found()).toMatchObject([{ kind: 'altered', number, seq: 4 }]);
  });
});

describe('clocks that were changed', () => {
  const filed = '2026-11-23T02:00:00.000Z';
  const verified = '2026-11-23T08:00:00.000Z';
  const damages: readonly (readonly [what: string, change: string, said: readonly string[]])[] = [
    [
      'a due date moved away',
      `update report_clock set due_at = due_at + interval '30 days' where kind = 'answer'`,
      [
        `its clock answer of ${verified} is due at 2027-01-10T17:00:00.000Z, by policy and history it must be at 2026-12-11T17:00:00.000Z`,
      ],
    ],
    [
      'a due date at no time at all',
      `update report_clock set due_at = 'infinity' where kind = 'completion'`,
      [
        `its clock completion of 2026-11-23T04:00:00.000Z is due at infinity, by policy and history it must be at 2026-12-23T17:00:00.000Z`,
      ],
    ],
    [
      'a due date an hour later',
      `update report_clock set due_at = due_at + interval '1 hour' where kind = 'first_answer'`,
      [
        `its clock first_answer of ${filed} is due at 2026-11-24T03:00:00.000Z, by policy and history it must be at 2026-11-24T02:00:00.000Z`,
      ],
    ],
    [
      'a promise moved',
      `update report_clock set due_at = '2026-12-31T17:00Z' where kind = 'promise'`,
      [
        `its clock promise of 2026-11-23T14:00:00.000Z is due at 2026-12-31T17:00:00.000Z, by policy and history it must be at 2026-12-18T17:00:00.000Z`,
      ],
    ],
    [
      'a clock taken away',
      `delete from report_clock where kind = 'follow_up'`,
      [`its clock follow_up of ${verified} is gone`],
    ],
    [
      'a clock of another start',
      `update report_clock set started_at = started_at + interval '1 day' where kind = 'decision'`,
      [`its clock decision of ${verified} is gone`, 'nothing started its clock decision of 2026-11-24T08:00:00.000Z'],
    ],
    [
      'a clock put there',
      `insert into report_clock select tenant_id, gen_random_uuid(), report_id, 'promise', policy_version, started_at, due_at, provisional, paused_at, paused_ms, stopped_at, outcome, passed_at from report_clock where kind = 'verify'`,
      [`nothing started its clock promise of ${filed}`],
    ],
    [
      'an end when nothing happened',
      `update report_clock set stopped_at = stopped_at - interval '1 minute' where kind = 'first_answer'`,
      [`its clock first_answer of ${filed} ended at 2026-11-23T03:59:00.000Z, when nothing happened`],
    ],
    [
      'a late one called kept',
      `update report_clock set outcome = 'late' where kind = 'first_answer'`,
      [`its clock first_answer of ${filed} is called late, and ended at 2026-11-23T04:00:00.000Z, before it was due`],
    ],
    [
      'one moved that is no promise',
      `update report_clock set outcome = 'moved' where kind = 'verify'`,
      [`its clock verify of ${filed} is called moved, as only a promise can be`],
    ],
    [
      'a missed promise called moved',
      `update report_clock set due_at = stopped_at, outcome = 'moved' where kind = 'promise'`,
      [
        'its clock promise of 2026-11-23T14:00:00.000Z is due at 2026-11-23T18:00:00.000Z, by policy and history it must be at 2026-12-18T17:00:00.000Z',
        'its clock promise of 2026-11-23T14:00:00.000Z is called moved, and ended at 2026-11-23T18:00:00.000Z, after it was due',
      ],
    ],
    [
      'one lapsed that was no offer',
      `update report_clock set outcome = 'lapsed' where kind = 'verify'`,
      [`its clock verify of ${filed} is called lapsed, as only an offer to the reporter can be`],
    ],
    [
      'a pause that nobody made',
      `update report_clock set paused_at = started_at, stopped_at = null, outcome = null where kind = 'answer'`,
      [`its clock answer of ${verified} is paused since ${verified}, when nobody was asked`],
    ],
    [
      'a pause longer than it was',
      `update report_clock set paused_ms = paused_ms * 10 where kind = 'verify'`,
      [`its clock verify of ${filed} was paused for 72000000 ms, its reporter was asked for 7200000 ms`],
    ],
    [
      'a mark of lateness',
      `update report_clock set passed_at = due_at where kind = 'answer'`,
      [
        `its clock answer of ${verified} is marked as passed at 2026-12-11T17:00:00.000Z, of which its history does not know`,
      ],
    ],
    [
      'an extension that nobody made',
      `update report_clock set extended_at = started_at where kind = 'answer'`,
      [`its clock answer of ${verified} is extended at ${verified}, its history says never`],
    ],
    [
      'a reminder that nobody had',
      `update report_clock set reminded_at = started_at, reminded_of = due_at where kind = 'verify'`,
      [
        `its clock verify of ${filed} has reminded of 2026-11-26T17:00:00.000Z at ${filed}, of which its history does not know`,
      ],
    ],
    [
      'another policy',
      `update report_clock set policy_version = 9 where kind = 'answer'`,
      [`its clock answer of ${verified} follows policy 9, which is not the one it was filed under`],
    ],
  ];

  it.each(damages)('%s', async (_what, change, said) => {
    const number = await disputed();
    await owner.query(change);
    const findings = await found();
    expect(findings.map(({ what }) => what)).toEqual(said);
    expect(findings.every((finding) => finding.number === number)).toBe(true);
  });

  it('so that one runs on when the report is over', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    await moved(site.laksa, site.cities[0], { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    await owner.query(`update report_clock set stopped_at = null, outcome = null where kind = 'verify'`);
    expect((await found()).map(({ what }) => what)).toEqual([
      'its clock verify of 2026-11-23T02:00:00.000Z still runs, though the report is closed',
    ]);
  });

  it.each(['cancelled', 'kept'])('so that what was late when the report ended is called %s', async (outcome) => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    site.clock.advance(40 * 24 * hour);
    await moved(site.laksa, site.cities[0], { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    expect(await found()).toEqual([]);
    await owner.query(`update report_clock set outcome = $1 where kind = 'verify' and outcome = 'late'`, [outcome]);
    expect((await found()).map(({ what }) => what)).toEqual([
      `its clock verify of ${filed} is called ${outcome}, and ended at 2027-01-02T02:00:00.000Z, after it was due`,
    ]);
  });

  it('nothing of a clock that ended while it was paused: it had its days back before', async () => {
    const { number } = await fileSample(site.laksa, site.cities[0]);
    const question = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' } as const;
    await moved(site.laksa, site.cities[0], { number, by: 'verifikator', command: question });
    site.clock.advance(20 * 24 * hour);
    await moved(site.laksa, site.cities[0], { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    const { rows } = await owner.query(
      `select due_at < stopped_at as is_after, outcome from report_clock where kind = 'verify'`,
    );
    expect(rows).toEqual([{ is_after: false, outcome: 'cancelled' }]);
    expect(await found()).toEqual([]);
  });

  it('nothing of a clock that was kept before a day off was taken away, nor of those that run and were counted again', async () => {
    const [first] = site.cities;
    const { laksa } = site;
    const publish = { title: 'Jalan', description: 'Lubang.', photos: [] };
    const { posts, categories } = await readCity(laksa, first);
    const change = { by: posts[0]?.id ?? '', reason: 'Pilkada', at: site.clock.now() };
    const day = { day: '2026-11-25', kind: 'regional', name: 'Pilkada', source: 'Keputusan kota' } as const;
    const recount = async (days: Pick<CalendarChange, 'add' | 'remove'>): Promise<number> => {
      const made = await laksa.database.inTenant(first.id, (tx) =>
        changeCalendar(tx, laksa, first, { ...change, ...days }),
      );
      if (!made.ok) throw new Error(made.refusal.kind);
      return recountClocks({ laksa, tenant: first, changeId: made.value.changeId }, new AbortController().signal);
    };
    await recount({ add: [day], remove: [] });
    const { number } = await fileSample(laksa, first);
    const verify = { move: 'verify', class: 'complaint', categoryId: categories[0]?.id ?? '', publish } as const;
    await moved(laksa, first, { number, by: 'verifikator', command: verify });
    expect(await recount({ add: [], remove: [day] })).toBe(1);
    expect(await found()).toEqual([]);
  });
});
