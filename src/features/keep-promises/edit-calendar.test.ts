import { afterAll, beforeAll, expect, it } from 'vitest';

import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
let administrator: Officer;
beforeAll(async () => {
  site = await startTestSite();
  administrator = await signedIn(site, site.cities[0], 'admin-kota');
});
afterAll(() => site.close());

const path = '/kelola/janji/kalender';
const typed = { tahun: '2026', source: 'Perda 1/2026', reason: 'Ditetapkan.' } as const;

/** The fields that a page sends again as they are. */
const hiddenIn = (html: string): Fields =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );

const previewed = async (fields: Fields): Promise<string> =>
  (await administrator.post(path, { ...typed, ...fields, step: 'preview' })).body;

const save = (preview: string) => administrator.post(path, { ...hiddenIn(preview), step: 'save' });

const daysIn = async (month: string): Promise<readonly unknown[]> => {
  const [{ id }] = site.cities;
  const rows = await site.laksa.database.inTenant(id, (tx) =>
    tx.selectFrom('holiday').select(['day', 'kind', 'name', 'source']).where('tenant_id', '=', id).execute(),
  );
  return rows.filter(({ day }) => String(day).startsWith(month));
};

/** What stands behind a term of the preview. */
const facts = (html: string, term: string): string | undefined =>
  new RegExp(`<dt>${term}</dt><dd>([^<]*)</dd>`).exec(html)?.[1];

it('corrects the name of a day in one change, and the history tells both', async () => {
  const lines = '2026-12-25;nasional;Hari Natal';
  const preview = await previewed({ lines, remove: ['2026-12-25 national'] });
  expect(facts(preview, 'Hari yang ditambah')).toBe('25 Desember 2026, Hari Natal (Libur nasional)');
  expect(facts(preview, 'Hari yang dihapus')).toContain('25 Desember 2026, Kelahiran Yesus Kristus (Natal)');
  expect(preview).toContain('Tidak ada batas waktu yang pindah.');
  expect((await save(preview)).statusCode).toBe(303);
  expect(await daysIn('2026-12-25')).toEqual([
    { day: '2026-12-25', kind: 'national', name: 'Hari Natal', source: 'Perda 1/2026' },
  ]);
  const overview = (await administrator.get('/kelola/janji?tahun=2026')).body;
  expect(overview).toContain('Ditambah: 25 Desember 2026, Hari Natal');
  expect(overview).toContain('Dihapus: 25 Desember 2026, Kelahiran Yesus Kristus (Natal)');
});

it('saves what it showed: a day written twice once, and no day that is there already', async () => {
  const lines = ['2026-09-01;daerah;Hari jadi', '2026-09-01;daerah;Hari jadi kota', '2026-08-17;nasional;Merdeka'];
  const preview = await previewed({ lines: lines.join('\n') });
  expect(facts(preview, 'Hari yang ditambah')).toBe('1 September 2026, Hari jadi (Libur daerah)');
  expect(facts(preview, 'Tertulis lebih dari sekali, diambil yang pertama')).toContain('Hari jadi kota');
  expect(facts(preview, 'Sudah ada di kalender, tidak diubah')).toContain('17 Agustus 2026');
  expect((await save(preview)).statusCode).toBe(303);
  expect(await daysIn('2026-09')).toMatchObject([{ day: '2026-09-01', name: 'Hari jadi' }]);
  expect(await daysIn('2026-08-17')).toMatchObject([{ name: 'Hari Kemerdekaan RI' }]);
});

it('shows the change again where somebody else changed the calendar after it was looked at', async () => {
  const mine = await previewed({ lines: '2026-10-05;daerah;Hari TNI' });
  expect((await save(await previewed({ lines: '2026-10-28;daerah;Sumpah Pemuda' }))).statusCode).toBe(303);
  const answer = await save(mine);
  expect(answer.statusCode).toBe(412);
  expect(answer.body).toContain('Kalendernya diubah orang lain sejak Anda memeriksanya.');
  expect(await daysIn('2026-10')).toHaveLength(1);
  expect((await save(answer.body)).statusCode).toBe(303);
  expect(await daysIn('2026-10')).toHaveLength(2);
});

it('lets only one of two through who save what they saw at the same moment', async () => {
  const seen = await Promise.all(['02', '03'].map((day) => previewed({ lines: `2026-11-${day};daerah;Hari ${day}` })));
  const answers = await Promise.all(seen.map(save));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 412]);
  expect(await daysIn('2026-11-0')).toHaveLength(1);
});

it('saves nothing that was not previewed', async () => {
  const answer = await administrator.post(path, { ...typed, lines: '2026-07-01;daerah;Bhayangkara', step: 'save' });
  expect(answer.statusCode).toBe(412);
  expect(await daysIn('2026-07')).toEqual([]);
});

it('says in English too which year is refused and which is not complete', async () => {
  const english = (lines: string) => administrator.post(`${path}?lang=en`, { ...typed, lines, step: 'preview' });
  const refused = await english('2027-01-01;national;New Year\n2032-01-01;national;New Year');
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Line 2 lies outside the years 2021 to 2031.');
  expect((await english('2027-01-01;national;New Year')).body).toContain(
    'The calendar of 2027 is not complete: 1 of at least 10 national holidays.',
  );
});

it('refuses a reason or a source that is too long, and keeps what was typed', async () => {
  const [reason, source] = ['Sebab '.repeat(200), 'Perda '.repeat(100)];
  const long = { tahun: '2026', lines: '2026-07-01;daerah;Bhayangkara', reason, source };
  const answer = await administrator.post(`${path}?lang=id`, { ...long, step: 'preview' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body.split('Terlalu panjang. Ringkaskan sedikit.').length - 1).toBeGreaterThanOrEqual(2);
  for (const words of [reason.trim(), source.trim()]) expect(answer.body).toContain(words);
});
