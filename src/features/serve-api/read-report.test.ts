import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { createClockSweep } from '../sweep-clocks/sweep.ts';
import { hosts, startApiSite, type ApiSite } from './testing/api-site.ts';

let site: ApiSite;
let city: Tenant;

beforeAll(async () => {
  site = await startApiSite();
  [city] = site.cities;
});
afterAll(() => site.close());

const get = (path: string, { bearer, host = hosts.first }: { readonly bearer?: string; readonly host?: string } = {}) =>
  site.app.inject({
    url: `/api/v1/${path}`,
    headers: { host, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
  });

/** Filed and verified; public unless told otherwise. */
/** A cursor as we write them, at any instant. */
const cursorAt = (instant: string): string =>
  Buffer.from(`${instant} 00000000-0000-0000-0000-000000000000`).toString('base64url');

const verified = async (
  more: {
    readonly category?: string;
    readonly isSecret?: boolean;
    readonly isHidden?: boolean;
    readonly in?: Tenant;
  } = {},
): Promise<string> => {
  const where = more.in ?? city;
  const { number } = await fileSample(site.laksa, where, { isSecret: more.isSecret ?? false });
  const { categories } = await readCity(site.laksa, where);
  const categoryId = categories.find(({ slug }) => slug === (more.category ?? 'lampu-jalan'))?.id ?? '';
  const publish =
    more.isHidden === true ? { photos: [] } : { title: 'Lubang di jalan', description: 'Ada lubang.', photos: [] };
  await moved(site.laksa, where, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish },
  });
  site.clock.advance(1_000);
  return number;
};

describe('one report', () => {
  it('that is public is read by anyone, from any site, as it was published', async () => {
    const number = await verified();
    const answer = await get(`reports/${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['etag']).toBe('"2"');
    const body = answer.json();
    expect(body).toMatchObject({
      number,
      state: 'verified',
      category: 'lampu-jalan',
      title: 'Lubang di jalan',
      description: 'Ada lubang.',
      answer: null,
      version: 2,
      url: `http://satu.example/laporan/${number}`,
    });
    expect(answer.body).not.toMatch(/Anak-anak jatuh|Warga Contoh|warga@example|106\.63|depan SD/);
    expect(body.work).toBeUndefined();
  });

  it('that is hidden is answered like one that does not exist, to the last letter', async () => {
    const { number } = await fileSample(site.laksa, city);
    const letters = async (path: string) => {
      const answer = await get(path);
      return [
        answer.statusCode,
        answer.headers['content-type'],
        answer.headers['access-control-allow-origin'],
        answer.body.replace(/urn:uuid:[^"]+/, ''),
      ];
    };
    const hidden = await letters(`reports/${number}`);
    expect(hidden[0]).toBe(404);
    expect(await letters('reports/1234567890')).toEqual(hidden);
    expect(await letters('reports/not-a-number')).toEqual(hidden);
    expect(await letters(`reports/${await verified({ isSecret: true })}`)).toEqual(hidden);
    expect(await letters(`reports/${await verified({ in: site.cities[1] })}`)).toEqual(hidden);
  });

  it('is read with a key as its post sees it', async () => {
    const { number } = await fileSample(site.laksa, city);
    const verifier = await site.keyOf(city, 'verifikator', ['report:handle']);
    const answer = await get(`reports/${number}`, { bearer: verifier });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      state: 'received',
      publication: 'hidden',
      work: {
        channel: 'web',
        holder: 'verifikator',
        is_secret: false,
        assignments: [],
        filed: { title: 'Jalan berlubang', place: 'depan SD', lat: -6.1781, lng: 106.63, occurred_on: '2026-11-20' },
      },
    });
    expect(answer.body).not.toMatch(/Warga Contoh|warga@example/);
  });

  it('is not shown to a key whose post does not see it, beyond what is public', async () => {
    const officer = await site.keyOf(city, 'petugas-lh', ['report:read']);
    const hidden = (await fileSample(site.laksa, city)).number;
    expect((await get(`reports/${hidden}`, { bearer: officer })).statusCode).toBe(404);
    const shown = await get(`reports/${await verified()}`, { bearer: officer });
    expect([shown.statusCode, shown.json().work]).toEqual([200, undefined]);
    const leader = await site.keyOf(city, 'pimpinan', ['report:read']);
    expect((await get(`reports/${await verified({ isSecret: true })}`, { bearer: leader })).statusCode).toBe(404);
  });

  it('is refused to a key of the other city, and to one without the scope', async () => {
    const number = await verified();
    const stranger = await site.keyOf(site.cities[1], 'verifikator', ['report:read']);
    const answer = await get(`reports/${number}`, { bearer: stranger });
    expect([answer.statusCode, answer.json().kind]).toEqual([401, 'key_unknown']);
    expect((await get(`reports/${number}`, { bearer: stranger, host: hosts.second })).statusCode).toBe(404);
    const filing = await site.keyOf(city, 'verifikator', ['report:create']);
    expect((await get(`reports/${number}`, { bearer: filing })).json().kind).toBe('scope_missing');
  });
});

