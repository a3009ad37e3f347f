import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { insertRehearsal } from '../../store/new-rehearsal.ts';
import { keepRehearsalLetters } from '../../store/rehearsal-letter.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn } from '../sign-in/testing/officer.ts';

let site: TestSite;
let rehearsal: Tenant;
const sent: string[] = [];

beforeAll(async () => {
  site = await startTestSite();
  const admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const plan = { of: site.cities[1], slug: 'latihan', name: 'Latihan Kota Dua', origin: 'http://latihan.example' };
  await insertRehearsal(admin, plan, site.clock.now()).finally(() => admin.end());
  site.laksa.tenants.forget();
  const made = await site.laksa.tenants.byHost('latihan.example');
  if (made === null) throw new Error('the rehearsal was made');
  rehearsal = made;
});
afterAll(() => site.close());

const send = (city: Tenant, fileName: string) =>
  keepRehearsalLetters(
    site.laksa,
    async ({ subject }) => void sent.push(subject),
  )({
    to: 'warga@example.org',
    subject: `Surat ${fileName}`,
    text: 'Laporan <b>Anda</b> diterima.',
    messageId: `${fileName}@example.org`,
    date: city.clock.now(),
    tenantSlug: city.slug,
    fileName,
  });

it('a letter of a rehearsal leaves nowhere and is read there, once however often it is sent; one of a city goes', async () => {
  const trainee = await signedIn(site, rehearsal, 'petugas-loket');
  expect((await trainee.get('/petugas/surat-latihan')).body).toContain('Belum ada surat.');
  for (let times = 0; times < 2; times += 1) await send(rehearsal, 'satu');
  expect(sent).toEqual([]);
  await send(site.cities[1], 'dua');
  expect(sent).toEqual(['Surat dua']);
  const page = (await trainee.get('/petugas/surat-latihan')).body;
  expect(page.match(/Surat satu/g)).toHaveLength(1);
  expect(page).toContain('Kepada: warga@example.org');
  expect(page).toContain('Laporan &lt;b>Anda&lt;/b> diterima.');
  expect(page).not.toContain('Surat dua');
  const officer = await signedIn(site, site.cities[1], 'petugas-loket');
  expect((await officer.get('/petugas/surat-latihan')).statusCode).toBe(404);
  await expect(send({ ...rehearsal, slug: 'lain' }, 'tiga')).rejects.toThrow('a tenant that is not here');
});

it('a rehearsal says so on every page, in its feed and on every answer of its interface, and no search engine keeps it', async () => {
  const visitor = openBrowser(site, rehearsal);
  const marked = { 'x-laksa-rehearsal': 'LATIHAN / REHEARSAL, no real report', 'x-robots-tag': 'noindex, nofollow' };
  for (const path of [
    '/',
    '/lapor',
    '/laporan',
    '/api/v1/reports',
    '/api/v1/openapi.json',
    '/umpan.atom',
    '/tidak-ada',
  ]) {
    const answer = await visitor.get(path);
    expect([path, answer.headers]).toEqual([path, expect.objectContaining(marked)]);
  }
  for (const path of ['/', '/lapor', '/umpan.atom']) {
    const { body } = await visitor.get(path);
    expect(body).toContain('Ini latihan.');
    expect(body).toContain('This is a rehearsal.');
  }
  expect((await visitor.get('/umpan.atom')).body).toContain('<title>LATIHAN / REHEARSAL · ');
  const real = await openBrowser(site, site.cities[1]).get('/');
  expect(real.headers).not.toHaveProperty('x-laksa-rehearsal');
  expect(real.headers).not.toHaveProperty('x-robots-tag');
});
