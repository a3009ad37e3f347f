import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { moved } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

type Sent = Readonly<Record<string, string>>;

const host = 'satu.example';
const post = (url: string, fields: Sent, headers: Sent = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ ...fields }).toString(),
  });
const get = (url: string, headers: Sent = {}) => site.app.inject({ url, headers: { host, ...headers } });
type Answer = Awaited<ReturnType<typeof post>>;
const cookieOf = (answer: Answer): string => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Files a report and follows "Perbaiki isinya" from the page that shows its number. */
const filed = async (words: Sent = {}) => {
  const fields = { description: 'Lampu jalan padm.', title: 'Lampu', place: 'dekat SD', nonce: randomUUID(), ...words };
  const sent = await post('/lapor', fields);
  const cookie = cookieOf(sent);
  const page = await get(String(sent.headers.location), { cookie });
  const number = /data-number="(\d{10})"/.exec(page.body)?.[1] ?? '';
  const way = /href="(\/lapor\/lacak\?surat=[^"]*ke=perbaiki)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const led = await get(way, { cookie });
  return { number, form: String(led.headers.location), claim: cookieOf(led), page };
};

const mended = { description: 'Lampu jalan padam.', title: '', place: 'dekat SD Melati' };

describe('a mistake in the own words', () => {
  it('is mended from the page after filing, and the words that count are the new ones', async () => {
    const { number, form, claim } = await filed();
    expect(form).toBe(`/lacak/${number}/perbaiki`);
    const page = await get(form, { cookie: claim });
    expect(page.body).toContain('Lampu jalan padm.');
    const made = await post(form, mended, { cookie: claim });
    expect([made.statusCode, made.headers.location]).toEqual([303, `/lacak/${number}?diperbaiki=1`]);
    const own = await get(`/lacak/${number}?diperbaiki=1`, { cookie: claim });
    expect(own.body).toContain('Laporan Anda sudah diperbaiki');
    expect(own.body).toContain('Lampu jalan padam.');
    expect(own.body).toContain('dekat SD Melati');
    expect(own.body).not.toContain('padm');
    expect(own.body).not.toContain(`href="/lacak/${number}/perbaiki"`);
  });

  it('keeps what was written first in the history', async () => {
    const { number, form, claim } = await filed();
    await post(form, mended, { cookie: claim });
    const kinds = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('report_event as e')
        .innerJoin('report as r', (join) =>
          join.onRef('r.tenant_id', '=', 'e.tenant_id').onRef('r.id', '=', 'e.report_id'),
        )
        .innerJoin('event_secret as s', (join) =>
          join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.event_id', '=', 'e.id'),
        )
        .select(['e.kind', 's.value'])
        .where('e.tenant_id', '=', site.cities[0].id)
        .where('r.number', '=', number)
        .where('s.field', '=', 'description')
        .orderBy('e.seq')
        .execute(),
    );
    expect(kinds).toEqual([
      { kind: 'filed', value: 'Lampu jalan padm.' },
      { kind: 'corrected', value: 'Lampu jalan padam.' },
    ]);
  });

  it('is mended once, within half an hour, and before anybody works with it; what was typed is kept', async () => {
    const once = await filed();
    await post(once.form, mended, { cookie: once.claim });
    const late = await filed();
    const touched = await filed();
    await moved(site.laksa, site.cities[0], {
      number: touched.number,
      by: 'verifikator',
      command: { move: 'note', message: 'Dibaca.' },
    });
    for (const { form, claim } of [once, touched]) {
      const answer = await post(form, { ...mended, description: 'Kata <baru>.' }, { cookie: claim });
      expect(answer.statusCode).toBe(409);
      expect(answer.body).toContain('tidak dapat diperbaiki lagi');
      expect(answer.body).toContain('Kata &lt;baru>.');
    }
    site.clock.advance(30 * 60_000);
    expect((await post(late.form, mended, { cookie: late.claim })).statusCode).toBe(409);
  });

  it('needs words, and no more of them than a report', async () => {
    const { form, claim } = await filed();
    for (const [field, value] of [
      ['description', ' \n'],
      ['title', 'x'.repeat(201)],
    ] as const) {
      const answer = await post(form, { ...mended, [field]: value }, { cookie: claim });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(`href="#field-${field}"`);
    }
  });

  it('is mended by nobody without the code', async () => {
    const { number, form } = await filed();
    const other = await filed();
    for (const cookie of ['', 'lacak=x', other.claim]) {
      expect((await get(form, { cookie })).headers.location).toBe(`/lacak?nomor=${number}`);
      expect((await post(form, mended, { cookie })).headers.location).toBe(`/lacak?nomor=${number}`);
    }
  });
});
