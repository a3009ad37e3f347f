import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { publishPending } from '../../store/feed.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { describeFinding, type LedgerFinding } from './finding.ts';
import { keepTables } from './testing/keep-tables.ts';
import { verifyLedger } from './verify-ledger.ts';

let site: TestInstallation;
/** Somebody with the owner's rights who has opened the maintenance door, as `db url` gives them. */
let owner: pg.Client;
let restore: () => Promise<void>;
/** Three reports of five events each. */
let numbers: readonly [string, string, string];

beforeAll(async () => {
  site = await startTestInstallation();
  numbers = [await live(), await live(), await live()];
  await publish();
  owner = new pg.Client({
    connectionString: site.url,
    options: '-c role=laksa_owner -c laksa.maintenance=on -c search_path=laksa,ops',
  });
  await owner.connect();
  restore = await keepTables(site.url);
});
afterEach(() => restore());
afterAll(async () => {
  await owner.end();
  await site.close();
});

/** Filed, verified, handed to an agency, accepted, noted; a minute apart, so that no two events are of one instant. */
const live = async (): Promise<string> => {
  const { laksa, cities, clock } = site;
  const [first] = cities;
  const city = await readCity(laksa, first);
  const officer = city.posts.find((post) => post.slug === 'petugas-pupr');
  const { number } = await fileSample(laksa, first);
  const publishNothing = { photos: [] };
  clock.advance(60_000);
  await moved(laksa, first, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId: city.categories[0]?.id ?? '', publish: publishNothing },
  });
  clock.advance(60_000);
  await moved(laksa, first, {
    number,
    by: 'koordinator',
    command: { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' },
  });
  clock.advance(60_000);
  await moved(laksa, first, { number, by: 'petugas-pupr', command: { move: 'accept', message: 'Kami periksa.' } });
  clock.advance(60_000);
  await moved(laksa, first, { number, by: 'petugas-pupr', command: { move: 'note', message: 'Catatan.' } });
  clock.advance(60_000);
  return number;
};

const publish = async (): Promise<void> => {
  const [city] = site.cities;
  await site.laksa.database.inTenant(city.id, (tx) => publishPending(tx, city.id, city.clock.now()));
  site.clock.advance(60_000);
};

const eventOf = (which: 0 | 1 | 2, seq: number): string =>
  `(select e.id from report_event e join report r on r.tenant_id = e.tenant_id and r.id = e.report_id where r.number = '${numbers[which]}' and e.seq = ${seq})`;
const reportOf = (which: 0 | 1 | 2): string => `(select id from report where number = '${numbers[which]}')`;

/** Deletes an event with all that hangs on it. */
const remove = (event: string): string =>
  `delete from event_secret where event_id = ${event}; delete from notice where event_id = ${event}; delete from report_event where id = ${event}`;

const reportGone = (which: 0 | 1 | 2): string => {
  const ofIt = `report_id = ${reportOf(which)}`;
  const events = [1, 2, 3, 4, 5].map((seq) => remove(eventOf(which, seq))).join(';');
  return `${events}; delete from clock_pause; delete from report_clock where ${ofIt}; delete from post_letter; delete from post_notice where ${ofIt}; delete from assignment where ${ofIt}; delete from report_place where ${ofIt}; delete from report where number = '${numbers[which]}'`;
};

const found = async (): Promise<readonly LedgerFinding[]> => (await verifyLedger(site.laksa, site.cities[0])).findings;

/** Which event, and what is wrong with it: the words are for people. */
const brief = (findings: readonly LedgerFinding[]): readonly string[] =>
  findings.map(({ kind, number, seq, position }) =>
    [kind, number === null ? '-' : numbers.indexOf(number), seq ?? '-', position ?? '-'].join(' '),
  );

const isoOf = async (text: string): Promise<string> =>
  (await owner.query<{ at: Date }>(`select ${text} as at`)).rows[0]?.at.toISOString() ?? '';

