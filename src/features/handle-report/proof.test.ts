import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { workOnPhoto } from '../take-photos/jobs.ts';
import { multipartTo, type SentPart } from '../take-photos/testing/multipart.ts';
import { plainPicture } from '../take-photos/testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let officer: Officer;
let other: Officer;
let validator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  officer = await signedIn(site, city, 'petugas-pupr');
  other = await signedIn(site, city, 'petugas-lh');
  validator = await signedIn(site, city, 'validator');
});
afterAll(() => site.close());

/** In work at the officer's, in a category that is answered with proof. */
const inWork = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, city, { nonce: crypto.randomUUID() });
  const { categories, posts } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'jembatan')?.id ?? '';
  const post = posts.find(({ slug }) => slug === 'petugas-pupr');
  const publish = { photos: [] };
  const verified = await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish },
  });
  if (verified.state === 'verified')
    await moved(site.laksa, city, {
      number,
      by: 'koordinator',
      command: { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' },
    });
  await moved(site.laksa, city, { number, by: 'petugas-pupr', command: { move: 'accept', message: 'Kami kerjakan.' } });
  return number;
};

const answer = (number: string, parts: readonly SentPart[], by = officer) => {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return site.app.inject(multipartTo(city, `/petugas/laporan/${number}/answer`, parts, cookie));
};
const words: SentPart = { name: 'message', value: 'Lubang sudah ditambal.' };
const file = async (colour: string): Promise<SentPart> => ({
  name: 'proof_files',
  value: await plainPicture(colour, 'jpeg'),
  file: 'bukti.jpg',
});

const proofOf = async (number: string): Promise<readonly string[]> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .innerJoin('report', (join) =>
        join.onRef('report.tenant_id', '=', 'photo.tenant_id').onRef('report.id', '=', 'photo.report_id'),
      )
      .select('photo.id')
      .where('photo.tenant_id', '=', city.id)
      .where('report.number', '=', number)
      .execute();
    return rows.map(({ id }) => id);
  });

describe('an answer that is to be proved', () => {
  it('is not taken without a picture, and with one it is seen by the validator', async () => {
    const number = await inWork();
    const bare = await answer(number, [words]);
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('dijawab dengan foto bukti');
    expect(bare.body).toContain('Lubang sudah ditambal.');
    expect((await answer(number, [words, await file('grey')])).statusCode).toBe(303);
    const [id = ''] = await proofOf(number);
    await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
    const page = await validator.get(`/petugas/laporan/${number}`);
    expect(page.body).toContain('Foto bukti dari petugas');
    expect(page.body).toContain(`/petugas/foto/${id}/kecil`);
    expect((await validator.get(`/petugas/foto/${id}/sedang`)).statusCode).toBe(200);
    expect((await other.get(`/petugas/foto/${id}/sedang`)).statusCode).toBe(404);
  });

  it('keeps its pictures when the words are missing, and sends those that stay ticked', async () => {
    const number = await inWork();
    const first = await answer(number, [await file('red'), await file('blue')]);
    expect(first.statusCode).toBe(422);
    const ids = [...first.body.matchAll(/name="proof" value="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids).toHaveLength(2);
    expect(await proofOf(number)).toEqual([]);
    const [kept = ''] = ids;
    expect((await answer(number, [words, { name: 'proof', value: kept }])).statusCode).toBe(303);
    expect(await proofOf(number)).toEqual([kept]);
  });

  it('takes no picture of another post, and none that is no picture', async () => {
    const [number, theirs] = [await inWork(), await inWork()];
    const draft = await answer(theirs, [await file('green')]);
    const id = /name="proof" value="([^"]+)"/.exec(draft.body)?.[1] ?? '';
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const post = await tx
        .selectFrom('post')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('slug', '=', 'petugas-lh')
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('photo')
        .set({ post_id: post.id })
        .where('tenant_id', '=', city.id)
        .where('id', '=', id)
        .execute();
    });
    for (const strange of [id, crypto.randomUUID(), '../etc'])
      expect((await answer(number, [words, { name: 'proof', value: strange }])).statusCode).toBe(422);
    const text = await answer(number, [words, { name: 'proof_files', value: 'teks', file: 'bukti.jpg' }]);
    expect(text.statusCode).toBe(422);
    expect(text.body).toContain('<bdi>bukti.jpg</bdi>: Ini bukan foto yang dapat kami baca.');
    expect(await proofOf(number)).toEqual([]);
  });
});
