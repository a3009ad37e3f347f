import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { forgetLimits } from '../fences/city-state.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';
import { readCity } from '../report-life.ts';
import { oneOfEachKind, operationsOf, startsOf } from './addresses.ts';
import type { Ask } from './ask.ts';
import { crawl, newSeen, note, type Bound, type Seen } from './crawl.ts';
import { judge } from './judge.ts';
import { marksIn, type Marks } from './marks.ts';
import { tellCity, type Told } from './told-city.ts';
import { letLookersIn, letReporterIn, type Looking } from './viewers-in.ts';
import { fields, kinds, ruleFor, viewers } from './who-sees-what.ts';

/** Of each kind in the two cities, and how many addresses that differ in what their query asks for, or in that and the language. Whole: 504 reports. */
const [perKind, perKindElsewhere, perQuery, perLanguage] =
  process.env['LAKSA_FULL'] === '1' ? [42, 14, 100, 30] : [1, 1, 12, 3];

const marks: Marks = new Map();
let site: FenceSite;
let told: readonly Told[];
let elsewhere: readonly Told[];
let lookers: readonly Looking[];
let bound: Bound;
const took: string[] = [];
let asked = 0;

const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
  const began = performance.now();
  const value = await work();
  took.push(`${what} ${Math.round((performance.now() - began) / 100) / 10} s`);
  return value;
};

beforeAll(async () => {
  // What stands on a card is looked at as words: in a picture nothing can be found.
  site = await startFenceSite({ drawCard: async (words) => Buffer.from(JSON.stringify(words)) });
  const [first, second] = site.cities;
  await timed('reports', async () => {
    told = await tellCity(site, first, marks, { perKind, from: 1 });
    elsewhere = await tellCity(site, second, marks, {
      perKind: perKindElsewhere,
      from: 1 + told.length,
      withPhotos: ['public', 'hidden'],
    });
  });
  lookers = await letLookersIn(site);
  bound = { perShape: 2 * (told.length + elsewhere.length) + 20, perQuery, perLanguage };
}, 900_000);

afterAll(async () => {
  console.log(
    `${marks.size} words of ${told.length + elsewhere.length} reports, ${asked} addresses asked; ${took.join(', ')}`,
  );
  await site.close();
});

it('has a rule for everyone, every kind and every field', () => {
  for (const viewer of viewers)
    for (const kind of kinds) for (const field of fields) expect(ruleFor(viewer, kind, field).source).not.toBe('');
});

it('recognises what it looks for, however it is written', () => {
  for (const one of [told[0], elsewhere[0]])
    for (const saying of Object.values(one?.says ?? {})) expect(marksIn(`<b>${saying}</b>`)).toContain(saying);
  const phone = told[0]?.says.phone ?? '';
  expect(marksIn(`0${phone.slice(2, 5)}-${phone.slice(5, 9)}-${phone.slice(9)}`)).toContain(phone);
});

it('calls wrong what was read too early, what was read at all, and what was read nowhere', () => {
  const one = told.find(({ kind }) => kind === 'secret');
  const says = one?.says;
  if (says === undefined) throw new Error('one report is secret');
  const own: Marks = new Map([...marks].filter(([, { number }]) => number === one?.number));
  const reading = (...read: readonly string[]): Seen => ({
    ...newSeen(),
    told: new Map(read.map((word) => [word, 'GET /somewhere'])),
  });
  const nothing = reading();
  expect(judge(own, 'satu', { viewer: 'anonymous', before: nothing })).toEqual([]);
  expect(judge(own, 'satu', { viewer: 'anonymous', before: reading(says.publicTitle, says.name) })).toHaveLength(2);
  expect(judge(own, 'satu', { viewer: 'leadership', before: reading(says.name) })).toHaveLength(1);
  expect(judge(own, 'satu', { viewer: 'leadership', before: nothing, after: reading(says.name) })).toEqual([]);
  expect(judge(own, 'satu', { viewer: 'verifier', before: nothing }).length).toBeGreaterThan(3);
});

const everyReport = (): readonly Told[] => [...told, ...elsewhere];

/** All pages that only read, whether one leads to them or not. */
const readPages = async (ask: Ask, further: readonly string[] = []): Promise<Seen> => {
  const seen = await crawl(ask, [...startsOf(site.app, everyReport()), ...further], bound);
  asked += seen.asked.size;
  return seen;
};

