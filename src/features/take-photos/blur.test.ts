import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { blurredName } from '../../store/photo-blur.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { openBrowser, signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';
import { blurPhotoFiles } from './blur-job.ts';
import { workOnPhoto } from './jobs.ts';
import { multipartTo } from './testing/multipart.ts';
import { telephonePicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let verifier: Officer;
let validator: Officer;
let worker: Officer;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  verifier = await signedIn(site, city, 'verifikator');
  validator = await signedIn(site, city, 'validator');
  worker = await signedIn(site, city, 'petugas-pupr');
});
afterAll(() => site.close());

/** Public, with a picture that everyone sees: upright, its upper half is red, its lower half blue. */
const shown = async () => {
  const nonce = crypto.randomUUID();
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: await telephonePicture(), file: 'IMG.jpg' },
  ];
  const { id } = (await site.app.inject(multipartTo(city, '/lapor/foto', parts))).json();
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
  const { number, claimCode } = await fileSample(site.laksa, city, { nonce });
  const verify = { class: 'complaint', category: 'jembatan', publish: 'public', publish_description: 'Lubang.' };
  expect((await verifier.post(`/petugas/laporan/${number}/verify`, { ...verify, photos: id })).statusCode).toBe(303);
  return { id, number, claimCode: claimCode ?? '' };
};

const look = (path: string, headers = {}) =>
  site.app.inject({ url: path, headers: { host: new URL(city.origin).host, ...headers } });
const seen = (number: string, id: string, headers = {}) => look(`/laporan/${number}/foto/${id}/kecil`, headers);
const save = (id: string, fields: Fields, officer = verifier) => officer.post(`/petugas/foto/${id}/kabur`, fields);
const makeFiles = (id: string) => blurPhotoFiles({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });

const pixelAt = async (picture: Buffer, x: number, y: number): Promise<readonly number[]> => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
};

const isThere = async (id: string, version: number): Promise<boolean> => {
  const file = await site.laksa.files.read({ tenantId: city.id, id, name: blurredName('320.jpg', version) });
  file?.content.destroy();
  return file !== null;
};

const eventsOf = (number: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report_event')
      .innerJoin('report', 'report.id', 'report_event.report_id')
      .select(['report_event.payload', 'report_event.actor_post'])
      .where('report_event.tenant_id', '=', city.id)
      .where('report.tenant_id', '=', city.id)
      .where('number', '=', number)
      .where('report_event.kind', '=', 'photo_blurred')
      .orderBy('seq')
      .execute(),
  );

/** The tile of a picture and the tick beside it, as the officer's page of the report shows them. */
const tilesOf = async (number: string, id: string): Promise<readonly string[]> => {
  const { body } = await verifier.get(`/petugas/laporan/${number}`);
  return body
    .split('<li class="photo')
    .slice(1)
    .map((tile) => tile.split('</li>')[0] ?? '')
    .filter((tile) => tile.includes(id));
};

