import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { tasksOf } from '../../worker.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { codeOf, newOfficer, openBrowser, password, signedIn, type Officer } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const next = 'kuda hijau melompati sembilan jembatan';

/** Signs in once more, in a browser of its own. */
const elsewhere = async (officer: Pick<Officer, 'login' | 'totpSecret'>, withPassword = password) => {
  const browser = openBrowser(site, site.cities[0]);
  await browser.post('/petugas/masuk', { login: officer.login, password: withPassword });
  const code = await browser.post('/petugas/masuk/kode', { code: codeOf(officer) });
  return { ...browser, isIn: code.statusCode === 303 && code.headers.location === '/petugas' };
};

const isSignedIn = async (browser: Pick<Officer, 'get'>): Promise<boolean> =>
  (await browser.get('/petugas/akun')).statusCode === 200;

const secretOn = (page: string): string => /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? '';

describe('one’s own account', () => {
  it('shows name, login, this session and what happened, in both languages', async () => {
    const officer = await signedIn(site, site.cities[0], 'verifikator');
    const page = (await officer.get('/petugas/akun')).body;
    for (const words of [
      'Akun Anda',
      officer.login,
      'Petugas Contoh',
      'yang ini',
      'Kota Satu',
      'Masuk',
      'Masih ada 10',
    ])
      expect(page).toContain(words);
    expect((await officer.get('/petugas/akun?lang=en')).body).toContain('Where you are signed in');
    expect(page).not.toContain('Semua sesi lain</button>');
  });

  it('shows nobody else’s sessions and events, and ends none of theirs', async () => {
    const [one, other] = [
      await signedIn(site, site.cities[0], 'koordinator'),
      await signedIn(site, site.cities[1], 'koordinator'),
    ];
    const [{ id = '' } = {}] = await site.sessions.own.sessions(other.userId);
    expect((await one.get('/petugas/akun')).body).not.toContain('Kota Dua');
    expect((await one.post(`/petugas/akun/sesi/${id}/akhiri`)).statusCode).toBe(303);
    await one.post('/petugas/akun/sesi/lainnya/akhiri');
    expect(await isSignedIn(other)).toBe(true);
    expect((await one.post('/petugas/akun/sesi/x/akhiri')).statusCode).toBe(404);
  });
});

describe('sessions', () => {
  it('are listed, and one that is ended opens nothing from its next request on', async () => {
    const officer = await signedIn(site, site.cities[0], 'validator');
    const other = await elsewhere(officer);
    expect([other.isIn, await isSignedIn(other)]).toEqual([true, true]);
    const action = /action="(\/petugas\/akun\/sesi\/[0-9a-f-]{36}\/akhiri)"/.exec(
      (await officer.get('/petugas/akun')).body,
    )?.[1];
    const ended = await officer.post(action ?? '');
    expect(ended.headers.location).toBe('/petugas/akun?selesai=session');
    expect([await isSignedIn(officer), await isSignedIn(other)]).toEqual([true, false]);
    expect((await officer.get('/petugas/akun')).body).toContain('Satu sesi diakhiri');
  });

  it('all end but this one', async () => {
    const officer = await signedIn(site, site.cities[0], 'inspektorat');
    const other = await elsewhere(officer);
    await officer.post('/petugas/akun/sesi/lainnya/akhiri');
    expect([await isSignedIn(officer), await isSignedIn(other)]).toEqual([true, false]);
  });
});

