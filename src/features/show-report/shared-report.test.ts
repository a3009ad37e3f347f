import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { workOnPhoto } from '../take-photos/jobs.ts';
import { cardOf } from './card.ts';
import { readCardReport } from './card-queries.ts';
import { multipartTo } from '../take-photos/testing/multipart.ts';
import { plainPicture } from '../take-photos/testing/pictures.ts';

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [first] = site.cities;
});
afterAll(() => site.close());

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });
const move = (number: string, by: string, command: MoveCommand) => moved(site.laksa, first, { number, by, command });

type Published = { readonly title?: string; readonly description?: string; readonly photos?: readonly string[] };

const verified = async (
  publish: Published,
  more: Partial<Filing> = {},
  reportClass: 'complaint' | 'berkadar' = 'complaint',
): Promise<string> => {
  const { number } = await fileSample(site.laksa, first, { villageCode: '36.71.01.1001', ...more });
  const { categories } = await readCity(site.laksa, first);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const command = { move: 'verify', class: reportClass, categoryId, publish: { photos: [], ...publish } } as const;
  await move(number, 'verifikator', command);
  return number;
};

const assigned = async (number: string): Promise<void> => {
  const { posts } = await readCity(site.laksa, first);
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  await move(number, 'koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
};

const staged = async (nonce: string): Promise<string> => {
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: await plainPicture('green', 'jpeg'), file: 'IMG.jpg' },
  ];
  const { id } = (await site.app.inject(multipartTo(first, '/lapor/foto', parts))).json<{ id: string }>();
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: first.id, id });
  return id;
};

const takenBack = { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' } as const;

describe('the card of a report', () => {
  it('is a picture of 1200 x 630 points, told apart by all that stands on it', async () => {
    const number = await verified({ title: 'Got <mampet> & "bau"', description: 'Bau.' });
    const card = await get(`/laporan/${number}/kartu.png`);
    expect([card.statusCode, card.headers['content-type']]).toEqual([200, 'image/png']);
    const { width, height, format } = await sharp(card.rawPayload).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    const etag = String(card.headers['etag']);
    expect((await get(`/laporan/${number}/kartu.png`, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(`/laporan/${number}/kartu.png`, { 'accept-language': 'en' })).headers['etag']).not.toBe(etag);
    await assigned(number);
    const later = await get(`/laporan/${number}/kartu.png`, { 'if-none-match': etag });
    expect(later.statusCode).toBe(200);
    expect(later.rawPayload.equals(card.rawPayload)).toBe(false);
  });

  it('shows the public picture, and no other', async () => {
    const nonce = crypto.randomUUID();
    const id = await staged(nonce);
    const number = await verified({ title: 'Bergambar', description: 'Ada.', photos: [id] }, { nonce });
    const colourAt = async (left: number, top: number): Promise<readonly number[]> => {
      const { rawPayload } = await get(`/laporan/${number}/kartu.png`);
      const { data } = await sharp(rawPayload)
        .extract({ left, top, width: 1, height: 1 })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [...data];
    };
    const [red = 0, green = 0, blue = 0] = await colourAt(1_000, 400);
    expect(green - Math.max(red, blue)).toBeGreaterThan(60);
    await move(number, 'verifikator', { move: 'mask', photos: [], reason: 'personal_data' });
    expect(await colourAt(1_000, 400)).toEqual([255, 255, 255]);
  });

  it('says that the city is late', async () => {
    const number = await verified({ title: 'Lama', description: 'Lama.' });
    const stands = async (): Promise<string | undefined> => {
      const report = await site.laksa.database.inTenant(first.id, (tx) => readCardReport(tx, first.id, number));
      return report === null ? undefined : cardOf(first, 'id', report).words.state;
    };
    expect(await stands()).toBe('Terverifikasi');
    site.clock.advance(3 * 86_400_000);
    expect(await stands()).toBe('Terverifikasi · Terlambat');
  });

  it('calls nothing done that its reporter took back, and nobody is said to have returned it', async () => {
    const number = await verified({ title: 'Tidak jadi', description: 'Tidak jadi.' });
    await assigned(number);
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: { move: 'withdraw' } });
    const report = await site.laksa.database.inTenant(first.id, (tx) => readCardReport(tx, first.id, number));
    expect(report === null ? null : cardOf(first, 'id', report).words).toMatchObject({
      state: 'Ditarik oleh pelapor',
      isDone: false,
    });
    const { body } = await get(`/laporan/${number}`);
    expect(body).toContain('Laporan ini berakhir tanpa jawaban.');
    expect(body).not.toMatch(/dikembalikan|Belum ada jawaban|Ikuti laporan ini/);
  });

  it('is there of public reports alone', async () => {
    const gone = await verified({ title: 'Ditarik', description: 'Ditarik.' });
    expect((await get(`/laporan/${gone}/kartu.png`)).statusCode).toBe(200);
    await move(gone, 'verifikator', takenBack);
    const others = [
      gone,
      await verified({ title: 'Hanya judul' }),
      (await fileSample(site.laksa, first)).number,
      await verified({ title: 'Rahasia', description: 'Rahasia.' }, { isSecret: true }),
      await verified({ title: 'Suap', description: 'Suap.' }, {}, 'berkadar'),
      '1234567894',
      'x',
    ];
    const answers = await Promise.all(
      others.map(async (number) => {
        const { statusCode, headers } = await get(`/laporan/${number}/kartu.png`);
        return [statusCode, headers['content-type']];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([404, 'text/html; charset=utf-8'])]),
    );
  });
});

