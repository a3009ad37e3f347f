import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { photoLimits, photoSizes } from '../../domain/photo.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { formStage } from '../../store/photo-stage.ts';
import { openOriginal } from '../../store/photo-work.ts';
import { stagedPhotos } from '../../store/staged-photos.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { signedIn } from '../sign-in/testing/officer.ts';
import { forgetPhotos, workOnPhoto } from './jobs.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture, telephonePicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let neighbour: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city, neighbour] = site.cities;
});
afterAll(() => site.close());

const send = (parts: readonly SentPart[], to = city, url = '/lapor') => site.app.inject(multipartTo(to, url, parts));
const photo = (value: Buffer | string, file = 'IMG_1.jpg'): SentPart => ({ name: 'photos', value, file });
const form = (nonce: string, step = 'edit'): readonly SentPart[] => [
  { name: 'nonce', value: nonce },
  { name: 'description', value: `Lampu jalan mati di depan warung ${nonce}.` },
  { name: 'step', value: step },
];
const staged = (nonce: string, tenant = city) =>
  stagedPhotos(site.laksa, formStage(site.laksa.keyring, tenant.id, nonce));
const work = (id: string, tenant = city) => workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: tenant.id, id });
const idOf = async (nonce: string): Promise<string> => (await staged(nonce))[0]?.id ?? 'none';
const newNonce = () => crypto.randomUUID();
const hostOf = ({ origin }: Tenant) => ({ host: new URL(origin).host });