describe('a ledger nobody touched', () => {
  it('is whole, and says how much it is', async () => {
    const progress: number[] = [];
    const check = await verifyLedger(site.laksa, site.cities[0], ({ events }) => void progress.push(events));
    expect(check).toEqual({ reports: 3, events: 15, positions: 15, erasedWords: 0, unprovenWords: 0, findings: [] });
    expect(progress.at(-1)).toBe(15);
  });

  it('is whole while events wait for the feed', async () => {
    const number = await live();
    const check = await verifyLedger(site.laksa, site.cities[0]);
    expect(check).toMatchObject({ reports: 4, events: 20, positions: 15, findings: [] });
    await moved(site.laksa, site.cities[0], {
      number,
      by: 'petugas-pupr',
      command: { move: 'note', message: 'Lagi.' },
    });
    await publish();
    expect(await verifyLedger(site.laksa, site.cities[0])).toMatchObject({ events: 21, positions: 21, findings: [] });
  });

  it('stays whole when words are erased: they are counted', async () => {
    await owner.query(`delete from event_secret where event_id = ${eventOf(0, 1)}`);
    const check = await verifyLedger(site.laksa, site.cities[0]);
    expect(check.findings).toEqual([]);
    expect(check.erasedWords).toBe(5);
  });

  it('of another city knows nothing of this one', async () => {
    await owner.query(`update report_event set kind = 'masked' where id = ${eventOf(0, 2)}`);
    expect(await verifyLedger(site.laksa, site.cities[1])).toEqual({
      reports: 0,
      events: 0,
      positions: 0,
      erasedWords: 0,
      unprovenWords: 0,
      findings: [],
    });
  });
});

