import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

const [sukarasa, neroktog, district] = ['36.71.01.1001', '36.71.11.1003', '36.71.01'];

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [first] = site.cities;
});
afterAll(() => site.close());

const get = (url: string, host = 'satu.example') => site.app.inject({ url, headers: { host } });
const move = (number: string, by: string, command: MoveCommand) => moved(site.laksa, first, { number, by, command });

type Published = { readonly title?: string; readonly description?: string };

const verified = async (
  publish: Published,
  more: Partial<Filing> = {},
  reportClass: 'complaint' | 'berkadar' = 'complaint',
): Promise<string> => {
  const { number } = await fileSample(site.laksa, first, { villageCode: sukarasa, ...more });
  const { categories } = await readCity(site.laksa, first);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const command = { move: 'verify', class: reportClass, categoryId, publish: { photos: [], ...publish } } as const;
  await move(number, 'verifikator', command);
  return number;
};

const answered = async (number: string, message: string): Promise<void> => {
  const { posts } = await readCity(site.laksa, first);
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  await move(number, 'koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
  await move(number, 'petugas-lh', { move: 'accept', message: 'Kami kerjakan.' });
  await move(number, 'petugas-lh', { move: 'answer', message, proof: [] });
  await move(number, 'validator', { move: 'approve' });
};

const figures = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...body.matchAll(/<div><dt>([^<]+)<\/dt><dd[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, term = '', value = '']) => [
      term,
      value,
    ]),
  );

