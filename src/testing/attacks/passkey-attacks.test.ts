import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';

import { openBrowser, password, signedIn, type Officer } from '../../features/sign-in/testing/officer.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { startTestSite, type TestSite } from '../test-site.ts';
import { softwareKey, type Said, type SoftwareKey } from './software-key.ts';

let site: TestSite;
let officer: Officer;
let key: SoftwareKey;
let counter = 0;

beforeAll(async () => {
  site = await startTestSite();
  officer = await signedIn(site, site.cities[0], 'verifikator');
  key = softwareKey();
  expect((await addKey(key)).statusCode).toBe(200);
});
afterAll(() => site.close());

const cookieOf = ({ cookies }: Pick<Officer, 'cookies'>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const send = (url: string, payload: object, { city = site.cities[0], cookie = '' } = {}) =>
  site.app.inject({
    method: 'POST',
    url,
    headers: { host: new URL(city.origin).host, origin: city.origin, cookie },
    payload,
  });

const at = (city: Tenant): Pick<Said, 'origin' | 'rpId'> => ({
  origin: city.origin,
  rpId: new URL(city.origin).hostname,
});

const addKey = async (made: SoftwareKey, said: Partial<Said> = {}): Promise<LightMyRequestResponse> => {
  const cookie = cookieOf(officer);
  const offered = await send('/petugas/akun/kunci/mulai', { password }, { cookie });
  const response = made.make(offered.json(), { ...at(site.cities[0]), counter: 0, ...said });
  return send('/petugas/akun/kunci', { name: 'laptop kantor', response }, { cookie });
};

const challengeAt = async (city = site.cities[0]) => (await send('/petugas/masuk/kunci/mulai', {}, { city })).json();

const proof = async (said: Partial<Said> = {}): Promise<object> => {
  counter += 1;
  return key.prove(await challengeAt(), { ...at(site.cities[0]), counter, ...said });
};

const signIn = async (response: object, city = site.cities[0]): Promise<number> =>
  (await send('/petugas/masuk/kunci', { response, next: '/petugas' }, { city })).statusCode;

describe('a key of a device', () => {
  it('signs in without password and code, and its account shows it with its last use', async () => {
    const browser = openBrowser(site, site.cities[0]);
    const answer = await send('/petugas/masuk/kunci', { response: await proof(), next: '//elsewhere.example' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { next: '/petugas' }]);
    for (const { name, value } of answer.cookies) browser.cookies.set(name, value);
    const page = (await browser.get('/petugas/akun')).body;
    expect(page).toContain('laptop kantor');
    expect(page).not.toMatch(/>belum pernah</);
  });

  it('is refused when the same proof is sent again, also at the same moment', async () => {
    const response = await proof();
    const answers = await Promise.all([signIn(response), signIn(response), signIn(response)]);
    expect(answers.toSorted()).toEqual([200, 422, 422]);
    expect(await signIn(response)).toBe(422);
  });

  it('is refused when its count goes back, as that of a copy does', async () => {
    expect(await signIn(await proof())).toBe(200);
    expect(await signIn(await proof({ counter: 1 }))).toBe(422);
  });

  it.each([
    ['says another origin', { origin: 'https://evil.example' }],
    ['is for another host', { rpId: 'evil.example' }],
    ['has not asked its owner', { isVerified: false }],
  ])('is refused when it %s', async (_what, said) => {
    expect(await signIn(await proof(said))).toBe(422);
    expect(await signIn(await proof())).toBe(200);
  });

  it('of one city opens nothing at another, with the challenge of either', async () => {
    const [, other] = site.cities;
    expect(await signIn(await proof(), other)).toBe(422);
    expect(await signIn(key.prove(await challengeAt(other), { ...at(other), counter: 1_000 }), other)).toBe(422);
  });

  it('that nobody has added is refused, and so is a challenge that nobody asked', async () => {
    expect(await signIn(softwareKey().prove(await challengeAt(), { ...at(site.cities[0]), counter: 1 }))).toBe(422);
    const unasked = { challenge: Buffer.from('a challenge of my own').toString('base64url') };
    expect(await signIn(key.prove(unasked, { ...at(site.cities[0]), counter: 1_000 }))).toBe(422);
  });

  it('is added by who knows the password, to the own account, at this address alone', async () => {
    const cookie = cookieOf(officer);
    expect((await send('/petugas/akun/kunci/mulai', { password: 'not the password' }, { cookie })).statusCode).toBe(
      422,
    );
    expect((await addKey(softwareKey(), { origin: 'https://evil.example' })).statusCode).toBe(422);
    expect((await addKey(softwareKey(), { rpId: 'evil.example' })).statusCode).toBe(422);
    expect((await addKey(softwareKey(), { isVerified: false })).statusCode).toBe(422);
    expect((await addKey(key)).statusCode, 'the same twice').toBe(422);
    const other = await signedIn(site, site.cities[0], 'koordinator');
    const offered = await send('/petugas/akun/kunci/mulai', { password }, { cookie });
    const response = softwareKey().make(offered.json(), { ...at(site.cities[0]), counter: 0 });
    const stolen = await send('/petugas/akun/kunci', { name: 'x', response }, { cookie: cookieOf(other) });
    expect(stolen.statusCode).toBe(422);
  });

  it('that is removed opens nothing, and is removed by its owner alone', async () => {
    const action =
      /action="(\/petugas\/akun\/kunci\/[0-9a-f-]{36}\/hapus)"/.exec((await officer.get('/petugas/akun')).body)?.[1] ??
      '';
    const other = await signedIn(site, site.cities[0], 'validator');
    await other.post(action);
    expect(await signIn(await proof())).toBe(200);
    await officer.post(action);
    expect(await signIn(await proof())).toBe(422);
  });
});
