import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFenceSite, type FenceSite } from './fence-site.ts';
import { askFirst } from './visitors.ts';

let site: FenceSite;

beforeAll(async () => {
  site = await startFenceSite();
});

afterAll(() => site.close());

/** What the router cannot read is answered before any hook has run; a throw there would end the process for everybody. */
describe('an address that the router cannot read', () => {
  it.each([
    ['/%zz', 400],
    ['/%c0%ae%c0%ae/etc/passwd', 400],
    ['/laporan/%ff', 400],
    [`/laporan/${'9'.repeat(300)}`, 414],
    ['/lapor/%zz?lang=en', 400],
  ])('is answered with a page in the language asked for: %s', async (url, status) => {
    const answer = await askFirst(site, { url, headers: { 'accept-language': 'en' } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).toContain('<html lang="en">');
  });

  it('is a problem for a program', async () => {
    const answer = await askFirst(site, { url: '/api/v1/reports/%zz' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