describe("the officer's page of a report", () => {
  it('shows a blurred picture as everyone sees it, beside its tick as well, with the original one tap away', async () => {
    const { id, number } = await shown();
    const original = `/petugas/foto/${id}/besar`;
    for (const tile of await tilesOf(number, id)) {
      expect(tile).toContain(`src="/petugas/foto/${id}/kecil"`);
      expect(tile).toContain('Dilihat umum');
      expect(tile).not.toContain('Buka foto asli');
    }
    await save(id, { version: '0', box: '0,0,100,100' });
    for (const tile of await tilesOf(number, id)) {
      expect(tile).not.toContain('<img');
      expect(tile).not.toContain('Dilihat umum');
      expect(tile).toContain('Gambar kabur sedang dibuat');
      expect(tile).toContain(`href="${original}"`);
    }
    await makeFiles(id);
    const tiles = await tilesOf(number, id);
    expect(tiles).toHaveLength(2);
    for (const tile of tiles) {
      expect(tile).toContain(`src="/petugas/foto/${id}/kabur/kecil?v=1"`);
      expect(tile).toContain('Bagiannya sudah dikaburkan');
      expect(tile).toContain('Dilihat umum');
      expect(tile).toMatch(new RegExp(`href="${original}"[^>]*>Buka foto asli<`));
      expect(tile).not.toContain(`src="/petugas/foto/${id}/kecil"`);
    }
    expect(tiles.filter((tile) => tile.includes('name="photos"'))).toHaveLength(1);
    await verifier.post(`/petugas/laporan/${number}/mask`, { photos: '' });
    for (const tile of await tilesOf(number, id)) {
      expect(tile).toContain(`src="/petugas/foto/${id}/kabur/kecil?v=1"`);
      expect(tile).not.toContain('Dilihat umum');
    }
  });

  it('shows the blurred picture to whoever reads the report, and the drawing of it to who decides alone', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: '0,0,100,100' });
    await makeFiles(id);
    expect((await validator.get(`/petugas/laporan/${number}`)).body).toContain(`/petugas/foto/${id}/kabur/kecil?v=1`);
    expect((await validator.get(`/petugas/foto/${id}/kabur/kecil`)).statusCode).toBe(200);
    expect((await validator.get(`/petugas/foto/${id}/kabur`)).statusCode).toBe(404);
    expect((await worker.get(`/petugas/foto/${id}/kabur/kecil`)).statusCode).toBe(404);
  });

  it('says in its history when nothing was left blurred', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: '0,0,100,100' });
    await save(id, { version: '1', umum: 'lihat' });
    const { body } = await verifier.get(`/petugas/laporan/${number}`);
    expect(body).toContain('Tanpa kotak: tidak ada bagian yang kabur');
    expect(body).toContain('Kotak: 1');
  });
});

