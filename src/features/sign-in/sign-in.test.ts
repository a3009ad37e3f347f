import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { wholeInstallation } from '../../platform/limit/limit.ts';
import { mondayMorning } from '../../testing/test-installation.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { codeOf, newOfficer, openBrowser, password, signedIn } from './testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

describe('signing in', () => {
  it('takes password and code, and leads to where the officer was going', async () => {
    const officer = await newOfficer(site, site.cities[0], ['verifikator']);
    const asked = await officer.get('/petugas?daftar=received');
    expect(asked.statusCode).toBe(303);
    expect(asked.headers.location).toBe('/petugas/masuk?next=%2Fpetugas%3Fdaftar%3Dreceived');
    const first = await officer.post('/petugas/masuk', {
      login: officer.login,
      password,
      next: '/petugas?daftar=received',
    });
    expect(first.headers.location).toBe('/petugas/masuk/kode?next=%2Fpetugas%3Fdaftar%3Dreceived');
    expect((await officer.get('/petugas')).statusCode).toBe(303);
    const second = await officer.post('/petugas/masuk/kode', {
      code: codeOf(officer),
      next: '/petugas?daftar=received',
    });
    expect([second.statusCode, second.headers.location]).toEqual([303, '/petugas?daftar=received']);
    const queue = await officer.get('/petugas');
    expect(queue.statusCode).toBe(200);
    expect(queue.body).toContain('<h1>Verifikator</h1>');
    expect(queue.headers['cache-control']).toBe('no-store');
  });

  it('says the same of a wrong password and of a login that nobody has', async () => {
    const { login } = await newOfficer(site, site.cities[0], ['koordinator']);
    const browser = openBrowser(site, site.cities[0]);
    const wrong = await browser.post('/petugas/masuk', { login, password: 'not the password' });
    const unknown = await browser.post('/petugas/masuk', {
      login: login.replace('k', 'x'),
      password: 'not the password',
    });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
    const plain = (body: string, name: string) => body.replaceAll(name, 'LOGIN');
    expect(plain(unknown.body, login.replace('k', 'x'))).toBe(plain(wrong.body, login));
    expect(wrong.body).not.toContain('not the password');
    expect(browser.cookies.size).toBe(0);
  });

  it('refuses a wrong code, keeps the step, and takes the right one or a backup code', async () => {
    const officer = await newOfficer(site, site.cities[0], ['validator']);
    await officer.post('/petugas/masuk', { login: officer.login, password });
    const wrong = await officer.post('/petugas/masuk/kode', { code: '000000' });
    expect(wrong.statusCode).toBe(422);
    expect((await officer.get('/petugas')).statusCode).toBe(303);
    expect((await officer.post('/petugas/masuk/kode', { code: codeOf(officer) })).statusCode).toBe(303);
    expect((await officer.get('/petugas')).statusCode).toBe(200);

    const elsewhere = openBrowser(site, site.cities[0]);
    await elsewhere.post('/petugas/masuk', { login: officer.login, password });
    expect((await elsewhere.post('/petugas/masuk/kode', { code: officer.backupCodes[0] ?? '' })).statusCode).toBe(303);
    expect((await elsewhere.get('/petugas')).statusCode).toBe(200);
  });

  it('asks for the password anew when a code comes without it', async () => {
    const answer = await openBrowser(site, site.cities[0]).post('/petugas/masuk/kode', {
      code: '123456',
      next: '/petugas',
    });
    expect(answer.headers.location).toBe('/petugas/masuk?again=1&next=%2Fpetugas');
  });

  it('leads nobody to another site', async () => {
    const officer = await newOfficer(site, site.cities[0], ['inspektorat']);
    const first = await officer.post('/petugas/masuk', { login: officer.login, password, next: '//elsewhere.example' });
    expect(first.headers.location).toBe('/petugas/masuk/kode?next=%2Fpetugas');
    const second = await officer.post('/petugas/masuk/kode', {
      code: codeOf(officer),
      next: 'https://elsewhere.example',
    });
    expect(second.headers.location).toBe('/petugas');
  });

  it('says what is missing and asks nothing of the database of accounts', async () => {
    const answer = await openBrowser(site, site.cities[0]).post('/petugas/masuk', { login: '', password: '' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#field-login"');
    expect(answer.body).toContain('href="#field-password"');
  });

  it('tells where the sample sign-ins lie in a demonstration, and nowhere else', async () => {
    expect((await openBrowser(site, site.cities[0]).get('/petugas/masuk')).body).toContain('demo-logins.json');
    expect((await openBrowser(site, site.cities[1]).get('/petugas/masuk')).body).not.toContain('demo-logins.json');
  });
});

describe('somebody who guesses passwords', () => {
  it('is made to wait, and told how long, while the officer goes on at the own desk', async () => {
    const officer = await signedIn(site, site.cities[0], 'ruang-kendali');
    const stranger = openBrowser(site, site.cities[0]);
    const guess = () => stranger.post('/petugas/masuk', { login: officer.login, password: 'guessed password' });
    const guesses = [];
    for (let tried = 0; tried < 6; tried += 1) guesses.push(await guess());
    expect(guesses.map((answer) => answer.statusCode)).toEqual([422, 422, 422, 422, 422, 429]);
    expect(Number(guesses[5]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await stranger.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(429);
    expect((await officer.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(303);
    site.clock.advance(61_000);
    expect((await stranger.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(303);
  });

  it('gets no more tries by asking at the next city: accounts belong to the installation', async () => {
    const officer = await newOfficer(site, site.cities[0], ['pelindungan-data']);
    const [here, there] = [openBrowser(site, site.cities[0]), openBrowser(site, site.cities[1])];
    const guess = async (browser = here) =>
      (await browser.post('/petugas/masuk', { login: officer.login, password: 'guessed password' })).statusCode;
    const guesses = [];
    for (const browser of [here, there, here, there, here, there]) guesses.push(await guess(browser));
    expect(guesses).toEqual([422, 422, 422, 422, 422, 429]);
    expect(await guess()).toBe(429);
    site.clock.advance(61_000);
    expect((await there.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(303);
    expect(await guess()).toBe(422);
  });

  it('leaves no count behind for ever', async () => {
    const counts = () =>
      site.laksa.database.inTenant(wholeInstallation, (tx) => tx.selectFrom('limit_count').select('count').execute());
    await openBrowser(site, site.cities[0]).post('/petugas/masuk', { login: 'nobody', password: 'guessed password' });
    expect((await counts()).length).toBeGreaterThan(1);
    site.clock.advance(9 * 24 * 3_600_000);
    await openBrowser(site, site.cities[1]).post('/petugas/masuk', { login: 'nobody', password: 'guessed password' });
    expect(await counts()).toHaveLength(4); // a minute, an hour, a week of the login; the password
    site.clock.set(mondayMorning);
  });

  it('cannot pass for a browser that was signed in from before', async () => {
    const officer = await signedIn(site, site.cities[0], 'pimpinan');
    const [device] = [...officer.cookies.keys()].filter((name) => name.startsWith('device-'));
    const forger = openBrowser(site, site.cities[0], new Map([[device ?? '', 'f'.repeat(96)]]));
    for (let tried = 0; tried < 5; tried += 1)
      await forger.post('/petugas/masuk', { login: officer.login, password: 'guessed password' });
    expect(
      (await openBrowser(site, site.cities[0]).post('/petugas/masuk', { login: officer.login, password })).statusCode,
    ).toBe(429);
  });

  it('gains nothing by guessing many at once', async () => {
    const officer = await newOfficer(site, site.cities[0], ['ombudsman']);
    const stranger = openBrowser(site, site.cities[0]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        stranger.post('/petugas/masuk', { login: officer.login, password: 'guessed password' }),
      ),
    );
    expect(answers.filter((answer) => answer.statusCode === 422)).toHaveLength(5);
  });
});

describe('a session', () => {
  it('opens nothing in a city where the person holds no post, and the page says so', async () => {
    const officer = await newOfficer(site, site.cities[0], ['petugas-lh']);
    const elsewhere = openBrowser(site, site.cities[1]);
    await elsewhere.post('/petugas/masuk', { login: officer.login, password });
    await elsewhere.post('/petugas/masuk/kode', { code: codeOf(officer) });
    const asked = await elsewhere.get('/petugas');
    expect(asked.headers.location).toBe('/petugas/tanpa-jabatan');
    const page = await elsewhere.get('/petugas/tanpa-jabatan');
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain(officer.login);
    expect(page.body).toContain('Kota Dua');
  });

  it('ends everywhere when the officer signs out', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-dukcapil');
    const kept = openBrowser(site, site.cities[0], new Map(officer.cookies));
    expect((await officer.post('/petugas/keluar')).headers.location).toBe('/petugas/masuk');
    expect((await kept.get('/petugas')).statusCode).toBe(303);
  });

  it('acts as the post that was chosen, never as one that is not held', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-pupr', 'kepala-pupr');
    expect((await officer.get('/petugas')).body).toContain('<h1>Petugas penghubung Dinas PUPR</h1>');
    await officer.post('/petugas/pos', { post: 'kepala-pupr' });
    expect((await officer.get('/petugas')).body).toContain('<h1>Kepala Dinas PUPR</h1>');
    officer.cookies.set('post', 'koordinator');
    expect((await officer.get('/petugas')).body).toContain('<h1>Petugas penghubung Dinas PUPR</h1>');
  });

  it('loses the post, and all it opened, the moment the post is taken away', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-kesehatan');
    expect((await officer.get('/petugas')).statusCode).toBe(200);
    const [city] = site.cities;
    await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .updateTable('post_holder')
        .set({ until_at: city.clock.now() })
        .where('tenant_id', '=', city.id)
        .where('user_id', '=', officer.userId)
        .execute(),
    );
    expect((await officer.get('/petugas')).headers.location).toBe('/petugas/tanpa-jabatan');
  });
});

describe('the guard', () => {
  const number = '4812073356';
  const places = [
    ['GET', '/petugas'],
    ['GET', `/petugas/laporan/${number}`],
    ['POST', `/petugas/laporan/${number}/verify`],
    ['POST', `/petugas/laporan/${number}/identitas`],
    ['POST', '/petugas/pos'],
    ['GET', '/kelola/pekerjaan'],
    ['POST', '/kelola/pekerjaan/1'],
  ] as const;

  it.each(places)('sends who is not signed in from %s %s to the sign-in page', async (method, path) => {
    const browser = openBrowser(site, site.cities[0]);
    const answer = method === 'GET' ? await browser.get(path) : await browser.post(path);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(/^\/petugas\/masuk\?/);
  });

  it('keeps a post from what its roles do not allow', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-perhubungan');
    expect((await officer.get('/kelola/pekerjaan')).statusCode).toBe(403);
    expect((await officer.post('/kelola/pekerjaan/1')).statusCode).toBe(403);
  });
});