describe('an area without reports', () => {
  it('says so, and how to make the first', async () => {
    const { statusCode, body } = await get(`/wilayah/${neroktog}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Belum ada laporan untuk umum dari wilayah ini.');
    expect(body).toContain('<a class="button button-secondary" href="/lapor">');
    expect(body).not.toContain('Masih terbuka');
  });

  it('that the city does not have is not there', async () => {
    for (const code of ['99.99', '36.71', 'x', '36.71.01.9999', '%00'])
      expect((await get(`/wilayah/${code}`)).statusCode).toBe(404);
  });
});

describe('the areas of a city', () => {
  it('stand by kecamatan, each kelurahan with what is open there', async () => {
    await verified({ title: 'Terbuka', description: 'Terbuka.' });
    const { body } = await get('/wilayah');
    expect(body).toMatch(
      /<details class="disclosure" open><summary>Kecamatan Tangerang <span class="disclosure-count">\(1 terbuka\)/,
    );
    expect(body.match(/<details class="disclosure" open/g)).toHaveLength(1);
    const { villages } = await readCity(site.laksa, first);
    expect(body.match(/<details class="disclosure"><summary>[^<]+ <span[^>]*>\(0 terbuka\)/g)).toHaveLength(
      new Set(villages.map(({ districtCode }) => districtCode)).size - 1,
    );
    expect(body).toContain(`href="/wilayah/${district}">Seluruh Kecamatan Tangerang</a>`);
    expect(body).toContain(`<a href="/wilayah/${sukarasa}">Sukarasa</a><span class="quiet">1 terbuka</span>`);
    expect(body).toContain(`<a href="/wilayah/${neroktog}">Neroktog</a></li>`);
    expect((await get('/wilayah', 'dua.example')).body).not.toContain('terbuka</span>');
  });
});

describe('who looks for an area', () => {
  const found = async (typed: string): Promise<readonly string[]> => {
    const { body } = await get(`/wilayah?cari=${encodeURIComponent(typed)}`);
    expect(body).not.toContain('<details class="disclosure"><summary>');
    return [...body.matchAll(/<li><a href="\/wilayah\/([^"]+)"/g)].map(([, code = '']) => code);
  };

  it('finds it by its name, a part of it, with a letter wrong, and all of a kecamatan by its name', async () => {
    for (const typed of ['Sukarasa', 'kel. sukarasa', 'sukar', 'sukrasa'])
      expect(await found(typed), typed).toContain(sukarasa);
    expect(await found('neroktog')).toEqual([neroktog]);
    const { villages } = await readCity(site.laksa, first);
    const own = villages.filter(({ districtCode }) => districtCode === district).map(({ code }) => code);
    expect(await found('kecamatan tangerang')).toEqual(expect.arrayContaining(own));
  });

  it('is told when there is none, whatever was typed', async () => {
    for (const typed of ['zzz', '<script>', 'x'.repeat(5_000)]) expect(await found(typed), typed).toEqual([]);
    expect((await get('/wilayah?cari=zzz')).body).toContain(
      'Tidak ada kelurahan atau kecamatan yang cocok dengan &quot;zzz&quot;.',
    );
    for (const query of ['cari=%00', 'cari=a&cari=b', 'cari=%20', 'cari=%27%25('])
      expect((await get(`/wilayah?${query}`)).statusCode).toBe(200);
  });
});

describe('an area', () => {
  it('shows what is reported, what was answered and how fast, with the list and the feed of it', async () => {
    const number = await verified({ title: 'Sampah <di> pasar', description: 'Bau.' });
    site.clock.advance(2 * 86_400_000);
    await answered(number, 'Sudah diangkut. '.repeat(20));
    for (const code of [sukarasa, district]) {
      const { body } = await get(`/wilayah/${code}`);
      expect(body).toContain(`href="/laporan/${number}">Sampah &lt;di> pasar</a>`);
      expect(body).toMatch(/<p>Sudah diangkut\. [^<]{20,140} …<\/p>/);
      expect(body).toMatch(/Dijawab \d+ \p{L}+ 20\d\d oleh Dinas Lingkungan Hidup, dalam 2 hari/u);
      expect(body).toContain(`href="/laporan?wilayah=${code}"`);
      expect(body).toContain(`<link rel="alternate" type="application/atom+xml" href="/umpan.atom?wilayah=${code}"`);
      expect(body).toContain(`<link rel="canonical" href="http://satu.example/wilayah/${code}"`);
    }
    expect((await get(`/wilayah/${neroktog}`)).body).not.toContain('Sampah');
  });

  it('tells no share of fewer than five, and of all whose time has come from then on', async () => {
    expect((await get(`/wilayah/${sukarasa}`)).body).toContain('Perlu sedikitnya 5 yang dijawab');
    for (let count = 0; count < 4; count += 1)
      await answered(await verified({ title: `Cepat ${count}`, description: 'Cepat.' }), 'Selesai.');
    await verified({ title: 'Lambat', description: 'Lambat.' });
    site.clock.advance(40 * 86_400_000);
    const { body } = await get(`/wilayah/${sukarasa}`);
    // Five in time; the one of before and the slow one are past their time.
    expect(figures(body)).toMatchObject({
      'Lewat batas waktu': '2',
      'Dijawab tepat waktu': '71%',
      'Kembali setelah disanggah': '0',
      'Biasanya dijawab dalam': '1 menit',
    });
    expect(body).toContain('dari 7 laporan 90 hari terakhir');
    expect(body).toContain(`href="/laporan?wilayah=${sukarasa}&amp;keadaan=terbuka&amp;batas=lewat"`);
    site.clock.advance(60 * 86_400_000);
    expect(figures((await get(`/wilayah/${sukarasa}`)).body)).not.toHaveProperty('Dijawab tepat waktu');
  });

  it('says and counts nothing of reports that are hidden, secret or berkadar', async () => {
    const read = async () =>
      Promise.all([sukarasa, district].map(async (code) => (await get(`/wilayah/${code}`)).body));
    const before = [...(await read()), (await get('/wilayah')).body];
    await fileSample(site.laksa, first, { villageCode: sukarasa, title: 'Katatersembunyi' });
    await verified({ title: 'Katarahasia', description: 'Katarahasia.' }, { isSecret: true });
    await verified({ title: 'Kataberkadar', description: 'Kataberkadar.' }, {}, 'berkadar');
    await verified({});
    const withdrawn = await verified({ title: 'Kataditarik', description: 'Kataditarik.' });
    const mask = { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' } as const;
    await move(withdrawn, 'verifikator', mask);
    expect([...(await read()), (await get('/wilayah')).body]).toEqual(before);
  });
});
