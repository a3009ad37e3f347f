import { createHash } from 'node:crypto';

import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readAddressee, reportsToLookAt, waitingFor, waitingNotices } from '../features/deliver-notices/queries.ts';
import { peopleWithLetters, readyLetters } from '../features/deliver-post-letters/queries.ts';
import { readFiledReport } from '../features/file-report/queries.ts';
import { readStory } from '../features/handle-report/queries.ts';
import { readChanges } from '../features/keep-offices/change-queries.ts';
import { readPosts } from '../features/keep-offices/post-queries.ts';
import { listPublic, readPublic, readWork } from '../features/serve-api/queries.ts';
import { readCells, readNumbered, readPlaced } from '../features/show-map/queries.ts';
import { readNotices } from '../features/show-post-notices/queries.ts';
import { countPublic, everything, readPage } from '../features/show-report/list-queries.ts';
import { readPublicReport } from '../features/show-report/queries.ts';
import { findByWords } from '../features/show-report/word-search.ts';
import {
  fromTheEarliest,
  readDueClocks,
  readEndingOffers,
  readWatchedClocks,
} from '../features/sweep-clocks/queries.ts';
import { readOwnReport } from '../features/track-report/queries.ts';
import { fromTheStart } from '../features/triage-queue/cursor.ts';
import { readQueue } from '../features/triage-queue/queries.ts';
import { readUnopened } from '../features/triage-queue/unopened.ts';
import { countUnseen } from '../features/triage-queue/unseen.ts';
import { readFeed, readHistories } from '../features/verify-ledger/queries.ts';
import { mostMarks, singleZoom, squareSide } from '../domain/map-grid.ts';
import { wantedIn } from '../domain/words/search-terms.ts';
import { roleUrl } from '../platform/db/role-url.ts';
import type { City } from '../store/city.ts';
import { markOf } from '../store/change-office.ts';
import { readCityPulse } from '../store/city-pulse.ts';
import { publishPending } from '../store/feed.ts';
import { readPublicSame } from '../store/likely-same.ts';
import { readAnswered, readAnsweredLast, readNewest } from '../store/public-lists.ts';
import { readAgencyRecord, readAgencyRecords } from '../store/answer-record.ts';
import { readOpenClocks } from '../store/open-clocks.ts';
import { lockReport } from '../store/report.ts';
import { hasSignedIn, lastSignIns } from '../store/sign-in-event.ts';
import type { Tx } from '../store/tx.ts';
import { explainingTx, type Explained } from './explained.ts';
import { makeManyPlaces } from './many-places.ts';
import { analyse, cityEventId, makeManyReports, reportId, reportNumber } from './many-reports.ts';
import { readCity } from './report-life.ts';
import { startTestInstallation, type TestInstallation } from './test-installation.ts';

/** In each of two cities. */
const reportsEach = 150_000;

/** Far below what a scan of one city would touch, above a page with its joins. */
const mostRows = 2_500;

let site: TestInstallation;
let client: pg.Client;
let city: City;
let tenantId: string;

beforeAll(async () => {
  site = await startTestInstallation();
  for (const one of site.cities) {
    await makeManyReports(site.url, one.id, reportsEach);
    await makeManyPlaces(site.url, one.id);
  }
  await analyse(site.url);
  tenantId = site.cities[0].id;
  city = await readCity(site.laksa, site.cities[0]);
  client = new pg.Client({ connectionString: roleUrl(site.url, 'laksa_app') });
  await client.connect();
}, 600_000);
afterAll(async () => {
  await client.end();
  await site.close();
});

/** Runs reads as the application, inside the fence, and takes back what they wrote. */
const explain = async (work: (tx: Tx) => Promise<unknown>): Promise<readonly Explained[]> => {
  const explained: Explained[] = [];
  await client.query(`begin; select set_config('laksa.tenant', '${tenantId}', true)`);
  try {
    await work(explainingTx(client, explained));
  } finally {
    await client.query('rollback');
  }
  return explained;
};

