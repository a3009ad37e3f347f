import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { sendPage, seeOther } from './page.ts';
import type { Server } from './server.ts';
import { boundless } from './testing/boundless.ts';
import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const start = async (changes: Parameters<typeof testServer>[0] = {}): Promise<TestServer> =>
  (running = await testServer(changes));

afterEach(async () => {
  await running?.server.close();
  running = null;
});

describe('who may call a route', () => {
  test('a server with a route that says nobody about access refuses to start and names the route', async () => {
    const { server } = await start();
    expect(() => server.get('/forgotten', async () => 'seen')).toThrow('GET /forgotten');
  });

  test('the same inside a plugin: it does not become ready', async () => {
    const { server } = await start();
    server.register(async (scope) => {
      scope.post('/forgotten', { config: { access: 'somebody' } }, async () => 'seen');
    });
    await expect(server.ready()).rejects.toThrow('POST /forgotten');
  });

  test('whoever is not signed in is sent to sign in, on the API told so', async () => {
    const { server } = await start();
    server.get('/desk', { config: { access: 'desk' } }, async () => 'seen');
    server.get('/api/v1/desk', { config: { access: 'desk' } }, async () => 'seen');
    const page = await server.inject({ url: '/desk', headers: atHill });
    expect([page.statusCode, page.headers.location, page.headers['cache-control']]).toEqual([
      303,
      '/masuk',
      'no-store',
    ]);
    const api = await server.inject({ url: '/api/v1/desk', headers: atHill });
    expect(api.statusCode).toBe(401);
    expect(api.headers['content-type']).toContain('application/problem+json');
  });

  test('the guard runs before the body is read and before the handler', async () => {
    const { server } = await start();
    let handled = false;
    server.post('/closed', { config: { access: 'nobody' } }, async () => {
      handled = true;
      return 'seen';
    });
    const answer = await server.inject({
      method: 'POST',
      url: '/closed',
      headers: { ...atHill, 'content-type': 'application/json' },
      payload: 'not json',
    });
    expect([answer.statusCode, handled]).toEqual([403, false]);
  });

  test('the access of a route says how long its answer may be kept', async () => {
    const { server } = await start();
    server.get('/open', anyone, async (_request, reply) => sendPage(reply, '<p>open</p>'));
    server.get('/desk', { config: { access: 'desk' } }, async (_request, reply) => sendPage(reply, '<p>desk</p>'));
    expect((await server.inject({ url: '/open', headers: atHill })).headers['cache-control']).toBe('private, no-cache');
    expect(
      (await server.inject({ url: '/desk', headers: { ...atHill, 'x-signed-in': '1' } })).headers['cache-control'],
    ).toBe('no-store');
  });
});

