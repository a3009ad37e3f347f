import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Mail } from '../../platform/mail/mail.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { mondayMorning } from '../../testing/test-installation.ts';
import { codeOf, newOfficer, openBrowser, password, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { forgetInvitations } from './jobs.ts';
import { enrol, enrolUpToCodes, newPassword } from './testing/enrol.ts';
import { pathIn, takeLetters } from './testing/letters.ts';

let site: TestSite;
let admin: Officer;
let stranger: Officer;

beforeAll(async () => {
  site = await startTestSite();
  admin = await signedIn(site, site.cities[0], 'admin-kota');
  stranger = await signedIn(site, site.cities[1], 'admin-kota');
});
beforeEach(() => site.clock.set(mondayMorning));
afterAll(() => site.close());

const day = 24 * 3_600_000;
let invitedSoFar = 0;
const typed = (more: Readonly<Record<string, string>> = {}) => {
  invitedSoFar += 1;
  return {
    name: 'Siti Aminah',
    address: `siti.${invitedSoFar}@kota.example`,
    post: 'petugas-pupr',
    from: '',
    until: '',
    language: 'id',
    ...more,
  };
};

/** Invites, and gives the letter. */
const invited = async (fields = typed(), by = admin): Promise<Mail> => {
  await takeLetters(site);
  const answer = await by.post('/kelola/orang', fields);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/kelola/orang?selesai=invited']);
  const [letter] = await takeLetters(site);
  if (letter === undefined) throw new Error('no letter went');
  return letter;
};

/** Where a button of somebody's invitation leads: two that were sent in the same moment stand in no order. */
const buttonOf = async (verb: 'lagi' | 'batal', name: string): Promise<string> => {
  const { body } = await admin.get('/kelola/orang');
  const button = `action="(/kelola/orang/undangan/[0-9a-f-]{36}/${verb})"><button[^>]*>[^<]*<span[^>]*>undangan ${name},`;
  return new RegExp(button).exec(body)?.[1] ?? '';
};

const citizen = (city = site.cities[0]) => openBrowser(site, city);

const signIn = async (login: string, totpSecret: string, browser = citizen()) => {
  const first = await browser.post('/petugas/masuk', { login, password: newPassword });
  const second = await browser.post('/petugas/masuk/kode', { code: codeOf({ totpSecret }) });
  return { browser, codes: [first.statusCode, second.statusCode] };
};

const eventsOf = async (kind: string, city = site.cities[0]) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('city_event')
      .select(['kind', 'subject_id', 'by_user', 'changes'])
      .where('tenant_id', '=', city.id)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .execute(),
  );

