import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let coordinator: Officer;

/** Monday 23 November 2026, nine in the morning. */
beforeEach(async () => {
  site = await startTestSite();
  coordinator = await signedIn(site, site.cities[0], 'koordinator');
});
afterEach(() => site.close());

const title = 'Instansi yang belum membuka pekerjaannya';
const roads = 'Dinas Pekerjaan Umum dan Penataan Ruang';

const given = async (slug: string, more: Parameters<typeof fileSample>[2] = {}): Promise<string> => {
  const [city] = site.cities;
  const { posts, categories } = await readCity(site.laksa, city);
  const post = posts.find((one) => one.slug === slug);
  const { number } = await fileSample(site.laksa, city, more);
  const categoryId = categories.find((one) => one.slug === 'jalan-rusak')?.id ?? '';
  const verify = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
  const assign = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
  await moved(site.laksa, city, { number, by: 'verifikator', command: verify });
  await moved(site.laksa, city, { number, by: 'koordinator', command: assign });
  return number;
};

const desk = async (who: Officer = coordinator, path = '/petugas'): Promise<string> => (await who.get(path)).body;
/** What the section says, row by row. */
const unopened = async (): Promise<readonly (readonly string[])[]> => {
  const section = /<section aria-labelledby="belum-dibuka">.*?<\/section>/s.exec(await desk())?.[0] ?? '';
  return [
    ...section.matchAll(/<th role="rowheader" scope="row">([^<]*)<\/th><td[^>]*>([^<]*)<\/td><td[^>]*>([^<]*)</g),
  ].map(([, ...cells]) => cells);
};

describe('an agency that nobody opens', () => {
  it('is shown to the coordinator after two working days, with how much waits there, and until somebody looks in', async () => {
    await given('petugas-pupr');
    await given('petugas-pupr');
    expect(await desk()).not.toContain(title);
    site.clock.set('2026-11-25T16:59:59.999Z');
    expect(await unopened()).toEqual([]);
    site.clock.set('2026-11-25T17:00:00.000Z'); // Wednesday is over
    expect(await unopened()).toEqual([[roads, '2', 'Belum pernah']]);
    const officer = await signedIn(site, site.cities[0], 'kepala-pupr');
    await officer.get('/petugas');
    expect(await unopened()).toEqual([]);
    site.clock.set('2026-11-30T17:00:00.000Z'); // Thursday was the day of it, Friday and Monday are over
    expect(await unopened()).toEqual([[roads, '2', 'Kamis 26 November pukul 00.00']]);
  });

  it('is given the weekend', async () => {
    site.clock.set('2026-11-27T03:00:00.000Z');
    await given('petugas-pupr');
    site.clock.set('2026-12-01T16:59:00.000Z');
    expect(await unopened()).toEqual([]);
    site.clock.set('2026-12-01T17:00:00.000Z');
    expect(await unopened()).toHaveLength(1);
  });

  it('is not reproached for the time in which nothing waited there, nor for what is over', async () => {
    site.clock.set('2026-12-14T03:00:00.000Z');
    const number = await given('petugas-pupr');
    expect(await unopened()).toEqual([]);
    site.clock.set('2026-12-18T03:00:00.000Z');
    expect(await unopened()).toHaveLength(1);
    const [city] = site.cities;
    await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    expect(await unopened()).toEqual([]);
  });

  it('is nobody’s business but the coordinator’s, and stands on the first page of the own queue alone', async () => {
    await given('petugas-pupr');
    site.clock.set('2026-11-30T03:00:00.000Z');
    const verifier = await signedIn(site, site.cities[0], 'verifikator');
    expect(await desk(verifier)).not.toContain(title);
    expect(await desk(coordinator, '/petugas?daftar=verified')).not.toContain(title);
    expect(await desk()).toContain(title);
    const stranger = await signedIn(site, site.cities[1], 'koordinator');
    expect(await desk(stranger)).not.toContain(title);
    expect((await desk(coordinator, '/petugas?lang=en')).includes('have not opened their work')).toBe(true);
  });
});

describe('that a post was opened', () => {
  const seenAt = async (slug: string): Promise<readonly Date[]> => {
    const [city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const id = posts.find((post) => post.slug === slug)?.id ?? '';
    const rows = await site.laksa.database.inTenant(city.id, (tx) =>
      tx.selectFrom('post_seen').select('at').where('tenant_id', '=', city.id).where('post_id', '=', id).execute(),
    );
    return rows.map(({ at }) => at);
  };

  it('is written down to the hour, and not by who is refused', async () => {
    const first = site.clock.now();
    await coordinator.get('/petugas');
    site.clock.advance(59 * 60_000);
    await coordinator.get('/petugas');
    expect(await seenAt('koordinator')).toEqual([first]);
    site.clock.advance(60_000);
    await coordinator.get('/petugas');
    expect(await seenAt('koordinator')).toEqual([site.clock.now()]);
    await openBrowser(site, site.cities[0]).get('/petugas');
    const officer = await signedIn(site, site.cities[0], 'petugas-lh');
    await officer.get('/kelola/piket');
    expect(await seenAt('admin-kota')).toEqual([]);
  });
});
