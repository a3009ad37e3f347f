import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { mondayMorning } from '../../testing/test-installation.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { pathIn, takeLetters } from '../invite-staff/testing/letters.ts';
import { codeOf, newOfficer, openBrowser, password as oldPassword, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
beforeEach(() => site.clock.set(mondayMorning));
afterAll(() => site.close());

const password = 'kuda biru makan roti';
let officersSoFar = 0;
const officerOf = (login = `lupa.${(officersSoFar += 1)}@kota.example`): Promise<Officer> =>
  newOfficer(site, site.cities[0], ['petugas-pupr'], login);

const citizen = (city = site.cities[0]) => openBrowser(site, city);

const askFor = async (login: string, city = site.cities[0]) => {
  await takeLetters(site);
  const answer = await citizen(city).post('/petugas/lupa-sandi', { login });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/petugas/lupa-sandi?diminta=1']);
  return takeLetters(site);
};

const pathFor = async (login: string): Promise<string> => {
  const [letter] = await askFor(login);
  if (letter === undefined) throw new Error('no letter went');
  return pathIn(letter);
};

const signIn = async (officer: Officer, typed: string) => {
  const browser = citizen();
  const first = await browser.post('/petugas/masuk', { login: officer.login, password: typed });
  if (first.statusCode !== 303) return { browser, isIn: false };
  return { browser, isIn: (await browser.post('/petugas/masuk/kode', { code: codeOf(officer) })).statusCode === 303 };
};

describe('a forgotten password', () => {
  it('is set anew by the link in a letter, which ends all sessions; the second factor is asked as before', async () => {
    const officer = await officerOf();
    const { browser } = await signIn(officer, oldPassword);
    const [letter] = await askFor(` ${officer.login.toUpperCase()} `);
    expect(letter?.to).toBe(officer.login);
    expect(letter?.text).toContain(`Ada yang meminta kata sandi baru untuk akun petugas Anda, ${officer.login}.`);
    const path = letter === undefined ? '' : pathIn(letter);
    expect((await citizen().get(path)).statusCode).toBe(200);
    expect((await browser.get('/petugas')).statusCode).toBe(200);
    expect((await citizen().post(path, { password, repeated: password })).headers.location).toBe(`${path}?selesai=1`);
    expect((await browser.get('/petugas')).statusCode).toBe(303);
    expect((await signIn(officer, oldPassword)).isIn).toBe(false);
    const again = citizen();
    await again.post('/petugas/masuk', { login: officer.login, password });
    expect((await again.get('/petugas')).statusCode).toBe(303);
    expect((await signIn(officer, password)).isIn).toBe(true);
  });

  it('is set once by a link, within an hour, by the newest link alone, and in its own city', async () => {
    const officer = await officerOf();
    const fields = { password, repeated: password };
    const [first, second] = [await pathFor(officer.login), await pathFor(officer.login)];
    expect((await citizen().post(first, fields)).statusCode).toBe(404);
    expect((await citizen(site.cities[1]).post(second, fields)).statusCode).toBe(404);
    const both = await Promise.all([citizen().post(second, fields), citizen().post(second, fields)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 404]);
    const late = await pathFor(officer.login);
    site.clock.advance(60 * 60_000);
    expect((await citizen().post(late, fields)).statusCode).toBe(404);
  });

  it('takes no password that is too short, often guessed or typed differently the second time, and the link stays good', async () => {
    const officer = await officerOf();
    const path = await pathFor(officer.login);
    for (const fields of [
      { password: 'pendek', repeated: 'pendek' },
      { password: 'qwertyuiop123', repeated: 'qwertyuiop123' },
      { password, repeated: `${password}!` },
    ])
      expect((await citizen().post(path, fields)).statusCode).toBe(422);
    expect((await citizen().post(path, { password, repeated: password })).statusCode).toBe(303);
  });

  it('is answered alike whether or not the login exists, and a stranger’s address gets no letter', async () => {
    const officer = await officerOf();
    const [known, unknown] = [citizen(), citizen()];
    const one = await known.post('/petugas/lupa-sandi', { login: officer.login });
    const other = await unknown.post('/petugas/lupa-sandi', { login: 'tidak.ada@kota.example' });
    expect([other.statusCode, other.headers.location]).toEqual([one.statusCode, one.headers.location]);
    expect((await takeLetters(site)).map(({ to }) => to)).toEqual([officer.login]);
    const links = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('sign_in_link')
        .select('user_id')
        .where('tenant_id', '=', site.cities[0].id)
        .where('user_id', 'is', null)
        .execute(),
    );
    expect(links).toHaveLength(1);
  });

  it('of a login that is no address goes to where letters of the city go, unless the account works for another city too', async () => {
    const officer = await officerOf('nip.198001');
    expect((await askFor('nip.198001')).map(({ to }) => to)).toEqual(['nip.198001@petugas.invalid']);
    expect(await askFor('nip.198001', site.cities[1])).toEqual([]);
    const sent = await pathFor('nip.198001');
    expect((await citizen().get(sent)).statusCode).toBe(200);
    const [, second] = site.cities;
    await site.laksa.database.inTenant(second.id, async (tx) => {
      const post = await tx
        .selectFrom('post')
        .select('id')
        .where('tenant_id', '=', second.id)
        .limit(1)
        .executeTakeFirstOrThrow();
      const row = { id: officer.userId, post_id: post.id, user_id: officer.userId, from_at: second.clock.now() };
      await tx
        .insertInto('post_holder')
        .values({ tenant_id: second.id, ...row, until_at: null, address: 'milik.pengelola@kota-dua.example' })
        .execute();
    });
    expect((await citizen().post(sent, { password, repeated: password })).statusCode).toBe(404);
    expect((await signIn(officer, oldPassword)).isIn).toBe(true);
    expect(await askFor('nip.198001')).toEqual([]);
    expect(await askFor('nip.198001', second)).toEqual([]);
  });

  it('is written about three times an hour, keeps nobody from signing in, and is asked for only so often from one network', async () => {
    const officer = await officerOf();
    const letters: number[] = [];
    for (let times = 0; times < 5; times += 1) letters.push((await askFor(officer.login)).length);
    expect(letters).toEqual([1, 1, 1, 0, 0]);
    expect((await signIn(officer, oldPassword)).isIn).toBe(true);
    const codes: number[] = [];
    for (let times = 0; times < 61; times += 1) {
      const answer = await site.app.inject({
        method: 'POST',
        url: '/petugas/lupa-sandi',
        headers: {
          host: 'satu.example',
          origin: site.cities[0].origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `login=penebak.${times}`,
        remoteAddress: '203.0.113.10',
      });
      codes.push(answer.statusCode);
    }
    expect([codes.filter((code) => code === 303).length, codes.at(-1)]).toEqual([60, 429]);
  });

  it('asks for a login, and says so', async () => {
    const answer = await citizen().post('/petugas/lupa-sandi', { login: ' ' });
    expect([answer.statusCode, answer.body.includes('Ketik nama masuk Anda.')]).toEqual([422, true]);
    expect((await citizen().get('/petugas/masuk')).body).toContain('href="/petugas/lupa-sandi"');
  });
});
