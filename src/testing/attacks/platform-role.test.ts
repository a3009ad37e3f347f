import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { writeCsv } from '../../features/import-staff/write-list.ts';
import { enrol } from '../../features/invite-staff/testing/enrol.ts';
import { pathIn, takeLetters } from '../../features/invite-staff/testing/letters.ts';
import {
  newOfficer,
  openBrowser,
  signedIn,
  type Fields,
  type Officer,
} from '../../features/sign-in/testing/officer.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { changeOffice, openOffice, type OfficeChange } from '../../store/change-office.ts';
import { invite } from '../../store/invitation.ts';
import { readCity } from '../report-life.ts';
import { startTestSite, type TestSite } from '../test-site.ts';

let site: TestSite;
let city: Tenant;
let admin: Officer;

beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  admin = await signedIn(site, city, 'admin-kota');
});
beforeEach(() => site.clock.advance(1_000));
afterAll(() => site.close());

const platform = 'admin-platform';
const idOf = async (slug: string): Promise<string> => {
  site.laksa.cities.forget(city.id);
  return (await readCity(site.laksa, city)).posts.find((post) => post.slug === slug)?.id ?? '';
};
/** As the command line does it. */
const byOperator = async (change: Pick<OfficeChange, 'kind' | 'id' | 'to'>): Promise<void> => {
  site.clock.advance(1_000);
  const changed = await site.laksa.database.inTenant(city.id, (tx) =>
    changeOffice(tx, city.id, { ...change, by: null, at: city.clock.now() }),
  );
  expect(changed).toMatchObject({ ok: true });
  site.laksa.cities.forget(city.id);
};
const putInByOperator = async (userId: string, until: Date | null): Promise<string> => {
  const id = uuid7(city.clock.now());
  const span = { from: city.clock.now().toISOString(), until: until?.toISOString() ?? null, acting: null };
  const office = { kind: 'holder', id, fields: { postId: await idOf(platform), userId, ...span } } as const;
  const opened = await site.laksa.database.inTenant(city.id, (tx) =>
    openOffice(tx, city.id, { office, beside: { address: null }, by: null, at: city.clock.now() }),
  );
  expect(opened).toMatchObject({ ok: true });
  return id;
};

/** Everybody who administers the platform by any post of the city, now or later, and every open post that does. */
const ofPlatform = () =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const posts = await tx
      .selectFrom('post')
      .select(['id', 'slug', 'roles'])
      .where('tenant_id', '=', city.id)
      .where('closed_at', 'is', null)
      .execute();
    const its = posts.filter(({ roles }) => roles.includes('platform_admin'));
    const holders = await tx
      .selectFrom('post_holder')
      .select(['user_id', 'until_at'])
      .where('tenant_id', '=', city.id)
      .where('post_id', 'in', [...its.map(({ id }) => id), uuid7(city.clock.now())])
      .execute();
    return {
      posts: its.map(({ slug }) => slug).toSorted(),
      holders: holders
        .filter(({ until_at: until }) => until === null || until > city.clock.now())
        .map(({ user_id: userId, until_at: until }) => [userId, until?.toISOString() ?? null]),
    };
  });

const hiddenIn = (page: string, action: string): Fields => {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(page)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
};
const send = async (page: string, action: string, typed: Fields, who: Officer = admin) =>
  who.post(action, { ...hiddenIn((await who.get(page)).body, action), ...typed });

const words = 'hanya diberikan oleh administrator platform';