describe('every answer', () => {
  test('forbids inline script and style, framing and leaking the address, and carries its request id', async () => {
    const { server, logged } = await start();
    server.get('/', anyone, async (_request, reply) => sendPage(reply, '<p>hello</p>'));
    const { headers } = await server.inject({ url: '/', headers: atHill });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(logged.map((line) => line['requestId'])).toContain(headers['x-request-id']);
  });

  test('lets pictures come from where an operator named, and nothing else', async () => {
    const { server } = await start({ pictureOrigins: ['https://tiles.example'] });
    server.get('/', anyone, async (_request, reply) => sendPage(reply, '<p>hello</p>'));
    const { headers } = await server.inject({ url: '/', headers: atHill });
    expect(headers['content-security-policy']).toContain("img-src 'self' https://tiles.example; font-src 'self';");
    expect(String(headers['content-security-policy']).split('tiles.example')).toHaveLength(2);
  });

  test('asks for https for a year only where the tenant is reached by https', async () => {
    const { server } = await start();
    server.get('/', anyone, async () => 'hello');
    expect(
      (await server.inject({ url: '/', headers: { host: 'harbour.example' } })).headers['strict-transport-security'],
    ).toBe('max-age=31536000');
    expect((await server.inject({ url: '/', headers: atHill })).headers['strict-transport-security']).toBeUndefined();
  });

  test('leaves neither address nor agent nor path nor query in the log', async () => {
    const { server, logged } = await start();
    server.get('/reports/:number', anyone, async () => 'seen');
    await server.inject({
      url: '/reports/5551234567?code=12345678',
      remoteAddress: '203.0.113.9',
      headers: { ...atHill, 'user-agent': 'Phone/1.0' },
    });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ tenant: 'hill', method: 'GET', route: '/reports/:number', status: 200 });
    expect(JSON.stringify(logged)).not.toMatch(/5551234567|12345678|203\.0\.113\.9|Phone/);
  });

  test('is compressed for who asks, but an event stream never', async () => {
    const { server } = await start();
    const long = '<p>the same words</p>'.repeat(400);
    server.get('/long', anyone, async (_request, reply) => sendPage(reply, long));
    server.get('/stream', anyone, async (_request, reply) => reply.type('text/event-stream').send(`data: ${long}\n\n`));
    const zipped = await server.inject({ url: '/long', headers: { ...atHill, 'accept-encoding': 'gzip' } });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(long);
    expect(
      (await server.inject({ url: '/long', headers: { ...atHill, 'accept-encoding': 'br, gzip' } })).headers[
        'content-encoding'
      ],
    ).toBe('br');
    const stream = await server.inject({ url: '/stream', headers: { ...atHill, 'accept-encoding': 'gzip' } });
    expect(stream.headers['content-encoding']).toBeUndefined();
  });

  test('is not sent again to who has it', async () => {
    const { server } = await start();
    server.get('/', anyone, async (_request, reply) => sendPage(reply, '<p>hello</p>'));
    const first = await server.inject({ url: '/', headers: atHill });
    const second = await server.inject({
      url: '/',
      headers: { ...atHill, 'if-none-match': String(first.headers.etag) },
    });
    expect([second.statusCode, second.body]).toEqual([304, '']);
  });

  test('to HEAD has the headers of GET and no body', async () => {
    const { server } = await start();
    server.get('/', anyone, async (_request, reply) => sendPage(reply, '<p>hello</p>'));
    const answer = await server.inject({ method: 'HEAD', url: '/', headers: atHill });
    expect([answer.statusCode, answer.body, answer.headers['content-type'], answer.headers['content-length']]).toEqual([
      200,
      '',
      'text/html; charset=utf-8',
      '12',
    ]);
  });

  test('comes in the language asked for, which is remembered', async () => {
    const { server } = await start();
    server.get('/', anyone, async (request) => request.language);
    const asked = await server.inject({ url: '/?lang=en', headers: atHill });
    expect(asked.body).toBe('en');
    expect(asked.cookies).toEqual([
      expect.objectContaining({ name: 'lang', value: 'en', httpOnly: true, sameSite: 'Lax', path: '/' }),
    ]);
    expect((await server.inject({ url: '/', headers: atHill, cookies: { lang: 'en' } })).body).toBe('en');
    expect((await server.inject({ url: '/?lang=xx', headers: atHill })).cookies).toEqual([]);
  });
});

describe('redirects', () => {
  test('a form that did its work leads on with 303', async () => {
    const { server } = await start();
    server.post('/form', anyone, async (_request, reply) => seeOther(reply, '/done?n=1'));
    const answer = await server.inject({ method: 'POST', url: '/form', headers: atHill });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/done?n=1']);
  });

  test.each(['https://other.example/', '//other.example', '/\\other.example', '/\t/other.example', 'done'])(
    '%j leads nobody away',
    async (path) => {
      const { server } = await start();
      server.get('/away', anyone, async (_request, reply) => seeOther(reply, path));
      const answer = await server.inject({ url: '/away', headers: atHill });
      expect([answer.statusCode, answer.headers.location]).toEqual([500, undefined]);
    },
  );
});

describe('files', () => {
  test('hashed ones may be kept for ever, and nothing outside the folder is served', async () => {
    const outer = await mkdtemp(join(tmpdir(), 'static-'));
    await writeFile(join(outer, 'site.0a1b2c.css'), 'p{}');
    const { server } = await start({
      folders: [{ prefix: '/assets/', root: outer, isHashed: true, access: 'anyone' }],
    });
    const found = await server.inject({ url: '/assets/site.0a1b2c.css', headers: atHill });
    expect([found.statusCode, found.body, found.headers['cache-control']]).toEqual([
      200,
      'p{}',
      'public, max-age=31536000, immutable',
    ]);
    for (const url of ['/assets/', '/assets/none.css', '/assets/..%2f..%2fetc%2fpasswd', '/assets/../../etc/passwd']) {
      expect([403, 404], url).toContain((await server.inject({ url, headers: atHill })).statusCode);
    }
    await rm(outer, { recursive: true });
  });
});

