import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { usualTimeOf } from './usual-time.ts';

let site: TestInstallation;
let city: Tenant;
let categoryId: string;
beforeAll(async () => {
  site = await startTestInstallation();
  [city] = site.cities;
  categoryId = (await readCity(site.laksa, city)).categories.find(({ needsProof }) => !needsProof)?.id ?? '';
});
afterAll(() => site.close());

const dayMs = 24 * 60 * 60 * 1000;

/** Filed, and answered two days later. */
const answered = async (isSecret: boolean): Promise<void> => {
  const { posts } = await readCity(site.laksa, city);
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  if (officer?.agencyId == null) throw new Error('the sample city has roads');
  const { number } = await fileSample(site.laksa, city, { isSecret });
  const make = (by: string, command: Parameters<typeof moved>[2]['command']) =>
    moved(site.laksa, city, { number, by, command });
  const publish = isSecret ? { photos: [] } : { title: 'Judul', description: 'Isi', photos: [] };
  await make('verifikator', { move: 'verify', class: 'complaint', categoryId, publish });
  await make('koordinator', { move: 'assign', postId: officer.id, agencyId: officer.agencyId });
  await make('petugas-pupr', { move: 'accept', message: 'Kami kerjakan.' });
  site.clock.advance(2 * dayMs);
  await make('petugas-pupr', { move: 'answer', message: 'Sudah selesai.', proof: [] });
  await make('validator', { move: 'approve', checks: [] });
};

it('is told of five that everyone may know of, and secret ones are not among them', async () => {
  const told = () => {
    site.clock.advance(11 * 60_000);
    return usualTimeOf(site.laksa, city, categoryId);
  };
  for (const isSecret of [true, true, false, false, false, false]) await answered(isSecret);
  expect(await told()).toBeNull();
  await answered(false);
  expect(await told()).toEqual({ days: 2, reports: 5 });
});
