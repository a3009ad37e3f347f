import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Mail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { tasksOf } from '../../worker.ts';
import { openBrowser, signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let city: Tenant;
let administrator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  administrator = await signedIn(site, city, 'admin-kota');
}, 60_000);
afterAll(() => site.close());

const path = '/kelola/surat/ubah';
const filed = 'happened.filed';
const typed = (more: Fields = {}): Fields => ({
  bagian: filed,
  version: '0',
  id: 'Matur nuwun. Laporan {{number}} sudah di {{city}}.',
  en: '',
  ...more,
});

/** The letter of a report as somebody gets it. */
const letterOf = async (reportId: string, fails = false): Promise<Mail> => {
  const sent: Mail[] = [];
  const sendMail = async (mail: Mail): Promise<void> => {
    sent.push(mail);
    if (fails) throw new Error('killed');
  };
  const task = tasksOf({ ...site.laksa, sendMail, workOnPicture })['deliver-notices'];
  const job = { jobId: '1', attempts: 1, signal: new AbortController().signal };
  await task?.run({ tenantId: city.id, reportId }, job).catch(() => undefined);
  const [mail] = sent;
  if (mail === undefined) throw new Error('a letter was sent');
  return mail;
};

const shownOf = (number: string): string => number.replace(/(\d{3})(\d{3})/, '$1-$2-');

const published = async () => {
  const own = await fileSample(site.laksa, city);
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: 'Sampah menumpuk', description: 'Sampah.', photos: [] };
  const command = { move: 'verify', class: 'complaint', categoryId, publish } as const;
  await moved(site.laksa, city, { number: own.number, by: 'verifikator', command });
  return own;
};

it('says that there is nothing to show it with, as long as nothing is public', async () => {
  const page = await administrator.post(path, typed({ step: 'preview' }));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Belum ada laporan publik');
});

it('lists every part, and the form names what is filled in', async () => {
  const page = (await administrator.get('/kelola/surat')).body;
  expect(page).toContain('Laporan Anda sudah kami terima.');
  expect(page).toContain('We have received');
  expect(page).toContain('Salam pembuka');
  const form = (await administrator.get(`${path}?bagian=${filed}`)).body;
  expect(form).toContain('{{number}}');
  expect(form).toContain('{{city}}');
});

it.each([
  ['{{nama}} sudah kami terima.', 'tidak dikenal'],
  ['{number} sudah kami terima.', 'tidak dikenal'],
  ['Sudah }} kami terima.', 'tidak dikenal'],
  [`a${' {{number}}'.repeat(50)}`, 'Terlalu panjang'],
  ['{{nu mber}} kami terima.', 'tidak dikenal'],
  ['Sudah kami terima.\n\nKirim kode Anda.', 'Tulis satu paragraf'],
  ['Buka bit.ly/abc', 'tanpa alamat situs'],
])('refuses %s before it is shown or saved, and loses nothing', async (words, why) => {
  for (const step of ['preview', 'save']) {
    const answer = await administrator.post(path, typed({ id: words, step }));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(why);
    expect(answer.body).toContain(words);
  }
});

it('shows the letter as it will go, word for word, and saves nothing by that', async () => {
  const { number, reportId } = await published();
  const shown = (await administrator.post(path, typed({ step: 'preview' }))).body;
  const words = `Matur nuwun. Laporan ${shownOf(number)} sudah di Kota Satu.`;
  expect(shown).toContain(words);
  expect(shown).toContain('Yth. Bapak/Ibu,');
  expect((await administrator.get('/kelola/surat')).body).toContain('Belum pernah diubah');
  expect((await administrator.post(path, typed({ step: 'save' }))).headers.location).toBe('/kelola/surat?tersimpan=1');
  expect((await letterOf(reportId)).text).toContain('Laporan Anda sudah diperiksa.');
  const next = await fileSample(site.laksa, city, { description: 'Got tersumbat.' });
  expect((await letterOf(next.reportId)).text).toContain(words.replace(shownOf(number), shownOf(next.number)));
});

it('lets nobody overwrite what they have not seen, and keeps what they typed', async () => {
  const answer = await administrator.post(path, typed({ id: 'Terima kasih.', step: 'save' }));
  expect(answer.statusCode).toBe(412);
  expect(answer.body).toContain('Orang lain baru saja menyimpan');
  expect(answer.body).toContain('Terima kasih.</textarea>');
});

it('repeats a letter in the words it was written in, and goes back to earlier ones as a new version', async () => {
  const { reportId } = await fileSample(site.laksa, city, { description: 'Lampu mati.' });
  const first = await letterOf(reportId, true);
  await administrator.post(path, typed({ id: 'Versi kedua.', version: '1', step: 'save' }));
  expect(await letterOf(reportId)).toEqual(first);
  expect(first.text).toContain('Matur nuwun.');
  const next = await fileSample(site.laksa, city, { description: 'Got mampet.' });
  expect((await letterOf(next.reportId)).text).toContain('Versi kedua.');
  await administrator.post('/kelola/surat/kembali', { version: '1', seen: '2' });
  const after = await fileSample(site.laksa, city, { description: 'Pohon tumbang.' });
  expect((await letterOf(after.reportId)).text).toContain('Matur nuwun.');
  const page = (await administrator.get('/kelola/surat')).body;
  expect(page).toContain('Kembali ke versi 2');
  expect(page).toContain('Berlaku sekarang');
});

it('goes back to nothing that somebody has changed meanwhile, and says so', async () => {
  const stale = await administrator.post('/kelola/surat/kembali', { version: '2', seen: '2' });
  expect(stale.statusCode).toBe(412);
  expect(stale.body).toContain('Orang lain baru saja menyimpan');
  expect(stale.body).toContain('name="seen" value="3"');
  expect(stale.body).not.toContain('Kembali ke versi 3');
  expect((await administrator.get('/kelola/surat')).body).not.toContain('Orang lain baru saja menyimpan');
});

it('is the matter of whoever administers the city, and of no other city', async () => {
  const verifier = await signedIn(site, city, 'verifikator');
  expect((await verifier.get('/kelola/surat')).statusCode).toBe(403);
  expect((await openBrowser(site, city).get('/kelola/surat')).statusCode).toBe(303);
  const [, dua] = site.cities;
  const other = await signedIn(site, dua, 'admin-kota');
  expect((await other.get('/kelola/surat')).body).toContain('Belum pernah diubah');
});
