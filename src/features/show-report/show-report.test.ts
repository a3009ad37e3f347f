import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import { showNumber } from '../../domain/report-number.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { readPublicReport } from './queries.ts';

let site: TestSite;
let first: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  first = site.cities[0];
});
afterAll(() => site.close());

const get = (url: string, host = 'satu.example') => site.app.inject({ url, headers: { host } });

const move = async (number: string, by: string, command: MoveCommand) =>
  moved(site.laksa, first, { number, by, command });

type Publish = { readonly title?: string; readonly description?: string };

const verified = async (
  publish: Publish,
  more: Partial<Filing> = {},
  reportClass: 'complaint' | 'berkadar' | 'information_request' = 'complaint',
) => {
  const { number } = await fileSample(site.laksa, first, more);
  const { categories } = await readCity(site.laksa, first);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  await move(number, 'verifikator', {
    move: 'verify',
    class: reportClass,
    categoryId,
    publish: { photos: [], ...publish },
  });
  return number;
};

const reportIds = (numbers: readonly string[]) =>
  site.laksa.database.inTenant(first.id, (tx) =>
    tx.selectFrom('report').select('id').where('tenant_id', '=', first.id).where('number', 'in', numbers).execute(),
  );

const assigned = async (number: string) => {
  const { posts } = await readCity(site.laksa, first);
  const post = posts.find(({ slug }) => slug === 'petugas-lh');
  await move(number, 'koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
};

describe('a public report', () => {
  it('shows what was published, who has it, and how its promise runs; never what was typed or by whom', async () => {
    const number = await verified(
      { title: 'Sampah di pasar', description: 'Sampah <menumpuk>.' },
      { description: 'Sampah. Telepon saya 0812', villageCode: '36.71.01.1001' },
    );
    await assigned(number);
    const page = await get(`/laporan/${number}`);
    expect(page.statusCode).toBe(200);
    for (const words of [
      'Sampah di pasar',
      'Sampah &lt;menumpuk>.',
      'Didisposisikan',
      'Dinas Lingkungan Hidup',
      'Sukarasa, Tangerang',
      'paling lambat',
      '24 jam lagi',
      showNumber(number),
    ])
      expect(page.body).toContain(words);
    for (const words of ['0812', 'Warga Contoh', 'warga@example.org', 'depan SD', '<script>', '<script src'])
      expect(page.body).not.toContain(words);
  });

  it('tells the date that an officer promised from the one that a rule sets', async () => {
    const number = await verified({ title: 'Dua tanggal', description: 'Dua tanggal.' });
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    const told = 'Batas waktu menurut aturan tidak bergeser karenanya.';
    expect((await get(`/laporan/${number}`)).body).not.toContain(told);
    await move(number, 'petugas-lh', { move: 'postpone', reason: 'weather', until: '2026-12-18' });
    expect((await get(`/laporan/${number}`)).body).toContain(told);
  });

  it('says in a word that a promise was not kept', async () => {
    const number = await verified({ title: 'Terlambat', description: 'Terlambat.' });
    site.clock.advance(3 * 86_400_000);
    expect((await get(`/laporan/${number}`)).body).toMatch(
      /<span class="tag tag-late">Terlambat<\/span> Tanggapan pertama paling lambat [^<]+, lewat 2 hari/,
    );
    expect((await get('/laporan')).body).toContain('<span class="tag tag-late">Terlambat 2 hari</span>');
  });

  it('shows the approved answer, not what the agencies wrote before', async () => {
    const number = await verified({ title: 'Dijawab', description: 'Dijawab.' });
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Kami kerjakan hari ini.' });
    await move(number, 'petugas-lh', { move: 'note', message: 'catatan rahasia' });
    await move(number, 'petugas-lh', { move: 'answer', message: 'Sudah diangkut.', proof: [] });
    const before = await get(`/laporan/${number}`);
    expect(before.body).not.toContain('Sudah diangkut.');
    expect(before.body).not.toContain('Catatan petugas');
    await move(number, 'validator', { move: 'approve' });
    const after = await get(`/laporan/${number}`);
    expect(after.body).toContain('Sudah diangkut.');
    expect(after.body).toMatch(/Dijawab oleh Dinas Lingkungan Hidup, \d+ \p{L}+ 20\d\d/u);
    expect(after.body).not.toMatch(/catatan rahasia|Kami kerjakan hari ini/);
  });

  it('heads an answer that was disputed with the day, and one of before as such', async () => {
    const number = await verified({ title: 'Dibuka lagi', description: 'Menumpuk.' });
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(number, 'petugas-lh', { move: 'answer', message: 'Sudah dikosongkan.', proof: [] });
    await move(number, 'validator', { move: 'approve' });
    const standing = (await get(`/laporan/${number}`)).body;
    for (const words of ['<h2>Jawaban</h2>', '"@type":"Comment"']) expect(standing).toContain(words);
    const dispute = { move: 'dispute', reason: 'not_done', message: 'Masih penuh.' } as const;
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: dispute });
    expect((await get(`/laporan/${number}`)).body).toMatch(/<h2>Jawaban yang disanggah \d+ \p{L}+ 20\d\d<\/h2>/u);
    await move(number, 'koordinator', { move: 'reopen', reason: 'reporter_is_right', message: 'Kami kembali.' });
    const { body } = await get(`/laporan/${number}`);
    expect(body).toMatch(/<h2>Jawaban sebelumnya, disanggah \d+ \p{L}+ 20\d\d<\/h2>/u);
    expect(body).toMatch(/Belum ada jawaban baru\..*Sudah dikosongkan\./s);
    expect(body).not.toContain('"@type":"Comment"');
    expect(body).not.toContain('<h2>Jawaban</h2>');
    await move(number, 'petugas-lh', { move: 'answer', message: 'Sudah diangkut lagi.', proof: [] });
    expect((await get(`/laporan/${number}`)).body).toContain('sedang diperiksa petugas lain');
  });

  it('whose answer was sent back says so, and that it is being mended; not why', async () => {
    const number = await verified({ title: 'Dikembalikan', description: 'Dikembalikan.' });
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(number, 'petugas-lh', { move: 'answer', message: 'Sudah.', proof: [] });
    await move(number, 'validator', { move: 'send_back', reason: 'words_unclear', message: 'kata rahasia' });
    const { body } = await get(`/laporan/${number}`);
    expect(body).toContain('Jawaban dikembalikan untuk diperbaiki');
    expect(body).toContain('mengembalikan jawabannya untuk diperbaiki');
    expect(body).not.toMatch(/Belum ada jawaban|kata rahasia|Sudah\./);
  });

  it('that asks for information names both dates that run, the earliest first, each with its rule', async () => {
    const number = await verified(
      { title: 'Anggaran', description: 'Berapa?' },
      { kind: 'information_request' },
      'information_request',
    );
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Kami carikan.' });
    await move(number, 'koordinator', { move: 'extend', message: 'Arsip lama.' });
    const { body } = await get(`/laporan/${number}`);
    const places = [
      'Jawaban atas laporan paling lambat',
      'href="/bantuan/dasar-hukum#answer-information_request"',
      'Jawaban permintaan informasi publik paling lambat',
      'href="/bantuan/dasar-hukum#kip"',
    ].map((words) => body.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('leads to its agency, its kelurahan and the map there', async () => {
    const number = await verified({ title: 'Tautan', description: 'Ada.' }, { villageCode: '36.71.01.1001' });
    await assigned(number);
    const { body } = await get(`/laporan/${number}`);
    for (const href of ['/instansi/dinas-lh', '/wilayah/36.71.01.1001', '/peta?wilayah=36.71.01.1001'])
      expect(body).toContain(`<a href="${href}">`);
  });

  it('that is handled with another says so at the top, and who does it', async () => {
    const primary = await verified({ title: 'Utama', description: 'Utama.' });
    const other = await verified({ title: 'Serupa', description: 'Serupa.' });
    const { id } = (await reportIds([primary]))[0] ?? { id: '' };
    await move(other, 'koordinator', { move: 'merge', primaryId: id });
    await assigned(primary);
    await move(primary, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(primary, 'petugas-lh', { move: 'answer', message: 'Bersih semua.', proof: [] });
    await move(primary, 'validator', { move: 'approve' });
    const { body } = await get(`/laporan/${other}`);
    const top = body.slice(0, body.indexOf('<h2>'));
    expect(top).toContain(`<a href="/laporan/${primary}">Laporan ${showNumber(primary)}</a>`);
    expect(body).toContain('href="/instansi/dinas-lh"');
    await move(primary, 'verifikator', { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' });
    const later = (await get(`/laporan/${other}`)).body;
    expect(later).not.toContain(primary);
    expect(later).not.toContain('href="/instansi/dinas-lh"');
  });

  it('takes out of the database only what everyone may see happening, by a question that is planned once', async () => {
    const number = await verified({ title: 'Catatan', description: 'Catatan.' });
    await move(number, 'verifikator', { move: 'note', message: 'catatan rahasia' });
    await move(number, 'verifikator', { move: 'message', message: 'hanya untuk pelapor' });
    await move(number, 'koordinator', { move: 'retitle', title: 'Judul lain' });
    await assigned(number);
    const { report, plans } = await site.laksa.database.inTenant(first.id, async (tx) => ({
      report: await readPublicReport(tx, first.id, number),
      plans: (await sql`select name from pg_prepared_statements where name = 'public_report'`.execute(tx)).rows,
    }));
    expect(report?.events.map(({ kind }) => kind)).toEqual(['filed', 'verified', 'assigned']);
    expect(plans).toEqual([{ name: 'public_report' }]);
  });

  it('of which only the title is public shows only the title', async () => {
    const number = await verified({ title: 'Hanya judul' });
    const { body } = await get(`/laporan/${number}`);
    expect(body).toContain('Hanya judulnya yang ditampilkan');
    expect(body).not.toContain('lubang besar');
  });

  it('that was taken from the public says why, and nothing else', async () => {
    const number = await verified({ title: 'Ditarik dari umum', description: 'Nama tetangga.' });
    await move(number, 'verifikator', { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' });
    const page = await get(`/laporan/${number}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Berisi data pribadi');
    expect(page.body).not.toMatch(/Ditarik dari umum|Nama tetangga/);
  });

  it('is found under its number however it was typed, at one address', async () => {
    const number = await verified({ title: 'Nomor', description: 'Nomor.' });
    const answer = await get(`/laporan/${showNumber(number)}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, `/laporan/${number}`]);
  });
});

describe('a report that is not public', () => {
  it('hidden, secret, berkadar, of the other city, unknown or mistyped: one page, byte for byte', async () => {
    const hidden = (await fileSample(site.laksa, first)).number;
    const unpublished = await verified({});
    const secret = await verified({ title: 'Rahasia', description: 'Rahasia.' }, { isSecret: true });
    const berkadar = await verified({ title: 'Suap', description: 'Suap.' }, {}, 'berkadar');
    const elsewhere = (await fileSample(site.laksa, site.cities[1])).number;
    const pages = await Promise.all(
      [hidden, unpublished, secret, berkadar, elsewhere, '1234567894', '1234567890', 'abc'].map(async (number) => {
        const { statusCode, body, headers } = await get(`/laporan/${number}`);
        return JSON.stringify([statusCode, body.replaceAll(number, 'N'), headers['cache-control']]);
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^\[404/);
  });
});

describe('the list of public reports', () => {
  it('is paged by key, newest first, each report once', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 23; count += 1) {
      site.clock.advance(count % 3 === 0 ? 1_000 : 0);
      numbers.push(await verified({ title: `Daftar ${count}`, description: 'Kata bakau.' }));
    }
    const seen: string[] = [];
    for (let url: string | undefined = '/laporan?q=bakau'; url !== undefined;) {
      const { body } = await get(url);
      seen.push(...[...body.matchAll(/href="\/laporan\/(\d{10})"/g)].map(([, number = '']) => number));
      url = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.toSorted()).toEqual(numbers.toSorted());
    expect((await get('/laporan')).body).toContain('rel="next"');
  });

  it('finds words of public texts only, here only, and takes any question', async () => {
    const number = await verified(
      { title: 'Lampu mercusuar mati', description: 'Gelap.' },
      { description: 'kata kunci tersembunyi xyzzy' },
    );
    expect((await get('/laporan?q=mercusuar')).body).toContain(`/laporan/${number}`);
    expect((await get('/laporan?q=xyzzy')).body).not.toContain(number);
    expect((await get('/laporan?q=mercusuar', 'dua.example')).body).not.toContain(number);
    for (const q of [
      '-'.repeat(199),
      '- - -x--',
      '%00',
      "'%22)(:*!&",
      '%F0%9F%98%80',
      'or',
      'a'.repeat(5_000),
      '<script>',
    ]) {
      const answer = await get(`/laporan?q=${q}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain('<script>');
    }
    for (const url of [
      '/laporan?sesudah=x',
      '/laporan?q=a&q=b',
      '/laporan?sesudah=99999999999999.01a1ff9f-d89b-7210-9d66-b3754223c586',
    ])
      expect((await get(url)).statusCode).toBe(200);
  });
});

describe('the front door', () => {
  it('leads to reporting, following, 112 and the newest public reports', async () => {
    const number = await verified({ title: 'Terbaru <di> beranda', description: 'Baru.' });
    const untitled = await verified({ description: 'Tanpa judul.' });
    const { body } = await get('/');
    for (const { body: list } of [{ body }, await get('/laporan')])
      expect(list).toMatch(new RegExp(`<a href="/laporan/${untitled}">Tumpukan sampah, TPS penuh</a>`));
    expect(body).toMatch(/<span class="quiet">(?:[^<]+ · )?\d+ \p{L}+ 20\d\d<\/span>/u);
    for (const words of [
      'href="/lapor"',
      'action="/lacak"',
      'tel:112',
      `/laporan/${number}`,
      'Terbaru &lt;di> beranda',
    ])
      expect(body).toContain(words);
    expect((await get('/', 'dua.example')).body).not.toContain(number);
    expect((await get('/', 'dua.example')).body).toContain('Belum ada jawaban yang tampil untuk umum.');
  });

  it('tells what was answered last, by whom and how fast, and what is handled together once', async () => {
    const [number, same] = [
      await verified({ title: 'Lampu padam', description: 'Gelap.' }),
      await verified({ title: 'Lampu yang sama', description: 'Gelap juga.' }),
    ];
    const { id } = (await reportIds([number]))[0] ?? { id: '' };
    await move(same, 'koordinator', { move: 'merge', primaryId: id });
    site.clock.advance(3 * 86_400_000);
    await assigned(number);
    await move(number, 'petugas-lh', { move: 'accept', message: 'Baik.' });
    await move(number, 'petugas-lh', { move: 'answer', message: 'Kelima lampu menyala kembali.', proof: [] });
    expect((await get('/')).body).not.toContain('Kelima lampu');
    await move(number, 'validator', { move: 'approve' });
    const { body } = await get('/');
    expect(body.split('Kelima lampu menyala kembali.')).toHaveLength(2);
    expect(body).toMatch(/Dijawab \d+ \p{L}+ 20\d\d oleh Dinas Lingkungan Hidup, dalam 3 hari/u);
    expect(body).toContain('<link rel="canonical" href="http://satu.example/"/>');
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: { move: 'confirm', rating: 5 } });
    expect((await get('/')).body).toContain('Kelima lampu menyala kembali.');
    await move(number, 'verifikator', { move: 'mask', publication: 'title_only', reason: 'personal_data' });
    expect((await get('/')).body).not.toContain('Kelima lampu');
  });
});
