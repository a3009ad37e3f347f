import { afterAll, beforeAll, expect, it } from 'vitest';

import { fileSample } from '../report-life.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { askFirst, bearerOf } from './visitors.ts';

let site: FenceSite;

beforeAll(async () => {
  site = await startFenceSite();
});

afterAll(() => site.close());

const cursor = (instant: string): string =>
  Buffer.from(`${instant} 019a0000-0000-7000-8000-000000000000`).toString('base64url');

/** None of these can have come from a page or an answer of ours; each is refused or passed over, and none reaches the database as it is. */
it.each([
  `/api/v1/reports?cursor=${cursor('-271821-04-20T00:00:00.000Z')}`,
  `/api/v1/reports?cursor=${cursor('+275760-09-13T00:00:00.000Z')}`,
  '/api/v1/reports?updated_since=0000-01-01T00:00:00Z',
  '/laporan?q=%00%ff%01',
  '/laporan?sesudah=99999999999999.019a0000-0000-7000-8000-000000000000',
  '/peta?keadaan=%00&wilayah[]=1&dari=0000-00-00',
  '/peta/titik?kotak=-180,-90,180,90&zoom=19',
  '/peta/titik?kotak=0,0,1e9,NaN&zoom=1',
  '/peta/titik?kotak=1,1,0,0&zoom=-1',
  '/lacak?nomor[]=1',
  '/lapor/terkirim?surat=a&surat=b',
  '/lapor?lang=__proto__',
  '/laporan/constructor',
])('an address that nobody was given is no breakdown: %s', async (url) => {
  expect((await askFirst(site, { url })).statusCode).toBeLessThan(500);
});

it.each([
  { version: 99_999_999_999 },
  { version: -1 },
  { version: '1' },
  { message: { a: 1 } },
  { message: 'kata\0kata' },
  { at: '2020-01-01' },
  { actor: 'koordinator' },
])('a move that carries what no program of ours would send is no breakdown: %j', async (carried) => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  const answer = await askFirst(site, {
    method: 'POST',
    url: `/api/v1/reports/${number}/moves`,
    headers: await bearerOf(site, 'coordinator', 'report:handle'),
    payload: { move: 'note', message: 'Uji.', ...carried },
  });
  expect([200, 422]).toContain(answer.statusCode);
});
