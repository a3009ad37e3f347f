import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { numberWords } from '../../domain/proof-question.ts';
import { fileSample, moved, readCity } from '../report-life.ts';
import { startTestSite, type TestSite } from '../test-site.ts';

let site: TestSite;
let admin: pg.Client;
let number: string;

beforeAll(async () => {
  site = await startTestSite({ maxConnections: 8 });
  const [city] = site.cities;
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const { categories } = await readCity(site.laksa, city);
  const categoryId = categories.find(({ slug }) => slug === 'sampah')?.id ?? '';
  const publish = { title: 'Sampah di pasar', description: 'Menumpuk sejak Senin.', photos: [] };
  ({ number } = await fileSample(site.laksa, city));
  await moved(site.laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: 'complaint', categoryId, publish },
  });
});
beforeEach(() => admin.query('delete from laksa.limit_count'));
afterAll(async () => {
  await admin.end();
  await site.close();
});

type Fields = Readonly<Record<string, string>>;

const network = '203.0.113.7';
const post = (url: string, fields: Fields, from = network, host = 'satu.example') =>
  site.app.inject({
    method: 'POST',
    url,
    remoteAddress: from,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

const asked = (html: string): Fields => {
  const soal = /name="soal" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const [, left = '', right = ''] = /Berapa (\w+) ditambah (\w+)\?/.exec(html) ?? [];
  const words = numberWords.id.split(' ');
  return { soal, jawaban: String(words.indexOf(left) + words.indexOf(right)) };
};

const form = randomUUID();
const acts = [
  {
    what: 'support',
    most: 60,
    typed: 'Kata-kata yang sudah ditulis.',
    send: (more: Fields, from?: string) =>
      post('/lapor', { nonce: form, description: 'Kata-kata yang sudah ditulis.', support: number, ...more }, from),
  },
  {
    what: 'a flag',
    most: 60,
    typed: 'Menyebut nama tetangga saya.',
    send: (more: Fields, from?: string) =>
      post(`/laporan/${number}/laporkan`, { reason: 'other', words: 'Menyebut nama tetangga saya.', ...more }, from),
  },
  {
    what: 'following',
    most: 30,
    typed: 'warga.ini@contoh.id',
    send: (more: Fields, from?: string) =>
      post(`/laporan/${number}/ikuti`, { email: 'warga.ini@contoh.id', ...more }, from),
  },
] as const;

describe.each(acts)('beyond what a network sends of $what', ({ what, most, typed, send }) => {
  const fill = async () => {
    for (let sent = 0; sent < most; sent += 1) expect((await send({})).statusCode).toBe(303);
    const answer = await send({});
    expect(answer.statusCode).toBe(429);
    return answer;
  };

  it('a small question is asked, with what was typed still there; who answers it is not held up', async () => {
    const held = await fill();
    expect(held.body).toContain(typed);
    expect(held.body).toMatch(/<label[^>]*for="field-jawaban"/);
    // A flag from a second network would hide the report.
    if (what !== 'a flag') expect((await send({}, '203.0.113.9')).statusCode).toBe(303);
    const wrong = await send({ ...asked(held.body), jawaban: '3' });
    expect([wrong.statusCode, wrong.body.includes('Ini pertanyaan baru'), wrong.body.includes(typed)]).toEqual([
      429,
      true,
      true,
    ]);
    const answer = asked(wrong.body);
    expect((await send(answer)).statusCode).toBe(303);
    expect((await send(answer)).statusCode).toBe(429);
  });

  it('an answer is good for nothing else that it was not asked about', async () => {
    const held = await fill();
    for (const other of acts) {
      if (other.typed === typed) continue;
      for (let sent = 0; sent < other.most; sent += 1) await other.send({});
      expect((await other.send(asked(held.body))).statusCode).toBe(429);
    }
  });

  it('ten times as many are taken of who answers, and then no answer helps', async () => {
    const held = await fill();
    expect((await send(asked(held.body))).statusCode).toBe(303);
    await admin.query('update laksa.limit_count set count = $1 where count = 1', [most * 10]);
    const next = await send({});
    const beyond = await send(asked(next.body));
    expect([beyond.statusCode, beyond.body.includes('name="soal"'), beyond.body.includes(typed)]).toEqual([
      429,
      false,
      true,
    ]);
  });
});
