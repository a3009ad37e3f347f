import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';
import { workOnPhoto } from './jobs.ts';
import { readPhoto } from './queries.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture, telephonePicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let verifier: Officer;
let worker: Officer;
let validator: Officer;
let desk: Officer;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  verifier = await signedIn(site, city, 'verifikator');
  worker = await signedIn(site, city, 'petugas-pupr');
  validator = await signedIn(site, city, 'validator');
  desk = await signedIn(site, city, 'koordinator');
});
afterAll(() => site.close());

const stage = async (nonce: string, picture: Buffer): Promise<string> => {
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: picture, file: 'IMG.jpg' },
  ];
  const { id } = (await site.app.inject(multipartTo(city, '/lapor/foto', parts))).json();
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
  return id;
};

/** Filed with two pictures that were worked on. */
const withPhotos = async (more: Parameters<typeof fileSample>[2] = {}) => {
  const nonce = crypto.randomUUID();
  const one = await stage(nonce, await telephonePicture());
  const other = await stage(nonce, await plainPicture('green', 'jpeg'));
  const { number, reportId } = await fileSample(site.laksa, city, { nonce, ...more });
  return { number, reportId, one, other };
};

const verified = (number: string, more: Fields = {}) =>
  verifier.post(`/petugas/laporan/${number}/verify`, {
    class: 'complaint',
    category: 'jembatan',
    publish: 'public',
    publish_description: 'Lubang besar.',
    ...more,
  });

const look = (path: string, headers = {}) =>
  site.app.inject({ url: path, headers: { host: new URL(city.origin).host, ...headers } });
const pictureOf = (number: string, id: string, headers = {}) => look(`/laporan/${number}/foto/${id}/kecil`, headers);
const statusOf = async (number: string, id: string): Promise<number> => (await pictureOf(number, id)).statusCode;

const kindsOf = (number: string): Promise<readonly string[]> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('report_event')
      .innerJoin('report', 'report.id', 'report_event.report_id')
      .select('report_event.kind')
      .where('report_event.tenant_id', '=', city.id)
      .where('report.tenant_id', '=', city.id)
      .where('number', '=', number)
      .orderBy('seq')
      .execute();
    return rows.map(({ kind }) => kind);
  });