describe('a photo sent with the form, without script', () => {
  it('waits with it, is worked on, goes with the report, and is seen by the officer who may see the report', async () => {
    const nonce = newNonce();
    const picture = await telephonePicture();
    const shown = await send([photo(picture, '../../etc/Rumah Bu Siti.jpg'), ...form(nonce)]);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('sedang disiapkan');
    const id = await idOf(nonce);
    await work(id);
    const again = await send(form(nonce, 'preview'));
    expect(again.body).toContain(`/lapor/foto/${id}/kecil?nonce=${nonce}`);
    const filed = await send(form(nonce, 'send'));
    expect(filed.statusCode).toBe(303);
    const officer = await signedIn(site, city, 'verifikator');
    const number = await numberOf(id);
    const page = await officer.get(`/petugas/laporan/${number}`);
    expect(page.body).toContain(`/petugas/foto/${id}/kecil`);
    const seen = await officer.get(`/petugas/foto/${id}/besar`);
    expect([seen.statusCode, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    const { width, height, exif, orientation } = await sharp(seen.rawPayload).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 300,
      height: 400,
      exif: undefined,
      orientation: undefined,
    });
  });

  it('keeps nothing in clear on the disk but its sizes, and the history knows place, time and hashes as secrets', async () => {
    const nonce = newNonce();
    const picture = await telephonePicture();
    await send([photo(picture, 'Rumah Bu Siti.jpg'), ...form(nonce)]);
    const id = await idOf(nonce);
    await work(id);
    const [one] = await staged(nonce);
    expect(one?.details).toMatchObject({ name: 'Rumah Bu Siti.jpg', takenAt: '2026-11-21T08:15:00' });
    expect(one?.details.latitude).toBeCloseTo(-6.1898, 3);
    await send(form(nonce, 'send'));
    const { secrets, row } = await rowsOf(id);
    expect(JSON.stringify(row)).not.toContain('Siti');
    expect(secrets).toMatchObject([
      { id, latitude: one?.details.latitude, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(secrets[0]).not.toHaveProperty('name');
    const original = await openOriginal(site.laksa, { tenantId: city.id, id });
    expect(original === null || original === 'lost' ? null : await buffer(original)).toEqual(picture);
    const stored = await site.laksa.files.read({ tenantId: city.id, id, name: 'original' });
    expect(stored === null ? '' : (await buffer(stored.content)).toString('latin1')).not.toContain('Telepon Contoh');
    for (const size of photoSizes)
      for (const format of ['webp', 'jpg'] as const) {
        const file = await site.laksa.files.read({ tenantId: city.id, id, name: `${size}.${format}` });
        const bytes = file === null ? Buffer.alloc(0) : await buffer(file.content);
        expect(bytes.toString('latin1')).not.toContain('Telepon Contoh');
      }
  });

  it('is taken once, however often it is sent, five at most, and what is not taken is named with what to do', async () => {
    const nonce = newNonce();
    const colours = ['red', 'green', 'blue', 'white', 'black', 'yellow'];
    const pictures = await Promise.all(colours.map((colour) => plainPicture(colour)));
    const [first = Buffer.alloc(0)] = pictures;
    const answer = await send([
      ...form(nonce),
      photo(first, 'a.png'),
      photo(first, 'lagi.png'),
      photo('<html>ini bukan foto</html>', 'halaman.jpg'),
      photo('', 'kosong.jpg'),
      ...pictures.slice(1, 4).map((bytes, at) => photo(bytes, `b${at}.png`)),
    ]);
    expect(answer.statusCode).toBe(200);
    expect((await staged(nonce)).map(({ details }) => details.name)).toEqual(['a.png', 'b0.png', 'b1.png', 'b2.png']);
    expect(answer.body).toContain('<bdi>halaman.jpg</bdi>: Ini bukan foto yang dapat kami baca.');
    expect(answer.body).toContain('<bdi>kosong.jpg</bdi>: Berkasnya kosong.');
    const more = await send([...form(nonce), ...pictures.map((bytes, at) => photo(bytes, `c${at}.png`))]);
    expect(await staged(nonce)).toHaveLength(photoLimits.count);
    expect(more.body).toContain('<bdi>c5.png</bdi>: Paling banyak lima foto.');
    expect(more.body).toContain(`warung ${nonce}`);
  });

  it('larger than it may be is named, and the report is filed all the same', async () => {
    const nonce = newNonce();
    const large = Buffer.concat([await plainPicture('red', 'jpeg'), Buffer.alloc(photoLimits.bytes)]);
    const answer = await send([...form(nonce, 'send'), photo(large, 'besar.jpg')]);
    expect(answer.statusCode).toBe(303);
    const success = await site.app.inject({ url: answer.headers.location ?? '', headers: hostOf(city) });
    expect(success.body).toContain('<bdi>besar.jpg</bdi>: Lebih dari 20 MB.');
    expect(await staged(nonce)).toEqual([]);
  });

  it('is left out where its sender says so, and its files are gone', async () => {
    const nonce = newNonce();
    await send([...form(nonce), photo(await plainPicture('red')), photo(await plainPicture('blue'))]);
    const [one, other] = await staged(nonce);
    await send([...form(nonce, 'send'), { name: 'drop', value: one?.id ?? '' }]);
    expect(await reportOf(other?.id ?? '')).not.toBeNull();
    expect(await site.laksa.files.read({ tenantId: city.id, id: one?.id ?? '', name: 'original' })).toBeNull();
  });

  it('lends its place to the report where its sender asks for it, and only there', async () => {
    const nonce = newNonce();
    await send([...form(nonce), photo(await telephonePicture())]);
    const id = await idOf(nonce);
    await work(id);
    const offered = await send(form(nonce));
    expect(offered.body).toContain('Pakai tempat foto ini');
    expect(offered.body).not.toContain('value="-6.18978"');
    const taken = await send([...form(nonce), { name: 'photo_place', value: id }]);
    expect(taken.body).toContain('value="-6.18978"');
    expect(taken.body).not.toContain('Pakai tempat foto ini');
    const typed = [
      { name: 'lat', value: '-6.2' },
      { name: 'lng', value: '106.7' },
    ];
    expect((await send([...form(nonce), ...typed, { name: 'photo_place', value: id }])).body).toContain('value="-6.2"');
  });

  it('goes on with a form that was sent before, under its new nonce', async () => {
    const nonce = newNonce();
    await send(form(nonce, 'send'));
    const changed = form(nonce, 'send').map((part) =>
      part.name === 'description' ? { ...part, value: 'Yang lain sama sekali.' } : part,
    );
    const again = await send([...changed, photo(await plainPicture('navy'))]);
    expect(again.statusCode).toBe(422);
    const anew = /name="nonce" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    expect(anew).not.toBe(nonce);
    expect(await staged(anew)).toHaveLength(1);
  });

  it('that cannot be read after all is said to be so, and does not go with the report', async () => {
    const nonce = newNonce();
    const whole = await sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    await send([...form(nonce), photo(whole.subarray(0, whole.length - 200), 'putus.png')]);
    await work(await idOf(nonce));
    const shown = await send(form(nonce, 'preview'));
    expect(shown.body).toContain('Berkasnya rusak.');
    await send(form(nonce, 'send'));
    expect(await staged(nonce)).toHaveLength(1);
  });
});

describe('a photo that waits', () => {
  it('is nothing to who has another nonce, or lives in another city', async () => {
    const nonce = newNonce();
    await send([...form(nonce), photo(await plainPicture('red'))]);
    const id = await idOf(nonce);
    await work(id);
    const ask = (tenant: Tenant, word: string, what = '') =>
      site.app.inject({ url: `/lapor/foto/${id}${what}?nonce=${word}`, headers: hostOf(tenant) });
    expect((await ask(city, nonce)).json()).toEqual({ id, state: 'ready' });
    expect((await ask(city, nonce, '/kecil')).statusCode).toBe(200);
    for (const what of ['', '/kecil']) {
      expect((await ask(city, newNonce(), what)).statusCode).toBe(404);
      expect((await ask(city, '', what)).statusCode).toBe(404);
      expect((await ask(neighbour, nonce, what)).statusCode).toBe(404);
    }
    await send([...form(nonce), { name: 'drop', value: id }], neighbour);
    await send([...form(newNonce()), { name: 'drop', value: id }]);
    expect(await staged(nonce)).toHaveLength(1);
    await send(form(nonce, 'send'), neighbour);
    expect(await reportOf(id)).toBeNull();
  });

  it('is forgotten a day after it was last looked at, and not before', async () => {
    const nonce = newNonce();
    await send([...form(nonce), photo(await plainPicture('red'))]);
    const id = await idOf(nonce);
    site.clock.advance(23 * 3_600_000);
    await forgetPhotos(site.laksa, city);
    await send(form(nonce));
    site.clock.advance(23 * 3_600_000);
    await forgetPhotos(site.laksa, city);
    expect(await staged(nonce)).toHaveLength(1);
    site.clock.advance(25 * 3_600_000);
    await forgetPhotos(site.laksa, city);
    expect(await staged(nonce)).toEqual([]);
    expect(await site.laksa.files.read({ tenantId: city.id, id, name: 'original' })).toBeNull();
  });

  it('sent by the script says its state, and what the telephone read of it', async () => {
    const nonce = newNonce();
    const parts = [
      { name: 'nonce', value: nonce },
      { name: 'lat', value: '-6.19' },
      { name: 'lng', value: '106.64' },
      { name: 'photo', value: await plainPicture('red', 'jpeg'), file: 'kecil.jpg' },
    ];
    const answer = await send(parts, city, '/lapor/foto');
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    await work(id);
    const state = await site.app.inject({ url: `/lapor/foto/${id}?nonce=${nonce}`, headers: hostOf(city) });
    expect(state.json()).toEqual({ id, state: 'ready', lat: -6.19, lng: 106.64 });
    const wrong = await send(
      [
        { name: 'nonce', value: nonce },
        { name: 'photo', value: 'teks', file: 'x.jpg' },
      ],
      city,
      '/lapor/foto',
    );
    expect([wrong.statusCode, wrong.json().problem]).toEqual([422, 'not_a_picture']);
  });
});

it('a boundary that never ends, or a sender who is gone, leaves nothing behind', async () => {
  const nonce = newNonce();
  const { payload, ...whole } = multipartTo(city, '/lapor', [photo(await telephonePicture()), ...form(nonce)]);
  const before = await countRows();
  const cut = await site.app.inject({ ...whole, payload: payload.subarray(0, payload.length - 40) });
  expect(cut.statusCode).toBe(400);
  expect(await countRows()).toBe(before);
});

it('pictures are refused before words when the disk is nearly full', async () => {
  const nonce = newNonce();
  const { freeShare } = site.laksa.files;
  Object.assign(site.laksa.files, { freeShare: async () => 0.04 });
  try {
    const answer = await send([...form(nonce, 'send'), photo(await plainPicture('red'), 'penuh.png')]);
    expect(answer.statusCode).toBe(303);
    const success = await site.app.inject({ url: answer.headers.location ?? '', headers: hostOf(city) });
    expect(success.body).toContain('<bdi>penuh.png</bdi>: Tempat penyimpanan kami sedang penuh.');
  } finally {
    Object.assign(site.laksa.files, { freeShare });
  }
});

const rowsOf = async (id: string) =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const row = await tx
      .selectFrom('photo')
      .selectAll()
      .where('tenant_id', '=', city.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const secrets = await tx
      .selectFrom('event_secret')
      .innerJoin('report_event', (join) =>
        join
          .onRef('report_event.tenant_id', '=', 'event_secret.tenant_id')
          .onRef('report_event.id', '=', 'event_secret.event_id'),
      )
      .select('value')
      .where('event_secret.tenant_id', '=', city.id)
      .where('report_event.report_id', '=', row.report_id)
      .where('field', 'like', 'photo_%')
      .execute();
    return { row, secrets: secrets.map(({ value }) => JSON.parse(value)) };
  });

const reportOf = async (id: string): Promise<string | null> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const row = await tx
      .selectFrom('photo')
      .select('report_id')
      .where('tenant_id', '=', city.id)
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.report_id ?? null;
  });

const numberOf = async (id: string): Promise<string> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const row = await tx
      .selectFrom('report')
      .innerJoin('photo', (join) =>
        join.onRef('photo.tenant_id', '=', 'report.tenant_id').onRef('photo.report_id', '=', 'report.id'),
      )
      .select('report.number')
      .where('report.tenant_id', '=', city.id)
      .where('photo.id', '=', id)
      .executeTakeFirstOrThrow();
    return row.number;
  });

const countRows = async (): Promise<number> =>
  site.laksa.database.inTenant(
    city.id,
    async (tx) => (await tx.selectFrom('photo').select('id').where('tenant_id', '=', city.id).execute()).length,
  );