describe('the list', () => {
  type Page = {
    readonly reports: readonly { readonly number: string; readonly publication: string }[];
    readonly next_cursor: string | null;
  };
  const list = async (query: string, host: string = hosts.first): Promise<Page> =>
    (await get(`reports?${query}`, { host })).json();
  const numbers = async (query: string, host?: string) => (await list(query, host)).reports.map(({ number }) => number);

  it('gives every public report once, newest first, however small its pages and whatever is filed meanwhile', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await verified({ category: 'sampah' }));
    await verified({ category: 'sampah', isHidden: true });
    await verified({ category: 'sampah', isSecret: true });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page = await list(`category=sampah&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.reports.map(({ number }) => number));
      cursor = page.next_cursor;
      await verified({ category: 'sampah' });
    }
    expect(seen).toEqual(made.toReversed());
  });

  it('is narrowed by state, village, and agency', async () => {
    const number = await verified({ category: 'pohon' });
    const read = await readCity(site.laksa, city);
    const officer = read.posts.find(({ slug }) => slug === 'petugas-lh');
    await moved(site.laksa, city, {
      number,
      by: 'koordinator',
      command: { move: 'relocate', villageCode: '36.71.09.1006' },
    });
    await moved(site.laksa, city, {
      number,
      by: 'koordinator',
      command: { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' },
    });
    expect(await numbers('state=assigned')).toEqual([number]);
    expect(await numbers('village=36.71.09.1006')).toEqual([number]);
    expect(await numbers('agency=dinas-lh')).toEqual([number]);
    expect(await numbers('agency=dinas-pupr')).toEqual([]);
    expect((await list('agency=dinas-lh')).reports[0]).toMatchObject({
      agencies: ['dinas-lh'],
      village: '36.71.09.1006',
    });
  });

  it('tells who asks for changes also what was taken from the public', async () => {
    const number = await verified({ category: 'kesehatan' });
    site.clock.advance(60_000);
    const since = city.clock.now().toISOString();
    expect(await numbers(`category=kesehatan&updated_since=${since}`)).toEqual([]);
    await moved(site.laksa, city, {
      number,
      by: 'verifikator',
      command: { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' },
    });
    expect(await numbers('category=kesehatan')).toEqual([]);
    const [changed] = (await list(`category=kesehatan&updated_since=${since}`)).reports;
    expect(changed).toMatchObject({
      number,
      publication: 'withdrawn_from_public',
      publication_reason: 'personal_data',
      title: null,
      description: null,
    });
  });

  it('that changed since a moment holds what a deadline did, however late it was noticed', async () => {
    const number = await verified({ category: 'kesehatan' });
    await moved(site.laksa, city, {
      number,
      by: 'verifikator',
      command: { move: 'ask_reporter', reason: 'other', message: 'Di mana?' },
    });
    site.clock.advance(60 * 24 * 3_600_000);
    const since = city.clock.now().toISOString();
    while (await createClockSweep()(site.laksa, city));
    const { reports } = await list(`category=kesehatan&updated_since=${since}`);
    expect(reports.find((one) => one.number === number)).toMatchObject({ number, state: 'closed' });
    expect(await numbers('category=kesehatan&updated_since=0000-01-01T00:00:00Z')).toContain(number);
  });

  it('of one city holds nothing of the other', async () => {
    const here = new Set(await numbers('limit=100'));
    const there = await verified({ in: site.cities[1] });
    expect(await numbers('limit=100', hosts.second)).toContain(there);
    for (const number of await numbers('limit=100', hosts.second)) expect(here).not.toContain(number);
  });

  it.each([
    ['state=gone', 'state', 'unknown'],
    ['category=tidak-ada', 'category', 'unknown'],
    ['village=73.71.01.1001', 'village', 'unknown'],
    ['agency=tidak-ada', 'agency', 'unknown'],
    ['limit=0', 'limit', 'not_allowed'],
    ['limit=abc', 'limit', 'not_a_number'],
    ['cursor=AAAA', 'cursor', 'unknown'],
    [`cursor=${cursorAt('-271821-04-20T00:00:00.000Z')}`, 'cursor', 'unknown'],
    [`cursor=${cursorAt('0000-01-01T00:00:00.000Z')}`, 'cursor', 'unknown'],
    ['updated_since=yesterday', 'updated_since', 'unknown'],
    ['sort=number', 'sort', 'unknown'],
  ])('asked for by %s is refused with the parameter', async (query, field, problem) => {
    const answer = await get(`reports?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual({ field, problem, message: expect.any(String) });
  });
});

describe('the lists of the city', () => {
  it('name what reports refer to, in the language asked for', async () => {
    const categories = (await get('categories?lang=en')).json();
    expect(categories[0]).toEqual({
      slug: 'jalan-rusak',
      name: 'Damaged road or pothole',
      group: 'jalan',
      group_name: 'Roads, pavements, bridges',
      examples: expect.arrayContaining([expect.any(String)]),
      questions: expect.arrayContaining([{ key: expect.any(String), text: expect.stringMatching(/\?$/) }]),
      stoppers: expect.arrayContaining([{ text: expect.stringContaining('Toll roads'), phone: '14080' }]),
      promise: null,
      lapor_name: expect.any(String),
      needs_proof: false,
      is_sensitive: false,
    });
    expect((await get('categories')).json()[0].name).toBe('Jalan rusak atau berlubang');
    const agencies = (await get('agencies')).json();
    const ofTheCity = { name: 'Dinas Lingkungan Hidup', kind: 'opd', area_code: null };
    expect(agencies).toContainEqual({ slug: 'dinas-lh', ...ofTheCity });
    const ofAnArea = { name: 'Kelurahan Sukarasa', kind: 'kelurahan', area_code: '36.71.01.1001' };
    expect(agencies).toContainEqual({ slug: 'kelurahan-sukarasa', ...ofAnArea });
    expect((await get('villages')).json()[0]).toEqual({
      code: '36.71.01.1001',
      name: 'Sukarasa',
      district_code: '36.71.01',
      district_name: 'Tangerang',
      postal_code: '15111',
      latitude: -6.171883,
      longitude: 106.631721,
      aliases: ['Suka Rasa'],
    });
    expect((await get('villages', { host: hosts.second })).json()).toHaveLength(1);
    expect((await get('villages')).headers['access-control-allow-origin']).toBe('*');
  });
});