describe('a picture of a report', () => {
  it('with boxes over it is seen by nobody outside until it is blurred, and then blurred only', async () => {
    const { id, number } = await shown();
    const before = await seen(number, id);
    expect(before.statusCode).toBe(200);
    expect((await save(id, { version: '0', box: '0,400,1000,200' })).statusCode).toBe(303);
    expect((await seen(number, id)).statusCode).toBe(404);
    expect((await look(`/laporan/${number}`)).body).not.toContain(id);
    await makeFiles(id);
    const after = await seen(number, id, { 'if-none-match': before.headers.etag });
    expect(after.statusCode).toBe(200);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(after.headers['cache-control']).toBe('private, no-cache');
    const [red = 0, , blue = 0] = await pixelAt(after.rawPayload, 0.5, 0.5);
    expect(red).toBeGreaterThan(60);
    expect(blue).toBeGreaterThan(60);
    expect((await pixelAt(after.rawPayload, 0.5, 0.1))[0]).toBeGreaterThan(200);
    for (const size of ['kecil', 'sedang', 'besar'])
      for (const accept of ['image/webp', 'image/jpeg']) {
        const picture = await look(`/laporan/${number}/foto/${id}/${size}`, { accept });
        const middle = await pixelAt(picture.rawPayload, 0.5, 0.49);
        expect(Math.max(...middle)).toBeLessThan(200);
        expect((await sharp(picture.rawPayload).metadata()).exif).toBeUndefined();
      }
  });

  it('stays whole for officers and its reporter, and for nobody else by any address', async () => {
    const { id, number, claimCode } = await shown();
    await save(id, { version: '0', box: '0,0,1000,1000' });
    await makeFiles(id);
    const reporter = openBrowser(site, city);
    await reporter.post('/lacak', { nomor: number, kode: claimCode });
    for (const whole of [
      await verifier.get(`/petugas/foto/${id}/kecil`),
      await reporter.get(`/lacak/${number}/foto/${id}/kecil`),
    ]) {
      expect(whole.statusCode).toBe(200);
      expect((await pixelAt(whole.rawPayload, 0.5, 0.1))[0]).toBeGreaterThan(200);
    }
    const stranger = openBrowser(site, city);
    for (const path of [
      `/petugas/foto/${id}/kecil`,
      `/petugas/foto/${id}/kabur`,
      `/petugas/foto/${id}/kabur/kecil`,
      `/lacak/${number}/foto/${id}/kecil`,
      `/lapor/foto/${id}/kecil`,
      `/lapor/foto/${id}`,
      `/laporan/${number}/foto/${id}/320`,
      `/laporan/${number}/foto/${id}/320.webp`,
      `/laporan/${number}/foto/${id}/b1.320.webp`,
      `/laporan/${number}/foto/${id}/original`,
      `/laporan/${number}/foto/${id}/asli`,
    ])
      expect([path, (await stranger.get(path)).statusCode]).not.toEqual([path, 200]);
  });

  it('drawn on anew loses the files of before, and what was there before comes back on request', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: '0,0,1000,1000' });
    await makeFiles(id);
    expect(await isThere(id, 1)).toBe(true);
    await save(id, { version: '1', umum: 'lihat' });
    await makeFiles(id);
    expect([await isThere(id, 1), await isThere(id, 2)]).toEqual([false, true]);
    expect((await pixelAt((await seen(number, id)).rawPayload, 0.5, 0.1))[0]).toBeGreaterThan(200);
    expect((await save(id, { version: '2', back: '1' })).statusCode).toBe(303);
    await makeFiles(id);
    expect([await isThere(id, 2), await isThere(id, 3)]).toEqual([false, true]);
    expect(Math.max(...(await pixelAt((await seen(number, id)).rawPayload, 0.5, 0.49)))).toBeLessThan(200);
    const told = await eventsOf(number);
    expect(told.map(({ payload }) => payload)).toEqual([
      { photoId: id, version: 1, boxes: 1 },
      { photoId: id, version: 2, boxes: 0 },
      { photoId: id, version: 3, boxes: 1 },
    ]);
    expect(told.every(({ actor_post }) => actor_post !== null)).toBe(true);
    const page = await verifier.get(`/petugas/foto/${id}/kabur`);
    expect(page.body).toMatch(/Simpanan 3, .*: 1 kotak/);
    expect((await verifier.get(`/petugas/laporan/${number}`)).body).toContain('Bagian foto dikaburkan untuk umum');
  });

  it('is blurred by squares that are ticked where there is no script', async () => {
    const { id, number } = await shown();
    const page = await verifier.get(`/petugas/foto/${id}/kabur`);
    expect(page.body.match(/name="square"/g)).toHaveLength(48);
    const ticked = ['0-2', '0-3', '7-2', '7-3'];
    expect((await save(id, { version: '0', square: ticked })).statusCode).toBe(303);
    const again = (await verifier.get(`/petugas/foto/${id}/kabur`)).body;
    expect(again).toContain('value="0,333,125,334"');
    expect(again).toContain('Gambar kabur sedang dibuat');
    await makeFiles(id);
    const picture = (await seen(number, id)).rawPayload;
    expect(Math.max(...(await pixelAt(picture, 0.05, 0.49)))).toBeLessThan(230);
    expect((await pixelAt(picture, 0.5, 0.45))[0]).toBeGreaterThan(230);
  });

  it('is seen by who drew on it as everyone will see it, as soon as its files are there and before it is shown', async () => {
    const { id, number } = await shown();
    const path = `/petugas/foto/${id}/kabur`;
    expect((await verifier.get(path)).body).not.toContain('Seperti yang dilihat umum');
    await save(id, { version: '0', box: '0,0,1000,1000' });
    expect((await verifier.get(path)).body).not.toContain('Seperti yang dilihat umum');
    expect((await verifier.get(`${path}/sedang`)).statusCode).toBe(404);
    await makeFiles(id);
    expect((await verifier.get(path)).body).toContain(`src="${path}/sedang?v=1"`);
    const preview = await verifier.get(`${path}/kecil`);
    expect(preview.headers['cache-control']).toBe('no-store');
    const outside = await seen(number, id);
    expect(preview.rawPayload.equals(outside.rawPayload)).toBe(true);
    expect((await verifier.get(`${path}/asli`)).statusCode).toBe(404);
  });

  it('is not written over by who did not see what was drawn meanwhile, and the same form twice is one saving', async () => {
    const { id, number } = await shown();
    for (const _ of [1, 2]) expect((await save(id, { version: '0', box: '0,0,100,100' })).statusCode).toBe(303);
    const late = await save(id, { version: '0', box: '500,500,100,100' });
    expect(late.statusCode).toBe(412);
    expect(late.body).toContain('Petugas lain menyimpan kotak lain');
    expect(late.body).toContain('value="500,500,100,100"');
    expect(await eventsOf(number)).toHaveLength(1);
  });

  it('refuses boxes that lie outside of it, and more than anybody draws', async () => {
    const { id, number } = await shown();
    expect((await save(id, { version: '0', box: '900,0,200,10' })).statusCode).toBe(422);
    expect((await save(id, { version: '0', back: '7' })).statusCode).toBe(422);
    const many = Array.from({ length: 21 }, (_, at) => `${at * 10},0,10,10`);
    expect((await save(id, { version: '0', box: many })).statusCode).toBe(422);
    expect(await eventsOf(number)).toEqual([]);
  });

  it('is drawn on by who decides what is shown, in their own city', async () => {
    const { id, number } = await shown();
    for (const other of [validator, worker, await signedIn(site, city, 'inspektorat')]) {
      expect((await save(id, { version: '0', box: '0,0,100,100' }, other)).statusCode).toBe(404);
      for (const path of ['kabur', 'kabur/kecil'])
        expect((await other.get(`/petugas/foto/${id}/${path}`)).statusCode).toBe(404);
    }
    const stranger = await signedIn(site, site.cities[1], 'verifikator');
    expect((await save(id, { version: '0', box: '0,0,100,100' }, stranger)).statusCode).toBe(404);
    expect((await verifier.get(`/petugas/laporan/${number}`)).body).toContain(`href="/petugas/foto/${id}/kabur"`);
    expect(await eventsOf(number)).toEqual([]);
  });

  it('is taken from the public by itself, blurred or not', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: '0,0,100,100' });
    await makeFiles(id);
    expect((await seen(number, id)).statusCode).toBe(200);
    expect((await verifier.post(`/petugas/laporan/${number}/mask`, { photos: '' })).statusCode).toBe(303);
    expect((await seen(number, id)).statusCode).toBe(404);
  });

  it('that everyone sees loses no box before it was asked once more, whether by saving or by going back', async () => {
    const { id, number } = await shown();
    const face = '100,100,200,200';
    const plate = '600,700,150,50';
    await save(id, { version: '0', box: [face, plate] });
    await makeFiles(id);
    for (const fields of [
      { version: '1', box: face },
      { version: '1' },
      { version: '1', back: '0' },
      { version: '1', box: [face, '600,700,149,50'] },
      { version: '1', umum: 'ya' },
    ]) {
      const asked = await save(id, fields);
      expect([fields, asked.statusCode]).toEqual([fields, 422]);
      expect(asked.body).toContain('Umum akan melihat bagian yang sekarang kabur');
      expect(asked.body).toContain('name="umum" value="lihat"');
    }
    expect(await eventsOf(number)).toHaveLength(1);
    expect(await isThere(id, 1)).toBe(true);
    expect((await save(id, { version: '1', box: [face, plate, '0,0,50,50'] })).statusCode).toBe(303);
    expect((await save(id, { version: '2', box: [face], umum: 'lihat' })).statusCode).toBe(303);
    expect((await eventsOf(number)).map(({ payload }) => payload)).toEqual([
      { photoId: id, version: 1, boxes: 2 },
      { photoId: id, version: 2, boxes: 3 },
      { photoId: id, version: 3, boxes: 1 },
    ]);
  });

  it('is asked about as it was drawn, and whoever says no goes on drawing with nothing saved', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: ['100,100,200,200', '600,700,150,50'] });
    const asked = (await save(id, { version: '1', box: '600,700,150,50', square: '0-0' })).body;
    const sent = [...asked.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, ...pair]) => pair);
    expect(sent).toEqual([
      ['version', '1'],
      ['box', '600,700,150,50'],
      ['box', '0,0,125,167'],
    ]);
    const drawing = await save(id, { version: '1', box: ['600,700,150,50', '0,0,125,167'], umum: 'jangan' });
    expect(drawing.statusCode).toBe(200);
    expect(drawing.body).toContain('value="0,0,125,167"');
    expect(drawing.body).not.toContain('value="100,100,200,200"');
    const back = await save(id, { version: '1', back: '0', umum: 'jangan' });
    expect([back.statusCode, back.headers.location]).toEqual([303, `/petugas/foto/${id}/kabur`]);
    expect(await eventsOf(number)).toHaveLength(1);
  });

  it('that nobody outside sees loses its boxes unasked, and one whose report is hidden for a while does not', async () => {
    const { id, number } = await shown();
    await save(id, { version: '0', box: '100,100,200,200' });
    await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .updateTable('report')
        .set({ publication: 'hidden' })
        .where('tenant_id', '=', city.id)
        .where('number', '=', number)
        .execute(),
    );
    const asked = await save(id, { version: '1' });
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('Bagian yang kabur akan terlihat begitu laporannya tampil');
    await site.laksa.database.inTenant(city.id, (tx) =>
      tx.updateTable('photo').set({ is_public: false }).where('tenant_id', '=', city.id).where('id', '=', id).execute(),
    );
    expect((await save(id, { version: '1' })).statusCode).toBe(303);
  });

  it('tells of each saving when, by whom and with how many boxes, and where the way back leads', async () => {
    const { id } = await shown();
    await save(id, { version: '0', box: ['100,100,200,200', '600,700,150,50'] });
    await save(id, { version: '1', box: ['600,700,150,50', '0,0,1000,500'] });
    await save(id, { version: '2', box: ['600,700,150,50', '100,100,200,200'], umum: 'lihat' });
    const { body } = await verifier.get(`/petugas/foto/${id}/kabur`);
    for (const version of [1, 2, 3])
      expect(body).toMatch(new RegExp(`Simpanan ${version}, [^<]*Verifikator[^<]*: 2 kotak`));
    expect(body).toContain('Kembali ke simpanan 2 (2 kotak)');
    expect(body).toContain('Kembali ke awal (0 kotak)');
    expect(body).not.toContain('Kembali ke simpanan 1');
    expect(body).not.toContain('Kembali ke simpanan 3');
    expect(body).toContain('Sama dengan yang berlaku sekarang');
    expect(body.match(/<img[^>]*kecil/g)).toHaveLength(4);
  });

  it('says what everyone sees of it: before its files are there, after, and once there is no box left', async () => {
    const { id, number } = await shown();
    const said = async () => (await verifier.get(`/petugas/foto/${id}/kabur?tersimpan=1`)).body;
    expect(await said()).toContain('Umum melihat foto ini seluruhnya, tanpa bagian yang kabur.');
    await save(id, { version: '0', box: '0,0,100,100' });
    expect(await said()).toContain('Sampai selesai, umum tidak melihat foto ini.');
    await makeFiles(id);
    expect(await said()).toContain('Umum melihat foto ini dengan bagian yang kabur: 1 kotak.');
    await save(id, { version: '1', umum: 'lihat' });
    const whole = await said();
    expect(whole).not.toContain('Gambar kabur sedang dibuat');
    expect(whole).toContain('Sebentar lagi umum melihat foto ini seluruhnya');
    await makeFiles(id);
    expect(await said()).toContain('Umum melihat foto ini seluruhnya, tanpa bagian yang kabur.');
    await verifier.post(`/petugas/laporan/${number}/mask`, { photos: '' });
    expect(await said()).toContain('Umum tidak melihat foto ini.');
  });

  it('is made from the boxes that hold when the work is done', async () => {
    const { id } = await shown();
    await save(id, { version: '0', box: '0,0,100,100' });
    const drawnMeanwhile: typeof workOnPicture = async (original, boxes) => {
      await save(id, { version: '1', box: '0,0,1000,1000' });
      return workOnPicture(original, boxes);
    };
    await blurPhotoFiles({ ...site.laksa, workOnPicture: drawnMeanwhile }, { tenantId: city.id, id });
    expect([await isThere(id, 1), await isThere(id, 2)]).toEqual([false, false]);
    await makeFiles(id);
    expect([await isThere(id, 1), await isThere(id, 2)]).toEqual([false, true]);
  });
});
