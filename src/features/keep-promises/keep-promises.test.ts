import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { showNumber } from '../../domain/report-number.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';

const day = 86_400_000;

let site: TestSite;
let administrator: Officer;
let elsewhere: Officer;
beforeAll(async () => {
  site = await startTestSite();
  administrator = await signedIn(site, site.cities[0], 'admin-kota');
  elsewhere = await signedIn(site, site.cities[1], 'admin-kota');
});
afterAll(() => site.close());

const bodyOf = async (path: string): Promise<string> => (await administrator.get(path)).body;

/** The fields of the form on a page that was answered, as its browser would send them again. */
const hiddenIn = (html: string): Fields =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );

/** The agencies whose dates are counted: kept, moved, missed. */
const countsOn = (html: string): readonly (readonly string[])[] => {
  const table = /<table[^>]*>(?:(?!<\/table>).)*Terlewat.*?<\/table>/s.exec(html)?.[0] ?? '';
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
  );
  return rows.slice(1);
};

const verify = (value: string): Fields => ({
  aturan: 'clock.verify',
  'clock.verify.value': value,
  'clock.verify.unit': 'working_days',
  'clock.verify.source': 'Perwali 7/2026',
  'clock.verify.confidence': 'own',
  reason: 'Petugas bertambah.',
});

describe('the overview', () => {
  it('shows every rule with its source and the version it stands in, and the calendar of the year asked for', async () => {
    const page = await bodyOf('/kelola/janji?tahun=2026');
    for (const words of [
      'Pemeriksaan laporan',
      '3 hari kerja',
      'SP4N-LAPOR!, tanya jawab',
      'terkonfirmasi',
      'versi 1, 5 Januari 2026',
      'Agustus 2026',
      'cuti bersama',
      'Kalender belum pernah diubah di sini.',
    ])
      expect(page.toLowerCase()).toContain(words.toLowerCase());
    expect(await bodyOf('/kelola/janji?tahun=2027')).toContain('Belum ada hari libur untuk tahun ini.');
    expect((await administrator.get('/kelola/janji?tahun=x')).statusCode).toBe(200);
  });

  it('counts the dates that officers promised: kept, moved, missed', async () => {
    const [city] = site.cities;
    const { posts, categories } = await readCity(site.laksa, city);
    const officer = posts.find(({ slug }) => slug === 'petugas-lh');
    const { number } = await fileSample(site.laksa, city);
    const move = (by: string, command: Parameters<typeof moved>[2]['command']) =>
      moved(site.laksa, city, { number, by, command });
    await move('verifikator', {
      move: 'verify',
      class: 'complaint',
      categoryId: categories.find(({ slug }) => slug === 'sampah')?.id ?? '',
      publish: { photos: [], title: 'Sampah', description: 'Sampah.' },
    });
    await move('koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' });
    await move('petugas-lh', { move: 'accept', message: 'Kami kerjakan.' });
    await move('petugas-lh', { move: 'postpone', reason: 'weather', until: '2026-11-25', message: 'Hujan.' });
    await move('petugas-lh', { move: 'postpone', reason: 'material', until: '2026-11-27', message: 'Bahan.' });
    expect(await bodyOf('/kelola/janji')).toContain('0 ditepati, 1 dipindahkan, 0 terlewat');
    const told = (await administrator.get(`/laporan/${number}`)).body;
    expect(told).toContain('Rabu 25 November pukul 24.00: dipindahkan ke Jumat 27 November pukul 24.00');
    expect(told).toContain('Jumat 27 November pukul 24.00, 4 hari lagi');
    site.clock.advance(6 * 86_400_000);
    expect(await bodyOf('/kelola/janji')).toContain('0 ditepati, 1 dipindahkan, 1 terlewat');
    expect(await bodyOf('/kelola/janji')).toContain('Dinas Lingkungan Hidup');
    expect((await administrator.get(`/laporan/${number}`)).body).toContain('Jumat 27 November pukul 24.00: terlewat');
    await move('petugas-lh', { move: 'postpone', reason: 'weather', until: '2026-12-04', message: 'Masih hujan.' });
    expect(await bodyOf('/kelola/janji')).toContain('0 ditepati, 1 dipindahkan, 1 terlewat');
    expect((await administrator.get(`/laporan/${number}`)).body).toContain('Jumat 27 November pukul 24.00: terlewat');
    site.clock.advance(-6 * 86_400_000);
  });

  it('counts a date for the agency that gave it, also when another one has answered since', async () => {
    const [, city] = site.cities;
    const { posts, categories } = await readCity(site.laksa, city);
    const { number } = await fileSample(site.laksa, city);
    const move = (by: string, command: Parameters<typeof moved>[2]['command']) =>
      moved(site.laksa, city, { number, by, command });
    const given = async (slug: string) => {
      const post = posts.find((one) => one.slug === slug);
      await move('koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
      await move(slug, { move: 'accept', message: 'Kami kerjakan.' });
    };
    await move('verifikator', {
      move: 'verify',
      class: 'complaint',
      categoryId: categories.find(({ slug }) => slug === 'sampah')?.id ?? '',
      publish: { photos: [], title: 'Sampah', description: 'Sampah.' },
    });
    await given('petugas-pupr');
    await move('petugas-pupr', { move: 'postpone', reason: 'material', until: '2026-12-01', message: 'Bahan.' });
    site.clock.advance(10 * day);
    await move('petugas-pupr', { move: 'return_to_coordinator', reason: 'not_our_task', message: 'Bukan jalan kami.' });
    await given('petugas-lh');
    await move('petugas-lh', { move: 'answer', message: 'Sudah diangkut.', proof: [] });
    const desk = (await elsewhere.get('/kelola/janji')).body;
    site.clock.advance(-10 * day);
    expect(countsOn(desk)).toEqual([[expect.stringContaining('Pekerjaan Umum'), '0', '0', '1']]);
  });
});