/** The same, every operation of the interface that reads, and what interface and form answer to words that are not meant. */
const lookAround = async ({ ask }: Looking): Promise<Seen> => {
  const seen = await readPages(ask, await operationsOf(ask, everyReport()));
  for (const { number, says } of oneOfEachKind(told)) {
    const odd = { method: 'POST', url: `/api/v1/reports/${number}/moves` } as const;
    for (const payload of [{ move: 'no_such_move' }, { move: 'merge' }])
      note(seen, { ...odd, payload }, await ask({ ...odd, payload }));
    const preview = formTo('/lapor', { step: 'preview', description: says.description, place: says.place });
    note(seen, preview, await ask(preview));
  }
  await forgetLimits(site.admin);
  return seen;
};

const formTo = (url: string, sent: Readonly<Record<string, string>>) =>
  ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(sent).toString(),
  }) as const;

/** Asks who the reporter is, and for every original, as somebody who has a reason; whether a page has offered it or not. */
const giveGround = async ({ ask }: Looking): Promise<Seen> => {
  const seen = newSeen();
  for (const { number, photoId } of everyReport()) {
    const identity = formTo(`/petugas/laporan/${number}/identitas`, { ground: 'handling' });
    note(seen, identity, await ask(identity));
    if (photoId === null) continue;
    const original = formTo(`/petugas/foto/${photoId}/asli`, { ground: 'handling' });
    note(seen, original, await ask(original));
  }
  return seen;
};

describe('what each viewer comes across is what the list says', () => {
  const others = viewers.filter((viewer) => viewer !== 'reporter' && viewer !== 'other_reporter');

  it.each(others)(
    '%s',
    async (viewer) => {
      const looking = lookers.find((one) => one.viewer === viewer);
      if (looking === undefined) throw new Error(`nobody looks as ${viewer}`);
      const before = await timed(viewer, () => lookAround(looking));
      const after = looking.post === null ? newSeen() : await giveGround(looking);
      // Lists of posts and their holders, for Excel: `import-staff` looks into them.
      const unread = before.unread.filter((url) => !/^\/kelola\/orang\/impor\/unduh\/\w+\.xlsx$/.test(url));
      expect([...before.failed, ...unread]).toEqual([]);
      expect(judge(marks, 'satu', { viewer, before, after })).toEqual([]);
      if (looking.post !== null && viewer !== 'other_city') await expectLogged(looking, after);
    },
    600_000,
  );

  it.each(kinds)(
    'the reporter of a report that is %s, and of no other',
    async (kind) => {
      const own = told.find((one) => one.kind === kind);
      if (own === undefined) throw new Error(`no report is ${kind}`);
      const ask = await letReporterIn(site, site.cities[0], own);
      const before = await timed(`reporter of ${kind}`, () => readPages(ask));
      const of = (isOwn: boolean): Marks =>
        new Map([...marks].filter(([, mark]) => (mark.number === own.number && mark.city === 'satu') === isOwn));
      expect(before.failed).toEqual([]);
      expect(before.unread.filter((url) => url !== `/lacak/${own.number}/tanda-terima.pdf`)).toEqual([]);
      expect([
        ...judge(of(true), 'satu', { viewer: 'reporter', before }),
        ...judge(of(false), 'satu', { viewer: 'other_reporter', before }),
      ]).toEqual([]);
    },
    600_000,
  );
});

/** Every name, address and original that a post read with a ground stands in the log, with that ground, and on the reporter's page. */
const expectLogged = async ({ post }: Looking, { told: read }: Seen): Promise<void> => {
  const closed: readonly string[] = ['name', 'phone', 'email', 'subject', 'exif'];
  const opened = new Set(
    [...marks].flatMap(([looks, { number, field }]) => (closed.includes(field) && read.has(looks) ? [number] : [])),
  );
  const { posts } = await readCity(site.laksa, site.cities[0]);
  const reader = posts.find(({ slug }) => slug === post);
  const { rows } = await site.admin.query<{ number: string }>(
    `select distinct r.number from laksa.vault_read v join laksa.report r on r.tenant_id = v.tenant_id and r.id = v.report_id
     where v.tenant_id = $1 and v.post_id = $2 and v.ground in ('handling', 'photo_check')`,
    [site.cities[0].id, reader?.id ?? ''],
  );
  expect(rows.map(({ number }) => number).toSorted()).toEqual([...opened].toSorted());
  const shown = told.find(({ number }) => opened.has(number));
  if (shown === undefined) return;
  const ask = await letReporterIn(site, site.cities[0], shown);
  const page = await ask({ method: 'GET', url: `/lacak/${shown.number}` });
  expect(page.body).toContain(reader?.name);
};

it('writes no word of any report into its log', () => {
  const logged = marksIn(site.logged.join(''));
  expect([...marks].flatMap(([looks, mark]) => (logged.has(looks) ? [`${mark.kind} ${mark.field}`] : []))).toEqual([]);
});
