import { afterEach, describe, expect, test } from 'vitest';

import { anyone, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const start = async (changes: Parameters<typeof testServer>[0] = {}): Promise<TestServer> => {
  running = await testServer(changes);
  running.server.get('/', anyone, async (request) => request.tenant.slug);
  running.server.post('/', anyone, async (request) => request.tenant.slug);
  return running;
};

afterEach(async () => {
  await running?.server.close();
  running = null;
});

describe('whose site is visited', () => {
  test.each([
    ['hill.example:3000', 'hill'],
    ['harbour.example', 'harbour'],
    ['127.0.0.1:3999', 'hill'],
    ['localhost', 'hill'],
    ['[::1]:80', 'hill'],
  ])('%s is the site of %s', async (host, slug) => {
    const { server } = await start();
    expect((await server.inject({ url: '/', headers: { host } })).body).toBe(slug);
  });

  test.each([
    'hill.example',
    'hill.example:3001',
    'elsewhere.example',
    'localhost.elsewhere.example',
    '127.0.0.1.elsewhere.example',
  ])('%j is nobody’s: 421 and a page', async (host) => {
    const { server, shown } = await start();
    const answer = await server.inject({ url: '/', headers: { host } });
    expect(answer.statusCode).toBe(421);
    expect(shown[0]).toMatchObject({ status: 421, tenant: null });
  });

  test('is what a proxy says it is only when the proxy is trusted', async () => {
    const headers = { host: 'inner:8080', 'x-forwarded-host': 'harbour.example' };
    const { server } = await start();
    expect((await server.inject({ url: '/', headers, remoteAddress: '10.0.0.2' })).statusCode).toBe(421);
    await server.close();
    const trusting = await start({ trustProxy: ['10.0.0.0/8'] });
    expect((await trusting.server.inject({ url: '/', headers, remoteAddress: '10.0.0.2' })).body).toBe('harbour');
    expect((await trusting.server.inject({ url: '/', headers, remoteAddress: '203.0.113.9' })).statusCode).toBe(421);
  });
});

describe('a change asked for', () => {
  const ask = async (headers: Record<string, string>): Promise<number> => {
    const { server } = await start();
    return (await server.inject({ method: 'POST', url: '/', headers: { host: 'hill.example:3000', ...headers } }))
      .statusCode;
  };

  test.each([
    ['by our own page', { origin: 'http://hill.example:3000' }],
    ['by our own page at loopback', { host: '127.0.0.1:3999', origin: 'http://127.0.0.1:3999' }],
    ['by an old browser that says only the site', { 'sec-fetch-site': 'same-origin' }],
    ['by typing the address', { 'sec-fetch-site': 'none' }],
    ['by a client that says neither', {}],
    [
      'with a bearer token and no cookie, wherever it comes from',
      { origin: 'https://else.example', authorization: 'Bearer key' },
    ],
  ])('%s is done', async (_by, headers) => {
    expect(await ask(headers)).toBe(200);
  });

  test.each([
    ['by another site', { origin: 'https://else.example' }],
    ['by the neighbour tenant', { origin: 'https://harbour.example' }],
    ['by a page without origin', { origin: 'null' }],
    ['by another port of ours', { origin: 'http://hill.example' }],
    ['by another site, said by the site header alone', { 'sec-fetch-site': 'cross-site' }],
    ['by a sibling subdomain', { 'sec-fetch-site': 'same-site' }],
    [
      'with a bearer token and a cookie',
      { origin: 'https://else.example', authorization: 'Bearer key', cookie: 'a=b' },
    ],
    ['with a true site header and a false origin', { origin: 'https://else.example', 'sec-fetch-site': 'same-origin' }],
    ['at loopback by another port', { host: '127.0.0.1:3999', origin: 'http://127.0.0.1:4000' }],
  ])('%s is refused', async (_by, headers) => {
    expect(await ask(headers)).toBe(403);
  });
});
