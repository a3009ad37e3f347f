import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';

import { cleanText, textOf, textsOf } from './form-fields.ts';
import { readForm } from './form.ts';
import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const start = async (): Promise<TestServer> => {
  running = await testServer();
  running.server.post('/form', anyone, async (request) => readForm(request));
  return running;
};

afterEach(async () => {
  await running?.server.close();
  running = null;
});

const boundary = 'a-line-that-nobody-types';
type Part = { readonly name: string; readonly value: string | Buffer; readonly file?: string };

const multipart = (parts: readonly Part[]): { readonly headers: Record<string, string>; readonly payload: Buffer } => ({
  headers: { ...atHill, 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: Buffer.concat([...parts.flatMap(partBytes), Buffer.from(`--${boundary}--\r\n`)]),
});

const partBytes = ({ name, value, file }: Part): readonly Buffer[] => [
  Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: image/jpeg`}\r\n\r\n`,
  ),
  Buffer.from(value),
  Buffer.from('\r\n'),
];

const urlencoded = (payload: string) => ({
  headers: { ...atHill, 'content-type': 'application/x-www-form-urlencoded' },
  payload,
});

describe('a form', () => {
  test('is read alike, whichever way the browser sends it', async () => {
    const { server } = await start();
    const entries = [
      ['description', 'Lampu jalan mati\r\ndi RT 03 – “gelap” 😟'],
      ['photos', 'a'],
      ['photos', 'b'],
    ] as const;
    const expected = {
      fields: { description: 'Lampu jalan mati\ndi RT 03 – “gelap” 😟', photos: ['a', 'b'] },
      droppedFiles: [],
    };
    const plain = await server.inject({
      method: 'POST',
      url: '/form',
      ...urlencoded(new URLSearchParams(entries.map(([name, value]) => [name, value])).toString()),
    });
    expect(plain.json()).toEqual(expected);
    const parts = await server.inject({
      method: 'POST',
      url: '/form',
      ...multipart(entries.map(([name, value]) => ({ name, value }))),
    });
    expect(parts.json()).toEqual(expected);
  });

  test('without anything in it is empty', async () => {
    const { server } = await start();
    expect((await server.inject({ method: 'POST', url: '/form', headers: atHill })).json()).toEqual({
      fields: {},
      droppedFiles: [],
    });
    expect((await server.inject({ method: 'POST', url: '/form', ...urlencoded('') })).json()).toEqual({
      fields: {},
      droppedFiles: [],
    });
  });

  test('keeps its words when pictures come along, and names them; an empty file input is no picture', async () => {
    const { server } = await start();
    const sent = multipart([
      { name: 'photos', value: Buffer.alloc(3_000_000, 7), file: 'IMG_1.jpg' },
      { name: 'photos', value: '', file: '' },
      { name: 'description', value: 'words after the picture' },
    ]);
    const answer = await server.inject({ method: 'POST', url: '/form', ...sent });
    expect(answer.json()).toEqual({ fields: { description: 'words after the picture' }, droppedFiles: ['IMG_1.jpg'] });
  });

  test('loses NUL bytes, and what is not UTF-8 becomes U+FFFD', async () => {
    const { server } = await start();
    expect(
      (await server.inject({ method: 'POST', url: '/form', ...urlencoded('a=x%00y&b=%ff%fe') })).json().fields,
    ).toEqual({ a: 'xy', b: '\ufffd\ufffd' });
    const parts = multipart([
      { name: 'a', value: 'x\0y' },
      { name: 'b', value: Buffer.from([0xff, 0xfe]) },
    ]);
    expect((await server.inject({ method: 'POST', url: '/form', ...parts })).json().fields).toEqual({
      a: 'xy',
      b: '\ufffd\ufffd',
    });
  });

  test.each([
    ['a field longer than 64 kB', [{ name: 'a', value: 'x'.repeat(64 * 1024 + 1) }]],
    ['more than 60 fields', Array.from({ length: 61 }, (_, index) => ({ name: `f${index}`, value: 'x' }))],
  ])('with %s is refused whole', async (_what, parts) => {
    const { server } = await start();
    expect((await server.inject({ method: 'POST', url: '/form', ...multipart(parts) })).statusCode).toBe(413);
    const query = new URLSearchParams(parts.map(({ name, value }) => [name, value])).toString();
    expect((await server.inject({ method: 'POST', url: '/form', ...urlencoded(query) })).statusCode).toBe(413);
  });

  test('exactly at the limits is read', async () => {
    const { server } = await start();
    const parts = Array.from({ length: 60 }, (_, index) => ({
      name: `f${index}`,
      value: index === 0 ? 'x'.repeat(64 * 1024) : 'x',
    }));
    const answer = await server.inject({ method: 'POST', url: '/form', ...multipart(parts) });
    expect([answer.statusCode, Object.keys(answer.json().fields).length]).toEqual([200, 60]);
  });

  test('cut off on its way is refused, not half read', async () => {
    const { server } = await start();
    const { headers, payload } = multipart([{ name: 'a', value: 'words' }]);
    const answer = await server.inject({
      method: 'POST',
      url: '/form',
      headers,
      payload: payload.subarray(0, payload.length - 30),
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });

  test('that is JSON is no form', async () => {
    const { server } = await start();
    expect(
      (await server.inject({ method: 'POST', url: '/form', headers: atHill, payload: { a: 'x' } })).statusCode,
    ).toBe(415);
  });

  test('cannot reach into the objects it is read into', async () => {
    const { server } = await start();
    expect(
      (await server.inject({ method: 'POST', url: '/form', ...urlencoded('__proto__=x&constructor=y&a=z') }))
        .statusCode,
    ).toBe(200);
    expect(textOf({}, 'constructor')).toBe('');
  });
});

describe('a typed text', () => {
  test('cleaned twice is the same, holds no NUL and no carriage return, and keeps every other character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const clean = cleanText(typed);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\0\r]/);
        expect(clean.replaceAll('\n', '')).toBe(typed.toWellFormed().replaceAll(/[\0\r\n]/g, ''));
      }),
    );
  });

  test('is the first of a field for who wants one, and all for who wants all', () => {
    const fields = { one: 'a', many: ['b', 'c'] };
    expect([textOf(fields, 'one'), textOf(fields, 'many'), textOf(fields, 'none')]).toEqual(['a', 'b', '']);
    expect([textsOf(fields, 'one'), textsOf(fields, 'many'), textsOf(fields, 'none')]).toEqual([['a'], ['b', 'c'], []]);
  });
});

describe('what only looks like a form', () => {
  test.each([
    ['has no boundary', 'multipart/form-data', 'x'],
    ['has a boundary longer than any browser makes', `multipart/form-data; boundary=${'a'.repeat(300)}`, 'x'],
    ['is no form at all', `multipart/form-data; boundary=${boundary}`, 'a'.repeat(5_000)],
    [
      'ends in the middle',
      `multipart/form-data; boundary=${boundary}`,
      `--${boundary}\r\nContent-Disposition: form-data; na`,
    ],
  ])("is refused as the sender's mistake: it %s", async (_name, contentType, payload) => {
    const { server } = await start();
    const answer = await server.inject({
      method: 'POST',
      url: '/form',
      headers: { ...atHill, 'content-type': contentType },
      payload,
    });
    expect(answer.statusCode).toBe(400);
  });
});
