import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createApiKey } from '../../commands/apikey.ts';
import { mondayMorning } from '../../testing/test-installation.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { takeLetters } from '../invite-staff/testing/letters.ts';
import { newOfficer, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { warnOfKeys } from './jobs.ts';

let site: TestSite;
let admin: Officer;

beforeAll(async () => {
  site = await startTestSite();
  admin = await signedIn(site, site.cities[0], 'admin-kota');
});
beforeEach(() => site.clock.set(mondayMorning));
afterAll(() => site.close());

const typed = { post: 'koordinator', scopes: 'report:handle', until: '2027-11-23' };

/** Makes a key by the page, and gives it as it is shown. */
const made = async (fields: Readonly<Record<string, string | readonly string[]>> = typed): Promise<string> => {
  const answer = await admin.post('/kelola/kunci', fields);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/kelola/kunci']);
  return /<code>(laksa_\w{40})<\/code>/.exec((await admin.get('/kelola/kunci')).body)?.[1] ?? '';
};

/** 404: let in, to a report that is none; 401: the key is nobody's; 403: it may not do this. */
const ask = async (key: string, city = site.cities[0]): Promise<number> => {
  const headers = { host: new URL(city.origin).host, authorization: `Bearer ${key}` };
  const payload = { move: 'note', message: 'Uji.' };
  return (await site.app.inject({ method: 'POST', url: '/api/v1/reports/4812073356/moves', headers, payload }))
    .statusCode;
};

const rows = () =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    tx.selectFrom('api_key').selectAll().where('tenant_id', '=', site.cities[0].id).orderBy('id').execute(),
  );