describe('changing the password', () => {
  it('asks the old one, ends every other session and every sign-in that was begun, and the new one holds', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-pupr');
    const before = new Map(officer.cookies);
    const begun = openBrowser(site, site.cities[0]);
    await begun.post('/petugas/masuk', { login: officer.login, password });
    const wrong = await officer.post('/petugas/akun/sandi', { current: 'not the password', next });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).not.toContain('not the password');
    expect(wrong.body).not.toContain(next);
    const changed = await officer.post('/petugas/akun/sandi', { current: password, next });
    expect(changed.headers.location).toBe('/petugas/akun?selesai=password');
    expect(await isSignedIn(officer)).toBe(true);
    expect(await isSignedIn(openBrowser(site, site.cities[0], before))).toBe(false);
    expect((await begun.post('/petugas/masuk/kode', { code: officer.backupCodes[0] ?? '' })).headers.location).toMatch(
      /^\/petugas\/masuk\?again=1/,
    );
    const again = openBrowser(site, site.cities[0]);
    expect((await again.post('/petugas/masuk', { login: officer.login, password })).statusCode).toBe(422);
    expect((await elsewhere(officer, next)).isIn).toBe(true);
  });

  it.each([
    ['short', 'paling sedikit 12 karakter'],
    ['password1234', 'banyak dipakai orang'],
    ['petugas-lh-satu-1', 'ditebak lebih dulu'],
    ['x'.repeat(129), 'paling banyak 128'],
    ['', 'Ketik kata sandi baru'],
  ])('refuses %s and says what to do', async (refused, words) => {
    const officer = await newOfficer(site, site.cities[0], ['petugas-lh'], `petugas-lh-satu-${words.length}`);
    await officer.post('/petugas/masuk', { login: officer.login, password });
    await officer.post('/petugas/masuk/kode', { code: codeOf(officer) });
    const answer = await officer.post('/petugas/akun/sandi', { current: password, next: refused });
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
  });

  it('makes whoever found the desk unlocked wait with guessing', async () => {
    const officer = await signedIn(site, site.cities[0], 'ombudsman');
    const guess = async () => (await officer.post('/petugas/akun/kode', { password: 'guessed password' })).statusCode;
    const guesses = [];
    for (let tried = 0; tried < 6; tried += 1) guesses.push(await guess());
    expect(guesses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});

describe('the authenticator app', () => {
  it('is renewed after the password; the old one holds until the new one has shown a right code', async () => {
    const officer = await signedIn(site, site.cities[0], 'kepala-pupr');
    expect((await officer.post('/petugas/akun/aplikasi', { password: 'not the password' })).statusCode).toBe(422);
    expect((await officer.post('/petugas/akun/aplikasi', { password })).statusCode).toBe(303);
    const page = (await officer.get('/petugas/akun/aplikasi')).body;
    const renewed = { login: officer.login, totpSecret: secretOn(page) };
    expect(page).toContain('<svg class="qr"');
    expect(renewed.totpSecret).toHaveLength(32);
    const wrong = await officer.post('/petugas/akun/aplikasi/bukti', { code: '000000' });
    expect([wrong.statusCode, secretOn(wrong.body)]).toEqual([422, renewed.totpSecret]);
    expect((await elsewhere(officer)).isIn).toBe(true);
    const code = codeOf(renewed);
    expect((await officer.post('/petugas/akun/aplikasi/bukti', { code })).headers.location).toBe(
      '/petugas/akun?selesai=app',
    );
    const old = openBrowser(site, site.cities[0]);
    await old.post('/petugas/masuk', { login: officer.login, password });
    const oldCode = new TOTP({ secret: Secret.fromBase32(officer.totpSecret) }).generate();
    expect((await old.post('/petugas/masuk/kode', { code: oldCode })).statusCode).toBe(422);
    expect((await old.post('/petugas/masuk/kode', { code })).statusCode, 'the code that proved it').toBe(422);
    expect((await elsewhere(renewed)).isIn).toBe(true);
  });

  it('shows its secret to no other session of the same person', async () => {
    const officer = await signedIn(site, site.cities[0], 'lapangan-pupr');
    await officer.post('/petugas/akun/aplikasi', { password });
    const other = await elsewhere(officer);
    expect(secretOn((await officer.get('/petugas/akun/aplikasi')).body)).not.toBe('');
    expect(secretOn((await other.get('/petugas/akun/aplikasi')).body)).toBe('');
  });
});

describe('backup codes', () => {
  it('are made anew and shown once; those before open nothing', async () => {
    const officer = await signedIn(site, site.cities[0], 'admin-kota');
    const made = await officer.post('/petugas/akun/kode', { password });
    const codes = [...made.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '');
    expect([made.statusCode, codes.length, made.headers['cache-control']]).toEqual([200, 10, 'no-store']);
    expect((await officer.get('/petugas/akun/kode')).body).not.toContain(codes[0]);
    const browser = openBrowser(site, site.cities[0]);
    await browser.post('/petugas/masuk', { login: officer.login, password });
    expect((await browser.post('/petugas/masuk/kode', { code: officer.backupCodes[0] ?? '' })).statusCode).toBe(422);
    expect((await browser.post('/petugas/masuk/kode', { code: codes[0] ?? '' })).statusCode).toBe(303);
    expect((await browser.get('/petugas/akun')).body).toContain('Masih ada 9');
  });

  it('that run out are warned of', async () => {
    const officer = await signedIn(site, site.cities[0], 'pimpinan');
    for (const code of officer.backupCodes.slice(0, 7)) {
      const browser = openBrowser(site, site.cities[0]);
      await browser.post('/petugas/masuk', { login: officer.login, password });
      await browser.post('/petugas/masuk/kode', { code });
    }
    expect((await officer.get('/petugas/akun')).body).toContain('Kode cadangan tinggal 3');
  });
});

describe('letters about an account', () => {
  const letters: Mail[] = [];
  const sendAll = async (userId: string) => {
    const [city] = site.cities;
    const events = await site.laksa.database.inTenant(city.id, (tx) =>
      tx
        .selectFrom('sign_in_event')
        .select('id')
        .where('tenant_id', '=', city.id)
        .where('user_id', '=', userId)
        .orderBy('id')
        .execute(),
    );
    const sendMail = async (mail: Mail) => void letters.push(mail);
    const task = tasksOf({ ...site.laksa, sendMail, workOnPicture })['send-sign-in-letter'];
    letters.length = 0;
    for (const { id } of events)
      await task?.run(
        { tenantId: city.id, eventId: id },
        { jobId: '1', attempts: 1, signal: new AbortController().signal },
      );
    return letters;
  };

  it('tell of a new browser once, and of each change; the link in them ends all sessions, once pressed', async () => {
    const officer = await signedIn(site, site.cities[0], 'petugas-dukcapil');
    expect(await sendAll(officer.userId), 'the very first sign-in is no news').toEqual([]);
    const other = await elsewhere(officer);
    await other.post('/petugas/keluar');
    await other.post('/petugas/masuk', { login: officer.login, password });
    await other.post('/petugas/masuk/kode', { code: officer.backupCodes[0] ?? '' });
    await officer.post('/petugas/akun/sandi', { current: password, next });
    const sent = await sendAll(officer.userId);
    expect(sent.map(({ subject }) => subject)).toEqual([
      'Masuk di peramban baru',
      'Masuk dengan kode cadangan',
      'Kata sandi Anda diganti',
    ]);
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set([`${officer.login}@petugas.invalid`]));
    expect(sent.map(({ text }) => text).join()).not.toContain(next);
    const link = /http\S+(\/petugas\/bukan-saya\/\S+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    const stranger = openBrowser(site, site.cities[0]);
    expect((await stranger.get(link)).statusCode).toBe(200);
    expect(await isSignedIn(officer)).toBe(true);
    expect((await stranger.post(link)).statusCode).toBe(200);
    expect(await isSignedIn(officer)).toBe(false);
    for (let press = 0; press < 5; press += 1) expect((await stranger.post(link)).statusCode).toBe(200);
    const disowned = site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('sign_in_event')
        .select('id')
        .where('tenant_id', '=', site.cities[0].id)
        .where('user_id', '=', officer.userId)
        .where('kind', '=', 'disowned')
        .execute(),
    );
    expect(await disowned, 'pressed six times').toHaveLength(3);
    expect((await openBrowser(site, site.cities[1]).post(link)).statusCode).toBe(404);
    site.clock.advance(8 * 24 * 3_600_000);
    expect((await stranger.get(link)).statusCode).toBe(404);
    site.clock.advance(-8 * 24 * 3_600_000);
  });
});
