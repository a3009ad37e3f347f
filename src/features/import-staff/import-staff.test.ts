import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { enrol } from '../invite-staff/testing/enrol.ts';
import { pathIn, takeLetters } from '../invite-staff/testing/letters.ts';
import { codeOf, newOfficer, openBrowser, password, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { writeCsv, writeWorkbook, type WrittenLine } from './write-list.ts';

let site: TestSite;
let admin: Officer;
let stranger: Officer;

beforeAll(async () => {
  site = await startTestSite();
  admin = await signedIn(site, site.cities[0], 'admin-kota');
  stranger = await signedIn(site, site.cities[1], 'admin-kota');
});
afterAll(() => site.close());

const line = (number: number, more: Partial<WrittenLine> = {}): WrittenLine => ({
  instansi: '',
  jabatan: 'petugas-pupr',
  peran: '',
  nama: `Petugas ${number}`,
  email: `petugas.${number}@kota.example`,
  mulai: '',
  sampai: '',
  ...more,
});

const send = (file: Buffer, who: Officer = admin) => {
  const boundary = 'batas-uji';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="orang.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return site.app.inject({
    method: 'POST',
    url: '/kelola/orang/impor',
    headers: {
      host: 'satu.example',
      origin: site.cities[0].origin,
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
};

/** Uploads a file, and gives where its check stands. */
const checked = async (file: Buffer): Promise<string> => {
  const answer = await send(file);
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
};

const counts = (page: string): readonly number[] =>
  ['baru', 'berubah', 'tetap', 'salah'].map((word) => Number(new RegExp(`<li>(\\d+) ${word}</li>`).exec(page)?.[1]));

describe('a list of people', () => {
  it('of 200 with 12 faults is checked, mended and brought in, and once more it changes nothing', async () => {
    const good = Array.from({ length: 200 }, (_, index) => line(index));
    const faults: Readonly<Record<number, Partial<WrittenLine>>> = {
      3: { email: 'bukan alamat' },
      10: { email: '' },
      20: { nama: '' },
      30: { jabatan: 'Kepala Dinas Sihir' },
      40: { jabatan: '' },
      50: { mulai: '31/02/2027' },
      60: { sampai: 'kapan-kapan' },
      70: { sampai: '01/01/2026' },
      80: { mulai: '01/02/2027', sampai: '01/01/2027' },
      90: { instansi: 'Dinas Kesehatan' },
      100: { email: 'petugas.1@kota.example' },
      110: { nama: 'x'.repeat(121) },
    };
    const faulty = good.map((one, index) => ({ ...one, ...faults[index] }));
    const at = await checked(await writeWorkbook(faulty));
    const page = (await admin.get(at)).body;
    expect(counts(page)).toEqual([188, 0, 0, 12]);
    expect(page).toContain('email: bukan alamat email, tulis misalnya');
    expect(page).toMatch(/>Baris 102<[^]*?email: orang dan jabatan ini sudah ada/);
    expect((await stranger.get(at)).statusCode).toBe(404);
    await admin.post(at);
    expect(await takeLetters(site)).toEqual([]);
    expect(counts((await admin.get(at)).body)[3]).toBe(12);

    const mended = await checked(await writeWorkbook(good));
    expect(counts((await admin.get(mended)).body)).toEqual([200, 0, 0, 0]);
    expect((await stranger.post(mended)).statusCode).toBe(404);
    for (let times = 0; times < 2; times += 1) expect((await admin.post(mended)).statusCode).toBe(303);
    expect((await admin.get(mended)).body).toContain('Sedang dimasukkan');
    await takeLetters(site);
    expect((await admin.get(mended)).body).toContain('Selesai: 200 diundang, 0 masa jabatan diubah.');
    const letters = await takeLetters(site);
    expect(new Set(letters.map(({ to }) => to)).size).toBe(200);

    expect(counts((await admin.get(await checked(writeCsv(good)))).body)).toEqual([0, 0, 200, 0]);
    const [first] = letters;
    if (first === undefined) throw new Error('letters went');
    await enrol(openBrowser(site, site.cities[0]), pathIn(first));
    expect(counts((await admin.get(await checked(writeCsv(good)))).body)).toEqual([0, 0, 200, 0]);
  }, 120_000);

  it('sets when somebody stops, from the list that was downloaded and edited', async () => {
    const before = (await admin.get('/kelola/orang/impor/unduh/daftar.csv')).body;
    expect(before).toMatch(/;Petugas \d+;petugas\.\d+@kota\.example;2026-11-23;\r\n/);
    const edited = Buffer.from(before.replace(/2026-11-23;\r\n/, '2026-11-23;31/12/2026\r\n'));
    const at = await checked(edited);
    const posts = before.trimEnd().split('\r\n').length - 2;
    expect(counts((await admin.get(at)).body)).toEqual([0, 1, posts, 0]);
    await admin.post(at);
    await takeLetters(site);
    expect((await admin.get(at)).body).toContain('0 diundang, 1 masa jabatan diubah');
    expect((await admin.get('/kelola/orang/impor/unduh/daftar.csv')).body).toContain(';2026-11-23;2026-12-31\r\n');
    expect(counts((await admin.get(await checked(edited))).body)).toEqual([0, 0, posts + 1, 0]);
  });

  it('is kept sealed, and gone when it was brought in or nobody said yes for a day', async () => {
    const at = await checked(writeCsv([line(500)]));
    const kept = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx.selectFrom('import_batch').select(['sealed', 'done_at']).where('tenant_id', '=', site.cities[0].id).execute(),
    );
    expect(kept.filter(({ done_at: done }) => done !== null).every(({ sealed }) => sealed === null)).toBe(true);
    expect(kept.some(({ sealed }) => sealed?.includes('petugas.500') === true)).toBe(false);
    site.clock.advance(24 * 3_600_000);
    expect((await admin.get(at)).statusCode).toBe(404);
    site.clock.advance(-24 * 3_600_000);
  });

  it('that is none is refused with the reason, and nothing is written', async () => {
    const answer = await send(Buffer.from('ffd8ffe00010', 'hex'));
    expect([answer.statusCode, answer.body.includes('bukan daftar Excel atau CSV')]).toEqual([422, true]);
    const none = await admin.post('/kelola/orang/impor');
    expect([none.statusCode, none.body.includes('Pilih berkasnya.')]).toEqual([422, true]);
  });

  it('has an example in both formats that is itself a good list', async () => {
    const csv = await admin.get('/kelola/orang/impor/unduh/contoh.csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="contoh.csv"');
    expect(counts((await admin.get(await checked(csv.rawPayload))).body)[0]).toBe(1);
    const excel = await admin.get('/kelola/orang/impor/unduh/contoh.xlsx');
    expect(counts((await admin.get(await checked(excel.rawPayload))).body)[0]).toBe(1);
  });

  it('makes the agencies and posts that are not there, says so line by line before, and once more changes nothing', async () => {
    const agency = 'Dinas Arsip dan Perpustakaan';
    const list = writeCsv([
      line(1, { instansi: agency, jabatan: 'Kepala Arsip', peran: 'Kepala instansi', email: 'arsip@kota.example' }),
      line(2, { instansi: agency, jabatan: 'Petugas Arsip', peran: 'Agency officer, field_crew', nama: '', email: '' }),
      line(3, { jabatan: 'Petugas Arsip', email: 'arsip.2@kota.example' }),
      line(4, { instansi: '', jabatan: 'Pengawas', peran: 'ombudsman', nama: '', email: '' }),
    ]);
    const at = await checked(list);
    const page = (await admin.get(at)).body;
    expect(counts(page)).toEqual([4, 0, 0, 0]);
    expect(page.match(/membuat instansi/g)).toHaveLength(1);
    for (const words of [`membuat instansi ${agency}`, 'membuat jabatan Kepala Arsip', 'membuat jabatan Pengawas'])
      expect(page).toContain(words);
    expect((await admin.get('/kelola/instansi')).body).not.toContain(agency);
    await admin.post(at);
    await takeLetters(site);
    const letters = await takeLetters(site);
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['arsip.2@kota.example', 'arsip@kota.example']);
    expect((await admin.get(at)).body).toContain('4 instansi dan jabatan dibuat, 2 orang diundang');
    expect((await admin.get('/kelola/instansi')).body).toContain(agency);
    expect((await admin.get('/kelola/perubahan')).body).toContain('Petugas instansi, Tim lapangan');
    expect(counts((await admin.get(await checked(list))).body)).toEqual([0, 0, 4, 0]);
    expect((await admin.get('/kelola/orang/impor/unduh/daftar.csv')).body).toContain(
      `${agency};Petugas Arsip;Petugas instansi, Tim lapangan;;;;\r\n`,
    );
    expect((await stranger.get('/kelola/instansi')).body).not.toContain(agency);
  });

  it('takes an agency and a post of the same names that somebody made meanwhile as they are', async () => {
    const list = writeCsv([line(1, { jabatan: 'Pengamat', peran: 'ombudsman', nama: '', email: '' })]);
    const [first, second] = [await checked(list), await checked(list)];
    for (const at of [first, second]) await admin.post(at);
    await takeLetters(site);
    const told = await Promise.all([first, second].map(async (at) => (await admin.get(at)).body));
    expect(told.filter((body) => body.includes('1 instansi dan jabatan dibuat'))).toHaveLength(1);
    expect((await admin.get('/kelola/jabatan?cari=Pengamat')).body.match(/>Pengamat</g)).toHaveLength(1);
  });

  it('that the city cannot do is kept out as a whole, and the page says why', async () => {
    const main = await newOfficer(site, site.cities[0], ['admin-kota'], 'utama@kota.example');
    await main.post('/petugas/masuk', { login: main.login, password });
    await main.post('/petugas/masuk/kode', { code: codeOf(main) });
    expect((await main.post(`/kelola/orang/${admin.userId}/akhiri`)).statusCode).toBe(303);
    const boundary = { email: 'utama@kota.example', jabatan: 'admin-kota', sampai: '31/12/2026' };
    const answer = await send(
      writeCsv([line(1, { jabatan: 'Penulis', peran: 'ombudsman', nama: '', email: '' }), line(2, boundary)]),
      main,
    );
    const at = String(answer.headers.location);
    expect(counts((await main.get(at)).body)).toEqual([1, 1, 0, 0]);
    await main.post(at);
    await takeLetters(site);
    expect((await main.get(at)).body).toContain('Tidak ada yang dimasukkan: berkas ini mengakhiri administrator');
    expect((await main.get('/kelola/jabatan')).body).not.toContain('Penulis');
    expect((await main.get('/kelola/orang/impor/unduh/daftar.csv')).body).toContain(
      'utama@kota.example;2026-11-23;\r\n',
    );
  });
});