describe('who administers a city', () => {
  it('finds neither the role nor its post in a list', async () => {
    expect((await admin.get('/kelola/jabatan/baru')).body).not.toContain('value="platform_admin"');
    expect((await admin.get('/kelola/jabatan/verifikator/ubah')).body).not.toContain('value="platform_admin"');
    const people = (await admin.get('/kelola/orang')).body;
    expect([people.includes('value="verifikator"'), people.includes(`value="${platform}"`)]).toEqual([true, false]);
  });

  it('keeps the role of a post whose name is changed, and may take it away', async () => {
    const page = `/kelola/jabatan/${platform}/ubah`;
    expect((await admin.get(page)).body).toContain('value="platform_admin"');
    const renamed = await send(page, page, { name: 'Pengelola platform', agency: '', roles: 'platform_admin' });
    expect(renamed.statusCode).toBe(303);
    expect((await ofPlatform()).posts).toEqual([platform]);
  });

  it.each<readonly [string, () => Promise<{ readonly statusCode: number; readonly body: string }>]>([
    [
      'a post that is new',
      () =>
        send('/kelola/jabatan/baru', '/kelola/jabatan/baru', { name: 'Kedua', agency: '', roles: 'platform_admin' }),
    ],
    [
      'their own post',
      () =>
        send('/kelola/jabatan/admin-kota/ubah', '/kelola/jabatan/admin-kota/ubah', {
          name: 'Administrator kota',
          agency: '',
          roles: ['city_admin', 'platform_admin'],
        }),
    ],
    [
      'the list of holders',
      () =>
        send(`/kelola/jabatan/${platform}/pemegang`, `/kelola/jabatan/${platform}/pemegang`, {
          person: admin.userId,
          from: '',
          until: '',
          acting: '',
        }),
    ],
    [
      'an invitation',
      () =>
        admin.post('/kelola/orang', {
          name: 'Teman',
          address: 'teman@kota.example',
          post: platform,
          from: '',
          until: '',
          language: 'id',
        }),
    ],
    [
      'a handover',
      () =>
        send(`/kelola/serah-terima?jabatan=${platform}`, '/kelola/serah-terima', {
          jabatan: platform,
          lastDay: '',
          [`next.${platform}`]: `person:${admin.userId}`,
          step: 'save',
        }),
    ],
  ])('does not come to administer the platform by %s', async (_door, go) => {
    const before = await ofPlatform();
    const answer = await go();
    expect([403, 409, 422]).toContain(answer.statusCode);
    expect(answer.body).toContain(words);
    expect(await ofPlatform()).toEqual(before);
  });

  it.each([
    ['the post that is there', `;${platform};;Teman;teman.2@kota.example;;`],
    ['a post it makes', ';Kedua;platform_admin;Teman;teman.3@kota.example;;'],
    ['a post it makes for nobody', ';Ketiga;Administrator platform;;;;'],
  ])('does not come to it by a list with %s', async (_line, line) => {
    await takeLetters(site);
    const before = await ofPlatform();
    const [instansi = '', jabatan = '', peran = '', nama = '', email = ''] = line.split(';');
    const file = writeCsv([{ instansi, jabatan, peran, nama, email, mulai: '', sampai: '' }]);
    const at = await upload(file);
    await admin.post(at);
    expect(await takeLetters(site)).toEqual([]);
    expect(await takeLetters(site)).toEqual([]);
    expect(await ofPlatform()).toEqual(before);
  });

  it('does not give it back by undoing what the operator took away', async () => {
    const id = await idOf(platform);
    await byOperator({ kind: 'post', id, to: { roles: ['data_protection'] } });
    expect(await undoneFirst()).toEqual([403, true]);
    await byOperator({ kind: 'post', id, to: { roles: ['platform_admin'] } });
    await byOperator({ kind: 'post', id, to: { closedAt: city.clock.now().toISOString() } });
    expect(await undoneFirst()).toEqual([403, true]);
    await byOperator({ kind: 'post', id, to: { closedAt: null } });
    const holding = await putInByOperator(admin.userId, null);
    await byOperator({ kind: 'holder', id: holding, to: { until: city.clock.now().toISOString() } });
    expect(await undoneFirst()).toEqual([403, true]);
  });

  it('does not make it longer, and may end it', async () => {
    const day = 24 * 3_600_000;
    const other = await newOfficer(site, city, ['verifikator'], 'sementara@kota.example');
    const id = await putInByOperator(other.userId, new Date(city.clock.now().getTime() + 10 * day));
    const path = `/kelola/jabatan/${platform}/pemegang/${id}`;
    const longer = await send(path, path, { until: '2027-12-31', acting: '' });
    expect([longer.statusCode, longer.body.includes(words)]).toEqual([403, true]);
    expect((await send(path, path, { step: 'end' })).statusCode).toBe(303);
    expect((await ofPlatform()).holders).toEqual([]);
  });

  it('does not make it begin earlier', async () => {
    const later = (days: number) => new Date(city.clock.now().getTime() + days * 24 * 3_600_000);
    const other = await newOfficer(site, city, ['verifikator'], 'nanti@kota.example');
    const id = await putInByOperator(other.userId, later(20));
    const by = { userId: admin.userId, postId: await idOf('admin-kota') };
    const change = { kind: 'holder', id, to: { from: later(-1).toISOString() } } as const;
    const changed = await site.laksa.database.inTenant(city.id, (tx) =>
      changeOffice(tx, city.id, { ...change, by, at: city.clock.now() }),
    );
    expect(changed).toEqual({ ok: false, refusal: { kind: 'platform_alone' } });
    const path = `/kelola/jabatan/${platform}/pemegang/${id}`;
    expect((await send(path, path, { step: 'end' })).statusCode).toBe(303);
    expect((await ofPlatform()).holders).toEqual([]);
  });

  it('finds that an invitation of theirs opens nothing once the post administers the platform', async () => {
    await takeLetters(site);
    const asked = { name: 'Teman', address: 'teman.4@kota.example', from: '', until: '', language: 'id' };
    expect((await admin.post('/kelola/orang', { ...asked, post: 'ombudsman' })).statusCode).toBe(303);
    const [letter] = await takeLetters(site);
    if (letter === undefined) throw new Error('no letter went');
    const id = await idOf('ombudsman');
    await byOperator({ kind: 'post', id, to: { roles: ['ombudsman', 'platform_admin'] } });
    expect((await openBrowser(site, city).get(pathIn(letter))).statusCode).toBe(404);
    await byOperator({ kind: 'post', id, to: { roles: ['ombudsman'] } });
  });
});

