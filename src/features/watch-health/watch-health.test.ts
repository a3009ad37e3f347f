import { afterAll, beforeAll, expect, it } from 'vitest';

import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';

const path = '/kelola/kesehatan';

let site: TestSite;
let cityAdmin: Officer;
let platformAdmin: Officer;
let number: string;

beforeAll(async () => {
  site = await startTestSite();
  const [first, second] = site.cities;
  ({ number } = await fileSample(site.laksa, first));
  await fileSample(site.laksa, second);
  cityAdmin = await signedIn(site, first, 'admin-kota');
  platformAdmin = await signedIn(site, first, 'admin-platform');
}, 60_000);
afterAll(() => site.close());

it('says what is wrong and what to do, in words: here no worker is alive', async () => {
  const { body } = await cityAdmin.get(path);
  expect(body).toContain('Tidak ada proses kerja yang hidup.');
  expect(body).toContain('systemctl restart laksa');
  expect(body).toContain('Rusak');
});

it('shows who administers a city that city, and nothing of another or of the machine', async () => {
  const { body } = await cityAdmin.get(path);
  const [first, second] = site.cities;
  expect(body).toContain(`>${first.name}<`);
  expect(body).not.toContain(second.name);
  expect(body).not.toContain('Ruang penyimpanan');
  expect(body).not.toContain('deliver-notices');
});

it('shows who administers the installation all of it, and no report', async () => {
  const { body } = await platformAdmin.get(path);
  for (const city of site.cities) expect(body).toContain(city.name);
  for (const words of ['Ruang penyimpanan', 'deliver-notices', 'Cadangan kunci', '0.1.0'])
    expect(body).toContain(words);
  expect(body).not.toContain(number);
  expect((await platformAdmin.get('/petugas/laporan/' + number)).statusCode).not.toBe(200);
});

it('tells apart what is well from what nobody can look at', async () => {
  const { body } = await platformAdmin.get(path);
  expect(body).toContain('Belum dapat dilihat.');
  expect(body).toMatch(/PostgreSQL \d+/);
});

it('refreshes itself only for whoever asks for it', async () => {
  expect((await cityAdmin.get(path)).headers['refresh']).toBeUndefined();
  expect((await cityAdmin.get(`${path}?segar=1`)).headers['refresh']).toBe('60');
});

it('speaks English as well', async () => {
  const { body } = await platformAdmin.get(`${path}?lang=en`);
  expect(body).toContain('No worker is alive.');
  expect(body).toContain('What to do:');
});
