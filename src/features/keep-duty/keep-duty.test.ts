import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { firstCity } from '../../testing/two-cities.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let coordinator: Officer;

beforeAll(async () => {
  site = await startTestSite();
  coordinator = await signedIn(site, site.cities[0], 'koordinator');
});
afterAll(() => site.close());

/** Posts that see what their agency works on. */
const agencyRoles: ReadonlySet<string> = new Set(['agency_officer', 'agency_head', 'field_crew']);

const night = {
  post: 'petugas-pupr',
  fromDay: '2026-11-23',
  fromTime: '20.00',
  untilDay: '2026-11-24',
  untilTime: '06.00',
};

const roster = async (who: Officer = coordinator): Promise<string> => (await who.get('/kelola/piket')).body;

describe('the duty roster', () => {
  it('begins empty and says what that means', async () => {
    const page = await roster();
    expect(page).toContain('Belum ada piket.');
    expect(page).toContain('Sekarang tidak ada yang piket.');
    expect((await coordinator.get('/kelola/piket?lang=en')).body).toContain('Nobody is on duty now.');
    await coordinator.get('/kelola/piket?lang=id');
  });

  it('takes a duty once, however often it is sent, and shows who is on duty when the time has come', async () => {
    for (let times = 0; times < 2; times += 1) {
      const saved = await coordinator.post('/kelola/piket', night);
      expect([saved.statusCode, saved.headers.location]).toEqual([303, '/kelola/piket?selesai=added']);
    }
    const page = await roster();
    expect(page.match(/\/hapus"/g)).toHaveLength(1);
    expect(page).toContain('Senin 23 November pukul 20.00');
    expect(page).toContain('Selasa 24 November pukul 06.00');
    expect(page).toContain('Sekarang tidak ada yang piket.');
    site.clock.set('2026-11-23T13:00:00.000Z');
    expect(await roster()).toMatch(/<li>[^<]+, sampai Selasa 24 November pukul 06\.00<\/li>/);
    site.clock.set('2026-11-23T23:00:00.000Z');
    expect(await roster()).toContain('Belum ada piket.');
    site.clock.set('2026-11-23T02:00:00.000Z');
  });

  it('offers first whoever reads the reports of the city, the control room too, and says of the others what they are told', async () => {
    const offered = [...(await roster()).matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)].map(([, slug, label]) => ({
      slug,
      isLimited: label?.endsWith(' (hanya laporan yang ditanganinya)'),
    }));
    const slugsWhere = (isLimited: boolean) =>
      offered.filter((one) => one.isLimited === isLimited).map(({ slug }) => slug);
    expect(slugsWhere(false)).toEqual([
      'petugas-loket',
      'verifikator',
      'verifikator-2',
      'koordinator',
      'inspektorat',
      'validator',
      'ruang-kendali',
      'pimpinan',
    ]);
    const atAgencies = firstCity.posts.filter(({ roles }) => roles.some((role) => agencyRoles.has(role)));
    expect(slugsWhere(true)).toEqual(atAgencies.map(({ slug }) => slug));
    expect(slugsWhere(true)).toContain('petugas-kelurahan-sukarasa');
    expect(offered.map(({ isLimited }) => isLimited)).toEqual(offered.map((_, index) => index >= 8));
    const page = await roster();
    expect(page).toContain(
      'Laporan rahasia dan pengaduan berkadar pengawasan hanya sampai kepada jabatan yang boleh membacanya.',
    );
    const english = (await coordinator.get('/kelola/piket?lang=en')).body;
    expect(english).toContain(' (only reports they handle)</option>');
    expect(english).toContain(
      'Secret reports and complaints about abuse of authority reach only posts that may read them.',
    );
    await coordinator.get('/kelola/piket?lang=id');
  });

  it('says the same of who is on duty', async () => {
    const planned = { ...night, fromDay: '2026-11-25', untilDay: '2026-11-26' };
    await coordinator.post('/kelola/piket', planned);
    await coordinator.post('/kelola/piket', { ...planned, post: 'ruang-kendali' });
    const cells = [...(await roster()).matchAll(/<t[dh][^>]*>([^<]*(?:PUPR|Ruang kendali)[^<]*)</g)].map(
      ([, cell]) => cell,
    );
    expect(new Set(cells)).toEqual(
      new Set(['Petugas penghubung Dinas PUPR (hanya laporan yang ditanganinya)', 'Ruang kendali kota']),
    );
    site.clock.set('2026-11-25T13:00:00.000Z');
    expect(await roster()).toContain('<li>Petugas penghubung Dinas PUPR (hanya laporan yang ditanganinya), sampai ');
    site.clock.set('2026-11-26T23:00:00.000Z');
    expect(await roster()).toContain('Belum ada piket.');
    site.clock.set('2026-11-23T02:00:00.000Z');
  });

  it('keeps all that was typed when something is wrong with it, and names each field', async () => {
    const answer = await coordinator.post('/kelola/piket', { ...night, fromTime: 'malam', untilDay: '' });
    expect(answer.statusCode).toBe(422);
    for (const words of [
      'Mulai pukul: Bukan jam. Contoh: 20.00.',
      'Sampai tanggal: Bagian ini perlu diisi.',
      'value="malam"',
      'value="2026-11-23"',
      'value="06.00"',
      'value="petugas-pupr" selected',
    ])
      expect(answer.body).toContain(words);
    expect(answer.body).toContain('Ada 2 hal yang perlu diperbaiki');
  });

  it('is not made for a post that is on duty then, also when two are sent at once; another post, or the next hour, is free', async () => {
    const later = { ...night, fromDay: '2026-12-01', untilDay: '2026-12-02' };
    const within = { ...later, fromTime: '23.00', untilTime: '04.00' };
    const codes = (await Promise.all([later, within].map((one) => coordinator.post('/kelola/piket', one)))).map(
      ({ statusCode }) => statusCode,
    );
    expect(codes.toSorted()).toEqual([303, 422]);
    const refused = await coordinator.post('/kelola/piket', { ...later, fromTime: '21.00' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Jabatan ini sudah piket dalam waktu itu.');
    for (const free of [
      { ...later, fromDay: '2026-12-02', fromTime: '06.00', untilTime: '07.00' },
      { ...later, post: 'verifikator' },
    ])
      expect((await coordinator.post('/kelola/piket', free)).statusCode).toBe(303);
  });

  it('warns of whom no letter reaches', async () => {
    const [city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const name = posts.find(({ slug }) => slug === 'verifikator')?.name ?? '';
    expect(await roster()).toContain(`<li>${name}: belum dipegang siapa pun, jadi tidak ada yang menerima surat</li>`);
    const holder = await signedIn(site, city, 'verifikator');
    expect(await roster()).not.toContain(`<li>${name}`);
    await holder.post('/petugas/kabar', { delivery: 'none', language: 'id' });
    expect(await roster()).toContain(`<li>${name} tidak menerima surat</li>`);
    await signedIn(site, city, 'petugas-lh', 'verifikator');
    const page = await roster();
    expect(page).toContain('Tidak semua yang piket menerima surat');
    expect(page).toContain(`<li>${name}: 1 dari 2 pemegangnya tidak menerima surat</li>`);
    expect((await coordinator.get('/kelola/piket?lang=en')).body).toContain('Not everybody on duty gets letters');
    await coordinator.get('/kelola/piket?lang=id');
  });

  it('loses what is removed, and no other city’s', async () => {
    const [, second] = site.cities;
    const stranger = await signedIn(site, second, 'admin-kota');
    const action = /action="(\/kelola\/piket\/[0-9a-f-]{36}\/hapus)"/.exec(await roster())?.[1] ?? '';
    expect((await stranger.post(action)).statusCode).toBe(303);
    expect(await roster()).toContain(action);
    expect(await roster(stranger)).toContain('Belum ada piket.');
    for (let times = 0; times < 2; times += 1) {
      const removed = await coordinator.post(action);
      expect([removed.statusCode, removed.headers.location]).toEqual([303, '/kelola/piket?selesai=removed']);
    }
    expect(await roster()).not.toContain(action);
    expect((await coordinator.post('/kelola/piket/x/hapus')).statusCode).toBe(404);
  });
});
