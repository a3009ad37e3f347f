import { connect } from 'node:net';

import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { readForm } from './form.ts';
import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const start = async (changes: Parameters<typeof testServer>[0] = {}): Promise<TestServer> =>
  (running = await testServer(changes));

afterEach(async () => {
  await running?.server.close();
  running = null;
});

const secretPath = '/reports/5551234567?code=87654321';

describe('an answer that says no', () => {
  test('to a person is a page, to a machine a problem, and neither tells path or query', async () => {
    const { server, shown } = await start();
    const page = await server.inject({ url: secretPath, headers: atHill });
    expect([page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      404,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(shown[0]).toMatchObject({
      status: 404,
      language: 'id',
      wasPosting: false,
      tenant: { slug: 'hill' },
      requestId: page.headers['x-request-id'],
    });
    const problem = await server.inject({ url: `/api/v1${secretPath}`, headers: atHill });
    expect(problem.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      kind: 'not_found',
      instance: `urn:uuid:${problem.headers['x-request-id']}`,
    });
    expect(page.body + problem.body).not.toMatch(/5551234567|87654321/);
  });

  test('an address that is there for other methods is 405 and says which', async () => {
    const { server } = await start();
    server.get('/reports/:number', anyone, async () => 'seen');
    const answer = await server.inject({ method: 'DELETE', url: '/reports/1', headers: atHill });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await server.inject({ method: 'DELETE', url: '/reports/1/more', headers: atHill })).statusCode).toBe(404);
  });

  test('an address that no router can read is 400 and not repeated', async () => {
    const { server } = await start();
    const answer = await server.inject({ url: '/reports/%c0secret', headers: atHill });
    expect([answer.statusCode, answer.body.includes('secret')]).toEqual([400, false]);
  });

  test('a number in the address that cannot be one is not found', async () => {
    const { server } = await start();
    server.get(
      '/reports/:number',
      { ...anyone, schema: { params: z.object({ number: z.string().regex(/^\d{10}$/) }) } },
      async () => 'seen',
    );
    expect((await server.inject({ url: '/reports/abc', headers: atHill })).statusCode).toBe(404);
  });

  test('a body beyond the limit is 413 and the connection ends', async () => {
    const { server } = await start();
    server.post('/form', anyone, async (request) => readForm(request));
    const answer = await server.inject({
      method: 'POST',
      url: '/form',
      headers: { ...atHill, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `a=${'x'.repeat(2_000_000)}`,
    });
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
  });

  test('a bug is 500: the log knows why, the visitor only the request id', async () => {
    const { server, logged } = await start();
    server.post('/broken', anyone, async () => {
      throw new Error('select secret from vault');
    });
    const answer = await server.inject({ method: 'POST', url: '/broken', headers: atHill });
    expect([answer.statusCode, answer.body.includes('vault')]).toEqual([500, false]);
    expect(logged.find((line) => line['msg'] === 'failed')).toMatchObject({
      requestId: answer.headers['x-request-id'],
      error: { message: 'select secret from vault' },
    });
  });

  test('a broken row leaves in the log where it broke, never what was in it', async () => {
    const { server, logged } = await start();
    const broken = Object.assign(new Error('invalid input syntax for type uuid: "0812 345"'), {
      code: '22P02',
      detail: 'Key (phone)=(0812 345) already exists.',
      where: 'unnamed portal parameter $1 = 0812 345',
    });
    server.get('/', anyone, async () => {
      throw new Error('could not file', { cause: broken });
    });
    await server.inject({ url: '/', headers: atHill });
    const line = logged.find(({ msg }) => msg === 'failed');
    expect(line).toMatchObject({
      error: {
        message: 'could not file',
        cause: { code: '22P02', message: 'invalid input syntax for type uuid: "…"' },
      },
    });
    expect(JSON.stringify(line)).toContain('problem.test.ts');
    expect(JSON.stringify(logged)).not.toContain('0812');
  });

  test.each([
    ['is no HTTP', 'GET / NONSENSE\r\n\r\n', '400 Bad Request'],
    [
      'has endless headers',
      `GET / HTTP/1.1\r\nHost: hill.example:3000\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
    ],
    ['names no host', 'GET / HTTP/1.0\r\n\r\n', '421 Misdirected Request'],
  ])('a request that %s is turned away without a word about us', async (_what, request, status) => {
    const { server } = await start();
    server.get('/', anyone, async () => 'seen');
    const answer = await overSocket(await server.listen({ port: 0, host: '127.0.0.1' }), request);
    expect(answer.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
    expect(answer).not.toMatch(/NONSENSE|stack|fastify/i);
  });

  test('a request that goes on after it was turned away does not reset the line before the answer is read', async () => {
    const { server } = await start();
    const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    const told: string[] = [];
    socket.on('data', (data) => told.push(data.toString()));
    const first = new Promise<string>((resolve) => {
      socket.once('end', () => resolve('ended'));
      socket.once('error', ({ message }) => resolve(message));
    });
    socket.on('error', () => undefined);
    socket.write(`GET / HTTP/1.1\r\nHost: hill.example:3000\r\nX-Long: ${'x'.repeat(20_000)}`);
    const more = setInterval(() => socket.writable && socket.write('x'.repeat(50_000)), 1);
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.resume();
    expect(await first).toBe('ended');
    clearInterval(more);
    socket.destroy();
    expect(told.join('')).toMatch(/^HTTP\/1.1 431 /);
  });

  test('a value in the address that is longer than any of ours is not found', async () => {
    const { server } = await start();
    server.get('/reports/:number', anyone, async () => 'seen');
    const answer = await server.inject({ url: `/reports/${'9'.repeat(300)}`, headers: atHill });
    expect([404, 414]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('999');
  });
});

describe('a database that is away', () => {
  test('is 503 with a time to come back, and the page knows that a form was sent', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:9/none' });
    const { server, shown } = await start();
    server.post('/file', anyone, async () => (await pool.query('select 1')).rows);
    const answer = await server.inject({ method: 'POST', url: '/file', headers: atHill });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(shown[0]).toMatchObject({ status: 503, wasPosting: true, retryAfterSeconds: 5 });
    await pool.end();
  });

  test('even when not even the tenant can be known, in the language of the browser', async () => {
    const fails = async (): Promise<never> => {
      throw new Error('tenants', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
    };
    const { server, shown } = await start({ tenants: { all: fails, byHost: fails } });
    server.get('/', anyone, async () => 'seen');
    const answer = await server.inject({ url: '/', headers: { ...atHill, 'accept-language': 'en-GB' } });
    expect(answer.statusCode).toBe(503);
    expect(shown[0]).toMatchObject({ status: 503, tenant: null, language: 'en' });
  });

  test.each([
    ['57P01', 503],
    ['08006', 503],
    ['53300', 503],
    ['23505', 500],
    ['42P01', 500],
  ])('PostgreSQL’s %s is %i', async (code, status) => {
    const { server } = await start();
    server.get('/', anyone, async () => {
      throw Object.assign(new Error('said by PostgreSQL'), { code });
    });
    expect((await server.inject({ url: '/', headers: atHill })).statusCode).toBe(status);
  });
});

const overSocket = (address: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(request));
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  });
