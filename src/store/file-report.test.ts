import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { fileSample, sampleFiling } from '../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { fileOnce, type Filed, type Filing } from './file-report.ts';
import { formStage } from './photo-stage.ts';
import { stagePhotos } from './staged-photos.ts';
import { takePhoto } from './take-photo.ts';

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let site: TestInstallation;
let admin: pg.Client;

beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterEach(() => site.clock.set(mondayMorning));
afterAll(async () => {
  await admin.end();
  await site.close();
});

const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await admin.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)).rows[0]?.n ?? -1;

const fileAgain = async (filing: Filing): Promise<Filed> => fileSample(site.laksa, site.cities[0], filing);

describe('a report that is filed', () => {
  it('twenty times at once is one report, with one number and one code', async () => {
    const before = await count('laksa.person');
    const filing = sampleFiling();
    const filed = await Promise.all(Array.from({ length: 20 }, () => fileAgain(filing)));
    expect(new Set(filed.map((one) => `${one.reportId} ${one.number} ${one.claimCode}`)).size).toBe(1);
    expect(filed.filter((one) => one.isNew)).toHaveLength(1);
    const [{ reportId, claimCode } = { reportId: '', claimCode: null }] = filed;
    expect(claimCode).toMatch(/^\d{8}$/);
    expect(await count('laksa.report where id = $1', [reportId])).toBe(1);
    expect(await count('laksa.report_event where report_id = $1', [reportId])).toBe(1);
    expect(await count('laksa.report_clock where report_id = $1', [reportId])).toBe(3);
    expect(await count('laksa.notice where report_id = $1', [reportId])).toBe(1);
    expect(await count('laksa.person')).toBe(before + 1);
  });

  it('with the same form in two cities is two reports', async () => {
    const nonce = randomUUID();
    const [one, other] = await Promise.all(site.cities.map((city) => fileSample(site.laksa, city, { nonce })));
    expect(one?.isNew).toBe(true);
    expect(other?.isNew).toBe(true);
    expect(one?.reportId).not.toBe(other?.reportId);
  });

  it('shows its code again within the day, and later no more', async () => {
    const filing = sampleFiling();
    const first = await fileAgain(filing);
    site.clock.advance(23 * 3_600_000);
    expect(await fileAgain(filing)).toEqual({ ...first, isNew: false });
    site.clock.advance(3_600_000);
    expect(await fileAgain(filing)).toEqual({ ...first, isNew: false, claimCode: null });
  });

  it.each([
    ['other words', { description: 'Ada lubang besar di depan sekolah. Anak-anak jatuh!' }],
    ['no title', { title: '' }],
    ['another place', { place: 'depan SMP' }],
    ['another point on the map', { latitude: -6.1782 }],
    ['no point on the map', { latitude: null, longitude: null }],
    ['another kind', { kind: 'aspiration' }],
    ['another day', { occurredOn: null }],
    ['a village', { villageCode: '36.71.01.1001' }],
    ['the wish to be hidden', { isAnonymous: true }],
    ['the wish to be secret', { isSecret: true }],
    ['another name', { identity: { name: 'Warga Lain', email: 'warga@example.org' } }],
    ['another address', { identity: { name: 'Warga Contoh', email: 'lain@example.org' } }],
    ['nobody behind it', { identity: {} }],
    ['somebody else it is for', { subject: { name: 'Ibu Tetangga' } }],
    ['somebody else, unnamed, it is for', { subject: {} }],
  ] as const)(
    'is not the one that comes with its nonce and %s: that one is refused, and nothing of it is kept',
    async (_what, more) => {
      const { laksa, cities } = site;
      const filing = sampleFiling();
      const { reportId, number } = await fileAgain(filing);
      const before = [await count('laksa.report'), await count('laksa.person')];
      const other = await fileOnce(laksa, cities[0], { ...filing, ...more });
      expect(other).toEqual({ ok: false, refusal: { kind: 'nonce_reused', reportId, number } });
      expect([await count('laksa.report'), await count('laksa.person')]).toEqual(before);
      expect(await fileAgain({ ...filing, language: 'en' })).toMatchObject({ reportId, isNew: false });
    },
  );

  it('for somebody else is the same when it is for the same one, and not when it is for another or for none', async () => {
    const { laksa, cities } = site;
    const filing = sampleFiling({ subject: { name: 'Ibu Tetangga' } });
    const { reportId } = await fileAgain(filing);
    expect(await fileAgain(filing)).toMatchObject({ reportId, isNew: false });
    for (const subject of [{ name: 'Bapak Tetangga' }, {}, null])
      expect(await fileOnce(laksa, cities[0], { ...filing, subject })).toMatchObject({ ok: false });
  });

  it('is the same with the pictures that came with it', async () => {
    const { laksa, cities } = site;
    const filing = sampleFiling();
    const content = Readable.from([Buffer.from(onePixel, 'base64')]);
    const taken = await takePhoto(laksa, cities[0].id, { name: 'lubang.png', content, purpose: 'report' });
    if (!taken.ok) throw new Error(`the picture was not taken: ${taken.refusal.kind}`);
    await stagePhotos(laksa, formStage(laksa.keyring, cities[0].id, filing.nonce), [taken.value]);
    const { reportId } = await fileAgain(filing);
    expect(await count('laksa.photo where report_id = $1', [reportId])).toBe(1);
    expect(await fileAgain(filing)).toMatchObject({ reportId, isNew: false });
  });

  it('with other words at the same moment is refused: one is filed, the other is told', async () => {
    const { laksa, cities } = site;
    const filings = ['pertama', 'kedua'].map((words) => sampleFiling({ description: words, nonce: 'sama' }));
    const filed = await Promise.all(filings.map((filing) => fileOnce(laksa, cities[0], filing)));
    expect(filed.map((one) => (one.ok ? one.value.isNew : one.refusal.kind)).toSorted()).toEqual([
      'nonce_reused',
      true,
    ]);
  });

  it('is the same whatever has been decided about it since', async () => {
    const filing = sampleFiling();
    const { reportId } = await fileAgain(filing);
    await admin.query(
      `update laksa.report set kind = 'aspiration', village_code = '36.71.01.1001', is_secret = true where id = $1`,
      [reportId],
    );
    expect(await fileAgain(filing)).toMatchObject({ reportId, isNew: false });
  });

  it('is numbered again when the number drawn is taken', async () => {
    const { laksa, cities } = site;
    await collide(2);
    const filed = await fileSample(laksa, cities[0]);
    expect(filed.isNew).toBe(true);
    expect(await count(`laksa.report where number = $1`, [filed.number])).toBe(1);
    expect(await collisionsLeft()).toBe(0);
  });

  it('fails when no number is to be had, and leaves nothing', async () => {
    const { laksa, cities } = site;
    const before = [await count('laksa.report'), await count('laksa.person'), await count('laksa.report_event')];
    await collide(100);
    await expect(fileSample(laksa, cities[0])).rejects.toThrow('number is taken');
    expect(await collisionsLeft()).toBe(95);
    await collide(0);
    expect([await count('laksa.report'), await count('laksa.person'), await count('laksa.report_event')]).toEqual(
      before,
    );
  });

  it('keeps every word as it was sent, but for what no text can hold', async () => {
    const { laksa, cities } = site;
    const description = `JALAN RUSAK!!!\r\n\t"kutip" 'tunggal' \u00c3\u00a9 \u{1f6a7} \u202e ${'panjang '.repeat(700)}`;
    const { reportId } = await fileSample(laksa, cities[0], { description, title: 'nol\u0000 dan setengah \ud83d' });
    const { rows } = await admin.query<{ field: string; value: string }>(
      'select s.field, s.value from laksa.event_secret s join laksa.report_event e on e.tenant_id = s.tenant_id and e.id = s.event_id where e.report_id = $1',
      [reportId],
    );
    const words = new Map(rows.map((row) => [row.field, row.value]));
    expect(words.get('description')).toBe(description);
    expect(words.get('title')).toBe('nol dan setengah \ufffd');
  });

  it('by somebody who tells nothing of themselves has no person and no notice', async () => {
    const { laksa, cities } = site;
    const before = await count('laksa.person');
    const { reportId } = await fileSample(laksa, cities[0], { identity: {} });
    expect(await count('laksa.person')).toBe(before);
    expect(await count('laksa.notice where report_id = $1', [reportId])).toBe(0);
  });
});

/** Makes the next so many inserts of a report meet a number that is taken. A sequence counts them: it is not rolled back with the insert. */
const collide = async (times: number): Promise<void> => {
  await admin.query(`
    drop trigger if exists collide on laksa.report;
    drop sequence if exists ops.collisions;
    create sequence ops.collisions minvalue 0 start ${times + 1};
    create or replace function ops.collide() returns trigger language plpgsql security definer as $$
    begin
      if (select last_value from ops.collisions) > 1 then
        perform setval('ops.collisions', (select last_value from ops.collisions) - 1);
        raise exception 'number is taken' using errcode = 'unique_violation', constraint = 'report_number_unique';
      end if;
      return new;
    end $$;
    create trigger collide before insert on laksa.report for each row execute function ops.collide()`);
};

const collisionsLeft = async (): Promise<number> =>
  Number((await admin.query<{ last_value: string }>('select last_value from ops.collisions')).rows[0]?.last_value) - 1;