describe('the API description', () => {
  test('lists the routes under /api/v1 from their own schemas, and no page', async () => {
    const { server } = await start();
    const schema = {
      body: z.object({ title: z.string().min(3) }),
      response: { 201: z.object({ number: z.string() }) },
    };
    server.post('/api/v1/reports', { ...anyone, schema }, async (request, reply) =>
      reply.code(201).send({ number: request.body.title }),
    );
    server.get('/page', anyone, async () => 'page');
    const described = (await server.inject({ url: '/api/v1/openapi.json', headers: atHill })).json();
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual(['/api/v1/reports']);
    expect(
      described.paths['/api/v1/reports'].post.requestBody.content['application/json'].schema.properties.title.minLength,
    ).toBe(3);
  });

  test('a body that says the wrong thing is a problem that names the field', async () => {
    const { server } = await start();
    const schema = { body: z.object({ publish: z.object({ title: z.string() }) }) };
    server.post('/api/v1/reports', { ...anyone, schema }, async () => 'done');
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/reports',
      headers: atHill,
      payload: { publish: { title: 5 } },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ status: 422, kind: 'invalid', errors: [{ field: 'publish.title' }] });
  });
});

describe('too much at once', () => {
  const few = (atWork: number, delayMs = Infinity) => ({ atWork, delayMs, statementMs: 1_000 });
  const allowances = { ...boundless, costly: few(1), reading: few(2), changing: few(3), light: few(4) } as const;

  /** A server on which so many are at work until they are let go. */
  const busyWith = async (many: number): Promise<{ readonly server: Server; readonly letGo: () => Promise<void> }> => {
    const { server } = await start({ allowances });
    const held = Promise.withResolvers<void>();
    const untilHeld = Promise.withResolvers<void>();
    let begun = 0;
    server.get('/slow', { config: { ...anyone.config, urgency: 'always' } }, async () => {
      begun += 1;
      if (begun === many) untilHeld.resolve();
      await held.promise;
      return 'done';
    });
    for (const urgency of ['costly', 'reading', 'changing', 'light'] as const)
      server.get(`/${urgency}`, { config: { ...anyone.config, urgency } }, async () => 'hello');
    const slow = Array.from({ length: many }, () => server.inject({ url: '/slow', headers: atHill }));
    if (many > 0) await untilHeld.promise;
    const letGo = async (): Promise<void> => {
      held.resolve();
      await Promise.all(slow);
    };
    return { server, letGo };
  };

  const statusOf = async (server: Server, url: string) => (await server.inject({ url, headers: atHill })).statusCode;

  test.each([
    [0, [200, 200, 200, 200]],
    [1, [503, 200, 200, 200]],
    [2, [503, 503, 200, 200]],
    [3, [503, 503, 503, 200]],
    [4, [503, 503, 503, 503]],
  ])(
    'with %i at work searches go first, then lists, then what is sent, and last what lies ready',
    async (many, expected) => {
      const { server, letGo } = await busyWith(many);
      const statuses = [];
      for (const url of ['/costly', '/reading', '/changing', '/light']) statuses.push(await statusOf(server, url));
      expect(statuses).toEqual(expected);
      expect(await statusOf(server, '/healthz')).toBe(200);
      await letGo();
      expect(await statusOf(server, '/costly')).toBe(200);
    },
  );

  test('who is turned away is told when to come again, under the same headers as everybody', async () => {
    const { server, letGo } = await busyWith(4);
    const { statusCode, headers } = await server.inject({ url: '/reading', headers: atHill });
    expect([statusCode, headers['retry-after'], headers['content-security-policy']]).toEqual([
      503,
      '5',
      expect.stringContaining("default-src 'none'"),
    ]);
    await letGo();
  });

  test('who sends slowly is not at work yet, and keeps nobody out', async () => {
    const { server } = await start({ allowances });
    server.post('/form', anyone, async () => 'taken');
    server.get('/costly', { config: { ...anyone.config, urgency: 'costly' } }, async () => 'hello');
    let begun = 0;
    server.addHook('onRequest', async () => {
      begun += 1;
    });
    const origin = await server.listen({ host: '127.0.0.1', port: 0 });
    const lines = Array.from({ length: 20 }, () => {
      const line = connect(Number(new URL(origin).port), '127.0.0.1');
      line.write(
        `POST /form HTTP/1.1\r\nHost: ${atHill.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=`,
      );
      return line;
    });
    await Promise.all(lines.map((line) => once(line, 'connect')));
    await expect.poll(() => begun).toBeGreaterThan(0);
    await expect.poll(() => statusOf(server, '/costly')).toBe(200);
    for (const line of lines) line.destroy();
  });

  test('new requests are asked to come back while the process is behind, health checks are not', async () => {
    const { server, shown } = await start({ allowances: { ...boundless, reading: few(Infinity, 5) } });
    server.get('/', anyone, async () => 'hello');
    await server.ready();
    const until = performance.now() + 1_600;
    while (performance.now() < until && server.memoryUsage().eventLoopDelay <= 5) {
      blockFor(150);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const answer = await server.inject({ url: '/', headers: atHill });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(shown[0]).toMatchObject({ status: 503, retryAfterSeconds: 5 });
    expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
  });
});

const blockFor = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};
