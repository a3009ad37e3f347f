import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { createApiKey } from '../../commands/apikey.ts';
import { openBrowser, signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let sql: (text: string) => Promise<readonly Record<string, unknown>[]>;
let admin: pg.Client;
let administrator: Officer;

/** The second city is not open yet; the first is. */
beforeAll(async () => {
  site = await startTestSite();
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  sql = async (text) => (await admin.query(text)).rows;
  await sql(`update laksa.tenant set live_since = null where slug = 'dua'`);
  site.laksa.tenants.forget();
  administrator = await signedIn(site, site.cities[1], 'admin-kota');
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

const file = { description: 'Jalan berlubang di depan sekolah.', step: 'send' };

describe('a region that is not open yet', () => {
  it('tells citizens so on every page, in both languages, and takes no report', async () => {
    const citizen = openBrowser(site, site.cities[1]);
    for (const path of ['/', '/lapor', '/laporan', '/lacak', '/umpan.atom', '/peta']) {
      const answer = await citizen.get(path);
      expect([path, answer.statusCode]).toEqual([path, 503]);
      expect(answer.body).toContain('Layanan laporan warga Kota Dua belum dibuka');
      expect(answer.body).toContain('is not open yet');
      expect(answer.body).toContain('112');
      expect(answer.body).not.toContain('href="/lapor"');
    }
    expect((await citizen.post('/lapor', file)).statusCode).toBe(503);
    const host = new URL(site.cities[1].origin).host;
    const asked = await site.app.inject({ url: '/api/v1/reports', headers: { host } });
    expect([asked.statusCode, asked.json()]).toEqual([503, expect.objectContaining({ kind: 'not_open' })]);
    expect(await sql('select from laksa.report')).toEqual([]);
  });

  it('takes none by a key either, while an open neighbour does', async () => {
    const fileAt = async (index: 0 | 1): Promise<number> => {
      const city = site.cities[index];
      const key = await createApiKey(site.laksa, city, {
        post: { role: 'intake_operator' },
        scopes: ['report:create'],
      });
      const headers = { host: new URL(city.origin).host, authorization: `Bearer ${key}` };
      const payload = { description: file.description };
      return (await site.app.inject({ method: 'POST', url: '/api/v1/reports', headers, payload })).statusCode;
    };
    expect(await fileAt(1)).toBe(503);
    expect(await fileAt(0)).toBe(201);
    expect((await openBrowser(site, site.cities[0]).get('/')).statusCode).toBe(200);
  });

  it('lets its staff sign in, work, and look at what citizens will see, but not file there', async () => {
    expect((await administrator.get('/petugas')).statusCode).toBe(200);
    expect((await administrator.get('/petugas')).body).toContain('Layanan ini belum dibuka untuk warga.');
    expect((await administrator.get('/lapor')).statusCode).toBe(200);
    expect((await administrator.post('/lapor', file)).statusCode).toBe(503);
    const stranger = await signedIn(site, site.cities[0], 'admin-kota');
    expect((await openBrowser(site, site.cities[1], stranger.cookies).get('/lapor')).statusCode).toBe(503);
  });
});

const list = async (who = administrator): Promise<string> => (await who.get('/kelola/siap')).body;
const isMissing = (page: string, title: string): boolean =>
  new RegExp(`${title} <span class="tag tag-late"`).test(page);

describe('the list before opening', () => {
  it('sees what a program can see, and changes with it', async () => {
    expect(isMissing(await list(), 'Administrator memegang jabatannya')).toBe(false);
    expect(isMissing(await list(), 'Petugas pelindungan data pribadi sudah ditunjuk')).toBe(true);
    expect(isMissing(await list(), 'Situs dibuka di alamatnya sendiri, terenkripsi')).toBe(true);
    await signedIn(site, site.cities[1], 'pelindungan-data');
    expect(isMissing(await list(), 'Petugas pelindungan data pribadi sudah ditunjuk')).toBe(false);
    const { posts, rules } = await readCity(site.laksa, site.cities[1]);
    const needed = new Set([
      ...rules.map(({ postId }) => postId),
      ...posts
        .filter(({ roles }) => roles.some((role) => ['verifier', 'coordinator', 'validator'].includes(role)))
        .map(({ id }) => id),
    ]);
    expect(await list()).toContain(`Jabatan yang kosong: ${needed.size}.`);
    await signedIn(site, site.cities[1], 'verifikator');
    expect(await list()).toContain(`Jabatan yang kosong: ${needed.size - 1}.`);
  });

  it('keeps what a person has looked at, with post and time, and what was taken back', async () => {
    const title = 'Nama instansi sudah diperiksa';
    expect(isMissing(await list(), title)).toBe(true);
    const said = await administrator.post('/kelola/siap/agencies', { confirmed: 'yes', note: 'Perda 1/2025' });
    expect([said.statusCode, said.headers.location]).toEqual([303, '/kelola/siap?selesai=confirmed']);
    expect(isMissing(await list(), title)).toBe(false);
    expect(await list()).toMatch(/Dinyatakan oleh Administrator kota, [^<]+: Perda 1\/2025/);
    site.clock.advance(60_000);
    await administrator.post('/kelola/siap/agencies', { confirmed: 'no' });
    expect(isMissing(await list(), title)).toBe(true);
    expect(await list()).toContain('Dibatalkan oleh Administrator kota');
    expect(await sql('select is_confirmed, note from laksa.readiness_mark order by id')).toEqual([
      { is_confirmed: true, note: 'Perda 1/2025' },
      { is_confirmed: false, note: '' },
    ]);
    for (const item of ['mail', 'nothing'])
      expect((await administrator.post(`/kelola/siap/${item}`, { confirmed: 'yes' })).statusCode).toBe(404);
    const neighbour = await signedIn(site, site.cities[0], 'admin-kota', 'verifikator');
    expect(await list(neighbour)).not.toContain('Dibatalkan oleh');
  });
});

describe('opening', () => {
  it('asks why while something is missing, keeps the answer, and lets citizens in, here alone', async () => {
    await sql(`update laksa.tenant set live_since = null where slug = 'satu'`);
    const refused = await administrator.post('/kelola/siap/buka', { reason: ' ' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Tulis mengapa tetap dibuka sekarang.');
    expect((await openBrowser(site, site.cities[1]).get('/')).statusCode).toBe(503);
    const opened = await administrator.post('/kelola/siap/buka', { reason: 'Uji coba dengan satu kelurahan' });
    expect([opened.statusCode, opened.headers.location]).toEqual([303, '/kelola/siap?selesai=opened']);
    expect((await openBrowser(site, site.cities[1]).get('/')).statusCode).toBe(200);
    expect(await list()).toMatch(/Dinyatakan oleh Administrator kota, [^<]+: Uji coba dengan satu kelurahan/);
    expect(await sql(`select slug from laksa.tenant where live_since is null`)).toEqual([{ slug: 'satu' }]);
    await administrator.post('/kelola/siap/buka', { reason: 'Sekali lagi' });
    expect(await sql(`select note from laksa.readiness_mark where item = 'opened'`)).toEqual([
      { note: 'Uji coba dengan satu kelurahan' },
    ]);
  });
});
