import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createApiKey } from '../../commands/apikey.ts';
import { signedIn } from '../../features/sign-in/testing/officer.ts';
import { cookieOf } from '../fences/city-with-words.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';

let site: FenceSite;
/** Of an officer who is signed in. */
let cookie: string;
const host = 'satu.example';

beforeAll(async () => {
  site = await startFenceSite();
  cookie = cookieOf(await signedIn(site, site.cities[0], 'koordinator'));
});
afterAll(() => site.close());

const ask = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  site.app.inject({ url, headers: { host, ...headers } });
const send = (url: string, payload: string, headers: Readonly<Record<string, string>> = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  });

describe('security headers', () => {
  it.each([
    ['a page', '/lapor', {}],
    ['a page that is not there', '/tidak-ada', {}],
    ['an address that no router reads', '/laporan/%c0', {}],
    ['an address that is too long', `/laporan/${'1'.repeat(500)}`, {}],
    ['a redirect', '/petugas', {}],
    ['a problem', '/api/v1/reports/1', {}],
    ['data', '/api/v1/categories', {}],
    ['a feed', '/umpan.atom', {}],
    ['health', '/healthz', {}],
    ['a host that is nobody’s', '/', { host: 'evil.example' }],
  ])('are on every kind of answer: %s', async (_kind, url, headers) => {
    const answer = await ask(url, headers);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(answer.headers['x-powered-by'] ?? answer.headers['server']).toBeUndefined();
  });
});

describe('cookies', () => {
  it('cannot be read by a script, go to no other site, and only by https where the city is reached by it', async () => {
    const answers = [
      await ask('/lapor?lang=en'),
      await send('/lapor', 'description=Lampu+mati+di+depan+pasar&nonce='),
      await send('/petugas/masuk', 'login=siapa%40contoh.id&password=salah'),
    ];
    const cookies = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/i);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });
});

describe('another site', () => {
  const evil = [
    ['of another origin', { origin: 'http://evil.example' }],
    ['whose origin begins alike', { origin: 'http://satu.example.evil.example' }],
    ['whose origin ends alike', { origin: 'http://evil-satu.example' }],
    ['at another port', { origin: 'http://satu.example:8080' }],
    ['of another scheme', { origin: 'https://satu.example' }],
    ['without an origin of its own', { origin: 'null' }],
    ['that shows an origin with a path', { origin: 'http://satu.example/' }],
    ['told by the browser alone', { 'sec-fetch-site': 'cross-site' }],
    ['beside ours', { 'sec-fetch-site': 'same-site' }],
    ['of the neighbouring city', { origin: 'http://dua.example' }],
  ] as const;

  it.each(evil)('%s changes nothing, signed in or not', async (_who, from) => {
    for (const url of ['/lapor', '/lacak', '/petugas/masuk', '/petugas/keluar'])
      expect((await send(url, 'a=1', { cookie, ...from })).statusCode).toBe(403);
  });

  it('does not get around it with a key beside a cookie', async () => {
    const key = await createApiKey(site.laksa, site.cities[0], {
      post: { slug: 'koordinator' },
      scopes: ['report:create'],
    });
    const both = { authorization: `Bearer ${key}`, cookie: 'a=b', origin: 'http://evil.example' };
    expect((await send('/api/v1/reports', 'description=x', both)).statusCode).toBe(403);
  });
});