it('the operator asks somebody to administer the platform, and they do', async () => {
  await takeLetters(site);
  const post = { id: await idOf(platform), slug: platform };
  const invited = { name: 'Pengelola', address: 'pengelola@kota.example', inviter: null };
  const answer = await site.laksa.database.inTenant(city.id, (tx) =>
    invite(tx, site.laksa, city, {
      invited,
      post,
      from: city.clock.now(),
      until: null,
      language: 'id',
      by: null,
      userId: null,
    }),
  );
  expect(answer.kind).toBe('invited');
  const [letter] = await takeLetters(site);
  if (letter === undefined) throw new Error('no letter went');
  expect((await enrol(openBrowser(site, city), pathIn(letter))).answer.statusCode).toBe(303);
  expect((await ofPlatform()).holders).toHaveLength(1);
});

it('who administers the platform as well as the city gives the role on', async () => {
  await byOperator({
    kind: 'post',
    id: await idOf('pelindungan-data'),
    to: { roles: ['city_admin', 'platform_admin'] },
  });
  const both = await signedIn(site, city, 'pelindungan-data');
  expect((await both.get('/kelola/jabatan/baru')).body).toContain('value="platform_admin"');
  expect((await both.get('/kelola/orang')).body).toContain(`value="${platform}"`);
  const typed = { name: 'Keempat', agency: '', roles: 'platform_admin' };
  expect((await send('/kelola/jabatan/baru', '/kelola/jabatan/baru', typed, both)).statusCode).toBe(303);
});

const upload = async (file: Buffer): Promise<string> => {
  const boundary = 'batas-uji';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="orang.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const answer = await site.app.inject({
    method: 'POST',
    url: '/kelola/orang/impor',
    headers: {
      host: new URL(city.origin).host,
      origin: city.origin,
      cookie: [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
};

/** Takes the newest change back that a page offers to. */
const undoneFirst = async (): Promise<readonly [number, boolean]> => {
  const page = (await admin.get('/kelola/perubahan')).body;
  const action = /action="(\/kelola\/perubahan\/[0-9a-f-]+\/batalkan)"/.exec(page)?.[1] ?? '';
  const answer = await admin.post(action);
  return [answer.statusCode, answer.body.includes(words)];
};
