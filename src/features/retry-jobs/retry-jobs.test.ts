import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { showNumber } from '../../domain/report-number.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { tasksOf } from '../../worker.ts';
import { signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { knownJobs } from './show-jobs.ts';

let site: TestSite;
let administrator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  administrator = await signedIn(site, site.cities[0], 'admin-kota');
});
afterAll(() => site.close());

const asSuperuser = async (text: string): Promise<readonly Record<string, unknown>[]> => {
  const admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const { rows } = await admin.query(text);
  await admin.end();
  return rows;
};

const jobIds = async (): Promise<readonly string[]> =>
  (await asSuperuser('select id::text from graphile_worker._private_jobs order by id')).map((row) => String(row['id']));

it('says that all is well while nothing fails', async () => {
  expect((await administrator.get('/kelola/pekerjaan')).body).toContain('Semua pekerjaan latar berjalan baik.');
});

it('lists what failed with its reason, its report and its next try, and tries again at once when asked', async () => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  const [id = ''] = await jobIds();
  await asSuperuser(
    `update graphile_worker._private_jobs set attempts = 12, max_attempts = 12, last_error = 'the mail server refuses [address]'`,
  );
  const page = (await administrator.get('/kelola/pekerjaan')).body;
  for (const words of [
    'Kirim pemberitahuan kepada pelapor',
    'the mail server refuses [address]',
    showNumber(number),
    '12 dari 12',
    'Berhenti mencoba',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain(`/petugas/laporan/${number}`);
  const retried = await administrator.post(`/kelola/pekerjaan/${id}`);
  expect([retried.statusCode, retried.headers.location]).toEqual([303, '/kelola/pekerjaan?lagi=ya']);
  expect((await administrator.get('/kelola/pekerjaan?lagi=ya')).body).toContain('Pekerjaan dijadwalkan lagi.');
  expect(await asSuperuser('select attempts::int as attempts from graphile_worker._private_jobs')).toEqual([
    { attempts: 0 },
  ]);
  expect((await administrator.post(`/kelola/pekerjaan/${id}`)).headers.location).toBe('/kelola/pekerjaan?lagi=ya');
  expect(await jobIds()).toEqual([id]);
});

it('says so when the job is done meanwhile', async () => {
  const [id = ''] = await jobIds();
  await asSuperuser('delete from graphile_worker._private_jobs');
  expect((await administrator.post(`/kelola/pekerjaan/${id}`)).headers.location).toBe('/kelola/pekerjaan?lagi=tidak');
  expect((await administrator.get('/kelola/pekerjaan?lagi=tidak')).body).toContain('sudah selesai');
});

it('keeps the jobs of another city from sight and from reach', async () => {
  await fileSample(site.laksa, site.cities[1]);
  const id = (await jobIds()).at(-1) ?? '';
  await asSuperuser(
    `update graphile_worker._private_jobs set attempts = 12, max_attempts = 12, last_error = 'elsewhere' where id = ${id}`,
  );
  expect((await administrator.get('/kelola/pekerjaan')).body).not.toContain('elsewhere');
  expect((await administrator.post(`/kelola/pekerjaan/${id}`)).headers.location).toBe('/kelola/pekerjaan?lagi=tidak');
  expect(
    await asSuperuser(`select attempts::int as attempts from graphile_worker._private_jobs where id = ${id}`),
  ).toEqual([{ attempts: 12 }]);
});

it.each(['x', '1.5', '99999999999999999999'])('knows no job %s', async (id) => {
  expect((await administrator.post(`/kelola/pekerjaan/${id}`)).statusCode).toBe(404);
});

it('lists the letters that reached nobody, those refused first, and never an address', async () => {
  const [first, second] = site.cities;
  const page = async (): Promise<string> => (await administrator.get('/kelola/pekerjaan')).body;
  expect(await page()).toContain('Dalam 30 hari terakhir tidak ada surat yang ditolak.');
  const { number: refused } = await fileSample(site.laksa, first, { identity: { email: 'tidak.ada@example.org' } });
  const { number: unaddressed } = await fileSample(site.laksa, first, { identity: { name: 'Tanpa Alamat' } });
  const { number: elsewhere } = await fileSample(site.laksa, second);
  await giveUp(refused, 'the mail server answered 550 to RCPT TO');
  await giveUp(unaddressed, 'no_address');
  await giveUp(elsewhere, 'no_address');
  const shown = await page();
  expect(shown).toContain('Surat yang tidak sampai');
  expect(shown).toContain('the mail server answered 550 to RCPT TO');
  expect(shown).toContain('Pelapor tidak memberi alamat email.');
  expect(shown.indexOf(showNumber(refused))).toBeLessThan(shown.indexOf(showNumber(unaddressed)));
  expect(shown).not.toContain(showNumber(elsewhere));
  expect(shown).not.toContain('example.org');
  expect((await administrator.get('/kelola/pekerjaan?lang=en')).body).toContain('Letters that did not arrive');
  await administrator.get('/kelola/pekerjaan?lang=id');
  site.clock.advance(31 * 24 * 3_600_000);
  expect(await page()).not.toContain('550');
});

const giveUp = (number: string, reason: string) =>
  asSuperuser(
    `update laksa.notice n set state = 'dropped', last_error = '${reason}' from laksa.report r
     where r.tenant_id = n.tenant_id and r.id = n.report_id and r.number = '${number}'`,
  );

it('every job has a name that an administrator can read', () => {
  const means = { ...site.laksa, sendMail: async () => undefined, workOnPicture };
  expect([...knownJobs].toSorted()).toEqual(Object.keys(tasksOf(means)).toSorted());
});