describe('the host that is asked for', () => {
  it.each(['evil.example', 'satu.example.evil.example', 'satu.example@evil.example', 'satu.example:99'])(
    'is 421 when it is no city of ours, and stands nowhere in the answer: %s',
    async (evil) => {
      const answer = await ask('/lapor', { host: evil });
      expect([400, 421]).toContain(answer.statusCode);
      expect(answer.body).not.toContain('evil');
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('is not the one that somebody forwards', async () => {
    const answer = await ask('/api/v1/openapi.json', {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toContain('evil');
  });
});

describe('what is typed', () => {
  const breaks = 'a%0d%0aSet-Cookie:%20x=1%0d%0a%0d%0a%3Cscript%3E';

  it.each([
    `/petugas/masuk?next=${breaks}`,
    `/laporan/${breaks}`,
    `/lapor/terkirim?surat=${breaks}`,
    `/lacak?nomor=${breaks}`,
    `/umpan.atom?kategori=${breaks}`,
    `/lapor?lang=${breaks}`,
  ])('ends no header and begins none: %s', async (url) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBeLessThan(500);
    for (const value of Object.values(answer.headers).flat()) expect(String(value)).not.toMatch(/[\r\n]/);
    expect([answer.headers['set-cookie'] ?? []].flat().join()).not.toContain('x=1');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '\t//evil.example', 'javascript:alert(1)'])(
    'leads nobody to another site after signing in: %j',
    async (next) => {
      const answer = await ask(`/petugas/masuk?next=${encodeURIComponent(next)}`);
      expect(answer.body).toMatch(/name="next" value="\/petugas"/);
      expect(answer.body).not.toMatch(/(?:href|action)="(?!\/[^/\\])[^"]*evil/);
      expect(String(answer.headers.location ?? '')).not.toContain('evil');
    },
  );

  it.each([
    '../package.json',
    '..%2fpackage.json',
    '%2e%2e/package.json',
    '..\\package.json',
    '/etc/passwd',
    '%00',
    '.env',
  ])('opens no file outside: %s', async (path) => {
    for (const folder of ['/assets/', '/public/', '/l/', '/laporan/1234567890/foto/', '/lapor/foto/'])
      expect([301, 303, 400, 404]).toContain((await ask(`${folder}${path}`)).statusCode);
  });

  it('writes no line of its own into the log', async () => {
    site.logged.length = 0;
    await ask('/laporan/x', { 'user-agent': 'a\u001b[31mb', 'x-request-id': 'evil' });
    await ask(`/laporan?q=${breaks}%1b%5b31m`);
    expect(site.logged.length).toBeGreaterThan(0);
    for (const line of site.logged) {
      expect(line.endsWith('\n') && !line.slice(0, -1).includes('\n')).toBe(true);
      for (const foreign of ['\u001b', 'evil', 'Set-Cookie']) expect(line).not.toContain(foreign);
    }
  });

  it('changes no prototype', async () => {
    const key = await createApiKey(site.laksa, site.cities[0], {
      post: { slug: 'koordinator' },
      scopes: ['report:create'],
    });
    for (const payload of [
      '{"__proto__":{"polluted":1},"description":"x"}',
      '{"constructor":{"prototype":{"polluted":1}},"description":"x"}',
    ])
      expect([400, 422]).toContain(
        (
          await site.app.inject({
            method: 'POST',
            url: '/api/v1/reports',
            headers: { host, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
            payload,
          })
        ).statusCode,
      );
    await send('/lapor', '__proto__=1&__proto__[polluted]=1&constructor[prototype][polluted]=1&description=a');
    expect('polluted' in {}).toBe(false);
  });

  it('said twice counts once: the first', async () => {
    const { body } = await send('/lapor', 'description=pertama&description=kedua&step=edit&kind=complaint&kind=x');
    expect(body).toContain('>pertama</textarea>');
    expect(body).not.toContain('kedua');
  });

  it('is never fetched: no address that somebody types is asked by the server', async () => {
    const asked: unknown[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = async (...what) => {
      asked.push(what);
      throw new Error('nothing is fetched');
    };
    try {
      const words = encodeURIComponent('http://169.254.169.254/latest/meta-data http://127.0.0.1:1/');
      await send('/lapor', `description=${words}&place=${words}&email=a%40127.0.0.1&photos=${words}`);
      await ask(`/laporan?q=${words}`);
    } finally {
      globalThis.fetch = before;
    }
    expect(asked).toEqual([]);
  });
});

describe('a body', () => {
  it('that is pressed together is not blown up: 50 MB of nothing stay the 50 kB that came', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('description='), Buffer.alloc(50_000_000, 'a')]));
    const answer = await site.app.inject({
      method: 'POST',
      url: '/lapor',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' },
      payload: bomb,
    });
    expect([413, 422]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('aaaaaaaaaa');
  });
});
