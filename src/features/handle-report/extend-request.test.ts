import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Filed } from '../../store/file-report.ts';
import { publishPending } from '../../store/feed.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Fields, type Officer } from '../sign-in/testing/officer.ts';
import { createClockSweep } from '../sweep-clocks/sweep.ts';
import { verifyLedger } from '../verify-ledger/verify-ledger.ts';
import { formInPage } from './testing/form-in-page.ts';

let site: TestSite;
const officers = new Map<string, Officer>();
beforeAll(async () => {
  site = await startTestSite();
  for (const post of ['verifikator', 'koordinator', 'petugas-pupr'])
    officers.set(post, await signedIn(site, site.cities[0], post));
});
afterAll(() => site.close());

const pathOf = ({ number }: Filed) => `/petugas/laporan/${number}`;

const pageOf = async (post: string, report: Filed): Promise<string> =>
  (await officers.get(post)?.get(pathOf(report)))?.body ?? '';

const move = async (post: string, report: Filed, name: string, typed: Fields = {}) => {
  const form = formInPage(await pageOf(post, report), `${pathOf(report)}/${name}`);
  if (form === null) throw new Error(`${post} has no form for ${name}`);
  return officers.get(post)?.post(`${pathOf(report)}/${name}`, { ...form, ...typed });
};

const mayExtend = async (post: string, report: Filed): Promise<boolean> =>
  formInPage(await pageOf(post, report), `${pathOf(report)}/extend`) !== null;

/** In the hands of its agency; a request unless it is said to be something else. */
const inWork = async (kind: 'information_request' | 'complaint' = 'information_request'): Promise<Filed> => {
  const report = await fileSample(site.laksa, site.cities[0], { kind });
  await move('verifikator', report, 'verify', {
    class: kind,
    category: 'jalan-rusak',
    publish: 'public',
    publish_title: 'Anggaran jalan',
    publish_description: 'Berapa anggarannya?',
  });
  await move('koordinator', report, 'assign', { agency: 'dinas-pupr' });
  await move('petugas-pupr', report, 'accept', { message: 'Kami carikan.' });
  return report;
};

const eventsOf = ({ reportId }: Filed) =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    tx
      .selectFrom('report_event')
      .select(['kind', 'payload'])
      .where('tenant_id', '=', site.cities[0].id)
      .where('report_id', '=', reportId)
      .where('kind', 'in', ['extended', 'clock_passed'])
      .orderBy('seq')
      .execute(),
  );

describe('more time for a request for information', () => {
  it('is given once by the agency that has it, for a reason that its reporter reads; everyone reads the new date', async () => {
    const report = await inWork();
    expect(await pageOf('petugas-pupr', report)).toContain('Jawaban permintaan informasi publik');
    const empty = await move('petugas-pupr', report, 'extend', { message: ' ' });
    expect(empty?.statusCode).toBe(422);
    expect(await mayExtend('koordinator', report)).toBe(true);
    const made = await move('petugas-pupr', report, 'extend', { message: 'Arsipnya di gudang lama.' });
    expect([made?.statusCode, made?.headers.location]).toEqual([303, `${pathOf(report)}?selesai=extend`]);
    // Filed on Monday 23 November: ten working days end on 7 December, seventeen on 16 December.
    expect(await eventsOf(report)).toMatchObject([
      {
        kind: 'extended',
        payload: { clock: 'kip', before: '2026-12-07T17:00:00.000Z', dueAt: '2026-12-16T17:00:00.000Z' },
      },
    ]);
    expect(await mayExtend('petugas-pupr', report)).toBe(false);
    expect(await mayExtend('koordinator', report)).toBe(false);
    const staff = await pageOf('petugas-pupr', report);
    for (const words of ['Waktu jawaban diperpanjang', 'Arsipnya di gudang lama.', 'Rabu 16 Desember'])
      expect(staff).toContain(words);

    const reporter = openBrowser(site, site.cities[0]);
    await reporter.post('/lacak', { nomor: report.number, kode: report.claimCode ?? '' });
    const own = (await reporter.get(`/lacak/${report.number}`)).body;
    for (const words of ['Waktu jawaban diperpanjang', 'Arsipnya di gudang lama.', 'Rabu 16 Desember'])
      expect(own).toContain(words);

    const open = (await reporter.get(`/laporan/${report.number}`)).body;
    expect(open).toContain('Waktu jawaban diperpanjang');
    const moved = 'sekarang Rabu 16 Desember pukul 24.00, sebelumnya Senin 7 Desember pukul 24.00';
    for (const page of [staff, own, open]) expect(page).toContain(moved);
    expect(open).not.toContain('Arsipnya di gudang lama.');
  });

  it('is no form of any other report', async () => {
    const report = await inWork('complaint');
    expect(await mayExtend('petugas-pupr', report)).toBe(false);
  });

  it('cannot be given when the time is up, and the ledger knows what was', async () => {
    const [city] = site.cities;
    const report = await inWork();
    site.clock.set('2026-12-07T17:00:00.000Z');
    expect(await mayExtend('petugas-pupr', report)).toBe(false);
    const sweep = createClockSweep();
    while (await sweep(site.laksa, city));
    expect((await eventsOf(report)).filter(({ payload }) => Object(payload).clock === 'kip')).toMatchObject([
      { kind: 'clock_passed', payload: { dueAt: '2026-12-07T17:00:00.000Z' } },
    ]);
    await site.laksa.database.inTenant(city.id, async (tx) => {
      while (await publishPending(tx, city.id, city.clock.now()));
    });
    expect((await verifyLedger(site.laksa, city)).findings).toEqual([]);
  });
});
