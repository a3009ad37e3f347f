import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { multipartTo, type SentPart } from '../take-photos/testing/multipart.ts';
import { plainPicture } from '../take-photos/testing/pictures.ts';
import { startApiSite, type ApiSite } from './testing/api-site.ts';

let site: ApiSite;
let city: Tenant;
let key: string;
beforeAll(async () => {
  site = await startApiSite();
  [city] = site.cities;
  key = await site.keyOf(city, 'petugas-pupr', ['report:handle']);
});
afterAll(() => site.close());

/** In work at the officer's, in a category that is answered with proof. */
const inWork = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, city);
  const { categories, posts } = await readCity(site.laksa, city);
  const post = posts.find(({ slug }) => slug === 'petugas-pupr');
  const categoryId = categories.find(({ slug }) => slug === 'jembatan')?.id ?? '';
  const verify = { move: 'verify', class: 'complaint', categoryId, publish: { photos: [] } } as const;
  const { state } = await moved(site.laksa, city, { number, by: 'verifikator', command: verify });
  const assign = { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' } as const;
  if (state === 'verified') await moved(site.laksa, city, { number, by: 'koordinator', command: assign });
  await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'accept', message: 'Kami kerjakan.' } });
  return number;
};

const upload = async (number: string, picture: Buffer | string, by = key) => {
  const parts: readonly SentPart[] = [
    { name: 'file', value: picture, file: '../bukti.jpg' },
    { name: 'number', value: number },
  ];
  const sent = multipartTo(city, '/api/v1/uploads', parts);
  return site.app.inject({ ...sent, headers: { ...sent.headers, authorization: `Bearer ${by}` } });
};

const answer = (number: string, proof: readonly string[]) =>
  site.app.inject({
    method: 'POST',
    url: `/api/v1/reports/${number}/moves`,
    headers: { host: new URL(city.origin).host, authorization: `Bearer ${key}` },
    payload: { move: 'answer', message: 'Jembatan sudah diperbaiki.', proof },
  });

const countPhotos = async (): Promise<number> =>
  site.laksa.database.inTenant(
    city.id,
    async (tx) => (await tx.selectFrom('photo').select('id').where('tenant_id', '=', city.id).execute()).length,
  );

it('a picture that was sent proves the answer, and the same one sent again is the same', async () => {
  const number = await inWork();
  const picture = await plainPicture('grey', 'jpeg');
  expect((await answer(number, [])).json()).toMatchObject({ status: 422, errors: [{ field: 'proof' }] });
  const sent = await upload(number, picture);
  expect(sent.statusCode).toBe(201);
  expect(sent.json()).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'staged' });
  expect((await upload(number, picture)).json()).toEqual(sent.json());
  const answered = await answer(number, [sent.json().id]);
  expect([answered.statusCode, answered.json().state]).toEqual([200, 'answered']);
});

it('what is no picture, empty or one too many is a problem of its field, and nothing of it stays', async () => {
  const number = await inWork();
  const before = await countPhotos();
  const text = await upload(number, 'bukan foto');
  expect(text.headers['content-type']).toContain('application/problem+json');
  expect(text.json()).toMatchObject({ status: 422, errors: [{ field: 'file', problem: 'not_a_picture' }] });
  expect((await upload(number, '')).json()).toMatchObject({ status: 422, errors: [{ problem: 'empty' }] });
  expect(await countPhotos()).toBe(before);
  for (const colour of ['red', 'green', 'blue', 'white', 'black'])
    expect((await upload(number, await plainPicture(colour))).statusCode).toBe(201);
  const sixth = await upload(number, await plainPicture('yellow'));
  expect(sixth.json()).toMatchObject({ status: 422, errors: [{ problem: 'too_many' }] });
  expect(await countPhotos()).toBe(before + 5);
});

it('one picture at a time: with a second one neither is taken, and the second is named', async () => {
  const number = await inWork();
  const before = await countPhotos();
  const parts: readonly SentPart[] = [
    { name: 'number', value: number },
    { name: 'file', value: await plainPicture('red', 'jpeg'), file: 'satu.jpg' },
    { name: 'file', value: await plainPicture('blue', 'jpeg'), file: 'dua.jpg' },
  ];
  const sent = multipartTo(city, '/api/v1/uploads', parts);
  const both = await site.app.inject({ ...sent, headers: { ...sent.headers, authorization: `Bearer ${key}` } });
  expect(both.json()).toMatchObject({ status: 422, errors: [{ field: 'file', problem: 'too_many' }] });
  expect(both.json().errors[0].message).toMatch(/^dua\.jpg: /);
  expect(await countPhotos()).toBe(before);
});

it('what was sent for one report proves nothing for another, of the same post too', async () => {
  const [number, other] = [await inWork(), await inWork()];
  const { id } = (await upload(other, await plainPicture('orange'))).json();
  expect((await answer(number, [id])).json()).toMatchObject({ status: 422, errors: [{ field: 'proof' }] });
  expect((await answer(other, [id])).statusCode).toBe(200);
});

it('for a report the post may not see there is nothing to prove, and nothing of it stays', async () => {
  const { number } = await fileSample(site.laksa, city, { isSecret: true });
  const before = await countPhotos();
  for (const wrong of [number, '0000000000', 'x'])
    expect((await upload(wrong, await plainPicture('red'))).statusCode).toBe(404);
  expect(await countPhotos()).toBe(before);
  const reader = await site.keyOf(city, 'petugas-pupr', ['report:read']);
  expect((await upload(number, await plainPicture('red'), reader)).statusCode).toBe(403);
  expect((await upload(number, await plainPicture('red'), 'wrong')).statusCode).toBe(401);
});

it('the picture of one post proves nothing for another', async () => {
  const number = await inWork();
  const theirs = await site.keyOf(city, 'koordinator', ['report:handle']);
  const { id } = (await upload(number, await plainPicture('pink'), theirs)).json();
  expect((await answer(number, [id])).json()).toMatchObject({ status: 422, errors: [{ field: 'proof' }] });
});
