import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [first] = site.cities;
});
afterAll(() => site.close());

const get = (url: string, host = 'satu.example') => site.app.inject({ url, headers: { host } });
const move = (number: string, by: string, command: MoveCommand) => moved(site.laksa, first, { number, by, command });

const assigned = async (title: string, more: Partial<Filing> = {}, officer = 'petugas-lh'): Promise<string> => {
  const { number } = await fileSample(site.laksa, first, more);
  const { categories, posts } = await readCity(site.laksa, first);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title, description: `Isi ${title}`, photos: [] };
  await move(number, 'verifikator', { move: 'verify', class: 'complaint', categoryId, publish });
  const post = posts.find(({ slug }) => slug === officer);
  await move(number, 'koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
  return number;
};

describe('the agencies of a city', () => {
  it('stand from A to Z by their kind, each with its page', async () => {
    const { statusCode, body } = await get('/instansi');
    expect(statusCode).toBe(200);
    const names = [...body.matchAll(/href="\/instansi\/[^"]+">([^<]+)/g)].map(([, name = '']) => name);
    const { agencies } = await readCity(site.laksa, first);
    expect(names).toHaveLength(agencies.length);
    const offices = agencies.filter(({ kind }) => kind === 'opd').map(({ name }) => name);
    expect(names.slice(0, offices.length)).toEqual(offices.toSorted((a, b) => a.localeCompare(b, 'id')));
  });
});

describe('who looks for an agency', () => {
  const found = async (typed: string): Promise<readonly string[]> => {
    const { body } = await get(`/instansi?cari=${encodeURIComponent(typed)}`);
    return [...body.matchAll(/href="\/instansi\/([^"]+)"/g)].map(([, slug = '']) => slug);
  };

  it('finds it by its name, a part of it, what people call it, and with a letter wrong', async () => {
    for (const typed of ['PUPR', 'dpupr', 'dinas pupr', 'pekerjaan umum', 'pekerjan umum', 'penataan'])
      expect(await found(typed), typed).toContain('dinas-pupr');
    expect(await found('dishub')).toEqual(['dinas-perhubungan']);
    expect((await get('/instansi')).body).toContain(
      'Dinas Pekerjaan Umum dan Penataan Ruang</a><span class="quiet">PUPR</span>',
    );
  });

  it('is told when there is none, whatever was typed', async () => {
    for (const typed of ['zzz', '<script>', 'a'.repeat(5_000)]) expect(await found(typed), typed).toEqual([]);
    expect((await get('/instansi?cari=zzz')).body).toContain('Tidak ada instansi yang cocok dengan &quot;zzz&quot;.');
    for (const query of ['cari=%00', 'cari=a&cari=b', 'cari=%20', 'cari=%27%25('])
      expect((await get(`/instansi?${query}`)).statusCode).toBe(200);
  });
});

describe('an agency', () => {
  it('without reports says so, what it promises and what it handles; one that the city does not have is not there', async () => {
    const { body } = await get('/instansi/dinas-lh');
    for (const words of [
      'Dinas Lingkungan Hidup',
      'Belum ada laporan untuk umum yang diteruskan ke sini.',
      'Jabatan yang bertanggung jawab',
      'Jawaban atas pengaduan',
      '14 hari kerja',
      'href="/bantuan/dasar-hukum"',
    ])
      expect(body).toContain(words);
    for (const slug of ['tidak-ada', 'constructor', '%00'])
      expect((await get(`/instansi/${slug}`)).statusCode).toBe(404);
  });

  it('names the posts in charge, and nobody who holds them', async () => {
    const { body } = await get('/instansi/dinas-lh');
    const { posts, agencies } = await readCity(site.laksa, first);
    const { id = '' } = agencies.find(({ slug }) => slug === 'dinas-lh') ?? {};
    const own = posts.filter(({ agencyId }) => agencyId === id);
    expect(own.length).toBeGreaterThan(0);
    for (const { name } of own) expect(body).toContain(name);
    expect(body).not.toMatch(/\w@\w/);
  });

  it('shows what it was given and what it answered; what it gave back is not its any more', async () => {
    const [done, back] = [await assigned('Sampah di taman'), await assigned('Bukan urusan kami')];
    await move(done, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(done, 'petugas-lh', { move: 'answer', message: 'Taman sudah bersih.', proof: [] });
    expect((await get('/instansi/dinas-lh')).body).not.toContain('Taman sudah bersih.');
    await move(done, 'validator', { move: 'approve' });
    await move(back, 'petugas-lh', { move: 'return_to_coordinator', reason: 'other', message: 'Bukan kami.' });
    const { body } = await get('/instansi/dinas-lh');
    expect(body).toContain('Taman sudah bersih.');
    expect(body).toContain(`href="/laporan/${done}"`);
    expect(body).not.toContain('Bukan urusan kami');
    expect(body).toContain('<link rel="alternate" type="application/atom+xml" href="/umpan.atom?instansi=dinas-lh"/>');
    expect(body).toContain('href="/laporan?instansi=dinas-lh"');
    expect((await get('/instansi/dinas-lh', 'dua.example')).body).not.toContain(done);
  });

  it('counts as open what the list behind the number holds', async () => {
    await assigned('Masih dikerjakan');
    const answered = await assigned('Diperiksa validator');
    await move(answered, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(answered, 'petugas-lh', { move: 'answer', message: 'Selesai.', proof: [] });
    const { body } = await get('/instansi/dinas-lh');
    const href = '/laporan?instansi=dinas-lh&keadaan=terbuka';
    const counted = new RegExp(`<a href="${href.replace('?', '\\?').replace('&', '&amp;')}">(\\d+)</a>`).exec(
      body,
    )?.[1];
    const listed = (await get(href)).body.match(/href="\/laporan\/\d{10}"/g) ?? [];
    expect(Number(counted)).toBe(listed.length);
    expect(listed.length).toBeGreaterThanOrEqual(2);
  });

  it('says and counts nothing of what is secret or was taken from the public', async () => {
    const before = (await get('/instansi/dinas-lh')).body;
    await assigned('Katarahasia', { isSecret: true });
    const withdrawn = await assigned('Kataditarik');
    const mask = { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' } as const;
    await move(withdrawn, 'verifikator', mask);
    expect((await get('/instansi/dinas-lh')).body).toBe(before);
  });
});

/** What the page of all agencies says of one: its numbers in words, each with the list behind it. */
const standingOf = async (slug: string, url = '/instansi', host?: string): Promise<readonly string[]> => {
  const { body } = await get(url, host);
  const row = body.split('<li><a href="/instansi/').find((part) => part.startsWith(`${slug}"`)) ?? '';
  const [, items = ''] = /<ul class="standing">(.*?)<\/ul>/.exec(row) ?? [];
  return items
    .split('</li>')
    .filter((item) => item !== '')
    .map((item) => item.replaceAll(/<li>|<\/a>| class="[^"]*"/g, '').replaceAll('&amp;', '&'));
};

const slugsIn = async (url: string): Promise<readonly string[]> =>
  [...(await get(url)).body.matchAll(/href="\/instansi\/([^"]+)"/g)].map(([, slug = '']) => slug);

const openList = '/laporan?instansi=dinas-pupr&keadaan=terbuka';
const listed = async (url: string): Promise<number> =>
  (await get(url)).body.match(/href="\/laporan\/\d{10}"/g)?.length ?? 0;

const toRoads = (title: string, more: Partial<Filing> = {}) => assigned(title, more, 'petugas-pupr');

describe('how agencies answer, beside their names', () => {
  it('is nothing where there is nothing to tell', async () => {
    expect(await standingOf('dinas-pupr')).toEqual([]);
    expect((await get('/instansi?urut=lewat', 'dua.example')).body).toContain(
      'Belum ada instansi dengan laporan untuk umum.',
    );
  });

  it('is what is open and late, with the list of exactly these, and how many were in time once there are five', async () => {
    await toRoads('Belum dijawab');
    expect(await standingOf('dinas-pupr')).toEqual([`<a href="${openList}">1 terbuka`]);
    for (let count = 0; count < 4; count += 1) {
      const number = await toRoads(`Cepat ${count}`);
      await move(number, 'petugas-pupr', { move: 'accept', message: 'Baik.' });
      await move(number, 'petugas-pupr', { move: 'answer', message: 'Selesai.', proof: [] });
      await move(number, 'validator', { move: 'approve' });
    }
    expect(await standingOf('dinas-pupr')).toEqual([`<a href="${openList}">1 terbuka`]);
    site.clock.advance(40 * 86_400_000);
    expect(await standingOf('dinas-pupr')).toEqual([
      `<a href="${openList}">1 terbuka`,
      `<a href="${openList}&batas=lewat">1 lewat batas waktu`,
      'tepat waktu 4 dari 5',
    ]);
    expect([await listed(openList), await listed(`${openList}&batas=lewat`)]).toEqual([1, 1]);
    expect(await standingOf('dinas-pupr', '/instansi', 'dua.example')).toEqual([]);
  });

  it('puts those first of which most is late, or open, and stays with what is looked for', async () => {
    expect(await slugsIn('/instansi?urut=terbuka')).toEqual(['dinas-lh', 'dinas-pupr']);
    expect((await slugsIn('/instansi?urut=lewat')).toSorted()).toEqual(['dinas-lh', 'dinas-pupr']);
    const { body } = await get('/instansi?cari=pekerjaan&urut=lewat');
    expect(body).toContain('<input type="hidden" name="urut" value="lewat"/>');
    expect(body).toContain('<a href="/instansi?cari=pekerjaan&amp;urut=terbuka">Terbanyak terbuka</a>');
    expect(body).toContain('<a href="/instansi?cari=pekerjaan&amp;urut=lewat" aria-current="page">');
    for (const odd of ['urut=x', 'urut=__proto__', 'urut=lewat&urut=nama', 'urut=%00'])
      expect((await get(`/instansi?${odd}`)).statusCode).toBe(200);
  });

  it('says and counts nothing of what is secret or was taken from the public', async () => {
    const before = (await get('/instansi')).body;
    await toRoads('Katarahasia', { isSecret: true });
    const withdrawn = await toRoads('Kataditarik');
    await move(withdrawn, 'verifikator', {
      move: 'mask',
      publication: 'withdrawn_from_public',
      reason: 'personal_data',
    });
    expect((await get('/instansi')).body).toBe(before);
  });

  it('and on its own page, how many answers came back because of an objection', async () => {
    const returned = async () =>
      /Kembali setelah disanggah<\/dt><dd>(\d+)/.exec((await get('/instansi/dinas-pupr')).body)?.[1];
    const number = await toRoads('Disanggah');
    expect(await returned()).toBe('0');
    await move(number, 'petugas-pupr', { move: 'accept', message: 'Baik.' });
    await move(number, 'petugas-pupr', { move: 'answer', message: 'Selesai.', proof: [] });
    await move(number, 'validator', { move: 'approve' });
    const objection = { move: 'dispute', reason: 'not_done', message: 'Belum.' } as const;
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: objection });
    expect(await returned()).toBe('0');
    await move(number, 'koordinator', { move: 'reopen', reason: 'reporter_is_right', message: 'Betul.' });
    expect(await returned()).toBe('1');
  });
});