const large = [
  'report',
  'report_search',
  'report_event',
  'report_place',
  'event_secret',
  'report_clock',
  'assignment',
  'notice',
  'event_feed',
  'person',
  'vault_read',
  'post_notice',
  'post_letter',
  'city_event',
  'sign_in_event',
];

const officer = () => {
  const post = city.posts.find((candidate) => candidate.slug === 'petugas-pupr');
  if (post === undefined) throw new Error('the city has an officer for its roads');
  return post;
};
/** One of whose posts none was given work (many-reports.ts). */
const idleAgency = (): string => {
  const [, , , , , ...rest] = city.posts
    .filter(({ agencyId }) => agencyId !== null)
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const agencyId = rest.at(-1)?.agencyId;
  if (agencyId == null) throw new Error('the city has more than five agencies');
  return agencyId;
};
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const middle = Math.floor(reportsEach / 2);
const after = { filedAt: new Date('2026-10-01T00:00:00Z'), id: reportId(middle) };

/** A street and its neighbours, as a telephone shows them. */
const street = { west: 106.6, south: -6.155, east: 106.606, north: -6.15 };

const changedDay = { from: new Date('2025-12-24T17:00:00Z'), until: new Date('2026-12-25T17:00:00Z') };

const hot: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'the public page': (tx) => readPublicReport(tx, tenantId, reportNumber(7)),
  'the newest public reports': (tx) => readPage(tx, tenantId, everything),
  'a later page of the public reports': (tx) => readPage(tx, tenantId, { ...everything, after }),
  'the oldest public reports': (tx) => readPage(tx, tenantId, { ...everything, order: 'oldest' }),
  'the public reports of one matter': (tx) =>
    readPage(tx, tenantId, { ...everything, filter: { categoryIds: [city.categories[0]?.id ?? ''] } }),
  'how many public reports there are of one matter': (tx) =>
    countPublic(tx, tenantId, { categoryIds: [city.categories[0]?.id ?? ''] }),
  'how many public reports there are in one village': (tx) =>
    countPublic(tx, tenantId, { villageCodes: [city.villages[0]?.code ?? ''] }),
  'how many public reports there are': (tx) => countPublic(tx, tenantId, {}),
  'public reports found by rare words': (tx) =>
    findByWords(tx, tenantId, { wanted: wantedIn('pohon tumbang'), filter: {} }),
  'public reports found by words that most hold': (tx) =>
    findByWords(tx, tenantId, { wanted: wantedIn('lubang rumah'), filter: {} }),
  'public reports found by words typed wrongly': (tx) =>
    findByWords(tx, tenantId, { wanted: wantedIn('phon tumbnag'), filter: {} }),
  'the newest reports on the front page': (tx) => readNewest(tx, tenantId, {}, 5),
  'what was answered last in the city': (tx) => readAnsweredLast(tx, tenantId, 3),
  'the newest reports of one village': (tx) =>
    readNewest(tx, tenantId, { villageCodes: [city.villages[0]?.code ?? ''] }, 5),
  'what was answered in one village': (tx) =>
    readAnswered(tx, tenantId, { villageCodes: [city.villages[0]?.code ?? ''] }, 4),
  'the newest reports of an agency with much work': (tx) =>
    readNewest(tx, tenantId, { agencyId: officer().agencyId ?? '' }, 5),
  'what an agency with much work has answered': (tx) =>
    readAnswered(tx, tenantId, { agencyId: officer().agencyId ?? '' }, 4),
  'the newest reports of an agency with no work': (tx) => readNewest(tx, tenantId, { agencyId: idleAgency() }, 5),
  'what an agency with no work has answered': (tx) => readAnswered(tx, tenantId, { agencyId: idleAgency() }, 4),
  'a street on the map, as squares': (tx) =>
    readCells(tx, tenantId, { filter: {}, box: street, side: squareSide(street, singleZoom) }),
  'a street on the map, report by report': (tx) =>
    readPlaced(tx, tenantId, { filter: {}, box: street, atMost: mostMarks }),
  'the reports that are alone in their squares of the map': (tx) =>
    readNumbered(
      tx,
      tenantId,
      Array.from({ length: mostMarks }, (_, n) => reportNumber(n + 1)),
    ),
  'the page of the reporter': (tx) => readOwnReport(tx, tenantId, reportId(7), ['filed', 'accepted']),
  'the page after filing': (tx) => readFiledReport(tx, tenantId, reportId(7)),
  'the queue of a post': (tx) =>
    readQueue(tx, { tenantId, post: officer(), list: { kind: 'own' }, after: fromTheStart, limit: 26 }),
  'the queue of an agency': (tx) =>
    readQueue(tx, { tenantId, post: officer(), list: { kind: 'agency' }, after: fromTheStart, limit: 26 }),
  'every report in one state': (tx) =>
    readQueue(tx, {
      tenantId,
      post: officer(),
      list: { kind: 'state', state: 'verified' },
      after: fromTheStart,
      limit: 26,
    }),
  'a report with its whole story': (tx) => readStory(tx, tenantId, reportNumber(7)),
  'a report over the interface': (tx) => readPublic(tx, tenantId, reportNumber(7)),
  'work on a report over the interface': (tx) => readWork(tx, tenantId, reportNumber(7)),
  'public reports over the interface': (tx) => listPublic(tx, tenantId, { limit: 50 }),
  'the clocks that are due': (tx) =>
    readDueClocks(tx, tenantId, { at: new Date('2026-11-23T02:00:00Z'), after: fromTheEarliest, limit: 100 }),
  'the clocks of which somebody is to be told': (tx) =>
    readWatchedClocks(tx, tenantId, { at: new Date('2026-11-23T02:00:00Z'), after: fromTheEarliest, limit: 100 }),
  'what a post was told': (tx) => readNotices(tx, { tenantId, postId: officer().id, after: null, limit: 26 }),
  'a later page of what a post was told': (tx) =>
    readNotices(tx, {
      tenantId,
      postId: officer().id,
      after: { at: new Date('2026-01-01T00:00:00Z'), id: reportId(1) },
      limit: 26,
    }),
  'what a post has not seen': (tx) => countUnseen(tx, tenantId, officer().id),
  'the letters that one person is owed': (tx) =>
    readyLetters(
      tx,
      { tenantId, userId: 'petugas-0' },
      { now: new Date('2026-11-23T02:00:00Z'), digestAt: new Date('2026-11-23T00:30:00Z') },
    ),
  'who is owed a letter': (tx) =>
    peopleWithLetters(tx, tenantId, {
      now: new Date('2026-11-23T02:00:00Z'),
      digestAt: new Date('2026-11-23T00:30:00Z'),
    }),
  'offers that end soon': (tx) =>
    readEndingOffers(tx, tenantId, { at: new Date('2026-11-23T02:00:00Z'), after: fromTheEarliest, limit: 100 }, [
      { kind: 'reply_window', version: 1, until: new Date('2026-11-26T02:00:00Z') },
    ]),
  'whom a report has letters for': (tx) => waitingFor(tx, tenantId, reportId(1000)),
  'the next notices of a report': (tx) => waitingNotices(tx, { tenantId, reportId: reportId(1000), followId: null }),
  'how a reporter wants to be told': (tx) => readAddressee(tx, { tenantId, reportId: reportId(1000), followId: null }),
  'reports with letters that may go': (tx) => reportsToLookAt(tx, tenantId, new Date('2026-11-23T02:00:00Z')),
  'the lock of a report': (tx) => lockReport(tx, tenantId, { number: reportNumber(7) }),
  'public reports that say the same': (tx) =>
    readPublicSame(tx, tenantId, {
      likeness: { words: hash('7'), place: hash('0') },
      villageCode: city.villages[0]?.code ?? null,
      at: new Date('2026-11-23T02:00:00Z'),
    }),
  'the open clocks that a changed day may move': (tx) =>
    readOpenClocks(tx, tenantId, { reach: changedDay, afterId: reportId(1_000), limit: 200 }),
  'agencies that nobody opens': (tx) =>
    readUnopened(tx, { tenantId, post: officer(), now: new Date('2026-11-23T02:00:00Z'), city }),
  'a form sent twice': (tx) =>
    tx
      .selectFrom('report')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('nonce_hash', '=', Buffer.alloc(32))
      .executeTakeFirst(),
  'the newest changes of a city': (tx) => readChanges(tx, tenantId, { about: null, before: null }),
  'a later page of the changes of its posts': (tx) =>
    readChanges(tx, tenantId, { about: 'holder', before: cityEventId(middle) }),
  'the changes of its agencies, which are few': (tx) => readChanges(tx, tenantId, { about: 'agency', before: null }),
  'the newest change of one thing': (tx) => markOf(tx, tenantId, officer().id),
  'the last sign-ins of an account': (tx) => lastSignIns(tx, tenantId, 'petugas-7', 20),
  'whether an account was used here before': (tx) => hasSignedIn(tx, tenantId, 'petugas-401'),
  'a post with its holders and open reports': (tx) =>
    readPosts(tx, tenantId, { now: new Date('2026-11-23T02:00:00Z'), slug: officer().slug }),
  'the next positions of the feed': (tx) => publishPending(tx, tenantId, new Date(0)),
  'a page of the ledger': (tx) => readHistories(tx, tenantId, reportId(middle), 200),
  'a page of the feed': (tx) => readFeed(tx, tenantId, middle, 200),
};

