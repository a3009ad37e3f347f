import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });

const published = async (title: string, more: Partial<Filing> = {}): Promise<string> => {
  const { number } = await fileSample(site.laksa, first, more);
  const { categories } = await readCity(site.laksa, first);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title, description: `Isi ${title}`, photos: [] };
  await moved(site.laksa, first, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish },
  });
  return number;
};

describe('the feed of public reports', () => {
  it('holds what everyone may read of them, newest first, escaped', async () => {
    const older = await published('Got <mampet> & bau');
    site.clock.advance(60_000);
    const newer = await published('Lampu mati', { identity: { name: 'Nama Pelapor', email: 'p@contoh.id' } });
    await fileSample(site.laksa, first, { description: 'belum diperiksa siapa pun' });
    await published('Rahasia', { isSecret: true });
    const { headers, body, statusCode } = await get('/umpan.atom');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect([...body.matchAll(/<entry><id>([^<]+)/g)].map(([, id]) => id)).toEqual(
      [newer, older].map((number) => `http://satu.example/laporan/${number}`),
    );
    expect(body).toContain('<title>Got &lt;mampet> &amp; bau</title>');
    for (const words of ['Nama Pelapor', 'contoh.id', 'belum diperiksa', 'Rahasia']) expect(body).not.toContain(words);
  });

  it('says when each was filed and when it last moved, and is not sent again while nothing did', async () => {
    const before = await get('/umpan.atom');
    const again = await get('/umpan.atom', { 'if-none-match': String(before.headers['etag']) });
    expect(again.statusCode).toBe(304);
    site.clock.advance(3_600_000);
    const number = await published('Pohon condong');
    const now = site.clock.now().toISOString();
    const { body } = await get('/umpan.atom', { 'if-none-match': String(before.headers['etag']) });
    expect(body).toContain(`<updated>${now}</updated><author>`);
    expect(body).toContain(`/laporan/${number}</id><title>Pohon condong</title><published>${now}</published>`);
  });

  it('is one of an area, a category or an agency too, and of nothing that the city does not have', async () => {
    const { villages } = await readCity(site.laksa, first);
    const [village, other] = villages;
    await published('Di sini', { villageCode: village?.code ?? null });
    const here = await get(`/umpan.atom?wilayah=${village?.code}`);
    expect(here.body).toContain('Di sini');
    expect(here.body).toContain(`${village?.name}, ${village?.districtName}</title>`);
    expect((await get(`/umpan.atom?wilayah=${village?.districtCode}`)).body).toContain('Di sini');
    expect((await get(`/umpan.atom?wilayah=${other?.code}`)).body).not.toContain('<entry>');
    expect((await get('/umpan.atom?topik=sampah')).body).toContain('Di sini');
    expect((await get('/umpan.atom?topik=jembatan')).body).not.toContain('Di sini');
    expect((await get('/umpan.atom?instansi=dinas-lh')).body).not.toContain('<entry>');
    const pageOf = async (query: string): Promise<string | undefined> =>
      /type="text\/html" href="http:\/\/satu\.example([^"]+)"/.exec((await get(`/umpan.atom${query}`)).body)?.[1];
    expect(await pageOf('')).toBe('/laporan');
    expect(await pageOf(`?wilayah=${village?.code}`)).toBe(`/wilayah/${village?.code}`);
    expect(await pageOf('?instansi=dinas-lh')).toBe('/instansi/dinas-lh');
    expect(await pageOf('?topik=sampah&instansi=dinas-lh')).toBe('/laporan?tentang=sampah&amp;instansi=dinas-lh');
    for (const unknown of ['wilayah=99.99', 'topik=tidak-ada', 'instansi=x'])
      expect((await get(`/umpan.atom?${unknown}`)).statusCode).toBe(404);
  });

  it('of an agency holds what was given to it', async () => {
    const number = await published('Sampah di taman');
    const { posts } = await readCity(site.laksa, first);
    const post = posts.find(({ slug }) => slug === 'petugas-lh');
    const command = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
    await moved(site.laksa, first, { number, by: 'koordinator', command });
    expect((await get('/umpan.atom?instansi=dinas-lh')).body).toContain('Sampah di taman');
  });

  it('heads an answer that was disputed as that', async () => {
    const number = await published('Sampah di kali');
    const { posts } = await readCity(site.laksa, first);
    const post = posts.find(({ slug }) => slug === 'petugas-lh');
    const assign = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
    await moved(site.laksa, first, { number, by: 'koordinator', command: assign });
    await moved(site.laksa, first, { number, by: 'petugas-lh', command: { move: 'accept' } });
    const answer = { move: 'answer', message: 'Kali bersih.', proof: [] } as const;
    await moved(site.laksa, first, { number, by: 'petugas-lh', command: answer });
    await moved(site.laksa, first, { number, by: 'validator', command: { move: 'approve' } });
    expect((await get('/umpan.atom')).body).toContain('Jawaban: Kali bersih.');
    const command = { move: 'dispute', reason: 'not_done', message: 'Masih kotor.' } as const;
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command });
    expect((await get('/umpan.atom')).body).toMatch(/Jawaban yang disanggah \d+ \p{L}+ 20\d\d: Kali bersih\./u);
  });

  it('of another city shows nothing of this one', async () => {
    expect((await get('/umpan.atom', { host: 'dua.example' })).body).not.toContain('<entry>');
  });
});
