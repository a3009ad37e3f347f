import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { multipartTo } from './testing/multipart.ts';
import { telephonePicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
});
afterAll(() => site.close());

const officers = new Map<string, Officer>();
const officerAt = async (post: string): Promise<Officer> => {
  const officer = officers.get(post) ?? (await signedIn(site, city, post));
  officers.set(post, officer);
  return officer;
};

/** With a picture, by somebody who told nothing of themselves. */
const filedWith = async (picture: Buffer) => {
  const nonce = crypto.randomUUID();
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: picture, file: 'Rumah Bu Siti.jpg' },
  ];
  const { id } = (await site.app.inject(multipartTo(city, '/lapor/foto', parts))).json();
  return { id, ...(await fileSample(site.laksa, city, { nonce, identity: {}, isAnonymous: true })) };
};

const readings = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('vault_read')
      .select(['ground', 'fields', 'photo_id', 'person_id'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .execute(),
  );

it('the original is opened for who says what for, is written down, and told to a reporter who has no name', async () => {
  const picture = await telephonePicture();
  const { id, number, reportId, claimCode } = await filedWith(picture);
  const officer = await officerAt('verifikator');
  expect((await officer.get(`/petugas/laporan/${number}`)).body).toContain(`action="/petugas/foto/${id}/asli"`);
  expect((await officer.post(`/petugas/foto/${id}/asli`)).statusCode).toBe(422);
  expect((await officer.get(`/petugas/foto/${id}/asli`)).statusCode).toBe(404);
  expect(await readings(reportId)).toEqual([]);
  const file = await officer.post(`/petugas/foto/${id}/asli`, { ground: 'photo_check' });
  expect(file.statusCode).toBe(200);
  expect(file.rawPayload.equals(picture)).toBe(true);
  expect(file.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="laporan-${number}-foto-1.jpg"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(await readings(reportId)).toEqual([
    { ground: 'photo_check', fields: ['photo'], photo_id: id, person_id: null },
  ]);
  const reporter = openBrowser(site, city);
  await reporter.post('/lacak', { nomor: number, kode: claimCode ?? '' });
  const told = (await reporter.get(`/lacak/${number}`)).body;
  expect(told).toContain('membaca berkas asli foto untuk memeriksa tempat, waktu, atau keaslian foto.');
  expect(told).toContain('Petugas yang membuka berkas asli foto Anda (1 kali)');
  expect(told).toContain('Petugas yang membuka identitas (0 kali)');
});

it('the original stays closed to who may see the report and not its reporter, and to other cities', async () => {
  const { id, number, reportId } = await filedWith(await telephonePicture());
  const validator = await officerAt('validator');
  expect((await validator.get(`/petugas/laporan/${number}`)).body).not.toContain('/asli');
  expect((await validator.post(`/petugas/foto/${id}/asli`, { ground: 'handling' })).statusCode).toBe(404);
  const stranger = await signedIn(site, site.cities[1], 'verifikator');
  expect((await stranger.post(`/petugas/foto/${id}/asli`, { ground: 'handling' })).statusCode).toBe(404);
  const nobody = openBrowser(site, city);
  expect((await nobody.post(`/petugas/foto/${id}/asli`, { ground: 'handling' })).statusCode).not.toBe(200);
  expect(await readings(reportId)).toEqual([]);
});

it('that the key of an original is lost is told to who might have opened it, and to nobody else', async () => {
  const { id } = await filedWith(await telephonePicture());
  const keyId = crypto.randomUUID();
  await site.laksa.database.inTenant(city.id, async (tx) => {
    await tx
      .insertInto('data_key')
      .values({
        tenant_id: city.id,
        id: keyId,
        purpose: 'seal',
        wrapped: Buffer.alloc(0),
        created_at: site.clock.now(),
        lost_at: site.clock.now(),
      })
      .execute();
    await tx
      .updateTable('photo')
      .set({ original_key_id: keyId })
      .where('tenant_id', '=', city.id)
      .where('id', '=', id)
      .execute();
  });
  const asked = async (post: string) =>
    (await (await officerAt(post)).post(`/petugas/foto/${id}/asli`, { ground: 'handling' })).statusCode;
  expect([await asked('validator'), await asked('verifikator')]).toEqual([404, 410]);
});