describe('a ledger that was changed names exactly', () => {
  const damages: readonly (readonly [what: string, how: () => string, findings: readonly string[]])[] = [
    [
      'an altered payload',
      () => `update report_event set payload = payload || '{"class": "aspiration"}' where id = ${eventOf(1, 2)}`,
      ['altered 1 2 -'],
    ],
    ['another kind', () => `update report_event set kind = 'masked' where id = ${eventOf(1, 5)}`, ['altered 1 5 -']],
    [
      'another actor',
      () =>
        `update report_event set actor_post = (select id from post where slug = 'validator' and tenant_id = report_event.tenant_id) where id = ${eventOf(0, 3)}`,
      ['altered 0 3 -'],
    ],
    [
      'an altered hash',
      () => `update report_event set hash = sha256('x') where id = ${eventOf(0, 3)}`,
      ['altered 0 3 -'],
    ],
    [
      'an altered first hash to follow',
      () => `update report_event set prev_hash = sha256('x') where id = ${eventOf(0, 1)}`,
      ['altered 0 1 -'],
    ],
    [
      'a commitment that was exchanged',
      () => `update report_event set commitments = '{}' where id = ${eventOf(0, 4)}`,
      ['altered 0 4 -'],
    ],
    [
      'a re-timed event',
      () => `update report_event set at = at - interval '3 days' where id = ${eventOf(2, 4)}`,
      ['retimed 2 4 -'],
    ],
    [
      'an event re-timed by less than a millisecond',
      () => `update report_event set at = at + interval '400 microseconds' where id = ${eventOf(2, 4)}`,
      ['retimed 2 4 -'],
    ],
    [
      'an event at no time at all',
      () => `update report_event set at = 'infinity' where id = ${eventOf(2, 4)}`,
      ['retimed 2 4 -'],
    ],
    ['a deleted event in the middle', () => remove(eventOf(1, 3)), ['missing 1 3 -']],
    ['the first event deleted', () => remove(eventOf(1, 1)), ['missing 1 1 -']],
    ['the last event deleted', () => remove(eventOf(1, 5)), ['missing 1 5 -']],
    ['two deleted events, side by side', () => `${remove(eventOf(1, 3))}; ${remove(eventOf(1, 4))}`, ['missing 1 - -']],
    [
      'the numbers of all events made huge',
      () => `update report_event set seq = 2147483642 + seq where report_id = ${reportOf(1)}`,
      ['missing 1 - -', ...[3, 4, 5, 6, 7].map((last) => `altered 1 ${2147483640 + last} -`)],
    ],
    [
      'a number below all others',
      () => `update report_event set seq = -2147483648 where id = ${eventOf(1, 1)}`,
      ['altered 1 -2147483648 -', 'missing 1 1 -'],
    ],
    [
      'positions taken out of the feed side by side',
      () => `delete from event_feed where position in (7, 8)`,
      ['unpublished 1 2 -', 'unpublished 1 3 -', 'feed_gap - - -'],
    ],
    [
      'a report deleted, and a gap torn open that seems to explain it',
      () => `${reportGone(1)}; update report_event set seq = 2147483647 where id = ${eventOf(0, 5)}`,
      ['missing 0 - -', 'altered 0 2147483647 -', ...[6, 7, 8, 9, 10].map((position) => `feed_orphan - - ${position}`)],
    ],
    [
      'the last event deleted and the version with it',
      () => `${remove(eventOf(1, 5))}; update report set version = 4 where number = '${numbers[1]}'`,
      ['feed_orphan - - 10'],
    ],
    ['a version put back', () => `update report set version = 4 where number = '${numbers[1]}'`, ['surplus 1 5 -']],
    [
      'a whole report deleted',
      () => reportGone(1),
      ['feed_orphan - - 6', 'feed_orphan - - 7', 'feed_orphan - - 8', 'feed_orphan - - 9', 'feed_orphan - - 10'],
    ],
    [
      'two events that changed places',
      () =>
        `alter table report_event drop constraint report_event_seq_unique; update report_event set seq = 5 - seq where report_id = ${reportOf(0)} and seq in (2, 3)`,
      ['altered 0 2 -', 'altered 0 3 -'],
    ],
    [
      'an event given to another report',
      () => `update report_event set report_id = ${reportOf(2)}, seq = 6 where id = ${eventOf(0, 5)}`,
      ['missing 0 5 -', 'altered 2 6 -'],
    ],
    [
      'altered words',
      () =>
        `update event_secret set value = 'Tidak ada lubang.' where event_id = ${eventOf(0, 1)} and field = 'description'`,
      ['words_altered 0 1 -'],
    ],
    [
      'an altered salt',
      () => `update event_secret set salt = sha256('x') where event_id = ${eventOf(0, 1)} and field = 'title'`,
      ['words_altered 0 1 -'],
    ],
    [
      'words that never were',
      () =>
        `insert into event_secret select tenant_id, event_id, 'phone', salt, '0812' from event_secret where event_id = ${eventOf(0, 4)}`,
      ['words_planted 0 4 -'],
    ],
    [
      'a publication that was re-timed',
      () => `update event_feed set published_at = published_at - interval '1 day' where position = 7`,
      ['feed_altered 1 2 7'],
    ],
    [
      'a publication re-timed by less than a millisecond',
      () => `update event_feed set published_at = published_at + interval '1 microsecond' where position = 7`,
      ['feed_altered 1 2 7'],
    ],
    [
      'an altered link of the feed',
      () => `update event_feed set chain = sha256('x') where position = 7`,
      ['feed_altered 1 2 7'],
    ],
    [
      'the last link of the feed altered',
      () => `update event_feed set chain = sha256('x') where position = 15`,
      ['feed_altered 2 5 15'],
    ],
    [
      'a position taken out of the feed',
      () => `delete from event_feed where position = 7`,
      ['unpublished 1 2 -', 'feed_gap - - 7'],
    ],
    [
      'the end of the feed cut off',
      () => `delete from event_feed where position > 13`,
      ['unpublished 2 4 -', 'unpublished 2 5 -'],
    ],
    [
      'two publications that changed places',
      () =>
        `alter table event_feed drop constraint event_feed_event_unique; update event_feed f set event_id = (select g.event_id from event_feed g where g.tenant_id = f.tenant_id and g.position = 15 - f.position) where f.position in (7, 8)`,
      ['feed_altered 1 3 7', 'feed_altered 1 2 8'],
    ],
  ];

  it.each(damages)('%s', async (_what, how, findings) => {
    const { rows } = await owner.query<{ ddl: string }>(
      `select string_agg(format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), ';') as ddl from pg_constraint where conname in ('report_event_seq_unique', 'event_feed_event_unique')`,
    );
    await owner.query(how());
    try {
      expect(brief(await found())).toEqual(findings);
    } finally {
      await restore();
      const { rows: left } = await owner.query(
        `select from pg_constraint where conname in ('report_event_seq_unique', 'event_feed_event_unique')`,
      );
      if (left.length < 2)
        await owner.query(
          `alter table report_event drop constraint if exists report_event_seq_unique; alter table event_feed drop constraint if exists event_feed_event_unique; ${rows[0]?.ddl}`,
        );
    }
  });

  it('an event that was written anew with a hash that fits it', async () => {
    const { canonicalEvent } = await import('../../domain/event-canonical.ts');
    const { hashEvent } = await import('../../store/event-hash.ts');
    const { rows } = await owner.query(`select * from report_event where id = ${eventOf(1, 2)}`);
    const [row] = rows;
    const payload = { ...row.payload, class: 'aspiration' };
    const canonical = canonicalEvent({
      tenantId: row.tenant_id,
      id: row.id,
      reportId: row.report_id,
      seq: 2,
      at: row.at.toISOString(),
      kind: row.kind,
      actorKind: row.actor_kind,
      actorPost: row.actor_post,
      payload,
      commitments: row.commitments,
    });
    await owner.query('update report_event set payload = $1, hash = $2 where id = $3', [
      payload,
      hashEvent(row.prev_hash, canonical),
      row.id,
    ]);
    expect(brief(await found())).toEqual(['replaced 1 2 -']);
  });

  it('the same at the end of a report, where only the feed knows', async () => {
    const { canonicalEvent } = await import('../../domain/event-canonical.ts');
    const { hashEvent } = await import('../../store/event-hash.ts');
    const { rows } = await owner.query(`select * from report_event where id = ${eventOf(1, 5)}`);
    const [row] = rows;
    const canonical = canonicalEvent({
      tenantId: row.tenant_id,
      id: row.id,
      reportId: row.report_id,
      seq: 5,
      at: row.at.toISOString(),
      kind: 'retitled',
      actorKind: row.actor_kind,
      actorPost: row.actor_post,
      payload: row.payload,
      commitments: row.commitments,
    });
    await owner.query(`update report_event set kind = 'retitled', hash = $1 where id = $2`, [
      hashEvent(row.prev_hash, canonical),
      row.id,
    ]);
    expect(brief(await found())).toEqual(['feed_altered 1 5 10']);
  });

  it('all of several damages at once, each by itself', async () => {
    await owner.query(
      `${remove(eventOf(1, 3))}; update report_event set at = at + interval '1 hour' where id = ${eventOf(0, 2)}; update report_event set payload = '{}' where id = ${eventOf(2, 2)}; delete from event_secret where event_id = ${eventOf(0, 1)}`,
    );
    expect(brief(await found())).toEqual(['retimed 0 2 -', 'missing 1 3 -', 'altered 2 2 -']);
  });

  it('with number, event and words that an operator understands', async () => {
    const writtenAt = await isoOf(`(select at from report_event where id = ${eventOf(0, 2)})`);
    await owner.query(
      `${remove(eventOf(1, 3))}; update report_event set at = at + interval '1 hour' where id = ${eventOf(0, 2)}`,
    );
    expect((await found()).map(describeFinding)).toEqual([
      `report ${numbers[0]}, event 2: its time was changed: it was written at ${writtenAt}`,
      `report ${numbers[1]}, event 3: it is gone`,
    ]);
  });

  it('a gap of two thousand million by one finding, in no more memory than any other', async () => {
    const before = process.memoryUsage().heapUsed;
    const said = async (damage: string): Promise<readonly string[]> => {
      await owner.query(damage);
      const findings = await found();
      await restore();
      return findings.map(describeFinding);
    };
    const [, number] = numbers;
    expect(await said(`update report_event set seq = 2147483647 where id = ${eventOf(1, 3)}`)).toEqual([
      `report ${number}, event 3: it is gone`,
      `report ${number}: events 6 to 2147483646 are gone`,
      `report ${number}, event 2147483647: what it says does not match its hash: it was altered`,
    ]);
    expect(await said(`update report set version = 2147483647 where number = '${number}'`)).toEqual([
      `report ${number}: events 6 to 2147483647 are gone`,
    ]);
    expect(await said(`update event_feed set position = 2147483647 where position = 15`)).toEqual([
      'feed positions 15 to 2147483646 are gone',
    ]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });
});
