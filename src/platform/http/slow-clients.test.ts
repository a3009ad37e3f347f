import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';

import { readForm } from './form.ts';
import { boundless } from './testing/boundless.ts';
import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const lines = new Set<Socket>();

afterEach(async () => {
  for (const line of lines) line.destroy();
  lines.clear();
  await running?.server.close();
  running = null;
});

const listen = async () => {
  running = await testServer({ allowances: boundless }); // a busy machine turns nobody away here
  const { server } = running;
  server.get('/', anyone, async () => 'hello');
  server.post('/form', anyone, async (request) => Object.keys((await readForm(request)).fields).join(' '));
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  const open = (): Socket => {
    const line = connect(Number(new URL(origin).port), '127.0.0.1');
    line.on('error', () => undefined);
    lines.add(line);
    return line;
  };
  return { server, origin, open };
};

/** All that comes until the line is closed, or `enough` has come. */
const heard = async (line: Socket, enough: RegExp): Promise<string> => {
  let text = '';
  for await (const chunk of line) {
    text += String(chunk);
    if (enough.test(text)) break;
  }
  return text;
};

const head = (first: string, ...more: readonly string[]): string =>
  [first, `Host: ${atHill.host}`, ...more].join('\r\n');

describe('clients that mean no good, or have a bad line', () => {
  test('a thousand of them that never finish keep nobody else waiting', async () => {
    const { origin, open } = await listen();
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const slow = Array.from({ length: 1_000 }, open);
    await Promise.all(slow.map((line) => once(line, 'connect')));
    slow.forEach((line, index) =>
      line.write(
        index % 2 === 0
          ? head('GET / HTTP/1.1', 'X-Slow: a')
          : `${head('POST /form HTTP/1.1', type, 'Content-Length: 1000')}\r\n\r\na=`,
      ),
    );
    for (let asked = 0; asked < 20; asked += 1) {
      const answer = await fetch(origin, { headers: { connection: 'close' } });
      expect(answer.status).toBe(200);
    }
    expect(slow.filter((line) => !line.destroyed)).toHaveLength(1_000);
  });

  test('the times a line may take are set, and looked at often enough to hold', async () => {
    const { server } = await listen();
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = server.server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
      headersTimeout: 20_000,
      requestTimeout: 600_000,
      keepAliveTimeout: 72_000,
      maxConnections: 4_000,
    });
  });

  test('headers of 64 kB are answered 431, a body beyond the limit 413, and the line is closed', async () => {
    const { open } = await listen();
    const huge = open();
    huge.write(`${head('GET / HTTP/1.1', `X-Huge: ${'a'.repeat(64 * 1024)}`)}\r\n\r\n`);
    expect(await heard(huge, /\r\n\r\n/)).toContain('431 Request Header Fields Too Large');
    const long = open();
    long.write(
      `${head('POST /form HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 9000000')}\r\n\r\na=1`,
    );
    const refused = await heard(long, /\r\n\r\n/);
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    expect(refused).toMatch(/connection: close/i);
  });

  test('a flood of questions on one line is answered in its order, or turned away, and others are served on', async () => {
    const { open, origin } = await listen();
    const line = open();
    const last = `${head('GET / HTTP/1.1', 'Connection: close')}\r\n\r\n`;
    line.write(`${head('GET / HTTP/1.1')}\r\n\r\n`.repeat(200) + last);
    const answers = (await heard(line, /$^/)).match(/HTTP\/1\.1 \d+/g) ?? [];
    expect(answers).toHaveLength(201);
    expect(answers[0]).toBe('HTTP/1.1 200');
    expect(answers.filter((answer) => !/ (?:200|503)$/.test(answer))).toEqual([]);
    expect((await fetch(origin, { headers: { connection: 'close' } })).status).toBe(200);
  });

  test.each([
    ['a length and pieces at once', 'POST /form HTTP/1.1', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['two lengths', 'POST /form HTTP/1.1', ['Content-Length: 5', 'Content-Length: 6']],
    ['a header that is folded', 'GET / HTTP/1.1', ['X-A: 1', ' folded']],
    ['a bare line feed in a header', 'GET / HTTP/1.1', ['X-A: 1\nX-B: 2\rX']],
  ])('%s is no request of anybody: 400, and the line is closed', async (_what, first, more) => {
    const { open } = await listen();
    const line = open();
    line.write(`${head(first, ...more)}\r\n\r\n`);
    line.end();
    expect(await heard(line, /\r\n\r\n/)).toMatch(/^HTTP\/1\.1 400 /);
  });
});
