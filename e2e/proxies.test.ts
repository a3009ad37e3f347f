import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isHere, startProxy, type Proxy } from './proxy.ts';
import { freePort, startService, type Service } from './service.ts';

/** Answers with the headers it was asked with. */
const startEcho = async (port: number): Promise<Server> => {
  const echo = createServer(({ headers, url }, answer) => answer.end(JSON.stringify({ ...headers, url })));
  echo.listen(port, '127.0.0.1');
  await once(echo, 'listening');
  return echo;
};

describe.each(['nginx', 'caddy'] as const)('behind %s as the sample has it', (name) => {
  const isMissing = !isHere(name);
  const there: { proxy?: Proxy; echo?: Server; site?: Proxy; service?: Service } = {};

  beforeAll(async () => {
    if (isMissing) return;
    const upstream = await freePort();
    there.proxy = await startProxy(name, upstream);
    there.echo = await startEcho(upstream);
    const port = await freePort();
    there.site = await startProxy(name, port);
    const env = { PUBLIC_URL: there.site.origin, TRUST_PROXY: '127.0.0.1' };
    there.service = await startService({ port, env });
  }, 180_000);
  afterAll(async () => {
    there.echo?.close();
    await there.proxy?.close();
    await there.site?.close();
    await there.service?.remove();
  }, 60_000);

  it('what a visitor claims about themselves does not come through, and the name they asked for does', async ({
    skip,
  }) => {
    if (isMissing) skip(`needs ${name}`);
    const claimed = {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=203.0.113.9;proto=http',
      'x-request-id': 'mine',
    };
    const answer = await there.proxy?.ask('/a?b=c', { headers: claimed });
    const seen: Readonly<Record<string, string>> = JSON.parse(answer?.body ?? '{}');
    expect(seen['x-forwarded-for']).toBe('127.0.0.1');
    expect(seen['x-forwarded-proto']).toBe('https');
    expect(seen['x-forwarded-host'] ?? '').not.toContain('evil');
    expect(seen['forwarded']).toBeUndefined();
    expect(seen['x-request-id']).toBeUndefined();
    expect(seen['url']).toBe('/a?b=c');
    expect(`https://${seen['host']}`.replace(/:\d+$/, '')).toBe('https://localhost');
  });

  it('while Laksa is away a page says so in both languages, with when to come back', async ({ skip }) => {
    if (isMissing) skip(`needs ${name}`);
    there.echo?.close();
    there.echo?.closeAllConnections();
    const answer = await there.proxy?.ask('/lapor');
    expect(answer?.status).toBe(503);
    expect(answer?.headers['retry-after']).toBe('60');
    expect(answer?.headers['cache-control']).toBe('no-store');
    expect(answer?.body).toContain('Layanan ini sedang tidak dapat dibuka');
    expect(answer?.body).toContain('This service cannot be reached just now');
  });

  it('a report is filed through it, with cookies for https alone', async ({ skip }) => {
    if (isMissing) skip(`needs ${name}`);
    const { site } = there;
    const body = new URLSearchParams({ kind: 'complaint', description: 'Lampu jalan di depan puskesmas padam.' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site?.origin ?? '' };
    const filed = await site?.ask('/lapor', { method: 'POST', headers, body: body.toString() });
    expect(filed?.status, filed?.body.slice(0, 500)).toBe(303);
    const cookies = [filed?.headers['set-cookie'] ?? []].flat();
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.every((cookie) => /; secure/i.test(cookie))).toBe(true);
    expect(filed?.headers['strict-transport-security']).toMatch(/max-age=\d{7}/);
    const elsewhere = await site?.ask('/lapor', {
      method: 'POST',
      headers: { ...headers, origin: 'https://evil.example' },
      body: body.toString(),
    });
    expect(elsewhere?.status).toBe(403);
  });

  it('its log knows of no address, no query string and no agent', async ({ skip }) => {
    if (isMissing) skip(`needs ${name}`);
    await there.site?.ask('/lacak?nomor=1234567890', {
      headers: { 'user-agent': 'a telephone', referer: 'https://localhost/secret' },
    });
    const log = (await there.site?.log()) ?? '';
    expect(log).toContain('/lacak');
    for (const word of ['127.0.0.1', '1234567890', 'a telephone', 'secret']) expect(log).not.toContain(word);
  });
});

it('nginx refuses more than Laksa would take before it is sent', async ({ skip }) => {
  if (!isHere('nginx')) skip('needs nginx');
  const proxy = await startProxy('nginx', await freePort());
  const headers = { 'content-length': String(200 * 1024 * 1024), 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await proxy.ask('/lapor', { method: 'POST', headers, body: 'x' });
  await proxy.close();
  expect(answer.status).toBe(413);
});
