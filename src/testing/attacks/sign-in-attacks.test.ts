import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';

import {
  codeOf,
  newOfficer,
  openBrowser,
  password,
  signedIn,
  type Browser,
  type Officer,
} from '../../features/sign-in/testing/officer.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';

let site: FenceSite;
beforeAll(async () => {
  site = await startFenceSite();
});
afterAll(() => site.close());

const first = () => site.cities[0];
const browserAt = (city = first(), cookies = new Map<string, string>()): Browser => openBrowser(site, city, cookies);

/** The first step of a sign-in, in a browser of its own. */
const begin = async ({ login }: Pick<Officer, 'login'>, typed = password): Promise<Browser> => {
  const browser = browserAt();
  await browser.post('/petugas/masuk', { login, password: typed });
  return browser;
};

const sendCode = (browser: Browser, code: string): Promise<LightMyRequestResponse> =>
  browser.post('/petugas/masuk/kode', { code });

const isIn = async (browser: Pick<Browser, 'get'>): Promise<boolean> =>
  (await browser.get('/petugas/akun')).statusCode === 200;

const guess = async (login: string, browser = browserAt()): Promise<number> =>
  (await browser.post('/petugas/masuk', { login, password: 'guessed password' })).statusCode;

const counts = () => site.admin.query('delete from laksa.limit_count');