it.each(Object.entries(hot))(
  '%s reads no large table from end to end, and takes few rows into its hands',
  async (_name, work) => {
    const explained = await explain(work);
    expect(explained.length).toBeGreaterThan(0);
    for (const { statement, scanned, touched } of explained) {
      expect(
        scanned.filter((table) => large.includes(table)),
        statement,
      ).toEqual([]);
      for (const table of large) expect(touched.get(table) ?? 0, `${table}: ${statement}`).toBeLessThan(mostRows);
    }
  },
);

it('the record of all agencies is one statement that takes no report into its hands more than a few times, and says what the page of each says', async () => {
  const asked = { tenantId, now: new Date('2026-11-23T02:00:00Z') };
  const [told, ...further] = await explain((tx) => readAgencyRecords(tx, asked));
  expect(further).toEqual([]);
  // Each is met once as open, once as filed lately, once as work; the tables hold two cities.
  for (const table of large) expect(told?.touched.get(table) ?? 0, table).toBeLessThanOrEqual(2 * reportsEach);
  await explain(async (tx) => {
    const records = await readAgencyRecords(tx, asked);
    expect(records.size).toBeGreaterThan(2);
    for (const { id } of city.agencies)
      expect(await readAgencyRecord(tx, asked, id)).toMatchObject(records.get(id) ?? { open: 0, late: 0, due: 0 });
  });
});

it('the pulse of a city, asked every half minute, comes out of indexes: no table is read from end to end', async () => {
  const explained = await explain((tx) => readCityPulse(tx, site.cities[0], city));
  expect(explained.length).toBeGreaterThan(4);
  for (const { statement, scanned } of explained)
    expect(
      scanned.filter((table) => large.includes(table)),
      statement,
    ).toEqual([]);
});

it('would see a scan, and rows thrown away', async () => {
  const [searched] = await explain((tx) =>
    tx
      .selectFrom('report')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('public_description', 'ilike', '%tumbang%')
      .execute(),
  );
  expect(searched?.touched.get('report')).toBeGreaterThanOrEqual(reportsEach);
  const [counted] = await explain((tx) =>
    tx.selectFrom('vault_read').select('id').where('ground', '=', 'receipt').execute(),
  );
  expect(counted?.scanned).toEqual(['vault_read']);
});