const dataIn = (body: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? 'null');

describe('the head of a public page', () => {
  it('names its one address, a card, and what machines may know; no word of a citizen ends the block', async () => {
    const title = '</script><script>alert(1)</script><!-- "jahat"';
    const number = await verified({ title, description: 'Isi & <b>lain</b>.' });
    const { body } = await get(`/laporan/${number}`);
    const address = `http://satu.example/laporan/${number}`;
    expect(body).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(body).toContain(`<meta property="og:image" content="${address}/kartu.png"/>`);
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(dataIn(body)).toMatchObject({
      '@type': 'Report',
      url: address,
      identifier: number,
      name: title,
      description: 'Isi & <b>lain</b>.',
      contentLocation: { name: 'Sukarasa, Tangerang, Kota Satu' },
      publisher: { '@type': 'Organization', disambiguatingDescription: expect.stringContaining('demonstrasi') },
    });
  });

  it('of which only the title is public names no card and no text; of one taken back it says nothing', async () => {
    const titled = await verified({ title: 'Hanya judulnya' });
    const { body } = await get(`/laporan/${titled}`);
    expect(body).not.toContain('kartu.png');
    expect(dataIn(body)).not.toHaveProperty('description');
    await move(titled, 'verifikator', takenBack);
    expect((await get(`/laporan/${titled}`)).body).not.toMatch(/ld\+json|og:|canonical/);
  });
});

describe('a public report', () => {
  it('says through how many hands it went, once it was more than one', async () => {
    const number = await verified({ title: 'Berpindah', description: 'Pindah.' });
    await assigned(number);
    expect((await get(`/laporan/${number}`)).body).not.toContain('>Ditugaskan<');
    await move(number, 'petugas-lh', { move: 'return_to_coordinator', reason: 'other', message: 'Bukan kami.' });
    await assigned(number);
    expect((await get(`/laporan/${number}`)).body).toContain(
      '<dt>Ditugaskan</dt><dd>2 kali, 1 di antaranya dikembalikan</dd>',
    );
  });

  it('can be followed, explored from, and printed with its address and the day', async () => {
    const number = await verified({ title: 'Cetak', description: 'Cetak.' });
    const { body } = await get(`/laporan/${number}`);
    expect(body).toContain(`<a href="/laporan/${number}/ikuti" rel="nofollow">Ikuti laporan ini</a>`);
    for (const path of ['/laporan', '/peta', '/wilayah', '/instansi']) expect(body).toContain(`href="${path}"`);
    expect(body).toMatch(
      /<p class="only-print">.*http:\/\/satu\.example\/laporan\/\d{10}<br\/>Dicetak \d+ \p{L}+ 20\d\d</u,
    );
  });
});
