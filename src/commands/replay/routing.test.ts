import { afterAll, beforeAll, expect, test } from 'vitest';

import { readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import type { City } from '../../store/city.ts';
import { routerFor } from './routing.ts';
import { inventedRow } from './testing/invented-row.ts';

let site: TestInstallation;
let city: City;
beforeAll(async () => {
  site = await startTestInstallation();
  city = await readCity(site.laksa, site.cities[0]);
});
afterAll(() => site?.close());

const row = inventedRow('a', {
  text: 'Tumpukan sampah di kelurahan Sukarasa',
  place: 'dekat lapangan',
  category: 'pju',
  villageCode: '36.71.09.1006',
});

test('by the rules a row is what its words say, and lies where they say', () => {
  const route = routerFor(city, 'rules')(row);
  expect(route.category.slug).toBe('sampah');
  expect(route.village).toBe('36.71.01.1001');
});

test('as recorded it is what the table says', () => {
  const route = routerFor(city, 'recorded')(row);
  expect(route.category.slug).toBe('lampu-jalan');
  expect(route.village).toBe('36.71.09.1006');
  expect(routerFor(city, 'recorded')(inventedRow('b', { villageCode: '35.78.01.1001' })).village).toBeUndefined();
});

test('whom a report is about is never handed a rehearsed one, and of two villages neither is taken', () => {
  const route = routerFor(
    city,
    'rules',
  )(inventedRow('c', { text: 'pungli oknum, dari kelurahan Sukarasa sampai kelurahan Jatiuwung' }));
  expect(route.category.isSensitive).toBe(false);
  expect(route.village).toBeUndefined();
});