describe('locking an officer out', () => {
  it('by wrong passwords does not work at the officer’s own desk, nor in a new browser with a code along with the password', async () => {
    const officer = await signedIn(site, first(), 'verifikator');
    for (let hours = 0; hours < 2; hours += 1)
      for (let tried = 0; tried < 6; tried += 1) {
        await guess(officer.login);
        site.clock.advance(61_000);
      }
    for (let tried = 0; tried < 40; tried += 1) await guess(officer.login);
    const refused = await browserAt().post('/petugas/masuk', { login: officer.login, password });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('name="code"');
    const known = browserAt(first(), new Map([...officer.cookies].filter(([name]) => name.startsWith('device-'))));
    expect((await known.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(303);
    const fresh = browserAt();
    const code = codeOf(officer);
    const at = { login: officer.login, code };
    expect((await fresh.post('/petugas/masuk', { ...at, password })).headers.location).toBe('/petugas');
    expect(await isIn(fresh)).toBe(true);
    const kept = browserAt();
    await kept.post('/petugas/masuk', { login: officer.login, password, code: officer.backupCodes[0] ?? '' });
    expect(await isIn(kept)).toBe(true);
  });

  it('by wrong codes after the right password does not work at the own desk, nor with a backup code, and the owner is told', async () => {
    const officer = await signedIn(site, first(), 'koordinator');
    const answers: number[] = [];
    for (let challenge = 0; challenge < 3; challenge += 1) {
      const stranger = await begin(officer);
      for (let tried = 0; tried < 5; tried += 1) answers.push((await sendCode(stranger, '000000')).statusCode);
    }
    expect(answers).toEqual([...Array(10).fill(422), ...Array(5).fill(429)]);
    const stranger = await begin(officer);
    expect((await sendCode(stranger, '111111')).statusCode).toBe(429);
    await officer.post('/petugas/keluar');
    await officer.post('/petugas/masuk', { login: officer.login, password });
    expect((await sendCode(officer, codeOf(officer))).statusCode).toBe(303);
    const fresh = await begin(officer);
    expect((await sendCode(fresh, officer.backupCodes[0] ?? '')).statusCode).toBe(303);
    expect((await officer.get('/petugas/akun')).body).toContain('Banyak kode salah');
  });

  it('by the password alone makes no browser a known one, so that it gets no count of its own', async () => {
    const officer = await newOfficer(site, first(), ['validator']);
    const stranger = await begin(officer);
    expect([...stranger.cookies.keys()].filter((name) => name.startsWith('device-'))).toEqual([]);
  });
});

describe('guessing', () => {
  it('with a wrong code along with it gets no more tries than without', async () => {
    const officer = await newOfficer(site, first(), ['inspektorat']);
    const answers = [];
    for (let tried = 0; tried < 6; tried += 1)
      answers.push(
        (await browserAt().post('/petugas/masuk', { login: officer.login, password: 'guessed', code: '000000' }))
          .statusCode,
      );
    expect(answers).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('with a right code along with it gets three', async () => {
    const officer = await newOfficer(site, first(), ['ruang-kendali']);
    const code = codeOf(officer);
    const answers = [];
    for (let tried = 0; tried < 4; tried += 1)
      answers.push(
        (await browserAt().post('/petugas/masuk', { login: officer.login, password: 'guessed', code })).statusCode,
      );
    expect(answers).toEqual([422, 422, 422, 429]);
  });

  it('one password at many logins is slowed for new browsers, told in the log, and not for browsers that are known', async () => {
    const officer = await signedIn(site, first(), 'pimpinan');
    await counts();
    const spray = async (login: string) =>
      (await browserAt().post('/petugas/masuk', { login, password: 'Musim-hujan-2026' })).statusCode;
    const answers = [];
    for (let at = 0; at < 21; at += 1) answers.push(await spray(`orang-${at}`));
    expect(answers).toEqual([...Array(20).fill(422), 429]);
    expect(site.logged.filter((line) => line.includes('many logins are tried'))).toHaveLength(1);
    expect(site.logged.join()).not.toContain('orang-1');
    expect(await guess('orang-30')).toBe(422);
    expect(
      (await officer.post('/petugas/masuk', { login: officer.login, password: 'Musim-hujan-2026' })).statusCode,
    ).toBe(422);
    site.clock.advance(10 * 60_000);
    expect(await spray('orang-40')).toBe(422);
  });

  it('is told to the person at the next sign-in', async () => {
    const officer = await newOfficer(site, first(), ['ombudsman']);
    for (let tried = 0; tried < 3; tried += 1) await guess(officer.login);
    await officer.post('/petugas/masuk', { login: officer.login, password });
    await sendCode(officer, codeOf(officer));
    expect((await officer.get('/petugas/akun')).body).toContain('Kata sandi salah sebelum masuk ini: 3');
  });
});

describe('a code', () => {
  it('is taken once, also of those who send it at the same moment, and never again within its time', async () => {
    const officer = await newOfficer(site, first(), ['petugas-lh']);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => begin(officer)));
    const code = codeOf(officer);
    const answers = await Promise.all(browsers.map((browser) => sendCode(browser, code)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422, 422, 422]);
    expect((await sendCode(await begin(officer), code)).statusCode).toBe(422);
  });

  it('of the backup is taken once by two who send it at the same moment', async () => {
    const officer = await newOfficer(site, first(), ['petugas-kesehatan']);
    const browsers = await Promise.all([begin(officer), begin(officer)]);
    const answers = await Promise.all(browsers.map((browser) => sendCode(browser, officer.backupCodes[0] ?? '')));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    expect((await Promise.all(browsers.map(isIn))).filter((one) => one)).toHaveLength(1);
  });

  it('of somebody else, or of the same post in another city, opens nothing', async () => {
    const [one, other] = [
      await newOfficer(site, first(), ['petugas-loket']),
      await newOfficer(site, site.cities[1], ['petugas-loket']),
    ];
    for (const code of [codeOf(other), other.backupCodes[0] ?? ''])
      expect((await sendCode(await begin(one), code)).statusCode).toBe(422);
  });
});

describe('a stolen first step', () => {
  it('of another login is finished by that login’s code alone, and by no session beside it', async () => {
    const mine = await signedIn(site, first(), 'petugas-perhubungan');
    const theirs = await newOfficer(site, first(), ['petugas-pupr']);
    const begun = await begin(theirs);
    const thief = browserAt(first(), new Map([...mine.cookies, ...begun.cookies]));
    expect((await sendCode(thief, codeOf(mine))).statusCode).toBe(422);
    expect((await sendCode(thief, mine.backupCodes[0] ?? '')).statusCode).toBe(422);
    expect((await thief.get('/petugas/akun')).body).toContain(mine.login);
  });

  it('serves once', async () => {
    const officer = await newOfficer(site, first(), ['kepala-pupr']);
    const begun = await begin(officer);
    const copy = browserAt(first(), new Map(begun.cookies));
    expect((await sendCode(begun, codeOf(officer))).statusCode).toBe(303);
    expect((await sendCode(copy, codeOf(officer))).headers.location).toMatch(/^\/petugas\/masuk\?again=1/);
  });
});

describe('a session', () => {
  it('that stood in the browser before is never the session after', async () => {
    const officer = await newOfficer(site, first(), ['pelindungan-data']);
    const planted = browserAt(
      first(),
      new Map([
        ['__Secure-staff.session_token', 'planted.planted'],
        ['staff.session_token', 'planted.planted'],
      ]),
    );
    await planted.post('/petugas/masuk', { login: officer.login, password });
    await sendCode(planted, codeOf(officer));
    expect(await isIn(planted)).toBe(true);
    expect([...planted.cookies.values()].filter((value) => value.startsWith('planted')).length).toBeLessThan(2);
    expect(
      await isIn(
        browserAt(
          first(),
          new Map([
            ['__Secure-staff.session_token', 'planted.planted'],
            ['staff.session_token', 'planted.planted'],
          ]),
        ),
      ),
    ).toBe(false);
  });

  it('of one host is none at another city’s, also where the person holds a post in both', async () => {
    const officer = await signedIn(site, first(), 'admin-kota');
    const { rows } = await site.admin.query<{ id: string }>(
      `select id from laksa.post where tenant_id = $1 and slug = 'admin-kota'`,
      [site.cities[1].id],
    );
    await site.admin.query(
      `insert into laksa.post_holder (tenant_id, id, post_id, user_id, from_at) values ($1, gen_random_uuid(), $2, $3, '2020-01-01')`,
      [site.cities[1].id, rows[0]?.id, officer.userId],
    );
    expect([await isIn(officer), await isIn(browserAt(site.cities[1], officer.cookies))]).toEqual([true, false]);
  });

  it('that was stolen is of no use after signing out', async () => {
    const officer = await signedIn(site, first(), 'petugas-dukcapil');
    const stolen = browserAt(first(), new Map(officer.cookies));
    expect(await isIn(stolen)).toBe(true);
    await officer.post('/petugas/keluar');
    expect(await isIn(stolen)).toBe(false);
  });

  it('lies in cookies that no script reads, no other site sends with a form, and no other host gets', async () => {
    const officer = await newOfficer(site, first(), ['lapangan-pupr']);
    const step = await officer.post('/petugas/masuk', { login: officer.login, password });
    const done = await sendCode(officer, codeOf(officer));
    const set = [step, done].flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
    expect(set.length).toBeGreaterThan(2);
    for (const cookie of set) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).not.toMatch(/domain=/i);
    }
  });

  it('is opened by no cookie that says the browser is trusted', async () => {
    const officer = await newOfficer(site, first(), ['verifikator'], 'trusted');
    const forged = new Map(
      ['staff.trust_device', '__Secure-staff.trust_device'].map((name) => [name, 'forged!forged.forged']),
    );
    const browser = browserAt(first(), forged);
    const answer = await browser.post('/petugas/masuk', { login: officer.login, password });
    expect(answer.headers.location).toMatch(/^\/petugas\/masuk\/kode/);
    expect(await isIn(browser)).toBe(false);
  });
});

