import { afterAll, beforeAll, expect, it } from 'vitest';

import { defaultPolicyRules } from '../../domain/policy-default.ts';
import { clockKinds } from '../../domain/clocks.ts';
import { groundsOf, ruleName, ruleRuns, ruleSource } from '../../ui/rule-words.ts';
import { textFor } from '../../ui/texts/text.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const pageIn = async (language: 'id' | 'en', city = site.cities[0]): Promise<string> =>
  (await openBrowser(site, city).get(`/bantuan/dasar-hukum?lang=${language}`)).body;

it('says every rule in words, with its length, where it comes from and how sure that is', async () => {
  const page = await pageIn('id');
  for (const { key } of defaultPolicyRules) expect(page).toContain(ruleName(textFor('id'), key));
  for (const words of [
    '24 jam',
    '14 hari kerja',
    '60 hari kalender',
    'terkonfirmasi',
    'dari sumber lain',
    'belum terkonfirmasi',
    'ketetapan kota',
    'Dibaca langsung dalam peraturan',
    'UU 25/2009 tentang pelayanan publik, pasal 44',
  ])
    expect(page).toContain(words);
  expect(await pageIn('en')).toContain('14 working days');
});

it('has words in both languages for every rule, clock and source a city starts with', () => {
  for (const language of ['id', 'en'] as const) {
    const t = textFor(language);
    expect(defaultPolicyRules.filter(({ key }) => ruleName(t, key) === key)).toEqual([]);
    expect(clockKinds.filter((kind) => kind !== 'promise' && ruleRuns(t, `clock.${kind}`) === null)).toEqual([]);
  }
  const indonesian = defaultPolicyRules.map(({ source }) => [source, ruleSource(textFor('id'), source)] as const);
  expect(indonesian.filter(([source, words]) => source === words)).toEqual([]);
});

it('has a mark at the rule of every clock, and names no first day for the first rules', async () => {
  const page = await pageIn('id');
  for (const kind of clockKinds) {
    const [, mark = ''] = groundsOf(kind, 'complaint').split('#');
    expect(page.split(` id="${mark}"`), kind).toHaveLength(2);
  }
  expect(page).toContain('Aturan versi 1, berlaku sejak awal.');
  expect(page).not.toContain('yang masuk sejak');
});

it('says which days are working days by the rules that stand below, in both languages', async () => {
  const [first, second] = site.cities;
  for (const [language, days] of [
    ['id', 'Hari kerja ialah Senin sampai Jumat. Hari libur dan cuti bersama di bawah tidak dihitung.'],
    ['en', 'Working days are Monday to Friday. The holidays and the joint leave below are not counted.'],
  ] as const)
    expect(await pageIn(language, first)).toContain(days);
  const rules = ['week.saturday_works', 'week.joint_leave_works'].map((key) => ({
    tenant_id: second.id,
    version: 2,
    key,
    value: JSON.stringify(true),
    source: 'Perwali 8/2026',
    confidence: 'confirmed',
    created_at: site.clock.now(),
  }));
  await site.laksa.database.inTenant(second.id, (tx) => tx.insertInto('policy_rule').values(rules).execute());
  for (const [language, days] of [
    ['id', 'Hari kerja ialah Senin sampai Sabtu. Hari libur di bawah tidak dihitung; cuti bersama dihitung.'],
    ['en', 'Working days are Monday to Saturday. The holidays below are not counted; joint leave is.'],
  ] as const)
    expect(await pageIn(language, second)).toContain(days);
});

it('names the calendars of the city: each year with its days and their decree', async () => {
  const page = await pageIn('id');
  expect(page).toMatch(/2026, Libur nasional.*?17 hari.*?SKB 3 Menteri/s);
  expect(page).toMatch(/2026, Cuti bersama.*?8 hari/s);
  expect(page).not.toContain('2027, ');
  expect(page).not.toContain('belum lengkap (');
});

it('says of a year whose national holidays are not all there that it is not complete', async () => {
  const [, city] = site.cities;
  const row = { tenant_id: city.id, day: '2027-01-01', kind: 'national', name: 'Tahun Baru', source: 'SKB' };
  await site.laksa.database.inTenant(city.id, (tx) => tx.insertInto('holiday').values(row).execute());
  expect(await pageIn('id', city)).toMatch(/2027, Libur nasional.*?1 hari, belum lengkap \(sedikitnya 10\)/s);
  expect(await pageIn('en', city)).toContain('1 day, not complete (at least 10)');
});

it('shows what the city has set itself, and nothing of another city', async () => {
  const [first, second] = site.cities;
  await site.laksa.database.inTenant(second.id, (tx) =>
    tx
      .insertInto('policy_rule')
      .values({
        tenant_id: second.id,
        version: 2,
        key: 'clock.first_answer',
        value: JSON.stringify({ n: 12, unit: 'hours' }),
        source: 'Perwali 7/2026',
        confidence: 'confirmed',
        created_at: site.clock.now(),
      })
      .execute(),
  );
  const page = await pageIn('id', second);
  expect(page).toContain('12 jam');
  expect(page).toContain('Perwali 7/2026');
  expect(page).toContain('Aturan versi 2, berlaku untuk laporan yang masuk sejak 23 November 2026.');
  expect(page).toContain('14 hari kerja');
  expect(await pageIn('id', first)).not.toContain('Perwali 7/2026');
});

it('is linked from the foot of every page', async () => {
  expect((await openBrowser(site, site.cities[0]).get('/')).body).toContain('href="/bantuan/dasar-hukum"');
});

it('warns every officer, and no citizen, that the holidays of next year are missing', async () => {
  const [city] = site.cities;
  const warning = 'Hari libur 2027 belum lengkap: tenggat sesudah 31 Desember 2026 masih sementara.';
  const verifier = (await (await signedIn(site, city, 'verifikator')).get('/petugas')).body;
  expect(verifier).toContain(warning);
  expect(verifier).not.toContain('/kelola/janji');
  const administrator = (await (await signedIn(site, city, 'admin-kota')).get('/petugas')).body;
  expect(administrator).toContain(warning);
  expect(administrator).toContain('href="/kelola/janji/kalender?tahun=2027"');
  expect((await openBrowser(site, city).get('/')).body).not.toContain('Hari libur 2027');
});
