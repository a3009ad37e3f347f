import { afterAll, beforeAll, expect, it } from 'vitest';

import { defaultPolicyRules } from '../../domain/policy-default.ts';
import { readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let administrator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  administrator = await signedIn(site, site.cities[0], 'admin-kota');
});
afterAll(() => site.close());

const path = '/kelola/janji/aturan';

/** One rule as it is typed; a length in working days. */
const typed = (key: string, value: string): Fields => ({
  aturan: key,
  [`${key}.value`]: value,
  [`${key}.unit`]: 'working_days',
  [`${key}.source`]: 'Perwali 7/2026',
  [`${key}.confidence`]: 'own',
  reason: 'Keputusan rapat.',
});

const post = (fields: Fields, step: 'preview' | 'save') => administrator.post(path, { ...fields, step });

/** Read again: whoever looked while somebody saved keeps what was there for some seconds. */
const versionOf = async (): Promise<number> => {
  const [city] = site.cities;
  site.laksa.cities.forget(city.id);
  return (await readCity(site.laksa, city)).policy.version;
};

/** A rule from the form to its new version. */
const saved = async (fields: Fields): Promise<void> => {
  const answer = await post({ ...fields, version: String(await versionOf()) }, 'save');
  expect(answer.statusCode).toBe(303);
};

it.each([
  ['assign.max_open', '0', 'Harus antara 1 dan 100.'],
  ['assign.max_open', '101', 'Harus antara 1 dan 100.'],
  ['merge.max_voices', '99999999', 'Harus antara 1 dan 1.000.'],
  ['ask_reporter.max_by_holder', '11', 'Harus antara 0 dan 10.'],
  ['return_to_coordinator.max', '0', 'Harus antara 1 dan 10.'],
  ['notices.due_soon_hours', '1001', 'Harus antara 0 dan 1.000.'],
])('%s is refused at %s, and told what it can be', async (key, value, words) => {
  const answer = await post(typed(key, value), 'preview');
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain(`value="${value}"`);
});

it('says in the language of the page what a number can be', async () => {
  const answer = await administrator.post(`${path}?lang=en`, { ...typed('assign.max_open', '0'), step: 'preview' });
  expect(answer.body).toContain('It must be between 1 and 100.');
  await administrator.get(`${path}?lang=id`);
});

it('shows the fault of a rule that was not chosen at the first one that was, by its name', async () => {
  const answer = await post(typed('office_hours.from', '17.00'), 'preview');
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('href="#field-office_hours.from.value"');
  expect(answer.body).toContain('Jam kerja berakhir: Harus sesudah jam kerja mulai.');
  expect(answer.body).not.toContain('office_hours.until');
  const extension = await post({ ...typed('clock.kip', '10'), 'clock.kip.unit': 'calendar_days' }, 'preview');
  expect(extension.statusCode).toBe(422);
  expect(extension.body).toContain('Satuannya harus sama dengan satuan Jawaban permintaan informasi publik.');
  expect(extension.body).not.toContain('kip_extension');
});

it('takes ten rules at once, and names those that are left out', async () => {
  const keys = defaultPolicyRules.slice(0, 12).map(({ key }) => key);
  const form = (await administrator.get(`${path}?${keys.map((key) => `aturan=${key}`).join('&')}`)).body;
  expect(form.match(/name="[a-z_.]+\.source"/g)).toHaveLength(10);
  expect(form).toMatch(/Belum termasuk di sini: [^<]+; [^<;]+\.</);
  expect((await administrator.get(`${path}?aturan=clock.verify`)).body).not.toContain('Belum termasuk');
});

it('says of each rule whether it holds at once or for later reports', async () => {
  const both = (await administrator.get(`${path}?aturan=notices.digest_at&aturan=assign.max_open`)).body;
  expect(both).toContain('Berlaku langsung sesudah disimpan: Surat harian untuk petugas yang memilihnya.');
  expect(both).toContain(
    'Berlaku untuk laporan yang masuk sesudahnya: Instansi yang mengerjakan satu laporan, paling banyak.',
  );
  const atOnce = (await post(typed('notices.unopened_days', '3'), 'preview')).body;
  expect(atOnce).toContain('Berlaku langsung sesudah disimpan: Hari kerja sebelum koordinator');
  expect(atOnce).not.toContain('laporan yang masuk sesudahnya');
});

it('of two who save what they have both read, one saves and the other compares again', async () => {
  const version = await versionOf();
  const answers = await Promise.all(
    ['4', '5'].map((value) => post({ ...typed('clock.follow_up', value), version: String(version) }, 'save')),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 412]);
  expect(answers.find(({ statusCode }) => statusCode === 412)?.body).toContain('Aturannya berubah');
  expect(await versionOf()).toBe(version + 1);
});

it('lists with each version what it changed', async () => {
  await saved(typed('clock.verify', '2'));
  await saved({ ...typed('assign.max_open', '8'), 'assign.max_open.source': 'Perwali 8/2026' });
  const page = (await administrator.get('/kelola/janji')).body;
  expect(page).toContain('Pemeriksaan laporan: 3 hari kerja menjadi 2 hari kerja');
  expect(page).toContain(
    'Pemeriksaan laporan: dasar: SP4N-LAPOR!, tanya jawab (blog.lapor.go.id) menjadi Perwali 7/2026',
  );
  expect(page).toContain('Instansi yang mengerjakan satu laporan, paling banyak: 10 menjadi 8');
  const english = (await administrator.get('/kelola/janji?lang=en')).body;
  expect(english).toContain('3 working days becomes 2 working days');
});
