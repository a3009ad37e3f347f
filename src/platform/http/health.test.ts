import { afterEach, describe, expect, test } from 'vitest';

import { anyone, atHill, testServer, type TestServer } from './testing/test-server.ts';

let running: TestServer | null = null;
const start = async (changes: Parameters<typeof testServer>[0] = {}): Promise<TestServer> =>
  (running = await testServer(changes));

afterEach(async () => {
  await running?.server.close();
  running = null;
});

const well = async (): Promise<void> => undefined;
const ill = async (): Promise<void> => {
  throw new Error('connect ECONNREFUSED 10.0.0.7');
};

describe('health', () => {
  test('the process is up, whatever host is asked and whatever its database does', async () => {
    const { server } = await start({ health: { access: 'anyone', checks: { database: ill } } });
    expect((await server.inject({ url: '/healthz', headers: { host: '10.0.0.9' } })).json()).toEqual({ status: 'up' });
  });

  test('it is ready when each thing it needs is well', async () => {
    const { server } = await start({ health: { access: 'anyone', checks: { database: well, workers: well } } });
    expect((await server.inject({ url: '/readyz' })).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', workers: 'ok' },
    });
  });

  test('it is not ready when one is ill or silent: 503 names it and no more', async () => {
    const silent = () => new Promise<void>(() => undefined);
    const { server } = await start({
      health: { access: 'anyone', checks: { database: ill, migrations: well, workers: silent } },
    });
    const answer = await server.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json()).toEqual({
      status: 'not_ready',
      checks: { database: 'failed', migrations: 'ok', workers: 'failed' },
    });
  });
});

describe('metrics', () => {
  const read = async (token: string | null, remoteAddress: string, headers: Record<string, string> = {}) => {
    const { server } = await start({
      health: { access: 'anyone', checks: {}, ...(token === null ? {} : { metricsToken: token }) },
    });
    server.get('/reports/:number', anyone, async () => 'seen');
    await server.inject({ url: '/reports/5551234567', headers: atHill });
    return server.inject({ url: '/metrics', remoteAddress, headers });
  };

  test('are for this machine, by route and never by address visited', async () => {
    const answer = await read(null, '127.0.0.1');
    expect(answer.body).toContain('http_requests_total{method="GET",route="/reports/:number",status="200"} 1');
    expect(answer.body).not.toContain('5551234567');
  });

  test.each([
    ['another machine', null, '203.0.113.9', {}, 404],
    ['another machine through a proxy here', null, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['another machine with the token', 'right', '203.0.113.9', { authorization: 'Bearer right' }, 200],
    ['another machine with a wrong token', 'right', '203.0.113.9', { authorization: 'Bearer wrong' }, 404],
  ])('%s', async (_who, token, remoteAddress, headers, status) => {
    expect((await read(token, remoteAddress, headers)).statusCode).toBe(status);
  });
});