describe('a rule', () => {
  it('is chosen first, then typed, then compared, and saved as a new version that only later reports are under', async () => {
    const [city] = site.cities;
    expect(await bodyOf('/kelola/janji/aturan')).toContain('value="clock.verify"');
    const form = await bodyOf('/kelola/janji/aturan?aturan=clock.verify');
    expect(form).toContain('name="clock.verify.value"');
    const before = await fileSample(site.laksa, city);
    const preview = await administrator.post('/kelola/janji/aturan', { ...verify('2'), step: 'preview' });
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toMatch(/<del>3 hari kerja<\/del>.*<ins>2 hari kerja<\/ins>/s);
    expect(preview.body).toContain('Berlaku untuk laporan yang masuk sesudahnya.');
    expect(preview.body).toContain('Petugas bertambah.');
    expect((await readCity(site.laksa, city)).policy.version).toBe(1);
    const saved = await administrator.post('/kelola/janji/aturan', { ...hiddenIn(preview.body), step: 'save' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/kelola/janji?tersimpan=aturan']);
    const after = await fileSample(site.laksa, city);
    const dues = await Promise.all(
      [before, after].map(({ number }) =>
        site.laksa.database.inTenant(city.id, (tx) =>
          tx
            .selectFrom('report_clock as c')
            .innerJoin('report as r', (join) =>
              join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.report_id'),
            )
            .select(['c.policy_version', 'c.due_at'])
            .where('c.tenant_id', '=', city.id)
            .where('r.number', '=', number)
            .where('c.kind', '=', 'verify')
            .executeTakeFirstOrThrow(),
        ),
      ),
    );
    expect(dues).toEqual([
      { policy_version: 1, due_at: new Date('2026-11-26T17:00:00.000Z') },
      { policy_version: 2, due_at: new Date('2026-11-25T17:00:00.000Z') },
    ]);
    const page = await bodyOf(String(saved.headers.location));
    for (const words of [
      'Aturan baru tersimpan',
      'Petugas bertambah.',
      'Admin',
      'versi 2, 23 November 2026',
      'Perwali 7/2026',
    ])
      expect(page).toContain(words);
  });

  it.each([
    ['no number', { 'clock.verify.value': 'dua' }, 'Bukan angka'],
    ['nothing', { 'clock.verify.value': '' }, 'Bagian ini perlu diisi.'],
    ['no length at all', { 'clock.verify.value': '0' }, 'Harus antara 1 dan 1.000.'],
    ['a length beyond reason', { 'clock.verify.value': '1001' }, 'Harus antara 1 dan 1.000.'],
    ['a whole law as its source', { 'clock.verify.source': 'a'.repeat(501) }, 'Terlalu panjang.'],
    ['a whole letter as its reason', { reason: 'a'.repeat(1001) }, 'Alasan perubahan: Terlalu panjang.'],
    ['an unknown unit', { 'clock.verify.unit': 'weeks' }, 'Bukan angka'],
    ['no source', { 'clock.verify.source': ' ' }, 'Bagian ini perlu diisi.'],
    ['no reason', { reason: ' ' }, 'Alasan perubahan: Bagian ini perlu diisi.'],
  ])('with %s is refused at its field, and what was typed is kept', async (_, wrong, words) => {
    const answer = await administrator.post('/kelola/janji/aturan', { ...verify('9'), ...wrong, step: 'save' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    const kept = Object.values({ ...verify('9'), ...wrong }).filter((text) => text !== ' ' && text !== 'weeks');
    for (const text of kept) expect(answer.body).toContain(text);
    expect((await readCity(site.laksa, site.cities[0])).policy.version).toBe(2);
  });

  it('that makes no sense beside another is refused: offices do not close before they open', async () => {
    const answer = await administrator.post('/kelola/janji/aturan', {
      aturan: 'office_hours.until',
      'office_hours.until.value': '07.00',
      'office_hours.until.source': 'Perwali',
      'office_hours.until.confidence': 'own',
      reason: 'Uji.',
      step: 'preview',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Jam kerja berakhir: Harus sesudah jam kerja mulai.');
  });

  it('left as it is changes nothing, also where its source is shown in another language', async () => {
    const form = await bodyOf('/kelola/janji/aturan?aturan=clock.follow_up');
    const source = /name="clock.follow_up.source"[^>]*value="([^"]*)"/.exec(form)?.[1] ?? '';
    expect(source).toContain('Halaman aplikasi');
    const answer = await administrator.post('/kelola/janji/aturan', {
      aturan: 'clock.follow_up',
      'clock.follow_up.value': '5',
      'clock.follow_up.unit': 'working_days',
      'clock.follow_up.source': source,
      'clock.follow_up.confidence': 'confirmed',
      reason: 'Uji.',
      step: 'preview',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Belum ada yang diubah.');
  });

  it('that somebody else changed meanwhile is compared again before it is saved', async () => {
    const preview = await administrator.post('/kelola/janji/aturan', { ...verify('4'), step: 'preview' });
    const mine = hiddenIn(preview.body);
    const other = await administrator.post('/kelola/janji/aturan', { ...verify('5'), step: 'preview' });
    await administrator.post('/kelola/janji/aturan', { ...hiddenIn(other.body), step: 'save' });
    const answer = await administrator.post('/kelola/janji/aturan', { ...mine, step: 'save' });
    expect(answer.statusCode).toBe(412);
    expect(answer.body).toMatch(/<del>5 hari kerja<\/del>.*<ins>4 hari kerja<\/ins>/s);
    const again = await administrator.post('/kelola/janji/aturan', { ...hiddenIn(answer.body), step: 'save' });
    expect(again.statusCode).toBe(303);
  });
});

describe('the calendar', () => {
  const newDay = {
    tahun: '2026',
    lines: '2026-11-24;daerah;Hari jadi kota',
    source: 'Perda 1/2026',
    reason: 'Ditetapkan.',
  };

  it('shows which dates of open reports move before a day is added, and moves none by showing it', async () => {
    const [city] = site.cities;
    const { number } = await fileSample(site.laksa, city);
    const preview = await administrator.post('/kelola/janji/kalender', { ...newDay, step: 'preview' });
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('24 November 2026, Hari jadi kota (Libur daerah)');
    expect(preview.body).toMatch(/\d+ batas waktu pindah pada \d+ laporan yang masih terbuka\./);
    expect(preview.body).toContain(showNumber(number));
    expect(await bodyOf('/kelola/janji?tahun=2026')).not.toContain('Hari jadi kota');
    const saved = await administrator.post('/kelola/janji/kalender', { ...hiddenIn(preview.body), step: 'save' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/kelola/janji?tersimpan=kalender&tahun=2026']);
    const page = await bodyOf(String(saved.headers.location));
    for (const words of ['Kalender tersimpan.', 'Ditambah: 24 November 2026, Hari jadi kota', 'Ditetapkan.'])
      expect(page).toContain(words);
  });

  it('takes a day away again, by its tick', async () => {
    const form = await bodyOf('/kelola/janji/kalender?tahun=2026');
    expect(form).toContain('value="2026-11-24 regional"');
    const fields = { tahun: '2026', remove: ['2026-11-24 regional'], reason: 'Dibatalkan.', lines: '', source: '' };
    const preview = await administrator.post('/kelola/janji/kalender', { ...fields, step: 'preview' });
    expect(preview.body).toContain('24 November 2026, Hari jadi kota (Libur daerah)');
    await administrator.post('/kelola/janji/kalender', { ...hiddenIn(preview.body), step: 'save' });
    expect(await bodyOf('/kelola/janji?tahun=2026')).toContain('Dihapus: 24 November 2026, Hari jadi kota');
  });

  it.each([
    ['a line that is no day', { lines: '2027-02-30;nasional;Tidak ada' }, 'Baris 1 tidak terbaca.'],
    ['a kind nobody knows', { lines: '2027-01-01;nasional;Ada\n2027-01-02;raya;Apa' }, 'Baris 2 tidak terbaca.'],
    ['days without a source', { source: '' }, 'Dasar hari yang ditambah: Bagian ini perlu diisi.'],
    ['no reason', { reason: '' }, 'Alasan perubahan: Bagian ini perlu diisi.'],
    ['nothing to change', { lines: ' ' }, 'Belum ada yang diubah.'],
    ['a year too far ahead', { lines: '9999-12-31;nasional;Akhir' }, 'Baris 1 berada di luar tahun 2021 sampai 2031.'],
    ['only what is there', { lines: '2026-12-25;nasional;Natal' }, 'Kalender sudah memuat semua hari ini'],
  ])('refuses %s, and keeps what was typed', async (_, wrong, words) => {
    const answer = await administrator.post('/kelola/janji/kalender', { ...newDay, ...wrong, step: 'save' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    const typed = { ...newDay, ...wrong };
    expect(answer.body).toContain(typed.lines.trim());
    expect(answer.body).toContain(typed.reason);
  });

  it('of next year ends the warning on the pages of every officer', async () => {
    const lines = (from: number, until: number) =>
      Array.from({ length: until - from + 1 }, (_, n) => `2027-01-${from + n}\tnasional\tTahun Baru 2027 Masehi`);
    const enter = async (own: readonly string[]) => {
      const fields = { tahun: '2027', lines: own.join('\n'), source: 'SKB', reason: 'SKB terbit.' };
      const preview = await administrator.post('/kelola/janji/kalender', { ...fields, step: 'preview' });
      await administrator.post('/kelola/janji/kalender', { ...hiddenIn(preview.body), step: 'save' });
      return preview.body;
    };
    expect(await bodyOf('/petugas')).toContain('Hari libur 2027 belum lengkap');
    expect(await enter(lines(11, 13))).toContain(
      'Kalender 2027 belum lengkap: 3 dari sedikitnya 10 hari libur nasional.',
    );
    expect(await bodyOf('/petugas')).toContain('Hari libur 2027 belum lengkap');
    expect(await enter(lines(14, 20))).not.toContain('Kalender 2027 belum lengkap');
    expect(await bodyOf('/petugas')).not.toContain('Hari libur 2027');
    expect(await bodyOf('/kelola/janji?tahun=2027')).toContain('Tahun Baru 2027 Masehi');
  });

  it('of one city is not that of another', async () => {
    const page = (await elsewhere.get('/kelola/janji?tahun=2026')).body;
    expect(page).not.toContain('Perwali 7/2026');
    expect(page).not.toContain('Hari jadi kota');
  });
});
