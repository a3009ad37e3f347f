import { randomUUID } from 'node:crypto';

import pg from 'pg';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { multipartOf } from '../../commands/replay/multipart.ts';
import { openDatabaseLine, type DatabaseLine } from '../../testing/database-line.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let line: DatabaseLine;
let site: TestSite;
let admin: pg.Client;

beforeAll(async () => {
  site = await startTestSite({
    maxConnections: 4,
    reach: async (url) => (line = await openDatabaseLine(url)).url,
  });
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  for (const host of ['satu.example', 'dua.example']) await site.app.inject({ url: '/lapor', headers: { host } });
});
afterEach(() => line.mend());
afterAll(async () => {
  await admin.end();
  await site.close();
});

const words = 'Lampu jalan "besar" di depan <musala> padam sejak Selasa & gelap.';
const sent = (more: Readonly<Record<string, string>> = {}) => ({ description: words, nonce: randomUUID(), ...more });

type Way = { readonly host?: string; readonly language?: string };
const post = (
  { body, headers }: ReturnType<typeof multipartOf>,
  { host = 'satu.example', language = 'id' }: Way = {},
) =>
  site.app.inject({
    method: 'POST',
    url: '/lapor',
    headers: { host, 'accept-language': language, ...headers },
    payload: body,
  });

/** What the page would send when its button is pressed. */
const fieldsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ]),
  );

const stored = async (nonceWords: string) =>
  (await admin.query(`select from laksa.event_secret where field = 'description' and value = $1`, [nonceWords]))
    .rowCount;

describe('while the database is down', () => {
  it.each([
    ['satu.example', 'id', 'Kirim lagi'],
    ['dua.example', 'en', 'Send again'],
  ])(
    'the form of %s says so, gives back every word, and sends it once when pressed twice after',
    async (host, language, again) => {
      const fields = sent({ description: `${words} ${host}`, place: 'Gang 3', email: 'siti@contoh.id', step: 'send' });
      await line.cut();
      const refused = await post(multipartOf(fields), { host, language });
      expect([refused.statusCode, refused.headers['retry-after'], refused.headers['content-type']]).toEqual([
        503,
        '5',
        'text/html; charset=utf-8',
      ]);
      expect(refused.body).toContain(again);
      const kept = fieldsOf(refused.body);
      expect(kept).toEqual(fields);
      await line.mend();
      const answers = [await post(multipartOf(kept), { host }), await post(multipartOf(kept), { host })];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
      expect(await stored(fields.description)).toBe(1);
    },
  );

  it('a form with a picture gives back the words on either side of it, and names the picture as not kept', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = await sharp({ create: { width: 800, height: 800, channels: 3, background: 'red', noise } })
      .jpeg()
      .toBuffer();
    const form = new FormData();
    form.append('description', words);
    form.append('photos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'jalan rusak.jpg');
    form.append('phone', '081234567890');
    const request = new Request('http://satu.example/lapor', { method: 'POST', body: form });
    await line.cut();
    const answer = await site.app.inject({
      method: 'POST',
      url: '/lapor',
      remoteAddress: '203.0.113.9',
      headers: { host: 'satu.example', 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(503);
    expect(fieldsOf(answer.body)).toMatchObject({ description: words, phone: '081234567890' });
    expect(answer.body).toContain('Berkas ini tidak dapat disimpan: jalan rusak.jpg');
    expect(answer.body.match(/jalan rusak\.jpg/g)).toHaveLength(1);
  });

  it('the empty form is still there, and what needs the database says when to come again', async () => {
    await line.cut();
    site.clock.advance(60_000);
    expect((await site.app.inject({ url: '/lapor', headers: { host: 'satu.example' } })).statusCode).toBe(200);
    const list = await site.app.inject({ url: '/laporan', headers: { host: 'satu.example' } });
    expect([list.statusCode, list.headers['retry-after']]).toEqual([503, '5']);
    expect(list.body).not.toContain('type="hidden"');
  });

  it('a program is told so as a problem', async () => {
    await line.cut();
    const { statusCode, headers } = await site.app.inject({
      url: '/api/v1/reports',
      headers: { host: 'satu.example' },
    });
    expect([statusCode, headers['retry-after'], headers['content-type']]).toEqual([
      503,
      '5',
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('a password is never given back', async () => {
    await line.cut();
    const answer = await site.app.inject({
      method: 'POST',
      url: '/petugas/masuk',
      headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'login=a%40b.id&password=rahasia-sekali',
    });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).not.toContain('rahasia-sekali');
  });
});