describe('an invitation', () => {
  it('is a letter that says who asks, for which post of which city, and whose link makes an account that works at the desk', async () => {
    const fields = typed({ until: '2026-12-31' });
    const letter = await invited(fields);
    expect(letter.to).toBe(fields.address);
    expect(letter.text).toContain('Petugas Contoh mengundang Anda memegang jabatan berikut di Kota Satu:');
    expect(letter.text).toContain('Petugas penghubung Dinas PUPR, mulai 23 November 2026 sampai 31 Desember 2026');
    const { answer, totpSecret, codes } = await enrol(citizen(), pathIn(letter));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${pathIn(letter)}?selesai=1`]);
    expect(codes).toHaveLength(10);
    const { browser, codes: steps } = await signIn(fields.address, totpSecret);
    expect(steps).toEqual([303, 303]);
    expect((await browser.get('/petugas')).body).toContain('<h1>Petugas penghubung Dinas PUPR</h1>');
    expect((await admin.get('/kelola/orang?cari=siti')).body).toContain('sampai 31 Desember 2026');
    site.clock.set('2026-12-31T17:00:00.000Z'); // midnight in Jakarta
    expect((await browser.get('/petugas')).headers.location).toBe('/petugas/tanpa-jabatan');
  });

  it('stands among the changes of the city without name or address of the person', async () => {
    const fields = typed();
    const { answer } = await enrol(citizen(), pathIn(await invited(fields)));
    expect(answer.statusCode).toBe(303);
    const [sent, accepted] = [await eventsOf('invitation.sent'), await eventsOf('invitation.accepted')];
    expect(sent[0]).toMatchObject({
      by_user: admin.userId,
      changes: { post: { before: null, after: 'petugas-pupr' } },
    });
    expect(accepted[0]?.subject_id).toBe(sent[0]?.subject_id);
    expect(JSON.stringify([sent, accepted])).not.toMatch(/Siti|siti\./);
  });

  it('keeps nothing of its link, and name and address sealed until it is answered', async () => {
    const fields = typed();
    const letter = await invited(fields);
    const rows = () =>
      site.laksa.database.inTenant(site.cities[0].id, (tx) =>
        tx
          .selectFrom('invitation')
          .selectAll()
          .where('tenant_id', '=', site.cities[0].id)
          .orderBy('id', 'desc')
          .execute(),
      );
    const kept = Buffer.from(JSON.stringify(await rows())).toString();
    expect(kept).not.toContain(fields.address);
    expect(kept).not.toContain(pathIn(letter).split('/').at(-1));
    await enrol(citizen(), pathIn(letter));
    expect((await rows())[0]?.sealed).toBeNull();
  });

  it('begins anew for whoever closed the page half way, and leaves nothing behind', async () => {
    const fields = typed();
    const path = pathIn(await invited(fields));
    await enrolUpToCodes(citizen(), path);
    expect(await site.sessions.userOf(fields.address)).toBeNull();
    expect((await enrol(citizen(), path)).answer.statusCode).toBe(303);
  });

  it('is good once, also for two hands at the same moment', async () => {
    const fields = typed();
    const path = pathIn(await invited(fields));
    const [one, two] = [await enrolUpToCodes(citizen(), path), await enrolUpToCodes(citizen(), path)];
    const answers = await Promise.all([one, two].map(({ pass }) => citizen().post(path, { step: 'finish', pass })));
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
    expect((await enrol(citizen(), path)).answer.statusCode).toBe(404);
    const spans = await site.laksa.database.inTenant(site.cities[0].id, async (tx) =>
      tx
        .selectFrom('post_holder')
        .select('id')
        .where('tenant_id', '=', site.cities[0].id)
        .where('address', '=', fields.address)
        .execute(),
    );
    expect(spans).toHaveLength(1);
  });

  it('has run out after seven days, is void when another was sent or it was taken back, and says whom to ask', async () => {
    const old = pathIn(await invited());
    site.clock.advance(7 * day);
    const over = await citizen().get(old);
    expect([over.statusCode, over.body.includes('Mintalah undangan baru kepada pengelola')]).toEqual([404, true]);
    const fields = typed({ name: 'Ditarik Kembali' });
    const [first, second] = [pathIn(await invited(fields)), pathIn(await invited(fields))];
    expect([(await citizen().get(first)).statusCode, (await citizen().get(second)).statusCode]).toEqual([404, 200]);
    const withdraw = await buttonOf('batal', fields.name);
    expect((await stranger.post(withdraw)).statusCode).toBe(303);
    expect((await citizen().get(second)).statusCode).toBe(200);
    await admin.post(withdraw);
    expect((await citizen().get(second)).statusCode).toBe(404);
    expect((await enrol(citizen(), second)).answer.statusCode).toBe(404);
  });

  it('is sent once more by its button, with a link of its own', async () => {
    const first = pathIn(await invited(typed({ name: 'Sekali Lagi' })));
    const again = await buttonOf('lagi', 'Sekali Lagi');
    expect((await admin.post(again)).headers.location).toBe('/kelola/orang?selesai=invited');
    const [letter] = await takeLetters(site);
    expect((await citizen().get(first)).statusCode).toBe(404);
    expect((await citizen().get(letter === undefined ? '' : pathIn(letter))).statusCode).toBe(200);
  });

  it('is not sent once more when its last day is over', async () => {
    const until = new Date(site.clock.now().getTime() + day).toISOString().slice(0, 10);
    await invited(typed({ name: 'Sehari Saja', until }));
    const again = await buttonOf('lagi', 'Sehari Saja');
    site.clock.advance(3 * day);
    expect((await admin.post(again)).headers.location).not.toBe('/kelola/orang?selesai=invited');
    expect(await takeLetters(site)).toEqual([]);
  });

  it('opens nothing in another city, and its link nothing but itself', async () => {
    const path = pathIn(await invited());
    expect((await citizen(site.cities[1]).get(path)).statusCode).toBe(404);
    expect((await citizen().get(path.replace('undangan', 'akun-baru'))).statusCode).toBe(404);
    const { pass } = await enrolUpToCodes(citizen(), path);
    const other = pathIn(await invited());
    const shown = await citizen().post(other, { step: 'finish', pass });
    expect([shown.statusCode, shown.body.includes('name="password"')]).toEqual([200, true]);
  });

  it('is not finished by a code that was not asked for, or a wrong one', async () => {
    const path = pathIn(await invited());
    const factor = await citizen().post(path, { step: 'password', password: newPassword, repeated: newPassword });
    const pass = /name="pass" value="([^"]+)"/.exec(factor.body)?.[1] ?? '';
    for (const fields of [
      { step: 'factor', pass, code: '000000' },
      { step: 'finish', pass },
    ]) {
      const answer = await citizen().post(path, fields);
      expect([answer.statusCode, answer.body.includes('Angkanya tidak cocok')]).toEqual([422, true]);
    }
  });

  it('takes no password that is short, often guessed or typed differently the second time', async () => {
    const path = pathIn(await invited());
    const short = await citizen().post(path, { step: 'password', password: 'pendek', repeated: 'pendek' });
    expect([short.statusCode, short.body.includes('Terlalu pendek')]).toEqual([422, true]);
    const common = await citizen().post(path, {
      step: 'password',
      password: 'qwertyuiop123',
      repeated: 'qwertyuiop123',
    });
    expect([common.statusCode, common.body.includes('mudah ditebak')]).toEqual([422, true]);
    const other = await citizen().post(path, {
      step: 'password',
      password: newPassword,
      repeated: 'kuda merah makan roti',
    });
    expect([other.statusCode, other.body.includes('Tidak sama')]).toEqual([422, true]);
  });

  it('of somebody who has an account is taken by signing in: no second account', async () => {
    const officer = await newOfficer(site, site.cities[1], ['petugas-lh'], 'pindah@kota.example');
    const path = pathIn(await invited(typed({ address: 'pindah@kota.example', language: 'en' })));
    const browser = citizen();
    const asked = await browser.get(path);
    expect(asked.body).toContain('This address has an account already.');
    expect((await enrol(citizen(), path)).answer.body).toContain('already');
    await browser.post('/petugas/masuk', { login: officer.login, password: 'a long enough password' });
    await browser.post('/petugas/masuk/kode', { code: codeOf(officer) });
    expect((await browser.get('/petugas')).headers.location).toBe('/petugas/tanpa-jabatan');
    expect((await browser.get(path)).body).toContain('You are signed in as pindah@kota.example.');
    expect((await browser.post(path, { step: 'accept' })).headers.location).toBe('/petugas');
    expect((await browser.get('/petugas?lang=id')).body).toContain('<h1>Petugas penghubung Dinas PUPR</h1>');
    expect(await site.sessions.userOf('pindah@kota.example')).toBe(officer.userId);
  });

  it('asks once for all that somebody is to hold', async () => {
    const fields = typed();
    await takeLetters(site);
    await admin.post('/kelola/orang', fields);
    await admin.post('/kelola/orang', { ...fields, post: 'kepala-pupr' });
    const letters = await takeLetters(site);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toMatch(/Petugas penghubung Dinas PUPR[^]+Kepala Dinas PUPR/);
    const { totpSecret } = await enrol(citizen(), letters[0] === undefined ? '' : pathIn(letters[0]));
    const { browser } = await signIn(fields.address, totpSecret);
    await browser.post('/petugas/pos', { post: 'kepala-pupr' });
    expect((await browser.get('/petugas')).body).toContain('<h1>Kepala Dinas PUPR</h1>');
  });

  it('keeps what was typed when something is wrong with it, and is not sent for a post that is held already', async () => {
    const wrong = await admin.post(
      '/kelola/orang',
      typed({ address: 'bukan alamat', from: '2026-12-02', until: '2026-12-01', post: '' }),
    );
    expect(wrong.statusCode).toBe(422);
    for (const words of ['value="bukan alamat"', 'value="2026-12-02"', 'Ada 3 hal', 'Alamat email: '])
      expect(wrong.body).toContain(words);
    const fields = typed();
    await enrol(citizen(), pathIn(await invited(fields)));
    const again = await admin.post('/kelola/orang', fields);
    expect([again.statusCode, again.body.includes('sudah memegang jabatan itu')]).toEqual([422, true]);
  });

  it('does not fill an inbox', async () => {
    const fields = typed();
    const codes: number[] = [];
    for (let times = 0; times < 11; times += 1) codes.push((await admin.post('/kelola/orang', fields)).statusCode);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 303), 422]);
  });

  it('is forgotten a month after it ran out', async () => {
    const fields = typed();
    await invited(fields);
    expect((await admin.get('/kelola/orang')).body).toContain(fields.address);
    site.clock.advance(7 * day);
    expect((await admin.get('/kelola/orang')).body).toContain('lewat waktu');
    site.clock.advance(31 * day);
    await forgetInvitations(site.laksa, site.cities[0]);
    expect((await admin.get('/kelola/orang')).body).not.toContain(fields.address);
  });

  it('is guessed at only so often from one network', async () => {
    const codes: number[] = [];
    for (let times = 0; times < 61; times += 1) {
      const answer = await site.app.inject({
        method: 'GET',
        url: `/petugas/undangan/${'A'.repeat(42)}${times % 10}`,
        headers: { host: 'satu.example' },
        remoteAddress: '203.0.113.9',
      });
      codes.push(answer.statusCode);
    }
    expect([codes.slice(0, 60).every((code) => code === 404), codes[60]]).toEqual([true, 429]);
  });
});

describe('a lost telephone', () => {
  it('is taken off by an administrator: sessions end, a letter leads to a new one, the password is still asked', async () => {
    const fields = typed();
    const { totpSecret } = await enrol(citizen(), pathIn(await invited(fields)));
    const { browser } = await signIn(fields.address, totpSecret);
    const userId = (await site.sessions.userOf(fields.address)) ?? '';
    expect((await stranger.get(`/kelola/orang/${userId}`)).statusCode).toBe(404);
    expect((await stranger.post(`/kelola/orang/${userId}/lepas-faktor`)).statusCode).toBe(404);
    expect((await browser.get('/petugas')).statusCode).toBe(200);
    expect((await admin.post(`/kelola/orang/${userId}/lepas-faktor`)).headers.location).toBe(
      '/kelola/orang?selesai=reset',
    );
    expect((await browser.get('/petugas')).statusCode).toBe(303);
    expect((await signIn(fields.address, totpSecret)).codes).toEqual([303, 422]);
    expect((await admin.get(`/kelola/orang/${userId}`)).body).toContain('dilepas, menunggu yang baru');
    const [letter] = await takeLetters(site);
    const path = letter === undefined ? '' : pathIn(letter);
    expect(letter?.text).toContain(
      `Petugas Contoh melepas aplikasi autentikasi dari akun petugas Anda, ${fields.address}.`,
    );
    const wrong = await citizen().post(path, { step: 'password', password: 'salah sama sekali' });
    expect([wrong.statusCode, wrong.body.includes('Kata sandinya tidak cocok')]).toEqual([422, true]);
    const anew = await enrol(citizen(), path);
    expect(anew.answer.headers.location).toBe(`${path}?selesai=1`);
    expect((await signIn(fields.address, anew.totpSecret)).codes).toEqual([303, 303]);
    expect((await citizen().get(path)).statusCode).toBe(404);
    expect(await eventsOf('account.factor_removed')).toMatchObject([{ subject_id: userId, by_user: admin.userId }]);
  });

  it('of the administrator themselves needs another one', async () => {
    const page = await admin.get(`/kelola/orang/${admin.userId}`);
    expect(page.body).toContain('dilepas oleh pengelola lain');
    expect((await admin.post(`/kelola/orang/${admin.userId}/lepas-faktor`)).statusCode).toBe(409);
    expect((await admin.get('/petugas')).statusCode).toBe(200);
  });

  it('of somebody who works for another city as well is not one city’s to take off', async () => {
    const both = await newOfficer(site, site.cities[1], ['petugas-perhubungan'], 'dua.kota@kota.example');
    const path = pathIn(await invited(typed({ address: both.login })));
    const browser = citizen();
    await browser.post('/petugas/masuk', { login: both.login, password: 'a long enough password' });
    await browser.post('/petugas/masuk/kode', { code: codeOf(both) });
    await browser.post(path, { step: 'accept' });
    expect((await admin.post(`/kelola/orang/${both.userId}/lepas-faktor`)).statusCode).toBe(409);
    expect((await admin.get(`/kelola/orang/${both.userId}`)).body).toContain('Hanya pengelola server');
    expect((await browser.get('/petugas')).statusCode).toBe(200);
  });
});

describe('who leaves', () => {
  it('holds nothing any more, is signed out at once, and no invitation of theirs is open', async () => {
    const fields = typed();
    const { totpSecret } = await enrol(citizen(), pathIn(await invited(fields)));
    const { browser } = await signIn(fields.address, totpSecret);
    const later = pathIn(await invited({ ...fields, post: 'kepala-pupr' }));
    const userId = (await site.sessions.userOf(fields.address)) ?? '';
    const withdrawn = (await eventsOf('invitation.withdrawn')).length;
    expect((await browser.get('/petugas')).statusCode).toBe(200);
    expect((await admin.get(`/kelola/orang/${userId}`)).body).toMatch(/Jabatan yang menjadi kosong|Tidak ada jabatan/);
    expect((await admin.post(`/kelola/orang/${userId}/akhiri`)).headers.location).toBe(
      '/kelola/orang?selesai=taken_off',
    );
    expect((await browser.get('/petugas')).headers.location).toMatch(/^\/petugas\/masuk/);
    expect((await citizen().get(later)).statusCode).toBe(404);
    expect(await eventsOf('invitation.withdrawn')).toHaveLength(withdrawn + 1);
    expect((await admin.get(`/kelola/orang/${userId}`)).statusCode).toBe(404);
    expect((await signIn(fields.address, totpSecret)).browser.cookies.size).toBeGreaterThan(0);
    expect((await eventsOf('holder.changed')).length).toBeGreaterThan(0);
  });

  it('is never the last administrator, nor oneself', async () => {
    const page = await admin.get(`/kelola/orang/${admin.userId}`);
    expect(page.body).toContain('Ini pengelola kota yang terakhir.');
    expect((await admin.post(`/kelola/orang/${admin.userId}/akhiri`)).statusCode).toBe(409);
    expect((await admin.get('/kelola/orang')).statusCode).toBe(200);
  });

  it('is one of two administrators who take each other off at once, and the other stays', async () => {
    const [, second] = site.cities;
    const other = await newOfficer(site, second, ['admin-kota'], 'admin.kedua@kota-dua.example');
    await other.post('/petugas/masuk', { login: other.login, password });
    await other.post('/petugas/masuk/kode', { code: codeOf(other) });
    const both = await Promise.all([
      stranger.post(`/kelola/orang/${other.userId}/akhiri`),
      other.post(`/kelola/orang/${stranger.userId}/akhiri`),
    ]);
    expect(both.filter(({ headers }) => headers.location === '/kelola/orang?selesai=taken_off')).toHaveLength(1);
    const left = await Promise.all([stranger, other].map(async (one) => (await one.get('/kelola')).statusCode));
    expect(left.toSorted()).toEqual([200, 303]);
  });
});