describe('a photo of a public report', () => {
  it('is seen by nobody until a verifier ticks it, and then that one alone', async () => {
    const { number, one, other } = await withPhotos();
    const page = await verifier.get(`/petugas/laporan/${number}`);
    expect(page.body).toContain('Centang hanya jika tidak tampak wajah');
    for (const id of [one, other])
      expect(page.body).toMatch(new RegExp(`<input type="checkbox"[^>]*name="photos" value="${id}"(?![^>]*checked)`));
    expect(await statusOf(number, one)).toBe(404);
    expect((await verified(number, { photos: ['', one] })).statusCode).toBe(303);
    const shown = await look(`/laporan/${number}`);
    expect(shown.body).toContain(`/laporan/${number}/foto/${one}/kecil`);
    expect(shown.body).not.toContain(other);
    expect([await statusOf(number, one), await statusOf(number, other)]).toEqual([200, 404]);
    const stranger = await fileSample(site.laksa, city);
    expect(await statusOf(stranger.number, one)).toBe(404);
  });

  it('is kept by the browser alone, which asks each time whether it still may', async () => {
    const { number, one } = await withPhotos();
    await verified(number, { photos: one });
    const first = await pictureOf(number, one, { accept: 'image/webp' });
    expect([first.statusCode, first.headers['cache-control'], first.headers['content-type']]).toEqual([
      200,
      'private, no-cache',
      'image/webp',
    ]);
    const known = { accept: 'image/webp', 'if-none-match': String(first.headers['etag']) };
    expect((await pictureOf(number, one, known)).statusCode).toBe(304);
    expect((await pictureOf(number, one, { 'if-none-match': known['if-none-match'] })).statusCode).toBe(200);
    await verifier.post(`/petugas/laporan/${number}/mask`, { description: 'Lubang besar.', photos: '' });
    expect((await pictureOf(number, one, known)).statusCode).toBe(404);
  });

  it('is taken back alone, or with the report; shown again, each is to be ticked again', async () => {
    const { number, one, other } = await withPhotos();
    await verified(number, { photos: [one, other] });
    const form = (await verifier.get(`/petugas/laporan/${number}`)).body;
    const ticked = (html: string) =>
      [...html.matchAll(/name="photos" value="([^"]+)"[^>]*checked/g)].map(([, id]) => id).toSorted();
    expect(ticked(form)).toEqual([one, other].toSorted());
    expect(form).toContain('Dilihat umum');
    const mask = (fields: Fields) => verifier.post(`/petugas/laporan/${number}/mask`, fields);
    expect((await mask({ photos: ['', other] })).statusCode).toBe(303);
    expect([await statusOf(number, one), await statusOf(number, other)]).toEqual([404, 200]);
    await mask({ description: 'Lubang besar sekali.' });
    expect(await statusOf(number, other)).toBe(200);
    await mask({ publication: 'hidden', reason: 'personal_data' });
    expect(await statusOf(number, other)).toBe(404);
    await mask({ publication: 'public' });
    expect(await statusOf(number, other)).toBe(404);
    await mask({ photos: other });
    expect(await statusOf(number, other)).toBe(200);
    await mask({ publication: 'title_only', photos: other });
    expect(await statusOf(number, other)).toBe(404);
  });

  it('is not shown before it was worked on: what nobody can have looked at nobody can have approved', async () => {
    const nonce = crypto.randomUUID();
    const parts = [
      { name: 'nonce', value: nonce },
      { name: 'photo', value: await plainPicture('blue', 'jpeg'), file: 'IMG.jpg' },
    ];
    const { id } = (await site.app.inject(multipartTo(city, '/lapor/foto', parts))).json();
    const { number } = await fileSample(site.laksa, city, { nonce });
    expect((await verified(number, { photos: id })).statusCode).toBe(422);
    await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
    expect((await verified(number, { photos: id })).statusCode).toBe(303);
    expect(await statusOf(number, id)).toBe(200);
  });

  it('ticked where the words are not shown is said to be seen by nobody, and stays ticked', async () => {
    const { number, one } = await withPhotos();
    const answer = await verified(number, { publish: 'title_only', publish_title: 'Lubang', photos: one });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Foto hanya tampil untuk umum bersama isi laporan');
    expect(answer.body).toMatch(new RegExp(`name="photos" value="${one}"[^>]*checked`));
  });

  it('goes with a report that is withdrawn while it is ticked, and the form sent twice is no conflict', async () => {
    const { number, one } = await withPhotos();
    await verified(number, { photos: one });
    const withdrawal = {
      publication: 'withdrawn_from_public',
      reason: 'personal_data',
      photos: ['', one],
      version: '2',
    };
    for (const _ of [1, 2])
      expect((await verifier.post(`/petugas/laporan/${number}/mask`, withdrawal)).statusCode).toBe(303);
    expect(await kindsOf(number)).toEqual(['filed', 'verified', 'masked']);
    expect(await statusOf(number, one)).toBe(404);
  });

  it('is masked by a form that changes something, or nothing is written', async () => {
    const { number, one } = await withPhotos();
    await verified(number, { photos: one });
    for (const fields of [
      { description: 'Lubang besar.', photos: ['', one] },
      { description: 'Lubang besar.', publication: '', photos: ['', one], reason: '' },
    ])
      expect((await verifier.post(`/petugas/laporan/${number}/mask`, fields)).statusCode).toBe(422);
    expect(await kindsOf(number)).toEqual(['filed', 'verified']);
  });

  it('is not offered where the report is secret, and gone when it turns out berkadar', async () => {
    const secret = await withPhotos({ isSecret: true });
    const page = await signedIn(site, city, 'inspektorat').then((officer) =>
      officer.get(`/petugas/laporan/${secret.number}`),
    );
    expect(page.body).not.toContain('name="photos"');
    const { number, one } = await withPhotos();
    await verified(number, { photos: one });
    expect(await statusOf(number, one)).toBe(200);
    expect((await desk.post(`/petugas/laporan/${number}/reclassify`, { class: 'berkadar' })).statusCode).toBe(303);
    expect(await statusOf(number, one)).toBe(404);
  });

  it('of another report is not shown with this one', async () => {
    const [mine, theirs] = [await withPhotos(), await withPhotos()];
    const answer = await verified(mine.number, { photos: [mine.one, theirs.one] });
    expect(answer.statusCode).toBe(422);
    expect(await statusOf(theirs.number, theirs.one)).toBe(404);
    expect(answer.body).toMatch(new RegExp(`name="photos" value="${mine.one}"[^>]*checked`));
  });
});

