import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Filing } from '../../store/file-report.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { reconcile } from './reconcile.ts';

let test: TestInstallation;
beforeAll(async () => {
  test = await startTestInstallation();
});
afterAll(() => test.close());

const filing = (nonce: string, description: string): Filing => ({
  kind: 'complaint',
  title: '',
  description,
  place: '',
  latitude: null,
  longitude: null,
  categoryId: null,
  villageCode: null,
  occurredOn: null,
  isAnonymous: false,
  isSecret: false,
  identity: {},
  language: 'id',
  channel: 'web',
  nonce,
  actor: { kind: 'reporter' },
});

describe('what was acknowledged against what is stored', () => {
  it('finds the lost, the doubled and the changed, and nothing where all is as it was sent', async () => {
    const { laksa, cities } = test;
    const [city] = cities;
    const store = async (nonce: string, text: string): Promise<string> =>
      (await fileSample(laksa, city, filing(nonce, text))).number;
    const whole = {
      row: 'whole',
      number: await store('a', 'baris satu\nbaris dua'),
      text: 'baris satu\r\nbaris dua\0',
    };
    const twice = { row: 'twice', number: await store('b', 'lampu padam'), text: 'lampu padam' };
    const changed = { row: 'changed', number: await store('c', 'jalan rusak!'), text: 'jalan rusak' };
    const lost = { row: 'lost', number: '0000000000', text: 'hilang' };
    await store('d', 'lampu padam');

    const all = [whole, twice, changed, lost];
    const told = new Set(all.map(({ number }) => number));
    const found = await laksa.database.inTenant(city.id, (tx) => reconcile(tx, city.id, all, told));
    expect(found).toEqual({
      stored: 3,
      missing: ['lost'],
      doubled: ['twice'],
      differing: ['changed'],
      states: { received: 3 },
    });
    const fine = await laksa.database.inTenant(city.id, (tx) => reconcile(tx, city.id, [whole], told));
    expect(fine).toMatchObject({ stored: 1, missing: [], doubled: [], differing: [] });
  });

  it('sees nothing of another city', async () => {
    const { laksa, cities } = test;
    const [, other] = cities;
    const { number } = await fileSample(laksa, other, filing('x', 'di kota lain'));
    const seen = await laksa.database.inTenant(cities[0].id, (tx) =>
      reconcile(tx, cities[0].id, [{ row: 'x', number, text: 'di kota lain' }], new Set([number])),
    );
    expect(seen.missing).toEqual(['x']);
  });
});
