import { afterAll, beforeAll, expect, it } from 'vitest';

import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite({ countsKeptForMs: 10_000 });
});
afterAll(() => site.close());

const wholeCity = '/peta/titik?kotak=106,-7,107,-6&zoom=10';
const get = async (url: string, host = 'satu.example') => (await site.app.inject({ url, headers: { host } })).body;

const publish = async (title: string): Promise<string> => {
  const { laksa, cities } = site;
  const { number } = await fileSample(laksa, cities[0], { villageCode: '36.71.01.1001' });
  const { categories } = await readCity(laksa, cities[0]);
  await moved(laksa, cities[0], {
    number,
    by: 'verifikator',
    command: {
      move: 'verify',
      class: 'complaint',
      categoryId: categories[0]?.id ?? '',
      publish: { title, description: 'Isi.', photos: [] },
    },
  });
  return number;
};

it('keeps how many there are for a moment, but never what a report says; and never of another city or other choices', async () => {
  const number = await publish('Lubang di tikungan');
  expect(await get(wholeCity)).toContain('Lubang di tikungan');

  await moved(site.laksa, site.cities[0], {
    number,
    by: 'koordinator',
    command: { move: 'mask', publication: 'withdrawn_from_public', reason: 'insult' },
  });
  const soon = await get(wholeCity);
  expect(soon).not.toContain('Lubang');
  expect(soon).not.toContain(number);
  expect(JSON.parse(soon).count).toBe(1);
  expect(JSON.parse(await get(wholeCity, 'dua.example')).count).toBe(0);
  expect(JSON.parse(await get(`${wholeCity}&jenis=complaint`)).count).toBe(0);

  site.clock.advance(10_000);
  expect(JSON.parse(await get(wholeCity)).count).toBe(0);
});
