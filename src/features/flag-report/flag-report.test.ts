import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { flagsToHide } from '../../domain/flag.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { flagReport } from '../../store/report-flag.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { verifyLedger } from '../verify-ledger/verify-ledger.ts';

let site: TestSite;
let city: Tenant;
let verifier: Officer;
beforeAll(async () => {
  site = await startTestSite();
  city = site.cities[0];
  verifier = await signedIn(site, city, 'verifikator');
}, 60_000);
afterAll(() => site.close());

const move = (number: string, by: string, command: MoveCommand) => moved(site.laksa, city, { number, by, command });

const published = async (description: string | undefined = 'Lubang di Jalan Melati.') => {
  const filed = await fileSample(site.laksa, city);
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: 'Lubang yang dilaporkan', photos: [], ...(description === '' ? {} : { description }) };
  await move(filed.number, 'verifikator', { move: 'verify', class: 'complaint', categoryId, publish });
  return filed;
};

type Words = { readonly reason?: string; readonly words?: string };

/** Somebody else each time: a browser that was never here. */
const flagged = (number: string, fields: Words = { reason: 'slander', words: 'Menyebut nama tetangga.' }) =>
  openBrowser(site, city).post(`/laporan/${number}/laporkan`, fields);

const flaggedTimes = async (number: string, times: number) => {
  for (let at = 0; at < times; at += 1) expect((await flagged(number)).statusCode).toBe(303);
};

const pageOf = async (number: string) => (await openBrowser(site, city).get(`/laporan/${number}`)).body;
const isShown = async (number: string) => (await pageOf(number)).includes('Lubang yang dilaporkan');

const eventsOf = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report_event')
      .select(['kind', 'actor_kind', 'payload'])
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('seq')
      .execute(),
  );

const noticesOf = (reportId: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('notice')
      .select('kind')
      .where('tenant_id', '=', city.id)
      .where('report_id', '=', reportId)
      .orderBy('seq')
      .execute(),
  );

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('a public page', () => {
  it('lets anyone say what should not stand on it, without an account', async () => {
    const { number } = await published();
    expect(await pageOf(number)).toContain(`href="/laporan/${number}/laporkan"`);
    const form = await openBrowser(site, city).get(`/laporan/${number}/laporkan`);
    expect(form.statusCode).toBe(200);
    for (const words of ['Fitnah atau penghinaan', 'Pornografi', 'Bukan urusan kota', 'SARA'])
      expect(form.body).toContain(words);
    const sent = await flagged(number);
    expect(sent.headers['location']).toBe(`/laporan/${number}/laporkan?terkirim=1`);
    const noted = (await openBrowser(site, city).get(String(sent.headers['location']))).body;
    for (const words of ['Sudah kami catat', 'sedikitnya tiga orang yang berbeda']) expect(noted).toContain(words);
    expect(flagsToHide(0)).toBe(3);
  });

  it('says what is missing and keeps what was typed', async () => {
    const { number } = await published();
    const nothing = await flagged(number, { words: 'Kalimat kedua.' });
    expect(nothing.statusCode).toBe(422);
    expect(nothing.body).toContain('Kalimat kedua.');
    expect(nothing.body).toContain('href="#field-reason"');
    expect((await flagged(number, { reason: 'other' })).statusCode).toBe(422);
    expect((await flagged(number, { reason: 'slander', words: 'a'.repeat(1_001) })).statusCode).toBe(422);
  });

  it('is hidden by three people and not by one who says it three times', async () => {
    const { number } = await published();
    const one = openBrowser(site, city);
    for (let at = 0; at < 3; at += 1) await one.post(`/laporan/${number}/laporkan`, { reason: 'hatred' });
    expect(await isShown(number)).toBe(true);
    await flaggedTimes(number, 1);
    expect(await isShown(number)).toBe(true);
    await flaggedTimes(number, 1);
    expect(await isShown(number)).toBe(false);
    expect(await pageOf(number)).toContain('Beberapa warga memintanya, petugas belum melihatnya');
    expect((await flagged(number)).statusCode).toBe(404);
  });

  it('is not hidden by one network alone, which may be one person; the officers see it all the same', async () => {
    const { number } = await published();
    const flag = (device: string, network: string) =>
      flagReport(site.laksa, city, { number, reason: 'slander', words: null, device, network });
    for (const device of ['a', 'b', 'c', 'd']) expect(await flag(device, '203.0.113.7')).toMatchObject({ ok: true });
    expect(await isShown(number)).toBe(true);
    expect((await verifier.get('/petugas?daftar=dilaporkan')).body).toContain(number);
    await flag('e', '203.0.113.8');
    expect(await isShown(number)).toBe(false);
  });

  it('takes no more from a network that sends without end', async () => {
    const { number } = await published();
    let last = '';
    for (let at = 0; at < 61; at += 1) {
      const sent = await flagReport(site.laksa, city, {
        number,
        reason: 'slander',
        words: null,
        device: 'one',
        network: '203.0.113.99',
      });
      last = sent.ok ? 'taken' : sent.refusal.kind;
    }
    expect(last).toBe('too_many_tries');
  });

  it('that shows nothing has nothing to flag, and says no more than one that was never filed', async () => {
    const { number } = await fileSample(site.laksa, city);
    expect((await openBrowser(site, city).get(`/laporan/${number}/laporkan`)).statusCode).toBe(404);
    expect((await flagged(number)).statusCode).toBe(404);
  });
});