const forms = [
  '/petugas/masuk',
  '/petugas/masuk/kode',
  '/petugas/masuk/kunci',
  '/petugas/masuk/kunci/mulai',
  '/petugas/keluar',
  '/petugas/pos',
  '/petugas/akun/sandi',
  '/petugas/akun/aplikasi',
  '/petugas/akun/aplikasi/bukti',
  '/petugas/akun/kode',
  '/petugas/akun/kunci',
  '/petugas/akun/kunci/mulai',
  '/petugas/akun/sesi/lainnya/akhiri',
];

describe('another site', () => {
  let officer: Officer;
  beforeAll(async () => {
    officer = await signedIn(site, first(), 'admin-platform');
  });

  it.each(forms)('sends nothing to %s in the officer’s name', async (url) => {
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const from = (headers: Readonly<Record<string, string>>) =>
      site.app.inject({
        method: 'POST',
        url,
        headers: {
          host: new URL(first().origin).host,
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: `password=${encodeURIComponent(password)}`,
      });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: site.cities[1].origin },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await from(headers)).statusCode, JSON.stringify(headers)).toBe(403);
    expect(await isIn(officer)).toBe(true);
  });
});

describe('who has an account', () => {
  it('shows neither in the answer to a wrong password nor in what a device is asked', async () => {
    const { login } = await newOfficer(site, first(), ['koordinator'], 'somebody.known');
    const answers = await Promise.all(
      [login, 'somebody.unkno'].map((name) =>
        browserAt().post('/petugas/masuk', { login: name, password: 'guessed password' }),
      ),
    );
    const [known, unknown] = answers.map(({ statusCode, body }) => [statusCode, body.replaceAll(/somebody\.\w+/g, '')]);
    expect(known).toEqual(unknown);
    const asked = await site.app.inject({
      method: 'POST',
      url: '/petugas/masuk/kunci/mulai',
      headers: { host: new URL(first().origin).host, origin: first().origin, 'content-type': 'application/json' },
      payload: { login },
    });
    expect(Object.keys(asked.json()).toSorted()).toEqual(['challenge', 'rpId', 'timeout', 'userVerification']);
  });

  it('is counted in as many places, whether there is one or not', async () => {
    const { login } = await newOfficer(site, first(), ['koordinator'], 'measured.known');
    const written = async (name: string) => {
      await counts();
      await guess(name);
      return (await site.admin.query('select count from laksa.limit_count')).rowCount;
    };
    expect(await written(login)).toBe(await written('measured.unknown'));
  });
});
