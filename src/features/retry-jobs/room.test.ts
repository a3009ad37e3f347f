import { afterAll, beforeAll, expect, it } from 'vitest';

import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let administrator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  administrator = await signedIn(site, site.cities[0], 'admin-kota');
});
afterAll(() => site.close());

const pageAt = async (share: number): Promise<string> => {
  const { freeShare } = site.laksa.files;
  Object.assign(site.laksa.files, { freeShare: async () => share });
  try {
    return (await administrator.get('/kelola/pekerjaan')).body;
  } finally {
    Object.assign(site.laksa.files, { freeShare });
  }
};

it('the page of administration says that the disk fills up before photos are refused, and when they are', async () => {
  expect(await pageAt(0.15)).not.toContain('Sisa tempat penyimpanan');
  expect(await pageAt(0.149)).toContain('Sisa tempat penyimpanan tinggal 14 %.');
  expect(await pageAt(0.05)).toContain('tinggal 5 %.');
  expect(await pageAt(0.04)).toContain('Sisa tempat penyimpanan 4 %: foto tidak diterima, laporan tetap diterima.');
});
