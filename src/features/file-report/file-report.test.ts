import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { showNumber } from '../../domain/report-number.ts';
import { moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { pdfText } from './testing/pdf-text.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

type Sent = Readonly<Record<string, string>>;

const send = (fields: Sent, headers: Sent = {}) =>
  site.app.inject({
    method: 'POST',
    url: '/lapor',
    headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

const get = (url: string, headers: Sent = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });

type Answer = Awaited<ReturnType<typeof send>>;
const placeOf = (answer: Answer): string => String(answer.headers.location);
const cookieOf = (answer: Answer): string => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Number and code as the page after filing shows them. */
const shownIn = (html: string) => ({
  number: /data-number="(\d{10})"/.exec(html)?.[1],
  code: /data-claim-code="(\d{8})"/.exec(html)?.[1],
});

const filed = async (fields: Sent) => {
  const answer = await send(fields);
  expect(answer.statusCode).toBe(303);
  const page = await get(placeOf(answer), { cookie: cookieOf(answer) });
  return { answer, page, ...shownIn(page.body) };
};

const count = (city = site.cities[0]) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('tenant_id', '=', city.id)
      .executeTakeFirstOrThrow(),
  );

const storedWords = (number: string | undefined) =>
  site.laksa.database.inTenant(site.cities[0].id, async (tx) => {
    const rows = await tx
      .selectFrom('report as r')
      .innerJoin('report_event as e', (join) =>
        join.onRef('e.tenant_id', '=', 'r.tenant_id').onRef('e.report_id', '=', 'r.id'),
      )
      .innerJoin('event_secret as s', (join) =>
        join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.event_id', '=', 'e.id'),
      )
      .select(['s.field', 's.value'])
      .where('r.tenant_id', '=', site.cities[0].id)
      .where('r.number', '=', number ?? '')
      .execute();
    return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
  });

const readingsOf = (number: string) =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    tx
      .selectFrom('vault_read as v')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'v.tenant_id').onRef('r.id', '=', 'v.report_id'),
      )
      .select(['v.ground', 'v.fields'])
      .where('v.tenant_id', '=', site.cities[0].id)
      .where('r.number', '=', number)
      .execute(),
  );

describe('the form at /lapor', () => {
  it('comes with a nonce of its own and needs no script', async () => {
    const [one, other] = [await get('/lapor'), await get('/lapor')];
    const nonceOf = (html: string) => /name="nonce" value="([^"]+)"/.exec(html)?.[1];
    expect(nonceOf(one.body)).toMatch(/^[0-9a-f-]{36}$/);
    expect(nonceOf(one.body)).not.toBe(nonceOf(other.body));
    expect(one.body).not.toMatch(/<script|javascript:|onclick/);
    expect(one.body).toContain('enctype="multipart/form-data"');
  });

  it('offers the kelurahan of this city alone, under their kecamatan', async () => {
    const { body } = await get('/lapor');
    expect(body).toContain('<optgroup label="Cibodas"><option value="36.71.09.1006">Jatiuwung</option>');
    expect(body).not.toContain('Panambungan');
  });
});

