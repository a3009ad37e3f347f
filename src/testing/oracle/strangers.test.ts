import { afterAll, beforeAll, expect, it } from 'vitest';

import { makeNumber } from '../../domain/report-number.ts';
import { forgetLimits } from '../fences/city-state.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';
import { routesOf } from '../fences/site-routes.ts';
import { startsOf } from './addresses.ts';
import type { Answer, Ask } from './ask.ts';
import { crawl } from './crawl.ts';
import type { Marks } from './marks.ts';
import { tellCity, type Told } from './told-city.ts';
import { letStrangerIn } from './viewers-in.ts';

/** Kinds of which a stranger may not even learn that there is one. */
const unheardOf = ['secret', 'hidden', 'berkadar'] as const;

const marks: Marks = new Map();
let site: FenceSite;
let told: readonly Told[];
let stranger: Ask;
let lastNth = 0;

const tellMore = async (more: Parameters<typeof tellCity>[3]): Promise<readonly Told[]> => {
  const added = await tellCity(site, site.cities[0], marks, more);
  lastNth += added.length;
  return added;
};

beforeAll(async () => {
  site = await startFenceSite();
  told = await tellMore({ perKind: 1, from: 1, withPhotos: ['public', 'secret'] });
  stranger = letStrangerIn(site);
}, 120_000);

afterAll(() => site.close());

/** As far as one answer can be told from another: without what is drawn anew for each, and without the number that was asked for. */
const plain = ({ statusCode, headers, body }: Answer, number = 'none'): string =>
  [statusCode, headers['location'], headers['cache-control'], headers['content-type'], body]
    .join('\n')
    .replaceAll(number, '<number>')
    .replaceAll(`${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`, '<number>')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replaceAll(/[\w-]{40,}/g, '<sealed>');

/** All that a stranger finds by following links from the doors of the site, without naming any report. */
const lookFromOutside = async (): Promise<ReadonlyMap<string, string>> => {
  const { asked } = await crawl(stranger, startsOf(site.app, []), { perShape: 40, perQuery: 40, perLanguage: 10 });
  const found = new Map<string, string>();
  for (const url of asked) found.set(url, plain(await stranger({ method: 'GET', url })));
  await forgetLimits(site.admin);
  return found;
};

const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((url) => one.get(url) !== other.get(url));

it('no page, list, count or interface is another for reports that are not public', async () => {
  const before = await lookFromOutside();
  await tellMore({ perKind: 3, from: lastNth + 1, withPhotos: [], ofKinds: unheardOf });
  expect(differences(before, await lookFromOutside())).toEqual([]);
  await tellMore({ perKind: 1, from: lastNth + 1, withPhotos: [], ofKinds: ['public'] });
  expect(differences(before, await lookFromOutside())).not.toEqual([]);
}, 180_000);

it.each(unheardOf)('a report that is %s is answered as a number that nobody has', async (kind) => {
  const one = told.find((report) => report.kind === kind);
  const number = one?.number ?? '';
  const nobodys = makeNumber(Math.random);
  for (const url of addressesOf(number)) {
    const asked = await stranger({ method: 'GET', url });
    const missing = await stranger({ method: 'GET', url: url.replace(number, nobodys) });
    expect(plain(asked, number), url).toBe(plain(missing, nobodys));
    expect(asked.body.length, url).toBe(missing.body.length);
  }
});

const addressesOf = (number: string): readonly string[] =>
  routesOf(site.app)
    .filter((route) => route.startsWith('GET ') && route.includes(':number'))
    .map((route) =>
      route
        .slice('GET '.length)
        .replace(':number', number)
        .replace(':id', '019a0000-0000-7000-8000-0000000000fb')
        .replaceAll(/:[a-z]+/g, 'kecil'),
    );

it('no search by a word of theirs is answered otherwise than by a word that nobody has said', async () => {
  const kept = told
    .filter(({ kind }) => [...unheardOf, 'withdrawn'].includes(kind))
    .flatMap(({ kind, says }) => Object.entries(says).map(([field, saying]) => [saying, `${kind} ${field}`] as const));
  const nonsense = 'zqzzzzzzzzzz';
  for (const where of ['/laporan?q=', '/api/v1/reports?q=', '/peta?q=']) {
    const nothing = plain(await stranger({ method: 'GET', url: `${where}${nonsense}` }), nonsense);
    for (const [saying, whose] of kept) {
      const found = await stranger({ method: 'GET', url: `${where}${saying}` });
      expect(plain(found, saying), `${where} ${whose}`).toBe(nothing);
    }
  }
  const open = told.find(({ kind }) => kind === 'public');
  const { body } = await stranger({ method: 'GET', url: `/laporan?q=${open?.says.publicTitle}` });
  expect(body).toContain(`/laporan/${open?.number}`);
  await forgetLimits(site.admin);
}, 60_000);

it('a report that is not public takes as long to be refused as one that is not there', async () => {
  const secret = told.find(({ kind }) => kind === 'secret')?.number ?? '';
  const nobodys = makeNumber(Math.random);
  const spent = { secret: [] as number[], nobodys: [] as number[] };
  for (let time = 0; time < 60; time++) {
    spent.secret.push(await msFor(`/laporan/${secret}`));
    spent.nobodys.push(await msFor(`/laporan/${nobodys}`));
  }
  const [one, other] = [median(spent.secret), median(spent.nobodys)];
  // A page that is there takes many milliseconds more; the rest is the noise of a busy machine.
  expect(Math.abs(one - other)).toBeLessThan(Math.max(2, 0.5 * Math.min(one, other)));
}, 60_000);

const msFor = async (url: string): Promise<number> => {
  const began = performance.now();
  await stranger({ method: 'GET', url });
  return performance.now() - began;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