const answered = async (number: string, colours: readonly string[]): Promise<void> => {
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const files = colours.map(async (colour) => ({
    name: 'proof_files',
    value: await plainPicture(colour, 'jpeg'),
    file: `${colour}.jpg`,
  }));
  const parts: readonly SentPart[] = [{ name: 'message', value: 'Sudah ditambal.' }, ...(await Promise.all(files))];
  const sent = await site.app.inject(multipartTo(city, `/petugas/laporan/${number}/answer`, parts, cookie));
  expect(sent.statusCode).toBe(303);
};

const proofOf = (number: string): Promise<readonly string[]> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .innerJoin('report', 'report.id', 'photo.report_id')
      .select('photo.id')
      .where('photo.tenant_id', '=', city.id)
      .where('report.tenant_id', '=', city.id)
      .where('purpose', '=', 'proof')
      .where('number', '=', number)
      .orderBy('photo.id')
      .execute();
    return rows.map(({ id }) => id);
  });

it('what proves an answer is seen by everyone where the validator ticked it, with the answer', async () => {
  const { number } = await withPhotos();
  await verified(number);
  const { posts } = await readCity(site.laksa, city);
  const post = posts.find(({ slug }) => slug === 'petugas-pupr')?.slug ?? '';
  await desk.post(`/petugas/laporan/${number}/assign`, { post });
  await worker.post(`/petugas/laporan/${number}/accept`, { message: 'Kami kerjakan.' });
  await answered(number, ['grey', 'brown']);
  const [one = '', other = ''] = await proofOf(number);
  for (const id of [one, other]) await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
  const form = await validator.get(`/petugas/laporan/${number}`);
  expect(form.body).toContain(`name="photos" value="${one}"`);
  expect((await validator.post(`/petugas/laporan/${number}/approve`, { photos: ['', other] })).statusCode).toBe(303);
  const page = await look(`/laporan/${number}`);
  expect(page.body).toContain(`/laporan/${number}/foto/${other}/kecil`);
  expect([await statusOf(number, one), await statusOf(number, other)]).toEqual([404, 200]);

  const command = { move: 'dispute', reason: 'not_done', message: 'Masih berlubang.' } as const;
  await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command });
  expect(await statusOf(number, other)).toBe(200);
  const { state } = await moved(site.laksa, city, {
    number,
    by: 'koordinator',
    command: { move: 'reopen', reason: 'reporter_is_right', message: 'Kami kerjakan lagi.' },
  });
  expect(state).toBe('in_progress');
  await answered(number, ['white']);
  const second = (await proofOf(number)).find((id) => id !== one && id !== other) ?? '';
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id: second });
  const masking = (await verifier.get(`/petugas/laporan/${number}`)).body.split(`/petugas/laporan/${number}/mask`)[1];
  for (const id of [one, other, second]) expect(masking).not.toContain(`value="${id}"`);
  expect((await verifier.post(`/petugas/laporan/${number}/mask`, { photos: second })).statusCode).toBe(422);
  expect([await statusOf(number, other), await statusOf(number, second)]).toEqual([404, 404]);
  const again = await validator.post(`/petugas/laporan/${number}/approve`, { photos: second });
  expect([again.statusCode, await statusOf(number, second)]).toEqual([303, 200]);
});

it("what proves an answer that was sent back is not the reporter's to see, whatever became of the report", async () => {
  const { number } = await withPhotos();
  await verified(number);
  await desk.post(`/petugas/laporan/${number}/assign`, { post: 'petugas-pupr' });
  await worker.post(`/petugas/laporan/${number}/accept`, { message: 'Kami kerjakan.' });
  await answered(number, ['grey']);
  const [first = ''] = await proofOf(number);
  const isApproved = (id: string) =>
    site.laksa.database.inTenant(city.id, async (tx) => (await readPhoto(tx, city.id, id))?.isApproved);
  expect(await isApproved(first)).toBe(false);
  await validator.post(`/petugas/laporan/${number}/send_back`, { reason: 'proof_unclear', message: 'Ada wajah anak.' });
  await answered(number, ['white']);
  const second = (await proofOf(number)).find((id) => id !== first) ?? '';
  expect((await validator.post(`/petugas/laporan/${number}/approve`, {})).statusCode).toBe(303);
  expect([await isApproved(first), await isApproved(second)]).toEqual([false, true]);
  await moved(site.laksa, city, { number, by: { kind: 'reporter' }, command: { move: 'withdraw', message: 'Cukup.' } });
  expect(await isApproved(first)).toBe(false);
});
