import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { mondayMorning } from '../../testing/test-installation.ts';
import { numberWords } from '../../domain/proof-question.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
let admin: pg.Client;
beforeAll(async () => {
  site = await startTestSite({ maxConnections: 8 });
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
beforeEach(async () => {
  site.clock.set(mondayMorning);
  await admin.query('delete from laksa.limit_count');
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

const [home, elsewhere, inside] = ['203.0.113.7', '2001:db8:7:100::5', '192.168.0.9'];
type Fields = Readonly<Record<string, string>>;
type Way = { readonly from?: string; readonly host?: string; readonly language?: string };

const send = (fields: Fields, { from = home, host = 'satu.example', language = 'id' }: Way = {}) =>
  site.app.inject({
    method: 'POST',
    url: '/lapor',
    remoteAddress: from,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
    payload: new URLSearchParams({ nonce: randomUUID(), ...fields }).toString(),
  });

let told = 0;
/** Other words each time. */
const fresh = (more: Fields = {}) => ({
  description: `Jalan berlubang di kilometer ${(told += 1)} dari pasar.`,
  ...more,
});
const copied = 'Tolong perbaiki jembatan gantung di Kampung Baru sebelum musim hujan.';

const statuses = async (count: number, fields: () => Fields, way: Way = {}) => {
  const answers = [];
  for (let sent = 0; sent < count; sent += 1) answers.push((await send(fields(), way)).statusCode);
  return answers;
};
const taken = (count: number) => Array.from({ length: count }, () => 303);
const reports = async () =>
  Number((await admin.query<{ n: string }>('select count(*) as n from laksa.report')).rows[0]?.n);

describe('the same contact', () => {
  const mine = () => fresh({ email: 'Siti@Contoh.id' });

  it('files six reports in ten minutes from one network, and more when they are over', async () => {
    expect(await statuses(7, mine)).toEqual([...taken(6), 429]);
    site.clock.advance(10 * 60_000);
    expect(await statuses(1, mine)).toEqual([303]);
  });

  it('is told from when, by the clock of the city, in the language of the page, and a browser in seconds', async () => {
    site.clock.advance(90_000);
    await statuses(6, mine);
    const answer = await send(mine());
    expect(answer.headers['retry-after']).toBe('510');
    expect(answer.body).toContain('Laporan ini belum terkirim');
    expect(answer.body).toContain('kirim lagi mulai Senin 23 November pukul 09.10.');
    const other = await send(mine(), { language: 'en' });
    expect(other.body).toContain('This report was not sent yet');
    expect(other.body).toContain('send it again from Monday 23 November, 09:10.');
  });

  it('files thirty in a day, and waits for the next', async () => {
    const answers: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      answers.push(...(await statuses(round === 5 ? 1 : 6, mine)));
      site.clock.advance(10 * 60_000);
    }
    expect(answers).toEqual([...taken(30), 429]);
    const answer = await send(mine());
    expect(answer.body).toContain('mulai Selasa 24 November pukul 07.00');
    site.clock.set('2026-11-24T00:00:00.000Z');
    expect(await statuses(1, mine)).toEqual([303]);
  });

  it('is used up by no stranger elsewhere, and in no other city', async () => {
    expect(await statuses(7, mine, { from: elsewhere })).toEqual([...taken(6), 429]);
    expect(await statuses(1, mine)).toEqual([303]);
    expect(await statuses(1, mine, { from: elsewhere, host: 'dua.example' })).toEqual([303]);
    expect(await statuses(1, mine, { from: '2001:db8:7:1ff::9' })).toEqual([429]);
    expect(await statuses(1, mine, { from: '2001:db8:7:200::5' })).toEqual([303]);
  });

  it('is the same by telephone however it is typed, and somebody without any is not counted', async () => {
    const spellings = ['0812 3456 7890', '+62 812-3456-7890', '62 812 3456 7890'];
    const call = (sent: number) => fresh({ phone: spellings[sent % 3] ?? '' });
    const answers = [];
    for (let sent = 0; sent < 7; sent += 1) answers.push((await send(call(sent))).statusCode);
    expect(answers).toEqual([...taken(6), 429]);
    expect(await statuses(8, () => fresh({ name: 'Siti' }))).toEqual(taken(8));
  });

  it('is not counted where the address says nothing of a network', async () => {
    for (const from of [inside, '127.0.0.1']) expect(await statuses(7, mine, { from })).toEqual(taken(7));
    expect((await admin.query('select from laksa.limit_count')).rowCount).toBe(0);
  });
});

describe('the same words', () => {
  const copy = () => ({ description: copied });

  it('are taken three times an hour from one network, and from others', async () => {
    expect(await statuses(4, copy)).toEqual([...taken(3), 429]);
    const shouted = await send({ description: ` ${copied.toUpperCase().replaceAll(' ', '  ')} !!!` });
    expect(shouted.statusCode).toBe(429);
    expect(shouted.body).toContain('isi yang sama');
    expect(await statuses(3, copy, { from: elsewhere })).toEqual(taken(3));
    site.clock.advance(3_600_000);
    expect(await statuses(1, copy)).toEqual([303]);
  });

  it('are taken three hundred times an hour from everywhere together', async () => {
    await statuses(1, copy);
    await admin.query('update laksa.limit_count set count = 298 where count = 1');
    const others = ['198.51.100.1', '198.51.100.2', '198.51.100.3'];
    const answers = [];
    for (const from of others) answers.push(...(await statuses(1, copy, { from })));
    expect(answers).toEqual([303, 303, 429]);
    expect(await statuses(1, copy, { from: elsewhere, host: 'dua.example' })).toEqual([303]);
    expect(await statuses(1, fresh, { from: elsewhere })).toEqual([303]);
  });

  it('are not counted when they are few: many mean different lamps', async () => {
    expect(await statuses(8, () => ({ description: 'Lampu jalan mati.' }))).toEqual(taken(8));
  });
});

describe('the same network', () => {
  it('files six hundred reports in ten minutes, and none of another is refused for it', async () => {
    await statuses(1, fresh);
    await admin.query('update laksa.limit_count set count = 599 where count = 1');
    const counts = await admin.query<{ count: number }>('select count from laksa.limit_count');
    expect(counts.rows.length).toBe(3);
    expect(await statuses(2, fresh)).toEqual([303, 429]);
    expect((await send(fresh())).body).toContain('jaringan internet Anda');
    expect(await statuses(1, fresh, { from: elsewhere })).toEqual([303]);
    site.clock.advance(600_000);
    expect(await statuses(1, fresh)).toEqual([303]);
  });
});

describe('a report that is refused for now', () => {
  const fields = {
    kind: 'aspiration',
    title: 'Judul & <i>miring</i>',
    description: `${copied} Ada "kecelakaan", korban pingsan.`,
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
    nonce: randomUUID(),
  };
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

  it('keeps every word, its nonce, and the call for help above all', async () => {
    await statuses(3, () => ({ description: fields.description }));
    const before = await reports();
    const answer = await send(fields);
    expect(answer.statusCode).toBe(429);
    expect(await reports()).toBe(before);
    for (const name of ['title', 'place', 'lat', 'lng', 'name', 'phone', 'email', 'occurred_on', 'nonce'] as const)
      expect(answer.body).toContain(`value="${escaped(fields[name])}"`);
    expect(answer.body).toMatch(/<textarea[^>]*>Tolong perbaiki jembatan[^<]*korban pingsan\.<\/textarea>/);
    expect(answer.body).toContain('value="aspiration" checked');
    expect(answer.body).toContain('<option value="sampah" selected');
    expect(answer.body).toContain('<option value="36.71.09.1006" selected');
    expect(answer.body).toMatch(/name="anonymous" value="1" checked/);
    const [danger, refusal, heading] = ['Telepon 112', 'Laporan ini belum terkirim', '<h1'].map((words) =>
      answer.body.indexOf(words),
    );
    expect(danger).toBeGreaterThan(0);
    expect(danger).toBeLessThan(refusal ?? 0);
    expect(refusal).toBeLessThan(heading ?? 0);
    site.clock.advance(3_600_000);
    expect((await send(fields)).statusCode).toBe(303);
  });

  it('may be looked at and changed, which counts nothing', async () => {
    await statuses(3, () => ({ description: copied }));
    expect((await send({ description: copied, step: 'preview' })).statusCode).toBe(200);
    expect((await send({ description: copied, step: 'edit' })).statusCode).toBe(200);
    expect((await send({ description: copied, step: 'send' })).statusCode).toBe(429);
    expect((await send({ description: `${copied} Warga RT 4.`, step: 'send' })).statusCode).toBe(303);
  });

  it('is none that was filed before: the same form at the limit leads to the same report', async () => {
    const nonces = Array.from({ length: 3 }, () => randomUUID());
    for (const nonce of nonces) await send({ description: copied, nonce });
    const before = await reports();
    const again = await Promise.all([...nonces, ...nonces].map((nonce) => send({ description: copied, nonce })));
    expect(again.map(({ statusCode }) => statusCode)).toEqual(taken(6));
    expect(await reports()).toBe(before);
    expect((await send({ description: copied })).statusCode).toBe(429);
  });

  it('is none that takes the last place twice at once', async () => {
    await statuses(2, () => ({ description: copied }));
    const nonce = randomUUID();
    const before = await reports();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send({ description: copied, nonce })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(taken(8));
    expect(await reports()).toBe(before + 1);
  });

  it('leaves nothing that tells who it was: no address, no contact, no words', async () => {
    await send({ description: copied, email: 'siti@contoh.id' });
    const { rows } = await admin.query<{ line: string }>('select t::text as line from laksa.limit_count t');
    expect(rows.length).toBe(5);
    for (const { line } of rows) expect(line).not.toMatch(/203\.0|siti|jembatan/);
  });
});

describe('the small question', () => {
  const copy = () => ({ description: copied });
  const asked = (html: string): { readonly soal: string; readonly sum: string } => {
    const soal = /name="soal" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const [, left = '', right = ''] = /(?:Berapa|What is) (\w+) (?:ditambah|plus) (\w+)\?/.exec(html) ?? [];
    const valueOf = (word: string) =>
      Math.max(...(['id', 'en'] as const).map((language) => numberWords[language].split(' ').indexOf(word)));
    return { soal, sum: String(valueOf(left) + valueOf(right)) };
  };
  /** Refused, with the question. */
  const refusedOnce = async (nonce: string, way: Way = {}) => {
    await statuses(3, copy, way);
    const answer = await send({ ...copy(), nonce }, way);
    expect(answer.statusCode).toBe(429);
    return answer;
  };

  it.each(['id', 'en'])(
    'answered rightly in the language %s files the report at once, and only once',
    async (language) => {
      const nonce = randomUUID();
      const { soal, sum } = asked((await refusedOnce(nonce, { language })).body);
      const before = await reports();
      const answers = [];
      for (const _time of [1, 2]) answers.push(await send({ ...copy(), nonce, soal, jawaban: sum }));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
      expect(await reports()).toBe(before + 1);
    },
  );

  it('is led to from the top of the page, and stands beside the button with its label and hint', async () => {
    const { body } = await refusedOnce(randomUUID());
    expect(body).toContain('href="#field-jawaban"');
    expect(body).toMatch(/<label[^>]*for="field-jawaban"/);
    expect(body).toMatch(/id="field-jawaban"[^>]*aria-describedby="field-jawaban-hint"/);
    expect(body).not.toContain('field-jawaban-error');
    expect((await site.app.inject({ url: '/lapor', headers: { host: 'satu.example' } })).body).not.toContain(
      'name="jawaban"',
    );
  });

  it('answered wrongly comes back as another, with every word still there', async () => {
    const nonce = randomUUID();
    const first = asked((await refusedOnce(nonce)).body);
    const again = await send({ ...copy(), nonce, soal: first.soal, jawaban: '3' });
    expect(again.statusCode).toBe(429);
    expect(again.body).toContain('Ini pertanyaan baru');
    expect(again.body).toContain(copied);
    const second = asked(again.body);
    expect(second.soal).not.toBe(first.soal);
    expect((await send({ ...copy(), nonce, soal: second.soal, jawaban: second.sum })).statusCode).toBe(303);
  });

  it('is good for its own form, its own city, two hours and one time', async () => {
    const nonce = randomUUID();
    const { soal, sum } = asked((await refusedOnce(nonce)).body);
    const proved = { ...copy(), soal, jawaban: sum };
    expect((await send({ ...proved, nonce: randomUUID() })).statusCode).toBe(429);
    await statuses(3, copy, { host: 'dua.example' });
    expect((await send({ ...proved, nonce }, { host: 'dua.example' })).statusCode).toBe(429);
    site.clock.advance(2 * 3_600_000);
    await statuses(3, copy);
    expect((await send({ ...proved, nonce })).statusCode).toBe(429);
    site.clock.advance(-2 * 3_600_000);
    expect((await send({ ...proved, nonce })).statusCode).toBe(303);
  });

  it('is not asked again and again with one answer: another report under the same form is another question', async () => {
    const nonce = randomUUID();
    const { soal, sum } = asked((await refusedOnce(nonce)).body);
    const proof = { nonce, soal, jawaban: sum };
    const both = await Promise.all([send({ ...copy(), ...proof }), send({ description: `${copied} Lagi.`, ...proof })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
  });

  it('is not asked in a flood: beyond ten times as many it is the time alone', async () => {
    const nonce = randomUUID();
    const { soal, sum } = asked((await refusedOnce(nonce)).body);
    for (let sent = 0; sent < 30; sent += 1) {
      const form = randomUUID();
      const one = asked((await send({ ...copy(), nonce: form })).body);
      expect((await send({ ...copy(), nonce: form, soal: one.soal, jawaban: one.sum })).statusCode).toBe(303);
    }
    const flooded = await send({ ...copy(), nonce, soal, jawaban: sum });
    expect([flooded.statusCode, flooded.body.includes('name="soal"')]).toEqual([429, false]);
    expect(flooded.body).toContain('Kirim lagi mulai');
  });

  it('is asked of a form without a nonce, too, which gets one', async () => {
    await statuses(3, copy);
    const refused = await send({ ...copy(), nonce: '' });
    const nonce = /name="nonce" value="([^"]+)"/.exec(refused.body)?.[1] ?? '';
    const { soal, sum } = asked(refused.body);
    expect((await send({ ...copy(), nonce, soal, jawaban: sum })).statusCode).toBe(303);
  });
});