describe('a report that is sent', () => {
  it('with an address shows enough of it to see a slip of the hand, and promises letters only where it takes them', async () => {
    const { page } = await filed({ description: 'Lampu jalan padam.', email: 'siti.aminah@gmial.com' });
    expect(page.body).toContain('s...h@gmial.com');
    expect(page.body).toContain('bila alamat itu menerima surat dari kami');
    expect(page.body).not.toMatch(/siti\.aminah|Alamat email dapat ditambahkan/);
  });

  it('needs its words alone', async () => {
    const { page, number, code } = await filed({ description: 'Lampu jalan mati.' });
    expect(page.statusCode).toBe(200);
    expect(number).toMatch(/^\d{10}$/);
    expect(code).toMatch(/^\d{8}$/);
    expect(page.body).toContain('Tanpa kontak');
    expect(page.body).toContain('Alamat email dapat ditambahkan kapan saja');
    expect(page.body).toContain(
      'Tanggapan pertama: paling lambat Selasa 24 November pukul 09.00 <span class="no-print">(24 jam lagi)</span>',
    );
  });

  it('is taken as multipart too, and names a photo that is none', async () => {
    const form = new FormData();
    form.set('description', 'Sampah menumpuk di depan pasar.');
    form.set('photos', new File(['jpeg'], 'pasar.jpg'));
    const request = new Request('http://satu.example/lapor', { method: 'POST', body: form });
    const answer = await site.app.inject({
      method: 'POST',
      url: '/lapor',
      headers: { host: 'satu.example', 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const page = await get(placeOf(answer), { cookie: cookieOf(answer) });
    expect(page.body).toContain('<bdi>pasar.jpg</bdi>: Ini bukan foto yang dapat kami baca');
  });

  it('twice, four times at once, and again later is one report with one code', async () => {
    const fields = { description: 'Jalan berlubang di depan sekolah.', nonce: randomUUID() };
    const before = Number((await count()).n);
    const answers = await Promise.all([1, 2, 3, 4].map(() => filed(fields)));
    const again = await filed({ ...fields, nonce: fields.nonce.toUpperCase() });
    expect(new Set([...answers, again].map(({ number, code }) => `${number} ${code}`)).size).toBe(1);
    expect(Number((await count()).n)).toBe(before + 1);
  });

  it('without a nonce is one report when it says the same within a minute, and two when it does not', async () => {
    const first = await filed({ description: 'Air PDAM mati.' });
    expect((await filed({ description: 'Air PDAM mati.' })).number).toBe(first.number);
    expect((await filed({ description: 'Air PDAM mati lagi.' })).number).not.toBe(first.number);
    site.clock.advance(60_000);
    expect((await filed({ description: 'Air PDAM mati.' })).number).not.toBe(first.number);
  });

  it('does not take a word for a nonce: a program that always sends 1 sees no report of others', async () => {
    const one = await filed({ description: 'Trotoar rusak.', nonce: '1' });
    expect((await filed({ description: 'Halte rusak.', nonce: '1' })).number).not.toBe(one.number);
  });

  it('keeps every visible character as it was typed', async () => {
    const description = 'ADA 👨‍👩‍👧 \u202Eterbalik\u202C â€œjalanâ€ \u00a0 <b>"rusak"</b> & \\\\ %s \r\nbaris\u0000 dua 😀';
    const { number } = await filed({ description, title: '<script>alert(1)</script>' });
    const words = await storedWords(number);
    expect(words['description']).toBe(description.replace('\r\n', '\n').replace('\u0000', ''));
    expect(words['title']).toBe('<script>alert(1)</script>');
  });

  it('keeps contacts as they are looked up, sealed', async () => {
    await filed({
      description: 'Puskesmas antre lama.',
      name: 'Siti',
      phone: '0812-3456-7890',
      email: 'Siti@Contoh.ID',
    });
    const { rows } = await site.laksa.database.inTenant(site.cities[0].id, async (tx) => {
      const sealed = await tx
        .selectFrom('person_field')
        .select(['field', 'sealed'])
        .where('tenant_id', '=', site.cities[0].id)
        .execute();
      return { rows: sealed };
    });
    expect(rows.map(({ field }) => field).toSorted()).toEqual(expect.arrayContaining(['email', 'name', 'phone']));
    expect(rows.some(({ sealed }) => sealed.toString('latin1').toLowerCase().includes('siti'))).toBe(false);
  });

  it.each(['1', 'on', 'yes', 'true'])('may be secret and anonymous by a box that sends %s', async (yes) => {
    const { number } = await filed({
      description: `Rahasia ${yes}.`,
      secret: yes,
      anonymous: yes,
      nonce: randomUUID(),
    });
    const row = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('report')
        .select(['is_secret', 'is_anonymous'])
        .where('tenant_id', '=', site.cities[0].id)
        .where('number', '=', number ?? '')
        .executeTakeFirst(),
    );
    expect(row).toEqual({ is_secret: true, is_anonymous: true });
  });

  it('from another site is refused', async () => {
    expect((await send({ description: 'x' }, { origin: 'http://evil.example' })).statusCode).toBe(403);
  });
});

describe('a form that came back and was written anew', () => {
  const first = { description: 'Lampu taman mati.', email: 'siti@contoh.id', place: 'Taman <Kota>' };
  const nonceIn = (html: string): string => /name="nonce" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('is not lost: it is told that another was sent with it, and files a new report when it is sent again', async () => {
    const nonce = randomUUID();
    const sent = await filed({ ...first, nonce });
    const before = Number((await count()).n);
    const second = { ...first, description: 'Sampah di taman <menumpuk>.', nonce };
    const told = await send(second, { cookie: cookieOf(sent.answer) });
    expect(told.statusCode).toBe(422);
    for (const words of [
      'Yang ini belum terkirim',
      `nomor ${showNumber(sent.number ?? '')}`,
      'Sampah di taman &lt;menumpuk>.',
      'value="siti@contoh.id"',
      'value="Taman &lt;Kota>"',
    ])
      expect(told.body).toContain(words);
    expect(Number((await count()).n)).toBe(before);
    const anew = { ...second, nonce: nonceIn(told.body) };
    expect(anew.nonce).not.toBe(nonce);
    const again = await filed(anew);
    expect(again.number).not.toBe(sent.number);
    expect((await filed(anew)).number).toBe(again.number);
    expect((await storedWords(sent.number))['description']).toBe(first.description);
    expect((await storedWords(again.number))['description']).toBe(second.description);
  });

  it('learns the number of the other only in the browser that sent it', async () => {
    const nonce = randomUUID();
    const sent = await filed({ ...first, nonce });
    const stranger = await filed({ description: 'Laporan orang lain.' });
    for (const headers of [{}, { cookie: cookieOf(stranger.answer) }, { cookie: 'laporan_terkirim=x' }]) {
      const told = await send({ description: 'Lain.', nonce }, headers);
      expect(told.statusCode).toBe(422);
      expect(told.body).toContain('sudah terkirim laporan lain.');
      expect(told.body).not.toContain(showNumber(sent.number ?? ''));
      expect(told.body).not.toContain(sent.number);
    }
  });

  it('is told as well when both are sent at once: one is filed, none is lost', async () => {
    const nonce = randomUUID();
    const both = await Promise.all(['Pertama.', 'Kedua.'].map((description) => send({ description, nonce })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    const refused = both.findIndex(({ statusCode }) => statusCode === 422);
    expect(both[refused]?.body).toContain(refused === 0 ? '>Pertama.</textarea>' : '>Kedua.</textarea>');
  });

  it('is told in English to who reads English', async () => {
    const nonce = randomUUID();
    await filed({ ...first, nonce });
    const told = await send({ description: 'Another one.', nonce }, { 'accept-language': 'en' });
    expect(told.body).toContain('Another report was already sent with this form.');
  });
});

describe('a report that cannot be taken', () => {
  const good = {
    kind: 'aspiration',
    title: 'Judul & <i>miring</i>',
    description: 'Kata-kata yang panjang.',
    category: 'sampah',
    occurred_on: '2026-11-20',
    village: '36.71.09.1006',
    place: 'Depan "pasar"',
    lat: '-6.17',
    lng: '106.6',
    name: 'Siti',
    phone: '0812 3456 7890',
    email: 'siti@contoh.id',
    anonymous: '1',
  };

  it.each([
    ['description', ' \n\u200b', 'Masih kosong'],
    ['description', '😀'.repeat(10_003), 'kelebihan 3 huruf'],
    ['title', 'x'.repeat(201), 'kelebihan 1 huruf'],
    ['place', 'x'.repeat(502), 'kelebihan 2 huruf'],
    ['name', 'x'.repeat(201), 'kelebihan 1 huruf'],
    ['kind', 'gossip', 'tidak kami kenali'],
    ['category', 'no-such', 'tidak kami kenali'],
    ['village', '73.71.01.1001', 'tidak kami kenali'],
    ['occurred_on', '2026-11-24', 'belum terjadi'],
    ['occurred_on', '31-02-2026', 'Bukan tanggal'],
    ['lat', '-96', 'angka'],
    ['lng', '', 'perlu diisi'],
    ['phone', '12345', 'Bukan nomor telepon'],
    ['email', 'siti@', 'Bukan alamat email'],
  ])('for its %s says so and keeps the whole form (%#)', async (field, value, words) => {
    const nonce = randomUUID();
    const before = (await count()).n;
    const answer = await send({ ...good, [field]: value, nonce });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<title>Perlu diperbaiki: Sampaikan laporan');
    expect(answer.body).toContain(`href="#field-${field}"`);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(`name="nonce" value="${nonce}"`);
    const kept = { ...good, [field]: value };
    expect(answer.body).toContain(kept.description.trim() === '' ? '<textarea' : kept.description);
    for (const name of ['title', 'place', 'name', 'phone', 'email', 'lat', 'lng', 'occurred_on'] as const) {
      if (kept[name] === '') continue;
      expect(answer.body).toContain(
        `value="${kept[name].replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
      );
    }
    if (field !== 'category') expect(answer.body).toContain('<option value="sampah" selected');
    if (field !== 'village') expect(answer.body).toContain('<option value="36.71.09.1006" selected');
    expect(answer.body).toMatch(/name="anonymous" value="1" checked/);
    expect((await count()).n).toBe(before);
  });

  it('takes ten thousand emoji and the last day that has begun in this city', async () => {
    expect((await send({ description: '😀'.repeat(10_000), nonce: randomUUID() })).statusCode).toBe(303);
    expect((await send({ description: 'Hari ini.', occurred_on: '23/11/2026', nonce: randomUUID() })).statusCode).toBe(
      303,
    );
  });
});

describe('the preview', () => {
  it('tells of a public report that says the same of the same place, and of no other', async () => {
    const words = { description: 'Lampu taman MATI, sudah lama!', place: 'Taman Gajah Tunggal' };
    const { number = '' } = await filed({ kind: 'complaint', ...words });
    const other = await filed({ kind: 'complaint', ...words, secret: '1' });
    const preview = { kind: 'complaint', step: 'preview', description: 'lampu taman mati sudah lama' };
    const same = { ...preview, place: 'taman gajah-tunggal' };
    expect((await send(same)).body).not.toContain('Mungkin sudah dilaporkan');
    for (const one of [number, other.number ?? ''])
      await moved(site.laksa, site.cities[0], {
        number: one,
        by: 'verifikator',
        command: {
          move: 'verify',
          class: 'complaint',
          categoryId: (await readCity(site.laksa, site.cities[0])).categories[0]?.id ?? '',
          publish: { title: 'Lampu taman mati', photos: [] },
        },
      });
    const told = (await send(same)).body;
    expect(told).toContain('Mungkin sudah dilaporkan');
    expect(told).toContain(`href="/laporan/${number}"`);
    expect(told).not.toContain(other.number);
    expect((await send({ ...same, secret: '1' })).body).not.toContain(number);
    for (const elsewhere of ['Taman Prestasi', ''])
      expect((await send({ ...preview, place: elsewhere })).body).not.toContain(number);
    expect((await send({ ...same, description: 'Lampu taman mati' })).body).not.toContain(number);
    expect((await send(same, { host: 'dua.example' })).body).not.toContain(number);
  });

  it('stores nothing, shows all, and sends the same report by its button', async () => {
    const before = Number((await count()).n);
    const fields = {
      description: 'Pohon <roboh>.',
      email: 'a@contoh.id',
      step: 'preview',
      nonce: randomUUID(),
      secret: 'on',
    };
    const preview = await send(fields);
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('Pohon &lt;roboh>.');
    expect(preview.body).toContain('tidak akan tampil untuk umum');
    expect(Number((await count()).n)).toBe(before);
    const hidden = Object.fromEntries(
      [...preview.body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&lt;', '<'),
      ]),
    );
    expect(hidden).toMatchObject({ nonce: fields.nonce, description: 'Pohon <roboh>.', secret: '1' });
    const edit = await send({ ...hidden, step: 'edit' });
    expect(edit.statusCode).toBe(200);
    expect(edit.body).toContain('a@contoh.id');
    const sent = await filed({ ...hidden, step: 'send' });
    expect((await filed({ ...hidden, step: 'send' })).number).toBe(sent.number);
    expect(Number((await count()).n)).toBe(before + 1);
  });
});

describe('words of danger', () => {
  it('put 112 above preview, refused form and success, and never block', async () => {
    const fields = { description: 'Ada kecelakaan, korban pingsan.', nonce: randomUUID() };
    const first = (html: string) => html.indexOf('Telepon 112') < html.indexOf('<h1');
    expect(first((await send({ ...fields, step: 'preview' })).body)).toBe(true);
    expect(first((await send({ ...fields, email: 'x' })).body)).toBe(true);
    expect(first((await filed(fields)).page.body)).toBe(true);
    expect(first((await filed({ description: 'Lampu mati lagi.' })).page.body)).toBe(false);
  });
});

describe('the page after filing', () => {
  it('says the code neither in the address nor in the cookie, and nobody keeps it', async () => {
    const { answer, page, code } = await filed({ description: 'Kode tidak bocor.' });
    expect(`${placeOf(answer)} ${JSON.stringify(answer.headers)}`).not.toContain(code);
    expect(Buffer.from(placeOf(answer).split('surat=')[1] ?? '', 'base64url').toString('latin1')).not.toContain(code);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(answer.cookies).toMatchObject([
      { name: 'laporan_terkirim', path: '/lapor', httpOnly: true, sameSite: 'Lax', maxAge: 86_400 },
      { name: 'kode_tampil', value: '1', path: '/lacak/kode-baru', httpOnly: true, sameSite: 'Lax', maxAge: 86_400 },
    ]);
  });

  it('survives reloading with the cookie for a day, without it for ten minutes', async () => {
    const { answer, number, code } = await filed({ description: 'Muat ulang.' });
    const [place, cookie] = [placeOf(answer), cookieOf(answer)];
    expect(shownIn((await get(place)).body)).toEqual({ number, code });
    site.clock.advance(11 * 60_000);
    expect(shownIn((await get(place)).body)).toEqual({ number, code: undefined });
    expect(shownIn((await get(place, { cookie })).body)).toEqual({ number, code });
    site.clock.advance(24 * 3_600_000);
    expect((await get(place, { cookie })).headers.location).toBe('/lapor');
  });

  it('shows nothing in a browser that has left its report, though the address still stands in it', async () => {
    const { answer } = await filed({ description: 'Telepon ini dipakai bersama.' });
    for (const url of [placeOf(answer), placeOf(answer).replace('terkirim', 'tanda-terima')])
      expect((await get(url, { cookie: 'laporan_terkirim=keluar' })).headers.location).toBe('/lapor');
  });

  it('says that a place is missing, where none was told', async () => {
    const missing = 'belum menyebut tempatnya';
    expect((await filed({ description: 'Lampu mati.' })).page.body).toContain(missing);
    for (const told of [{ place: 'depan SD' }, { village_words: 'Sukarasa' }, { lat: '-6.17', lng: '106.63' }])
      expect((await filed({ description: 'Lampu mati lagi.', ...told })).page.body).not.toContain(missing);
    expect((await filed({ description: 'Usul taman.', kind: 'aspiration' })).page.body).not.toContain(missing);
  });

  it('that is shown no more says so where the code is asked for', async () => {
    const { headers } = await get('/lapor/terkirim');
    expect(headers.location).toBe('/lacak?tanpa=1');
    expect((await get('/lacak?tanpa=1')).body).toContain('tidak ada kode yang masih dapat ditampilkan');
  });

  it('says that the place may be none of this city, to whoever sent at once', async () => {
    const unsure = 'belum kami kenali sebagai kelurahan di Kota Satu';
    const elsewhere = await filed({ description: 'Jalan berlubang.', village_words: 'Serpong' });
    expect(elsewhere.page.body).toContain('tampaknya di Serpong, Kota Tangerang Selatan, di luar Kota Satu');
    const unknown = await filed({ description: 'Jalan berlubang parah.', village_words: 'Negeri Antah' });
    expect(unknown.page.body).toContain(unsure);
    const here = await filed({ description: 'Jalan berlubang lagi.', village_words: 'kelurahan Jatiuwung' });
    expect(here.page.body).not.toMatch(/belum kami kenali|tampaknya di/);
  });

  it('shows nothing for a pass that was touched, made up, or is of the other city', async () => {
    const { answer } = await filed({ description: 'Surat orang lain.' });
    const place = placeOf(answer);
    for (const [url, host] of [
      [place, 'dua.example'],
      [`${place.slice(0, 60)}${place[60] === 'x' ? 'y' : 'x'}${place.slice(61)}`, 'satu.example'],
      ['/lapor/terkirim?surat=x', 'satu.example'],
      ['/lapor/terkirim?surat=a&surat=b', 'satu.example'],
    ] as const)
      expect((await get(url, { host, cookie: cookieOf(answer).replace(/=.*/, '=') })).headers.location).toBe('/lapor');
  });
});

describe('the way from the page after filing to the report', () => {
  const linkIn = (html: string) => /href="(\/lapor\/lacak\?[^"]+)"/.exec(html)?.[1];

  it('asks the browser that filed it for no code within ten minutes', async () => {
    const { answer, page, number } = await filed({ description: 'Langsung terbuka.' });
    const link = linkIn(page.body) ?? '';
    expect(link).toBe(placeOf(answer).replace('terkirim', 'lacak'));
    const opened = await get(link, { cookie: cookieOf(answer) });
    expect(opened.headers.location).toBe(`/lacak/${number}`);
    expect(opened.cookies).toEqual([
      expect.objectContaining({ name: 'lacak', path: `/lacak/${number}`, httpOnly: true, sameSite: 'Lax' }),
    ]);
    const report = await get(`/lacak/${number}`, { cookie: cookieOf(opened) });
    expect(report.statusCode).toBe(200);
    expect(report.body).toContain('Langsung terbuka.');
  });

  it('asks everybody else for it: without the cookie, with that of another report, and later', async () => {
    const { answer, number } = await filed({ description: 'Tidak untuk semua.' });
    const other = await filed({ description: 'Laporan yang lain.' });
    const url = placeOf(answer).replace('terkirim', 'lacak');
    const page = await get(placeOf(answer));
    expect(page.body).toContain(`href="/lacak?nomor=${number}"`);
    expect(page.body).not.toContain('/lapor/lacak');
    const strangers = [await get(url), await get(url, { cookie: cookieOf(other.answer) })];
    site.clock.advance(11 * 60_000);
    strangers.push(await get(url, { cookie: cookieOf(answer) }));
    for (const stranger of strangers) {
      expect(stranger.headers.location).toBe(`/lacak?nomor=${number}`);
      expect(stranger.cookies).toEqual([]);
    }
    expect((await get('/lapor/lacak?surat=x')).headers.location).toBe('/lacak');
  });

  it('asks for the code once it was renewed, not when a new one was only asked for', async () => {
    const { answer, number } = await filed({ description: 'Kode diganti.', email: 'ganti@contoh.id' });
    await site.app.inject({
      method: 'POST',
      url: '/lacak/kode-baru',
      headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ nomor: number ?? '', kontak: 'ganti@contoh.id' }).toString(),
    });
    const way = placeOf(answer).replace('terkirim', 'lacak');
    expect((await get(way, { cookie: cookieOf(answer) })).headers.location).toBe(`/lacak/${number}`);
    await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .updateTable('report')
        .set({ claim_generation: 2 })
        .where('number', '=', number ?? '')
        .execute(),
    );
    expect((await get(way, { cookie: cookieOf(answer) })).headers.location).toBe(`/lacak?nomor=${number}`);
  });
});

describe('the receipt', () => {
  it('says who, what, where, when, to whom and what follows; the reading is logged', async () => {
    const { answer, number } = await filed({
      description: 'Saluran mampet di depan rumah.',
      name: 'Siti Aminah',
      email: 'siti.aminah@contoh.id',
      village: '36.71.01.1001',
      place: 'RT 3',
      occurred_on: '2026-11-20',
      category: 'drainase-banjir',
    });
    const receipt = await get(placeOf(answer).replace('terkirim', 'tanda-terima'), { cookie: cookieOf(answer) });
    for (const words of [
      'Siti Aminah',
      'siti.aminah@contoh.id',
      'Saluran mampet',
      'RT 3, Sukarasa, Tangerang',
      '20 November 2026',
      'Kota Satu',
      'Tanggapan pertama',
      'UU 25/2009',
      'http://satu.example/lacak',
    ])
      expect(receipt.body).toContain(words);
    expect(await readingsOf(number ?? '')).toEqual([
      { ground: 'contact_change', fields: ['email'] }, // the page after filing shows it in part
      { ground: 'receipt', fields: expect.arrayContaining(['name', 'email']) },
    ]);
  });

  it('says who reports to the browser that filed it, and to whoever has the address for ten minutes alone', async () => {
    const { answer, number = '' } = await filed({
      description: 'Selokan berbau di gang kami.',
      name: 'Budi Santoso',
      phone: '0812 3456 7891',
      email: 'budi.santoso@contoh.id',
    });
    const url = placeOf(answer).replace('terkirim', 'tanda-terima');
    const told = ['Budi Santoso', '+6281234567891', 'budi.santoso@contoh.id'];
    for (const words of told) expect((await get(url)).body).toContain(words);
    site.clock.advance(11 * 60_000);
    const before = await readingsOf(number);
    const { body } = await get(url);
    for (const words of [...told, 'Tidak menyebutkan nama']) expect(body).not.toContain(words);
    for (const words of [
      'Selokan berbau',
      'Tanggapan pertama',
      'tidak ditampilkan lagi di sini',
      `/lacak?nomor=${number}`,
    ])
      expect(body).toContain(words);
    expect(await readingsOf(number)).toEqual(before);
    expect((await get(url, { cookie: cookieOf(answer) })).body).toContain('Budi Santoso');
  });

  it('counts nothing from today: it is read on other days', async () => {
    const { answer } = await filed({ description: 'Dicetak dan disimpan.' });
    const { body } = await get(placeOf(answer).replace('terkirim', 'tanda-terima'), { cookie: cookieOf(answer) });
    expect(body).toMatch(/Tanggapan pertama: paling lambat \d+ \w+ \d{4} pukul [\d.]+ WIB\n/);
    expect(body).not.toContain(' lagi)');
  });

  it('never shows the code, and says where it was shown', async () => {
    const { answer, code = '' } = await filed({ description: 'Tanda terima tanpa kode.' });
    const url = placeOf(answer).replace('terkirim', 'tanda-terima');
    const page = (await get(url, { cookie: cookieOf(answer) })).body;
    const sheet = pdfText((await get(url.replace('?', '.pdf?'), { cookie: cookieOf(answer) })).rawPayload);
    for (const text of [page, sheet]) {
      expect(text).toContain('Kode ditampilkan di halaman setelah laporan dikirim');
      expect(text.replaceAll(/[\s-]/g, '')).not.toContain(code);
    }
  });

  it('says that nobody told who they are, that no officer took it, and what was not told', async () => {
    const { answer } = await filed({ description: 'Tanpa nama, tanpa tempat.' });
    const { body } = await get(placeOf(answer).replace('terkirim', 'tanda-terima'), { cookie: cookieOf(answer) });
    for (const words of [
      'Pelapor tidak memberikan identitas',
      'Diterima otomatis oleh sistem',
      '<dd>Tidak disebutkan</dd>',
      'melalui situs web',
      'ombudsman.go.id',
    ])
      expect(body).toContain(words);
  });

  it('is a file too, in the language of the reader, with the same words', async () => {
    const { answer, number = '' } = await filed({
      description: 'Pohon tumbang 🌳 menimpa kabel.',
      name: 'Dewi Łukasik',
      village: '36.71.01.1001',
    });
    const url = placeOf(answer).replace('terkirim?', 'tanda-terima.pdf?');
    const answered = await get(url, { cookie: cookieOf(answer), 'accept-language': 'en' });
    expect(answered.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const text = pdfText(answered.rawPayload);
    for (const words of [
      'Receipt for a report',
      showNumber(number),
      'Dewi Łukasik',
      'Pohon tumbang ¤ menimpa kabel.',
      'cannot be printed here',
      'Sukarasa, Tangerang',
      'First answer',
      'page 1 of 1',
    ])
      expect(text).toContain(words);
    expect(await readingsOf(number)).toEqual([{ ground: 'receipt', fields: ['name'] }]);
    site.clock.advance(11 * 60_000);
    expect(pdfText((await get(url)).rawPayload)).not.toContain('Łukasik');
    expect((await get('/lapor/tanda-terima.pdf?surat=x')).headers.location).toBe('/lapor');
  });

  it('is reached from the own page as long as its code is the one that was typed', async () => {
    const { number = '', code = '' } = await filed({ description: 'Lampu mati.', name: 'Rina Wati' });
    const open = await site.app.inject({
      method: 'POST',
      url: '/lacak',
      headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ nomor: number, kode: code }).toString(),
    });
    const cookie = cookieOf(open);
    expect((await get(`/lacak/${number}`, { cookie })).body).toContain(`href="/lacak/${number}/tanda-terima"`);
    const page = await get(`/lacak/${number}/tanda-terima`, { cookie });
    expect(page.body).toContain('Rina Wati');
    expect(page.body).not.toContain(code);
    expect(page.headers['cache-control']).toBe('no-store');
    const pdf = await get(`/lacak/${number}/tanda-terima.pdf`, { cookie });
    expect(pdfText(pdf.rawPayload)).toContain('Rina Wati');
    expect((await get(`/lacak/${number}/tanda-terima`)).headers.location).toBe(`/lacak?nomor=${number}`);
    await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx.updateTable('report').set({ claim_generation: 2 }).where('number', '=', number).execute(),
    );
    for (const url of [`/lacak/${number}/tanda-terima`, `/lacak/${number}/tanda-terima.pdf`])
      expect((await get(url, { cookie })).headers.location).toBe(`/lacak?nomor=${number}`);
  });
});
