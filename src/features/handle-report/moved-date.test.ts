import { afterAll, beforeAll, expect, it } from 'vitest';

import { changeCalendar } from '../../store/change-calendar.ts';
import { recountClocks } from '../../store/recount-clocks.ts';
import { fileSample, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { signedIn } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

it('an officer reads which dates a changed calendar gave a clock, and why it was changed', async () => {
  const { laksa, cities } = site;
  const [city] = cities;
  // On Monday 23 November: three working days to verify end on Thursday, and on Friday when Wednesday is off.
  const report = await fileSample(laksa, city, { kind: 'complaint' });
  const by = (await readCity(laksa, city)).posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
  const add = [{ day: '2026-11-25', kind: 'regional', name: 'Pilkada', source: 'Keputusan kota' }] as const;
  const change = { by, reason: 'Pilkada ditetapkan hari libur', at: city.clock.now(), add, remove: [] };
  const made = await laksa.database.inTenant(city.id, (tx) => changeCalendar(tx, laksa, city, change));
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  await recountClocks({ laksa, tenant: city, changeId: made.value.changeId }, new AbortController().signal);
  const officer = await signedIn(site, city, 'verifikator');
  const { body } = await officer.get(`/petugas/laporan/${report.number}`);
  for (const words of [
    'Batas waktu dihitung ulang',
    'sekarang Jumat 27 November pukul 24.00, sebelumnya Kamis 26 November pukul 24.00',
    'Pilkada ditetapkan hari libur',
  ])
    expect(body).toContain(words);
});
