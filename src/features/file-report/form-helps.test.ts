import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { moved, readCity } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

type Sent = Readonly<Record<string, string>>;
type Entries = readonly (readonly [string, string])[];

const send = (fields: Sent | Entries, headers: Sent = {}) =>
  site.app.inject({
    method: 'POST',
    url: '/lapor',
    headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(entriesOf(fields)).toString(),
  });

const entriesOf = (fields: Sent | Entries): string[][] =>
  (Array.isArray(fields) ? fields : Object.entries(fields)).map(([name = '', value = '']) => [name, value]);

const get = (url: string, headers: Sent = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });

type Answer = Awaited<ReturnType<typeof send>>;
const cookieOf = (answer: Answer): string => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

const filed = async (fields: Sent | Entries, headers: Sent = {}) => {
  const answer = await send(fields, headers);
  expect(answer.statusCode).toBe(303);
  const page = await get(String(answer.headers.location), { cookie: cookieOf(answer) });
  return { answer, page, number: /data-number="(\d{10})"/.exec(page.body)?.[1] ?? '' };
};

const rowOf = (number: string) =>
  site.laksa.database.inTenant(site.cities[0].id, async (tx) => {
    const report = await tx
      .selectFrom('report')
      .select(['id', 'village_code'])
      .where('tenant_id', '=', site.cities[0].id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const words = await tx
      .selectFrom('event_secret as s')
      .innerJoin('report_event as e', (join) =>
        join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'),
      )
      .select(['e.kind', 's.field', 's.value'])
      .where('e.tenant_id', '=', site.cities[0].id)
      .where('e.report_id', '=', report.id)
      .execute();
    const of = (kind: string) =>
      Object.fromEntries(words.filter((one) => one.kind === kind).map(({ field, value }) => [field, value]));
    return { ...report, filed: of('filed'), corrected: of('corrected') };
  });

const published = async (fields: Sent, title: string) => {
  const { number } = await filed(fields);
  const [category] = (await readCity(site.laksa, site.cities[0])).categories;
  await moved(site.laksa, site.cities[0], {
    number,
    by: 'verifikator',
    command: {
      move: 'verify',
      class: 'complaint',
      categoryId: category?.id ?? '',
      publish: { title, description: fields['description'] ?? '', photos: [] },
    },
  });
  return number;
};

describe('a kelurahan that is typed', () => {
  it.each([
    ['Neroktog', '36.71.11.1003'],
    ['kel. neroktok', '36.71.11.1003'],
    ['Suka Rasa', '36.71.01.1001'],
    ['jatiuwung, cibodas', '36.71.09.1006'],
  ])('is found without script: %s', async (village_words, code) => {
    const { number } = await filed({ description: `Lampu mati dekat ${village_words}.`, village_words });
    expect((await rowOf(number)).village_code).toBe(code);
  });

  it('and not found stays in the words of the place, and the preview says so', async () => {
    const fields = { description: 'Sampah menumpuk.', place: 'dekat jembatan', village_words: 'Antah Berantah' };
    expect((await send({ ...fields, step: 'preview' })).body).toContain('tidak menemukan kelurahan “Antah Berantah”');
    const { number } = await filed(fields);
    expect(await rowOf(number)).toMatchObject({
      village_code: null,
      filed: { place: 'dekat jembatan, Antah Berantah' },
    });
  });

  it('elsewhere is named with its city, and the report is taken all the same', async () => {
    const preview = await send({ description: 'Macet parah.', village_words: 'Serpong', step: 'preview' });
    expect(preview.body).toContain('Serpong, Kota Tangerang Selatan');
  });
});

describe('a point on the map', () => {
  it('says its kelurahan, or that it lies outside', async () => {
    const answer = await get('/lapor/tempat?lat=-6.171883&lng=106.631721');
    expect(answer.statusCode).toBe(200);
    expect(Object.keys(answer.json()).toSorted()).toEqual(['village', 'words']);
    expect((await get('/lapor/tempat?lat=x&lng=1')).statusCode).toBe(422);
    expect((await get('/lapor/tempat')).statusCode).toBe(422);
  });
});

describe('the preview of what the public reads', () => {
  const description = 'Lampu mati. Hubungi 0812-3456-7890 atau Jl. Mawar No. 5, NIK 3671010101010001.';

  it('masks what leads to somebody, each piece with a box of its own', async () => {
    const { body } = await send({ description, step: 'preview' });
    const shown = body.slice(body.indexOf('class="public-view"'), body.indexOf('</section>'));
    expect(shown).toContain('<mark>[nomor telepon]</mark>');
    for (const personal of ['0812-3456-7890', 'No. 5', '3671010101010001']) {
      expect(shown).not.toContain(personal);
      expect(body).toMatch(new RegExp(`type="checkbox"[^>]*name="shown" value="${personal.replaceAll('.', '\\.')}"`));
    }
  });

  it('shows what the reporter lets be seen, and the wish is kept for the verifier', async () => {
    const fields = { description, shown: '0812-3456-7890' };
    const { body } = await send({ ...fields, step: 'preview' });
    const shown = body.slice(body.indexOf('class="public-view"'), body.indexOf('</section>'));
    expect(shown).toContain('<mark>0812-3456-7890</mark>');
    expect(shown).not.toContain('No. 5');
    const { number } = await filed({ ...fields, nonce: randomUUID() });
    expect((await rowOf(number)).filed['shown']).toBe('0812-3456-7890');
  });

  it('keeps the wish through every way of the form, and no wish about what is not there', async () => {
    const entries = [
      ['description', description],
      ['shown', '0812-3456-7890'],
      ['shown', 'No. 5'],
      ['shown', 'sesuatu yang lain'],
    ] as const;
    const edit = await send([...entries, ['step', 'edit']]);
    expect(edit.body.match(/type="hidden" name="shown"/g)).toHaveLength(3);
    const { number } = await filed([...entries, ['nonce', randomUUID()]]);
    expect((await rowOf(number)).filed['shown']).toBe('0812-3456-7890\nNo. 5');
  });

  it('shows no words turned around', async () => {
    const { body } = await send({ description: 'Jalan \u202Ekasur\u202C di sini', step: 'preview' });
    const shown = body.slice(body.indexOf('class="public-view"'), body.indexOf('</section>'));
    expect(shown).toContain('Jalan kasur di sini');
  });
});

describe('supporting a public report', () => {
  const description = 'Saluran mampet bau menyengat depan balai warga sejak Lebaran.';

  it('is offered for what is near in place, time and words, and counts a device once', async () => {
    const fields = { description, village: '36.71.09.1006', place: 'RT 03' };
    const number = await published(fields, 'Saluran mampet');
    const mine = { description: 'Depan balai warga saluran mampet, bau menyengat', village_words: 'Jatiuwung' };
    const preview = await send({ ...mine, step: 'preview' });
    expect(preview.body).toContain(`name="support" value="${number}"`);
    expect(preview.body).toContain('Saluran mampet: laporan');
    const first = await send({ ...mine, support: number });
    expect([first.statusCode, first.headers.location]).toEqual([303, `/lapor/didukung?nomor=${number}&tulis=1`]);
    expect((await get(first.headers.location ?? '')).body).toContain('tidak dikirim dan tidak kami simpan');
    const again = await send({ ...mine, support: number }, { cookie: cookieOf(first) });
    expect((await get(again.headers.location ?? '')).body).toContain('sudah pernah mendukung');
    expect((await get(`/lapor/didukung?nomor=${number}`)).body).toContain('Sudah 1 orang');
    await send({ ...mine, support: number });
    expect((await get(`/lapor/didukung?nomor=${number}`)).body).toContain('Sudah 2 orang');
    const told = await send({ ...mine, support: number, email: 'warga@contoh.id' });
    await send({ ...mine, support: number, email: 'warga@contoh.id' }, { cookie: cookieOf(told) });
    expect((await get(`/lapor/didukung?nomor=${number}`)).body).toContain('Sudah 3 orang');
  });

  it('is one press away on the public page', async () => {
    const number = await published({ description: 'Jembatan bambu di belakang pasar lapuk.' }, 'Jembatan bambu lapuk');
    expect((await get(`/laporan/${number}`)).body).toContain(`name="support" value="${number}"`);
    expect((await send({ support: number })).headers.location).toBe(`/lapor/didukung?nomor=${number}`);
    expect((await get(`/lapor/didukung?nomor=${number}`)).body).not.toContain('tidak dikirim dan tidak kami simpan');
    expect((await get(`/laporan/${number}`)).body).toContain('1 orang mengalami hal yang sama');
  });

  it('of what is not public keeps the words and says why, as for what is not there', async () => {
    const { number } = await filed({ description: 'Belum diperiksa siapa pun.' });
    for (const hidden of [number, '1234567894', 'x']) {
      const answer = await send({ description: 'Kata-kata <saya>.', support: hidden });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Dukungan Anda belum tercatat');
      expect(answer.body).toContain('Kata-kata &lt;saya>.');
      expect((await get(`/lapor/didukung?nomor=${hidden}`)).headers.location).toBe('/laporan');
    }
  });
});

describe('the same words from the same browser', () => {
  it('are one report within half an hour, whatever form they came in', async () => {
    const fields = { description: 'Pohon tumbang menutup gang.', email: 'a@contoh.id' };
    const first = await filed({ ...fields, nonce: randomUUID() });
    const cookie = cookieOf(first.answer);
    expect((await filed({ ...fields, nonce: randomUUID() }, { cookie })).number).toBe(first.number);
    expect((await filed({ ...fields, nonce: randomUUID() })).number).not.toBe(first.number);
    const other = { ...fields, description: 'Pohon lain tumbang.' };
    expect((await filed({ ...other, nonce: randomUUID() }, { cookie })).number).not.toBe(first.number);
    site.clock.advance(31 * 60_000);
    expect((await filed({ ...fields, nonce: randomUUID() }, { cookie })).number).not.toBe(first.number);
  });
});

describe('a report for somebody else', () => {
  const fields = { description: 'Kursi roda tetangga saya tidak bisa lewat trotoar.', for_someone: '1' };

  it('needs their consent, and keeps who they are in the vault', async () => {
    const refused = await send({ ...fields, other_name: 'Mak Iyah' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#field-other_consent"');
    const told = { ...fields, other_name: 'Mak Iyah', other_contact: '0812 3456 7890', other_consent: '1' };
    const { number } = await filed(told);
    const { id } = await rowOf(number);
    const subject = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('report_subject as s')
        .innerJoin('person_field as f', (join) =>
          join.onRef('f.tenant_id', '=', 's.tenant_id').onRef('f.person_id', '=', 's.person_id'),
        )
        .select(['f.field', 'f.sealed'])
        .where('s.tenant_id', '=', site.cities[0].id)
        .where('s.report_id', '=', id)
        .execute(),
    );
    expect(subject.map(({ field }) => field).toSorted()).toEqual(['name', 'phone']);
    expect(subject.some(({ sealed }) => sealed.toString('latin1').includes('Iyah'))).toBe(false);
  });

  it('may leave them unnamed, and refuses a contact that is none', async () => {
    await filed({ ...fields, other_consent: '1', nonce: randomUUID() });
    const wrong = await send({ ...fields, other_consent: '1', other_contact: 'x@' });
    expect(wrong.body).toContain('href="#field-other_contact"');
  });
});

describe('what a form may carry', () => {
  it.each([
    ['4 MB of text', new URLSearchParams({ description: 'a'.repeat(4_000_000) }).toString(), 413],
    ['10,000 fields', Array.from({ length: 10_000 }, (_, at) => `f${at}=x`).join('&'), 413],
    ['nothing at all', '', 422],
    ['blanks and fillers alone', new URLSearchParams({ description: '\u200b \n\u2800' }).toString(), 422],
    ['control characters alone', new URLSearchParams({ description: '\u0007\u001b\u0000' }).toString(), 422],
  ])('is no more than a person types, and no less than words: %s', async (_what, payload, status) => {
    const answer = await site.app.inject({
      method: 'POST',
      url: '/lapor',
      headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain('<h1');
  });

  it('takes a nonce of the other city for its own, and shows nothing of there', async () => {
    const nonce = randomUUID();
    const one = await filed({ description: 'Laporan di kota satu.', nonce });
    const answer = await send({ description: 'Laporan di kota dua.', nonce }, { host: 'dua.example' });
    expect(answer.statusCode).toBe(303);
    const page = await get(String(answer.headers.location), { host: 'dua.example', cookie: cookieOf(answer) });
    expect(page.body).not.toContain(one.number);
  });

  it('shows a line without what would turn it around', async () => {
    const { number } = await filed({ description: 'Judul terbalik.', title: 'naik\u202Enurut', nonce: randomUUID() });
    expect((await rowOf(number)).filed['title']).toBe('naiknurut');
  });
});

describe('what is asked while typing', () => {
  it('is answered with what the city says of a category', async () => {
    const answer = await get('/lapor/lama?category=jalan-rusak');
    expect(answer.json()).toMatchObject({ words: null, examples: expect.any(Array), stoppers: expect.any(Array) });
    expect((await get('/lapor/lama?category=tidak-ada')).json()).toEqual({
      words: null,
      examples: [],
      questions: [],
      stoppers: [],
    });
  });

  it('the own reports are on the device alone: the page knows none', async () => {
    const page = await get('/laporan-saya');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Belum ada nomor laporan');
    expect(page.body).toContain('href="/lacak"');
  });
});