describe('what people hide', () => {
  it('is told to who filed it, as done by a rule with a listed reason', async () => {
    const { number, reportId } = await published();
    await flaggedTimes(number, 3);
    expect((await eventsOf(reportId)).at(-1)).toMatchObject({
      kind: 'flagged',
      actor_kind: 'rule',
      payload: { publication: 'withdrawn_from_public', reason: 'flagged' },
    });
    expect((await noticesOf(reportId)).at(-1)?.kind).toBe('flagged');
    expect(await verifyLedger(site.laksa, city)).toMatchObject({ findings: [] });
  });

  it('waits in a list of the verifier, who keeps it: the same three do not hide it again, and it takes more', async () => {
    const { number, reportId } = await published();
    const three = [openBrowser(site, city), openBrowser(site, city), openBrowser(site, city)];
    const all = async () => {
      for (const one of three)
        await one.post(`/laporan/${number}/laporkan`, { reason: 'identity', words: 'Pak Contoh' });
    };
    await all();
    expect(await isShown(number)).toBe(false);
    const list = (await verifier.get('/petugas?daftar=dilaporkan')).body;
    expect(list).toContain(number);
    expect(list).toContain('3 orang');
    expect(list).toContain('Disembunyikan');
    expect((await verifier.get('/petugas')).body).toMatch(/Isi yang dilaporkan warga \(\d+\)/);
    const page = (await verifier.get(`/petugas/laporan/${number}`)).body;
    expect(page).toContain('Data pribadi (nama, nomor telepon, alamat)');
    expect(page).toContain('Pak Contoh');
    const kept = await verifier.post(`/petugas/laporan/${number}/mask`, {
      version: versionIn(page),
      publication: 'public',
    });
    expect(kept.statusCode).toBe(303);
    expect(await isShown(number)).toBe(true);
    expect((await noticesOf(reportId)).at(-1)?.kind).toBe('masked');
    expect((await verifier.get('/petugas?daftar=dilaporkan')).body).not.toContain(number);
    await all();
    await flaggedTimes(number, 5);
    expect(await isShown(number)).toBe(true);
    await flaggedTimes(number, 1);
    expect(await isShown(number)).toBe(false);
  });

  it('is withdrawn by the verifier with a listed reason, which everyone reads; without one it is asked for', async () => {
    const { number, reportId } = await published();
    await flaggedTimes(number, 3);
    const page = (await verifier.get(`/petugas/laporan/${number}`)).body;
    expect(page).not.toContain('<option value="flagged"');
    const version = versionIn(page);
    const publication = 'withdrawn_from_public';
    const path = `/petugas/laporan/${number}/mask`;
    expect((await verifier.post(path, { version, publication })).statusCode).toBe(422);
    expect((await verifier.post(path, { version, publication, reason: 'flagged' })).statusCode).toBe(422);
    expect((await verifier.post(path, { version, publication, reason: 'insult' })).statusCode).toBe(303);
    expect(await pageOf(number)).toContain('Berisi penghinaan');
    expect((await noticesOf(reportId)).slice(-2).map(({ kind }) => kind)).toEqual(['flagged', 'masked']);
    expect(await verifyLedger(site.laksa, city)).toMatchObject({ findings: [] });
  });

  it('comes back as it was: of a report with a title alone the title', async () => {
    const { number } = await published('');
    await flaggedTimes(number, 3);
    const page = (await verifier.get(`/petugas/laporan/${number}`)).body;
    expect(page).toContain('name="publication" value="title_only"');
  });
});

describe('who flagged', () => {
  it('is known to nobody: other posts do not read the words, and no network is kept once it is decided', async () => {
    const { number, reportId } = await published();
    const flag = (device: string, network: string | null) =>
      flagReport(site.laksa, city, { number, reason: 'other', words: 'Kata rahasia bendera', device, network });
    await flag('perangkat-satu', '203.0.113.20');
    const officer = await signedIn(site, city, 'validator');
    expect((await officer.get(`/petugas/laporan/${number}`)).body).not.toContain('Kata rahasia bendera');
    expect((await officer.get('/petugas?daftar=dilaporkan')).body).not.toContain('3 orang');
    expect((await verifier.get(`/petugas/laporan/${number}`)).body).toContain('Kata rahasia bendera');
    await move(number, 'verifikator', { move: 'mask', publication: 'public' });
    const rows = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('report_flag')
        .selectAll()
        .where('tenant_id', '=', city.id)
        .where('report_id', '=', reportId)
        .execute(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.network_hash).toBeNull();
    expect(JSON.stringify(rows)).not.toMatch(/perangkat-satu|203\.0\.113/);
  });
});