describe('a key for a program', () => {
  it('is shown once, works at once, says what it is for and who made it, and lies nowhere', async () => {
    const key = await made();
    expect(key).toMatch(/^laksa_/);
    expect(await ask(key)).toBe(404);
    expect(await ask(key, site.cities[1])).toBe(401);
    const page = (await admin.get('/kelola/kunci')).body;
    expect(page).not.toContain(key);
    for (const words of ['Koordinator', 'menangani laporan', 'Petugas Contoh, ', '23 November 2027'])
      expect(page).toContain(words);
    expect(Buffer.from(JSON.stringify(await rows())).toString()).not.toContain(key);
  });

  it('is one however often its form is sent, and each answer shows it; with other words it is another', async () => {
    const drawn = /name="drawn" value="([^"]+)"/.exec((await admin.get('/kelola/kunci')).body)?.[1] ?? '';
    const before = (await rows()).length;
    const [first, second] = [await made({ ...typed, drawn }), await made({ ...typed, drawn })];
    expect(first).toMatch(/^laksa_/);
    expect(second).toBe(first);
    expect(await rows()).toHaveLength(before + 1);
    expect(await ask(first)).toBe(404);
    expect(await made({ ...typed, drawn, scopes: 'report:read' })).not.toBe(first);
    expect(await made({ ...typed, drawn: `${drawn}x` })).not.toBe(first);
    expect(await rows()).toHaveLength(before + 3);
  });

  it('is one also for two hands at the same moment', async () => {
    const drawn = /name="drawn" value="([^"]+)"/.exec((await admin.get('/kelola/kunci')).body)?.[1] ?? '';
    const before = (await rows()).length;
    const both = await Promise.all([1, 2].map(() => admin.post('/kelola/kunci', { ...typed, drawn })));
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await rows()).toHaveLength(before + 1);
    await admin.get('/kelola/kunci');
  });

  it('is good for its scopes alone, and for no more than its post may', async () => {
    expect(await ask(await made({ ...typed, scopes: 'report:read' }))).toBe(403);
    const beyond = await admin.post('/kelola/kunci', {
      ...typed,
      post: 'ruang-kendali',
      scopes: ['report:read', 'report:handle'],
    });
    expect([beyond.statusCode, beyond.body.includes('tidak berhak atas sebagian cakupan')]).toEqual([422, true]);
    expect((await admin.get('/kelola/kunci')).body).not.toContain('<option value="admin-kota"');
    const key = await made({ ...typed, scopes: ['report:read', 'report:handle'] });
    expect(await ask(key)).toBe(404);
    const city = site.cities[0];
    const setRoles = (roles: string[]) =>
      site.laksa.database.inTenant(city.id, (tx) =>
        tx
          .updateTable('post')
          .set({ roles })
          .where('tenant_id', '=', city.id)
          .where('slug', '=', 'koordinator')
          .execute(),
      );
    await setRoles(['control_room']);
    site.laksa.cities.forget(city.id);
    expect(await ask(key)).toBe(403);
    await setRoles(['coordinator']);
    site.laksa.cities.forget(city.id);
  });

  it.each([
    [{ until: '' }, 'Bagian ini perlu diisi'],
    [{ until: '2028-11-24' }, 'paling lama dua tahun dari hari ini'],
    [{ until: '2026-11-22' }, 'Berlaku sampai'],
    [{ scopes: [] }, 'Cakupan'],
    [{ post: 'tidak-ada' }, 'Bertindak sebagai jabatan'],
  ])('is not made with %j', async (more, words) => {
    const answer = await admin.post('/kelola/kunci', { ...typed, ...more });
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
  });

  it('opens nothing after its last day, and nothing at once when it is revoked; another city’s administrator revokes none', async () => {
    const key = await made({ ...typed, until: '2026-11-24' });
    site.clock.set('2026-11-24T16:59:59.000Z');
    expect(await ask(key)).toBe(404);
    site.clock.set('2026-11-24T17:00:00.000Z');
    expect(await ask(key)).toBe(401);
    site.clock.set(mondayMorning);
    const revoke =
      /action="(\/kelola\/kunci\/[0-9a-f-]{36}\/cabut)"/.exec((await admin.get('/kelola/kunci')).body)?.[1] ?? '';
    const stranger = await signedIn(site, site.cities[1], 'admin-kota');
    expect((await stranger.post(revoke)).statusCode).toBe(404);
    expect(await ask(key)).toBe(404);
    expect((await admin.post(revoke)).headers.location).toBe('/kelola/kunci?selesai=revoked');
    expect(await ask(key)).toBe(401);
    expect((await admin.post(revoke)).statusCode).toBe(404);
  });

  it('of a post that is closed is still revoked: the post may be opened again', async () => {
    const key = await made({ ...typed, post: 'petugas-lh' });
    const { id } = (await rows()).at(-1) ?? { id: '' };
    const close = (at: Date | null) =>
      site.laksa.database.inTenant(site.cities[0].id, async (tx) => {
        const posts = tx.updateTable('post').where('tenant_id', '=', site.cities[0].id);
        await posts.where('slug', '=', 'petugas-lh').set({ closed_at: at }).execute();
      });
    await close(site.clock.now());
    const page = (await admin.get('/kelola/kunci')).body;
    expect(page).toContain('jabatannya ditutup');
    expect(page).toContain(`action="/kelola/kunci/${id}/cabut"`);
    expect((await admin.post(`/kelola/kunci/${id}/cabut`)).statusCode).toBe(303);
    await close(null);
    site.laksa.cities.forget(site.cities[0].id);
    expect(await ask(key)).toBe(401);
  });

  it('is among the changes of the city when it is made and when it is revoked', async () => {
    const events = await site.laksa.database.inTenant(site.cities[0].id, (tx) =>
      tx
        .selectFrom('city_event')
        .select(['kind', 'by_user'])
        .where('tenant_id', '=', site.cities[0].id)
        .where('kind', 'like', 'api_key.%')
        .execute(),
    );
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['api_key.made', 'api_key.revoked']));
    expect(events.every(({ by_user: by }) => by === admin.userId)).toBe(true);
  });

  it('says when it was last used to the hour, with one write for all requests of it', async () => {
    const key = await made();
    const used = async () => (await rows()).at(-1)?.last_used_at?.toISOString();
    await ask(key);
    site.clock.advance(59 * 60_000);
    await ask(key);
    expect(await used()).toBe(mondayMorning);
    site.clock.advance(60_000);
    await ask(key);
    expect(await used()).toBe('2026-11-23T03:00:00.000Z');
  });

  it('that ends within thirty days is told to who holds its post and who made it, once, and stands on the page', async () => {
    const holder = await newOfficer(site, site.cities[0], ['petugas-pupr'], 'kunci@kota.example');
    await made({ ...typed, post: 'petugas-pupr', until: '2026-12-22' });
    await takeLetters(site);
    for (let times = 0; times < 2; times += 1) await warnOfKeys(site.laksa, site.cities[0]);
    const letters = (await takeLetters(site)).filter(({ subject }) => subject.includes('22 Desember 2026'));
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      [`${admin.login}@petugas.invalid`, `${holder.login}@petugas.invalid`].toSorted(),
    );
    expect((await admin.get('/kelola/kunci')).body).toContain('berlaku sampai 22 Desember 2026. Buat kunci baru');
    expect((await admin.get('/kelola')).body).not.toContain('Kunci program yang habis');
    site.clock.set('2026-12-09T02:00:00.000Z');
    expect((await admin.get('/kelola')).body).toMatch(/Kunci program yang habis[^]*berlaku sampai 22 Desember 2026/);
    const far = await rows();
    site.clock.set(mondayMorning);
    expect(
      far
        .filter((row) => row.expires_at !== null && row.expires_at > new Date('2027-01-01'))
        .every((row) => row.warned_at === null),
    ).toBe(true);
  });

  it('is told to who holds its post when it is made, however often its form is sent, and not to others; the key is not in the letter', async () => {
    const holder = await newOfficer(site, site.cities[0], ['verifikator'], 'baru@kota.example');
    await newOfficer(site, site.cities[1], ['verifikator'], 'lain@kota.example');
    await takeLetters(site);
    const drawn = /name="drawn" value="([^"]+)"/.exec((await admin.get('/kelola/kunci')).body)?.[1] ?? '';
    const fields = { post: 'verifikator', scopes: ['report:read', 'report:handle'], until: '2027-01-31', drawn };
    const key = await made(fields);
    await made(fields);
    const letters = await takeLetters(site);
    expect(letters.map(({ to }) => to)).toEqual([`${holder.login}@petugas.invalid`]);
    const text = letters[0]?.text ?? '';
    for (const words of ['Verifikator', 'menangani laporan', 'membaca laporan', '31 Januari 2027'])
      expect(text).toContain(words);
    expect(text).not.toContain(key);
  });

  it('that nobody of its own is there for is told to whoever can make another', async () => {
    const [city] = site.cities;
    const expiresAt = new Date(Date.parse(mondayMorning) + 20 * 86_400_000);
    await createApiKey(site.laksa, city, { post: { slug: 'ruang-kendali' }, scopes: ['report:read'], expiresAt });
    await takeLetters(site);
    await warnOfKeys(site.laksa, city);
    expect((await takeLetters(site)).map(({ to }) => to)).toEqual([`${admin.login}@petugas.invalid`]);
  });
});
