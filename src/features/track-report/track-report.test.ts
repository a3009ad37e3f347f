import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import { makeNumber, showNumber } from '../../domain/report-number.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { claimCodeOf } from '../../store/claim.ts';
import type { Filed, Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { deliverNoticesTask } from '../deliver-notices/jobs.ts';

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite({ maxConnections: 8 });
  first = site.cities[0];
});
afterAll(() => site.close());

type Texts = Readonly<Record<string, string>>;

const get = (url: string, headers: Texts = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });

const post = (url: string, fields: Texts, headers: Texts = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

type Own = { readonly number: string; readonly code: string; readonly cookie: string; readonly reportId: string };

const enter = async (filed: Filed): Promise<Own> => {
  const code = filed.claimCode ?? '';
  const answer = await post('/lacak', { nomor: filed.number, kode: code });
  expect(answer.statusCode).toBe(303);
  return { number: filed.number, code, reportId: filed.reportId, cookie: `lacak=${answer.cookies[0]?.value ?? ''}` };
};

const own = async (more: Partial<Filing> = {}): Promise<Own> => enter(await fileSample(site.laksa, first, more));

const page = ({ number, cookie }: Own, query = '') => get(`/lacak/${number}${query}`, { cookie });
const act = ({ number, cookie }: Own, fields: Texts) => post(`/lacak/${number}`, fields, { cookie });
const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
const movesIn = (html: string): readonly string[] =>
  [...new Set([...html.matchAll(/name="move" value="(\w+)"/g)].map(([, move = '']) => move))].toSorted();

const staff = (number: string, by: string, command: MoveCommand) => moved(site.laksa, first, { number, by, command });

const eventsOf = ({ reportId }: Own, kind: string) =>
  site.laksa.database.inTenant(first.id, (tx) =>
    tx
      .selectFrom('report_event')
      .select(['seq', 'actor_kind'])
      .where('tenant_id', '=', first.id)
      .where('report_id', '=', reportId)
      .where('kind', '=', kind)
      .execute(),
  );

const ratingOf = ({ reportId }: Own) =>
  site.laksa.database.inTenant(first.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['rating', 'closed_reason'])
      .where('tenant_id', '=', first.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow(),
  );

const working = async ({ number }: Own) => {
  const { categories, posts } = await readCity(site.laksa, first);
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  await staff(number, 'verifikator', {
    move: 'verify',
    class: 'complaint',
    categoryId: categories[0]?.id ?? '',
    publish: { photos: [] },
  });
  await staff(number, 'koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
  await staff(number, 'petugas-lh', { move: 'accept' });
};

const resolved = async (report: Own) => {
  await working(report);
  await staff(report.number, 'petugas-lh', { move: 'answer', message: 'Sudah kami perbaiki.', proof: [] });
  await staff(report.number, 'validator', { move: 'approve' });
};

describe('the way in', () => {
  it('opens by number and code as people type them, with a cookie for this report alone', async () => {
    const { number, claimCode } = await fileSample(site.laksa, first);
    const code = claimCode ?? '';
    const answer = await post('/lacak', {
      nomor: ` ${showNumber(number)} `,
      kode: `${code.slice(0, 4)} ${code.slice(4)}`,
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/lacak/${number}`]);
    expect(answer.cookies[0]).toMatchObject({
      name: 'lacak',
      path: `/lacak/${number}`,
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 3600,
    });
    expect(Buffer.from(answer.cookies[0]?.value ?? '', 'base64url').toString('latin1')).not.toContain(number);
  });

  it('answers a wrong number, a wrong code and the other city alike', async () => {
    const { number, claimCode } = await fileSample(site.laksa, first);
    const elsewhere = await fileSample(site.laksa, site.cities[1]);
    const answers = await Promise.all([
      post('/lacak', { nomor: number, kode: '00000000' }),
      post('/lacak', { nomor: '1234567894', kode: '00000000' }),
      post('/lacak', { nomor: elsewhere.number, kode: elsewhere.claimCode ?? '' }),
      post('/lacak', { nomor: elsewhere.number, kode: claimCode ?? '' }),
    ]);
    // What was typed stands in its fields again; nothing else tells them apart.
    const shown = answers.map(({ statusCode, body }) => `${statusCode} ${body.replaceAll(/\d{8,10}/g, 'N')}`);
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toMatch(/^403 .*tidak cocok/s);
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
  });

  it('says which field cannot be read, and keeps the number', async () => {
    const answer = await post('/lacak', { nomor: '123 456 7890', kode: 'abc' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="123 456 7890"');
    expect(answer.body).toContain('Ini bukan nomor laporan');
    expect(answer.body).toContain('delapan angka');
  });

  it('after ten wrong codes in an hour, also at once, takes not even the right one; an hour later it does', async () => {
    const { number, claimCode } = await fileSample(site.laksa, first);
    const wrong = await Promise.all(
      Array.from({ length: 14 }, (_, index) => post('/lacak', { nomor: number, kode: `0000000${index % 10}` })),
    );
    expect(wrong.filter(({ statusCode }) => statusCode === 403)).toHaveLength(10);
    expect(wrong.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);
    const barred = await post('/lacak', { nomor: number, kode: claimCode ?? '' });
    expect(barred.statusCode).toBe(429);
    expect(Number(barred.headers['retry-after'])).toBeGreaterThan(0);
    expect(barred.body).toContain('diterima lagi mulai Senin 23 November pukul 10.00.');
    const english = await post('/lacak', { nomor: number, kode: claimCode ?? '' }, { 'accept-language': 'en' });
    expect(english.body).toContain('are taken again from Monday 23 November, 10:00.');
    site.clock.advance(3_600_000);
    expect((await post('/lacak', { nomor: number, kode: claimCode ?? '' })).statusCode).toBe(303);
  });

  it('stays open in a browser that was let in, whoever tries wrong codes meanwhile', async () => {
    const report = await own();
    for (let tries = 0; tries < 10; tries += 1) await post('/lacak', { nomor: report.number, kode: '00000000' });
    expect((await post('/lacak', { nomor: report.number, kode: report.code })).statusCode).toBe(429);
    expect((await page(report)).statusCode).toBe(200);
    expect((await act(report, { move: 'message', message: 'Saya masih di sini.' })).statusCode).toBe(303);
  });

  it('limits tries at a number that is nobody’s the same way', async () => {
    const nomor = makeNumber(() => 0.77);
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1)
      statuses.push((await post('/lacak', { nomor, kode: '12345678' })).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
  });

  it('after thirty wrong codes is closed for ever, until a new code is asked for', async () => {
    const filed = await fileSample(site.laksa, first, { identity: { email: 'tiga.puluh@contoh.id' } });
    for (let count = 0; count < 30; count += 1) {
      if (count % 10 === 0) site.clock.advance(3_600_000);
      await post('/lacak', { nomor: filed.number, kode: '00000000' });
    }
    site.clock.advance(7 * 86_400_000);
    const closed = await post('/lacak', { nomor: filed.number, kode: filed.claimCode ?? '' });
    expect(closed.statusCode).toBe(429);
    expect(closed.headers['retry-after']).toBeUndefined();
    expect(closed.body).toContain('hanya dapat dibuka lewat kontak yang Anda berikan');
    await post('/lacak/kode-baru', { nomor: filed.number, kontak: 'Tiga.Puluh@contoh.id' });
    const kode = claimCodeOf(site.laksa.keyring, { tenantId: first.id, reportId: filed.reportId, generation: 2 });
    expect((await post('/lacak', { nomor: filed.number, kode })).statusCode).toBe(303);
  });

  it('leads nowhere with no cookie, a touched one, that of another report or of the other city', async () => {
    const [mine, other] = [await own(), await own()];
    const twin = await fileSample(site.laksa, site.cities[1]);
    for (const cookie of ['', `${mine.cookie.slice(0, -2)}xx`, 'lacak=x', other.cookie])
      expect((await page({ ...mine, cookie })).headers.location).toBe(`/lacak?nomor=${mine.number}`);
    const abroad = await get(`/lacak/${mine.number}`, { host: 'dua.example', cookie: mine.cookie });
    expect(abroad.headers.location).toBe(`/lacak?nomor=${mine.number}`);
    expect((await get(`/lacak/${twin.number}`, { cookie: mine.cookie })).statusCode).toBe(303);
    const barred = await post(
      `/lacak/${mine.number}`,
      { move: 'message', message: 'bukan saya' },
      { cookie: other.cookie },
    );
    expect(barred.statusCode).toBe(403);
    expect(await eventsOf(mine, 'message_sent')).toEqual([]);
  });

  it('ends after an hour unused; what was being typed is taken along through the code', async () => {
    const report = await own();
    site.clock.advance(3_600_001);
    const asked = await act(report, { move: 'message', version: '1', message: 'Kata <panjang> saya' });
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain('name="message" value="Kata &lt;panjang> saya"');
    const back = await post('/lacak', {
      nomor: report.number,
      kode: report.code,
      move: 'message',
      version: '1',
      message: 'Kata <panjang> saya',
    });
    expect(back.statusCode).toBe(200);
    expect(back.body).toContain('>Kata &lt;panjang> saya</textarea>');
    expect(await eventsOf(report, 'message_sent')).toEqual([]);
  });

  it('closes on this device when asked to', async () => {
    const report = await own();
    const answer = await post(`/lacak/${report.number}/keluar`, {}, { cookie: report.cookie });
    expect(answer.cookies).toMatchObject([
      { name: 'lacak', value: '', path: `/lacak/${report.number}` },
      { name: 'surat', value: '', path: `/lacak/${report.number}` },
      { name: 'kode_tampil', value: '', path: '/lacak/kode-baru' },
      { name: 'laporan_terkirim', value: 'keluar', path: '/lapor', httpOnly: true },
    ]);
  });
});

describe('the report of its reporter', () => {
  it('shows the running promise, what was said, and who read the identity', async () => {
    const report = await own();
    await site.laksa.database.inTenant(first.id, async (tx) => {
      const { readPerson } = await import('../../store/person.ts');
      const row = await tx
        .selectFrom('report')
        .select('reporter_id')
        .where('tenant_id', '=', first.id)
        .where('id', '=', report.reportId)
        .executeTakeFirstOrThrow();
      const { posts } = await readCity(site.laksa, first);
      await readPerson(
        tx,
        { keyring: site.laksa.keyring, tenantId: first.id, at: first.clock.now() },
        {
          personId: row.reporter_id ?? '',
          fields: ['phone'],
          ground: 'handling',
          reportId: report.reportId,
          postId: posts.find(({ slug }) => slug === 'koordinator')?.id ?? null,
        },
      );
    });
    const { body, headers } = await page(report);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatch(/Tanggapan pertama paling lambat \w+ \d+ \w+ pukul [\d.]+, 24 jam lagi\./);
    expect(body).toContain('Ada lubang besar di depan sekolah.');
    expect(body).toContain('Koordinator pengaduan membaca nomor telepon untuk menangani laporan');
    expect(body).toContain('Petugas yang membuka identitas (1 kali)');
    expect(body).not.toContain('<script');
  });

  it('says what happens next, and who has to do it', async () => {
    const report = await own();
    expect((await page(report)).body).toContain('Selanjutnya: petugas memeriksanya');
    await working(report);
    expect((await page(report)).body).toContain(
      'Selanjutnya: Dinas Lingkungan Hidup menjawab dengan hasil pekerjaannya.',
    );
    await act(report, { move: 'withdraw', sure: '1' });
    expect((await page(report)).body).not.toContain('Selanjutnya:');
  });

  it('counts the letters that were addressed apart from the officers who looked', async () => {
    const report = await own();
    const deliver = deliverNoticesTask({ ...site.laksa, sendMail: async () => undefined });
    const job = { jobId: '1', attempts: 1, signal: new AbortController().signal };
    await deliver.run({ tenantId: first.id, reportId: report.reportId }, job);
    await staff(report.number, 'verifikator', { move: 'message', message: 'Terima kasih.' });
    site.clock.advance(2 * 60_000);
    await deliver.run({ tenantId: first.id, reportId: report.reportId }, job);
    const { body } = await page(report);
    expect(body).toContain('Petugas yang membuka identitas (0 kali)');
    expect(body).toContain('Belum ada petugas yang membacanya.');
    expect(body).toMatch(/alamat email untuk mengirim kabar kepada Anda: 2 kali, terakhir \w+ \d+ \w+ pukul/);
  });

  it('shows questions, messages and reasons; never notes, proposals, why an answer was sent back, or one not yet approved', async () => {
    const report = await own();
    await working(report);
    await staff(report.number, 'petugas-lh', { move: 'note', message: 'CATATAN DALAM' });
    await staff(report.number, 'petugas-lh', { move: 'message', message: 'Kami datang besok.' });
    await staff(report.number, 'petugas-lh', { move: 'answer', message: 'JAWABAN PERTAMA', proof: [] });
    await staff(report.number, 'validator', { move: 'send_back', reason: 'words_unclear', message: 'KURANG JELAS' });
    await staff(report.number, 'petugas-lh', { move: 'answer', message: 'JAWABAN KEDUA', proof: [] });
    const before = (await page(report)).body;
    expect(before).toContain('Kami datang besok.');
    expect(before).not.toMatch(/CATATAN DALAM|KURANG JELAS|JAWABAN/);
    expect(before).not.toContain('Catatan petugas');
    expect(before).toContain('Jawaban dikembalikan untuk diperbaiki');
    await staff(report.number, 'validator', { move: 'approve' });
    const after = (await page(report)).body;
    expect(after).toContain('JAWABAN KEDUA');
    expect(after).not.toContain('JAWABAN PERTAMA');
  });

  it('offers exactly the moves of its state', async () => {
    const report = await own();
    expect(movesIn((await page(report)).body)).toEqual(['message', 'withdraw']);
    await staff(report.number, 'verifikator', {
      move: 'ask_reporter',
      reason: 'place_unclear',
      message: 'Di sebelah mana <persisnya>?',
    });
    const asked = (await page(report)).body;
    expect(movesIn(asked)).toEqual(['message', 'provide_info', 'withdraw']);
    expect(asked).toContain('Di sebelah mana &lt;persisnya>?');
    const other = await own();
    await resolved(other);
    expect(movesIn((await page(other)).body)).toEqual(['confirm', 'dispute', 'message', 'withdraw']);
  });
});

describe('the time the reporter has', () => {
  it('stands beside the question, with what happens after it, whatever else runs', async () => {
    const report = await own({ kind: 'information_request' });
    await staff(report.number, 'verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' });
    const { body } = await page(report);
    expect(body).toMatch(
      /Giliran Anda<\/h2><p>Anda dapat melengkapi paling lambat \w+ \d+ \w+ pukul [\d.]+, \d+ hari lagi; sesudah itu laporan ditutup\./,
    );
    expect((await page(report, '?lang=en')).body).toMatch(
      /You can give what is missing until \w+ \d+ \w+, [\d:]+, \d+ days/,
    );
    expect(body).toMatch(/Pemeriksaan laporan: berhenti sejak/);
    expect(body).not.toMatch(/informasi publik[^<]*berhenti/);
  });

  it('stands beside the answer, and is no delay of anybody when it is over', async () => {
    const report = await own();
    await resolved(report);
    expect((await page(report)).body).toMatch(
      /menyatakan selesai atau menyanggah paling lambat [^<]+ hari lagi; sesudah itu laporan ditutup\./,
    );
    site.clock.advance(60 * 86_400_000);
    const entered = await post('/lacak', { nomor: report.number, kode: report.code });
    const late = (await page({ ...report, cookie: `lacak=${entered.cookies[0]?.value ?? ''}` })).body;
    expect(late).toContain('Kesempatan Anda menanggapi');
    expect(late).not.toMatch(/Keterlambatan ini tercatat|menyanggah paling lambat/);
  });
});

describe('a move of the reporter', () => {
  it('is made once, also when the form is sent twice at once, and again later', async () => {
    const report = await own();
    const fields = { move: 'message', version: versionIn((await page(report)).body), message: 'Mohon dipercepat.' };
    const answers = await Promise.all([act(report, fields), act(report, fields), act(report, fields)]);
    answers.push(await act(report, fields));
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual(
      Array.from({ length: 4 }, () => [303, `/lacak/${report.number}?selesai=message`]),
    );
    expect(await eventsOf(report, 'message_sent')).toHaveLength(1);
    expect((await page(report, '?selesai=message')).body).toContain('Pesan Anda sudah terkirim');
    const next = { ...fields, version: versionIn((await page(report)).body) };
    expect((await act(report, next)).statusCode).toBe(303);
    expect(await eventsOf(report, 'message_sent')).toHaveLength(2);
  });

  it('without a version is not doubled either when it is sent again', async () => {
    const report = await own();
    await act(report, { move: 'message', message: 'Tanpa versi.' });
    await act(report, { move: 'message', message: 'Tanpa versi.' });
    expect(await eventsOf(report, 'message_sent')).toHaveLength(1);
  });

  it('answers a question, and the time runs again', async () => {
    const report = await own();
    await staff(report.number, 'verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' });
    expect((await act(report, { move: 'provide_info', message: '' })).statusCode).toBe(422);
    const answer = await act(report, { move: 'provide_info', version: '2', message: 'Di depan warung.' });
    expect(answer.headers.location).toBe(`/lacak/${report.number}?selesai=provide_info`);
    expect((await page(report)).body).toContain('Di depan warung.');
  });

  it('against a report that moved on shows what changed and keeps what was typed', async () => {
    const report = await own();
    const version = versionIn((await page(report)).body);
    await staff(report.number, 'verifikator', { move: 'message', message: 'Kami sedang memeriksa.' });
    const answer = await act(report, { move: 'message', version, message: 'Kapan diperiksa?' });
    expect(answer.statusCode).toBe(412);
    expect(answer.body).toContain('>Kapan diperiksa?</textarea>');
    expect(answer.body).toMatch(/Yang berubah sejak Anda membukanya.*Kami sedang memeriksa\./s);
    const again = await act(report, { move: 'message', version: versionIn(answer.body), message: 'Kapan diperiksa?' });
    expect(again.statusCode).toBe(303);
  });

  it('that the state does not allow is refused, and the words are not lost', async () => {
    const report = await own();
    const answer = await act(report, { move: 'dispute', reason: 'not_done', message: 'Belum juga.' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Belum juga.');
  });

  it('that lacks something says what, and keeps the rest', async () => {
    const report = await own();
    await resolved(report);
    const answer = await act(report, { move: 'dispute', reason: '', message: 'Masih berlubang.' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#field-dispute-reason"');
    expect(answer.body).toContain('>Masih berlubang.</textarea>');
    expect((await act(report, { move: 'confirm', rating: '9' })).statusCode).toBe(422);
    expect((await act(report, { move: 'message', message: 'x'.repeat(10_001) })).statusCode).toBe(422);
  });

  it('confirms with a rating in words; sent twice it stays one', async () => {
    const report = await own();
    await resolved(report);
    const fields = {
      move: 'confirm',
      version: versionIn((await page(report)).body),
      rating: '5',
      message: 'Terima kasih',
    };
    for (const answer of await Promise.all([act(report, fields), act(report, fields)]))
      expect(answer.headers.location).toBe(`/lacak/${report.number}?selesai=confirm`);
    expect(await eventsOf(report, 'confirmed')).toEqual([{ seq: expect.any(Number), actor_kind: 'reporter' }]);
    const { body } = await page(report);
    expect(body).toContain('Pelapor menyatakan selesai');
    expect(body).toContain('Nilai 5 dari 5');
  });

  it('reads above an answer that they disputed when that was, and that it is one of before once work goes on', async () => {
    const report = await own();
    await resolved(report);
    expect((await page(report)).body).toContain('<h2>Jawaban</h2>');
    await act(report, { move: 'dispute', reason: 'not_done', message: 'Masih berlubang.' });
    expect((await page(report)).body).toMatch(/<h2>Jawaban yang disanggah \d+ \p{L}+ 20\d\d<\/h2>/u);
    await staff(report.number, 'koordinator', { move: 'reopen', reason: 'reporter_is_right', message: 'Benar.' });
    expect((await page(report)).body).toMatch(/<h2>Jawaban sebelumnya, disanggah \d+ \p{L}+ 20\d\d<\/h2>/u);
  });

  it('reads the answer of the report that theirs was merged into, and replies to it for themselves', async () => {
    const [voice, primary] = [await own(), await own()];
    await staff(voice.number, 'verifikator', { move: 'merge', primaryId: primary.reportId });
    await resolved(primary);
    const { body } = await page(voice);
    expect(body).toContain('Sudah kami perbaiki.');
    expect(body).toContain('Jawaban bersama disampaikan');
    expect(movesIn(body)).toEqual(['confirm', 'dispute', 'message', 'withdraw']);
    const dispute = { move: 'dispute', version: versionIn(body), reason: 'not_done', message: 'Di sini belum.' };
    expect((await act(voice, dispute)).statusCode).toBe(303);
    expect(await eventsOf(voice, 'disputed')).toHaveLength(1);
    expect(await eventsOf(primary, 'disputed')).toEqual([]);
  });

  it('with a rating of one or two is offered the other way first', async () => {
    const report = await own();
    await resolved(report);
    const offer = await act(report, { move: 'confirm', rating: '1', message: 'Masih rusak' });
    expect(offer.statusCode).toBe(200);
    expect(movesIn(offer.body)).toEqual(['confirm', 'dispute']);
    expect(offer.body).toContain('>Masih rusak</textarea>');
    expect(await eventsOf(report, 'confirmed')).toEqual([]);
    const dispute = { move: 'dispute', version: versionIn(offer.body), reason: 'not_done', message: 'Masih rusak' };
    expect((await act(report, { ...dispute, rating: '9' })).statusCode).toBe(422);
    const disputed = await act(report, { ...dispute, rating: '1' });
    expect(disputed.headers.location).toBe(`/lacak/${report.number}?selesai=dispute`);
    expect(offer.body).toContain('name="rating" value="1"');
    expect(await ratingOf(report)).toMatchObject({ rating: 1 });
    const other = await own();
    await resolved(other);
    expect((await act(other, { move: 'confirm', rating: '2', sure: '1' })).statusCode).toBe(303);
  });

  it('keeps its rating when an objection to it is refused', async () => {
    const report = await own();
    await resolved(report);
    await act(report, { move: 'confirm', rating: '2', sure: '1' });
    await act(report, { move: 'dispute', reason: 'not_done', message: 'Masih rusak' });
    expect((await act(report, { move: 'dispute', reason: 'not_done', message: 'x', rating: '9' })).statusCode).toBe(
      409,
    );
    await staff(report.number, 'koordinator', { move: 'uphold', reason: 'answer_is_right', message: 'Sudah selesai.' });
    expect(await ratingOf(report)).toEqual({ rating: 2, closed_reason: 'upheld' });
  });

  it('is shown the way to the Ombudsman once the decision against it stands, and not before', async () => {
    const ways = async (one: Own) => [(await page(one)).body, (await page(one, '?lang=en')).body];
    const [indonesian, english] = [
      'ke Ombudsman RI: ombudsman.go.id.',
      'to the Ombudsman of Indonesia: ombudsman.go.id.',
    ];
    const upheld = await own();
    await resolved(upheld);
    await act(upheld, { move: 'dispute', reason: 'not_done', message: 'Masih rusak' });
    for (const body of await ways(upheld)) expect(body).not.toContain('ombudsman.go.id');
    await staff(upheld.number, 'koordinator', { move: 'uphold', reason: 'answer_is_right', message: 'Sudah selesai.' });
    const rejected = await own();
    for (const by of ['verifikator', 'verifikator-2'])
      await staff(rejected.number, by, { move: 'reject', reason: 'prank', message: 'Bukan laporan.' });
    for (const report of [upheld, rejected]) {
      const [first = '', second = ''] = await ways(report);
      expect(first).toContain(indonesian);
      expect(second).toContain(english);
    }
  });

  it('withdraws only when it is said twice', async () => {
    const report = await own();
    const asked = await act(report, { move: 'withdraw' });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('name="sure" value="1"');
    expect(await eventsOf(report, 'withdrawn')).toEqual([]);
    const fields = { move: 'withdraw', sure: '1', version: versionIn(asked.body) };
    for (const answer of await Promise.all([act(report, fields), act(report, fields)]))
      expect(answer.headers.location).toBe(`/lacak/${report.number}?selesai=withdraw`);
    expect(await eventsOf(report, 'withdrawn')).toHaveLength(1);
    const { body } = await page(report);
    expect(body).toContain('Ditarik oleh pelapor');
    expect(body).toContain('name="step" value="edit"');
    expect(body).toContain(`Lanjutan laporan ${showNumber(report.number)}.`);
  });

  it('is never a move of somebody else', async () => {
    const report = await own();
    for (const move of ['verify', 'approve', 'close', 'note', 'constructor', ''])
      expect((await act(report, { move, message: 'x' })).headers.location).toBe(`/lacak/${report.number}`);
    expect(versionIn((await page(report)).body)).toBe('1');
  });
});

/** How many letters with a new code, written now, wait to be sent for a report. */
const lettersFor = async ({ reportId }: Pick<Own, 'reportId'>): Promise<number> => {
  const client = new pg.Client({ connectionString: site.url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'send-claim-code' and j.payload ->> 'reportId' = $1 and j.payload ->> 'writtenAt' = $2`,
      [reportId, first.clock.now().toISOString()],
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
};

describe('a lost code', () => {
  const queued = async ({ reportId }: Pick<Own, 'reportId'>) =>
    site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .selectFrom('report')
        .select(['claim_generation', 'claim_offered'])
        .where('tenant_id', '=', first.id)
        .where('id', '=', reportId)
        .executeTakeFirstOrThrow(),
    );

  const codeOf = ({ reportId }: Pick<Own, 'reportId'>, generation: number) =>
    claimCodeOf(site.laksa.keyring, { tenantId: first.id, reportId, generation });

  it('is replaced for the contact given, mail or telephone, once the new one is used; the old code and the browsers it let in are shut out then', async () => {
    const report = await own({ identity: { email: 'hilang@contoh.id', phone: '+6281234567890' } });
    expect(await lettersFor(report)).toBe(0);
    const answer = await post('/lacak/kode-baru', { nomor: showNumber(report.number), kontak: '0812 3456 7890' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/lacak/kode-baru?diminta=1']);
    expect(await queued(report)).toEqual({ claim_generation: 1, claim_offered: 2 });
    expect(await lettersFor(report)).toBe(1);
    expect((await post('/lacak', { nomor: report.number, kode: report.code })).statusCode).toBe(303);
    expect((await page(report)).statusCode).toBe(200);
    expect((await post('/lacak', { nomor: report.number, kode: codeOf(report, 3) })).statusCode).toBe(403);
    expect((await post('/lacak', { nomor: report.number, kode: codeOf(report, 2) })).statusCode).toBe(303);
    expect(await queued(report)).toEqual({ claim_generation: 2, claim_offered: 2 });
    expect((await page(report)).headers.location).toBe(`/lacak?nomor=${report.number}`);
    expect((await act(report, { move: 'message', message: 'masih saya?' })).statusCode).toBe(403);
    expect((await post('/lacak', { nomor: report.number, kode: report.code })).statusCode).toBe(403);
  });

  it('is answered alike whether or not the contact is the right one', async () => {
    const report = await own({ identity: { email: 'benar@contoh.id' } });
    const nameless = await own({ identity: {} });
    const answers = await Promise.all([
      post('/lacak/kode-baru', { nomor: report.number, kontak: 'salah@contoh.id' }),
      post('/lacak/kode-baru', { nomor: nameless.number, kontak: 'salah@contoh.id' }),
      post('/lacak/kode-baru', { nomor: '1234567894', kontak: 'benar@contoh.id' }),
      post('/lacak/kode-baru', { nomor: report.number, kontak: 'benar@contoh.id' }, { host: 'dua.example' }),
    ]);
    expect(
      new Set(answers.map(({ statusCode, headers, body }) => `${statusCode} ${headers.location} ${body}`)).size,
    ).toBe(1);
    expect(await queued(report)).toEqual({ claim_generation: 1, claim_offered: null });
  });

  it('is replaced three times a day at most', async () => {
    const report = await own({ identity: { email: 'sering@contoh.id' } });
    for (let count = 0; count < 5; count += 1)
      await post('/lacak/kode-baru', { nomor: report.number, kontak: 'sering@contoh.id' });
    expect(await queued(report)).toEqual({ claim_generation: 1, claim_offered: 4 });
  });

  it('came in several letters: any of them opens, the ones before it do not any more', async () => {
    const report = await own({ identity: { email: 'dua.surat@contoh.id' } });
    for (let count = 0; count < 3; count += 1)
      await post('/lacak/kode-baru', { nomor: report.number, kontak: 'dua.surat@contoh.id' });
    const tried = [];
    for (const generation of [3, 2, 1, 4, 3])
      tried.push((await post('/lacak', { nomor: report.number, kode: codeOf(report, generation) })).statusCode);
    expect(tried).toEqual([303, 403, 403, 303, 403]);
  });

  it('asked for by somebody else locks nobody out', async () => {
    const report = await own({ identity: { email: 'korban@contoh.id' } });
    for (let count = 0; count < 3; count += 1)
      await post('/lacak/kode-baru', { nomor: report.number, kontak: 'korban@contoh.id' });
    expect((await page(report)).statusCode).toBe(200);
    expect((await post('/lacak', { nomor: report.number, kode: report.code })).statusCode).toBe(303);
  });

  it('stays as it is where no letter leaves, and the page says so', async () => {
    const quiet = await startTestSite({ keepsLetters: true });
    const [city] = quiet.cities;
    const email = 'tanpa.surat@contoh.id';
    const { number, claimCode } = await fileSample(quiet.laksa, city, { identity: { email } });
    const ask = (url: string, payload?: URLSearchParams) =>
      quiet.app.inject({
        url,
        headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
        ...(payload === undefined ? {} : { method: 'POST', payload: payload.toString() }),
      });
    const asked = await ask('/lacak/kode-baru', new URLSearchParams({ nomor: number, kontak: email }));
    const told = (await ask(String(asked.headers.location))).body;
    expect(told).toContain('Kode lama Anda tetap berlaku');
    expect(told).not.toContain('href="/lapor/terkirim"');
    const known = { host: 'satu.example', cookie: 'kode_tampil=1' };
    expect((await quiet.app.inject({ url: '/lacak/kode-baru', headers: known })).body).toContain(
      'href="/lapor/terkirim"',
    );
    const opened = await ask('/lacak', new URLSearchParams({ nomor: number, kode: claimCode ?? '' }));
    expect(opened.headers.location).toBe(`/lacak/${number}`);
    await quiet.close();
  });

  it('without a readable contact says so and keeps what was typed', async () => {
    const answer = await post('/lacak/kode-baru', { nomor: '123', kontak: 'rumah biru' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="rumah biru"');
  });
});
