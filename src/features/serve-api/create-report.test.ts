import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hosts, startApiSite, type ApiSite } from './testing/api-site.ts';

let site: ApiSite;
let key: string;
let otherKey: string;

beforeAll(async () => {
  site = await startApiSite();
  key = await site.keyOf(site.cities[0], 'petugas-loket', ['report:create']);
  otherKey = await site.keyOf(site.cities[1], 'petugas-loket', ['report:create']);
});
afterAll(() => site.close());

const description = 'Lampu jalan mati sejak Senin.';
let counter = 0;
/** Other words each time: the same ones within a minute are one report. */
const fresh = () => ({ description: `${description} (${(counter += 1)})` });

const post = (payload: object | string, headers: Readonly<Record<string, string>> = {}, bearer: string | null = key) =>
  site.app.inject({
    method: 'POST',
    url: '/api/v1/reports',
    headers: { host: hosts.first, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
    payload,
  });

const rowsOf = (tenantId: string) =>
  site.laksa.database.inTenant(tenantId, (tx) =>
    tx.selectFrom('report').selectAll().where('tenant_id', '=', tenantId).execute(),
  );
const rowOf = async (number: string) => (await rowsOf(site.cities[0].id)).find((row) => row.number === number);

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const partOf = (name: string, value: string): string =>
  `--line\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const photosOf = (tenantId: string): Promise<number> =>
  site.laksa.database.inTenant(tenantId, async (tx) => {
    const rows = await tx.selectFrom('photo').select('id').where('tenant_id', '=', tenantId).execute();
    return rows.length;
  });

describe('a report filed by a program', () => {
  it('is answered with number, code, and where to go', async () => {
    const answer = await post({
      ...fresh(),
      kind: 'aspiration',
      category: 'lampu-jalan',
      village: '36.71.01.1001',
      occurred_on: '2026-11-22',
      lat: -6.17,
      lng: 106.63,
      email: 'Warga@Example.org',
    });
    expect(answer.statusCode).toBe(201);
    const body = answer.json();
    expect(body).toMatchObject({
      number: expect.stringMatching(/^\d{10}$/),
      claim_code: expect.stringMatching(/^\d{8}$/),
      state: 'received',
      danger: false,
      tracking_url: expect.stringMatching(/^http:\/\/satu\.example\/lacak\?nomor=\d{10}$/),
    });
    const alarming = await post({
      description: `Kabel putus menjuntai, ada yang tersengat listrik. ${crypto.randomUUID()}`,
    });
    expect(alarming.json()).toMatchObject({ state: 'received', danger: true });
    expect(body.receipt_url).toMatch(/^http:\/\/satu\.example\/lapor\/tanda-terima\?surat=[\w-]+$/);
    expect(answer.headers.location).toBe(`http://satu.example/api/v1/reports/${body.number}`);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await rowOf(body.number)).toMatchObject({
      kind: 'aspiration',
      channel: 'api',
      village_code: '36.71.01.1001',
      occurred_on: '2026-11-22',
      reporter_language: 'id',
    });
  });

  it('may come as a form, with the names of the form, and says which pictures it did not take', async () => {
    const line = 'line';
    const part = (name: string, value: string, file = '') =>
      `--${line}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
    const payload = [
      part('description', `Dengan\r\nfoto ${(counter += 1)}`),
      part('category', ''),
      part('lat', '-6,5'),
      part('lng', '106.5'),
      part('anonymous', 'on'),
      part('secret', ''),
      part('step', 'send'),
      part('photos', 'JPEG', '; filename="a.jpg"\r\nContent-Type: image/jpeg'),
      `--${line}--\r\n`,
    ].join('');
    const answer = await post(payload, { 'content-type': `multipart/form-data; boundary=${line}` });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().dropped_files).toEqual(['a.jpg']);
    expect(await rowOf(answer.json().number)).toMatchObject({ is_anonymous: true, is_secret: false });
    const urlencoded = await post(new URLSearchParams(fresh()).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(urlencoded.statusCode).toBe(201);
  });

  it('is one report however often its Idempotency-Key comes, also at once', async () => {
    const headers = { 'idempotency-key': 'satu-dua-tiga' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => post({ description }, headers)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => `${answer.json().number} ${answer.json().claim_code}`)).size).toBe(1);
    const again = await post({ description, nonce: 'something else' }, headers);
    expect([again.statusCode, again.json().number]).toEqual([200, answers[0]?.json().number]);
  });

  it.each(['header', 'body'])(
    'is refused when its key comes in the %s with other words, and nothing is kept',
    async (where) => {
      const key = `dipakai-lagi-${where}`;
      const send = (body: object, more: Readonly<Record<string, string>> = {}) =>
        where === 'header' ? post(body, { 'idempotency-key': key, ...more }) : post({ ...body, nonce: key }, more);
      const { number } = (await send({ description })).json();
      const before = (await rowsOf(site.cities[0].id)).length;
      for (const other of [{ description: 'Kata lain sama sekali.' }, { description, email: 'lain@example.org' }]) {
        const refused = await send(other);
        expect(refused.statusCode).toBe(422);
        expect(refused.headers['content-type']).toContain('application/problem+json');
        expect(refused.json()).toMatchObject({ kind: 'key_reused', detail: expect.stringContaining(number) });
      }
      expect((await send({ description: 'Other words.' }, { 'accept-language': 'en' })).json().detail).toContain(
        'Nothing was stored',
      );
      expect(await rowsOf(site.cities[0].id)).toHaveLength(before);
      expect((await send({ description })).json().number).toBe(number);
    },
  );

  it('leaves no picture behind when it is refused, and none in the report that has its key', async () => {
    const sendForm = (fields: Readonly<Record<string, string>>) => {
      const texts = Object.entries(fields).map(([name, value]) => partOf(name, value));
      const payload = Buffer.concat([
        Buffer.from(texts.join('')),
        Buffer.from(`--line\r\nContent-Disposition: form-data; name="photos"; filename="a.png"\r\n\r\n`),
        Buffer.from(onePixel, 'base64'),
        Buffer.from('\r\n--line--\r\n'),
      ]);
      return post(payload, { 'content-type': 'multipart/form-data; boundary=line', 'idempotency-key': 'dengan-foto' });
    };
    const { number } = (await post({ description }, { 'idempotency-key': 'dengan-foto' })).json();
    const before = await photosOf(site.cities[0].id);
    expect((await sendForm({ description: 'Kata orang lain.' })).statusCode).toBe(422);
    expect((await sendForm({ description, kind: 'gossip' })).statusCode).toBe(422);
    const again = await post({ description }, { 'idempotency-key': 'dengan-foto' });
    expect([again.statusCode, again.json().number]).toEqual([200, number]);
    expect(await photosOf(site.cities[0].id)).toBe(before);
  });

  it('with two bodies under one key at once is one report, and the other body is refused', async () => {
    const headers = { 'idempotency-key': 'dua-sekaligus' };
    const both = await Promise.all(['Satu.', 'Dua.'].map((words) => post({ description: words }, headers)));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422]);
  });

  it('without such a key is the same within its minute, and another one later', async () => {
    const words = fresh();
    const first = (await post(words)).json();
    expect((await post(words)).json().number).toBe(first.number);
    site.clock.advance(60_000);
    expect((await post(words)).json().number).not.toBe(first.number);
  });

  it('is not shown to another key that picks the same word', async () => {
    const headers = { 'idempotency-key': 'kata-yang-sama' };
    const mine = await post(fresh(), headers);
    const stranger = await site.keyOf(site.cities[0], 'verifikator', ['report:create']);
    const theirs = await post(fresh(), headers, stranger);
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json().number).not.toBe(mine.json().number);
  });

  it('gives no code to who asks a day later', async () => {
    const headers = { 'idempotency-key': 'besok' };
    const words = fresh();
    const { number } = (await post(words, headers)).json();
    site.clock.advance(25 * 3_600_000);
    expect((await post(words, headers)).json()).toMatchObject({ number, claim_code: null });
  });
});

describe('a report is refused', () => {
  it.each([
    ['without its words', { kind: 'complaint' }, 'description', 'required'],
    ['with words nobody can see', { description: ' \n\u200b ' }, 'description', 'required'],
    ['of an unknown kind', { description, kind: 'rant' }, 'kind', 'unknown'],
    ['in an unknown category', { description, category: 'tidak-ada' }, 'category', 'unknown'],
    ["in the other city's village", { description, village: '73.71.01.1001' }, 'village', 'unknown'],
    ['about tomorrow', { description, occurred_on: '2030-01-01' }, 'occurred_on', 'in_the_future'],
    ['on a day that is none', { description, occurred_on: '2026-02-30' }, 'occurred_on', 'not_a_date'],
    ['with half a place', { description, lat: -6.1 }, 'lng', 'required'],
    ['with a place off the earth', { description, lat: -6.1, lng: 506 }, 'lng', 'not_allowed'],
    ['with a place in words', { description, lat: 'utara', lng: 106 }, 'lat', 'not_a_number'],
    ['with a telephone number that is none', { description, phone: '123' }, 'phone', 'not_a_phone'],
    ['with a mail address that is none', { description, email: 'a@b@c' }, 'email', 'not_an_email'],
    ['with 10,001 letters', { description: 'x'.repeat(10_001) }, 'description', 'too_long'],
    ['with a field nobody knows', { description, emial: 'a@b.id' }, 'emial', 'unknown'],
    ['as a list', [description], 'body', 'not_allowed'],
  ])('%s', async (_why, payload, field, problem) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const body = answer.json();
    expect(body).toMatchObject({
      status: 422,
      kind: 'incomplete',
      detail: 'Ada yang belum lengkap.',
      instance: expect.stringMatching(/^urn:uuid:/),
    });
    expect(body.errors).toContainEqual({ field, problem, message: expect.any(String) });
  });

  it('with every wrong field at once, in the language asked for', async () => {
    const answer = await post({ description, category: 'x', email: 'x' }, { 'accept-language': 'en' });
    expect(answer.json().errors).toEqual([
      { field: 'category', problem: 'unknown', message: expect.stringContaining('We do not know this') },
      { field: 'email', problem: 'not_an_email', message: expect.stringContaining('not an e-mail address') },
    ]);
    expect((await post({ description, emial: 'x' }, { 'accept-language': 'en' })).json().errors[0].message).toContain(
      '"emial"',
    );
  });

  it('when it is no JSON', async () => {
    const answer = await post('{"description": ', { 'content-type': 'application/json' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});

describe('a key', () => {
  const status = async (bearer: string | null) => {
    const answer = await post(fresh(), {}, bearer);
    return [answer.statusCode, answer.json().kind];
  };

  it('is asked for, and one that is unknown, or of the other city, is none', async () => {
    expect(await status(null)).toEqual([401, 'key_unknown']);
    expect(await status('laksa_0000000000000000000000000000000000000000')).toEqual([401, 'key_unknown']);
    expect(await status(otherKey)).toEqual([401, 'key_unknown']);
    expect(await status(key)).toEqual([201, undefined]);
    expect((await post(fresh(), {}, null)).headers['www-authenticate']).toBe('Bearer');
  });

  it('opens nothing beyond its scopes', async () => {
    expect(await status(await site.keyOf(site.cities[0], 'verifikator', ['report:handle', 'report:read']))).toEqual([
      403,
      'scope_missing',
    ]);
  });

  it('ends on its day, or when it is taken back', async () => {
    const { createApiKey } = await import('../../commands/apikey.ts');
    const { revokeApiKey } = await import('../../store/api-key.ts');
    const [city] = site.cities;
    const expiresAt = new Date(city.clock.now().getTime() + 60_000);
    const short = await createApiKey(site.laksa, city, {
      post: { role: 'intake_operator' },
      scopes: ['report:create'],
      expiresAt,
    });
    expect(await status(short)).toEqual([201, undefined]);
    site.clock.advance(60_000);
    expect(await status(short)).toEqual([401, 'key_unknown']);
    const taken = await createApiKey(site.laksa, city, {
      post: { role: 'intake_operator' },
      scopes: ['report:create'],
    });
    const at = city.clock.now();
    await site.laksa.database.inTenant(city.id, async (tx) => {
      const row = await tx
        .selectFrom('api_key')
        .select('id')
        .where('tenant_id', '=', city.id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      await revokeApiKey(tx, city.id, { keyId: row.id, by: null, at });
    });
    expect(await status(taken)).toEqual([401, 'key_unknown']);
  });

  it('is stored as a hash alone, and its use is written down once an hour', async () => {
    const [city] = site.cities;
    const used = async () =>
      site.laksa.database.inTenant(city.id, (tx) =>
        tx
          .selectFrom('api_key')
          .select(['key_hash', 'last_used_at'])
          .where('tenant_id', '=', city.id)
          .orderBy('created_at')
          .execute(),
      );
    site.clock.advance(3_600_000);
    await post(fresh());
    const [before] = await used();
    site.clock.advance(59 * 60_000);
    await post(fresh());
    expect((await used())[0]?.last_used_at).toEqual(before?.last_used_at);
    site.clock.advance(60_000);
    await post(fresh());
    expect((await used())[0]?.last_used_at?.getTime()).toBe((before?.last_used_at?.getTime() ?? 0) + 3_600_000);
    expect(key).toMatch(/^laksa_[0-9A-Za-z]{40}$/);
    expect(before?.key_hash).toHaveLength(32);
  });

  it('belongs to the first post of a role, and to no post that is not there', async () => {
    const { createApiKey } = await import('../../commands/apikey.ts');
    const [city] = site.cities;
    await createApiKey(site.laksa, city, { post: { role: 'verifier' }, scopes: ['report:read'] });
    const row = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('api_key as k')
        .innerJoin('post as p', 'p.id', 'k.post_id')
        .select('p.slug')
        .where('k.tenant_id', '=', city.id)
        .orderBy('k.created_at', 'desc')
        .orderBy('k.id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    expect(row?.slug).toBe('verifikator');
    await expect(
      createApiKey(site.laksa, city, { post: { slug: 'tidak-ada' }, scopes: ['report:read'] }),
    ).rejects.toThrow('tidak-ada');
    await expect(createApiKey(site.laksa, city, { post: { role: 'verifier' }, scopes: [] })).rejects.toThrow('scope');
  });
});
