import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { renewKeys } from '../../features/renew-keys/renew-keys.ts';
import { enrol, newPassword } from '../../features/invite-staff/testing/enrol.ts';
import { codeOf, openBrowser, password, signedIn, type Officer } from '../../features/sign-in/testing/officer.ts';
import { verifyFiles } from '../../features/verify-files/verify-files.ts';
import { asMaintainer } from '../../platform/db/maintenance.ts';
import { openKeyring, type Keyring } from '../../platform/keyring/keyring.ts';
import { writeNextKey } from '../../platform/keyring/installation-key.ts';
import { keyFile, nextKeyFile, olderKeys } from '../../platform/keyring/key-folder.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { addressLookup } from '../../store/carry-lookups.ts';
import { checkClaim } from '../../store/claim-check.ts';
import { isAddressStopped, stopAddress } from '../../store/contact-stop.ts';
import { fileOnce } from '../../store/file-report.ts';
import { askToFollow } from '../../store/follow-request.ts';
import { confirmFollow } from '../../store/follow.ts';
import { sealAddressPass, sealLetterPass, openLetterPass } from '../../store/letter-pass.ts';
import { hasContact, readPerson, type OpenedIdentity } from '../../store/person.ts';
import { formStage } from '../../store/photo-stage.ts';
import { openOriginal } from '../../store/photo-work.ts';
import { addSignInLink, signInLinkPath } from '../../store/sign-in-link.ts';
import { stagedPhotos, stagePhotos } from '../../store/staged-photos.ts';
import { takePhoto } from '../../store/take-photo.ts';
import { fillCity } from '../../testing/fill-city.ts';
import { fileSample, sampleFiling } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { forgetKeys } from './forget-keys.ts';
import { linesOfKeys } from './list-keys.ts';
import { findLost, loseKeys } from './lost-keys.ts';
import type { KeyMeans } from './means.ts';
import { rotate, rotations, type RotateMeans, type Rotation } from './rotate-keys.ts';

let home: string;
let site: TestSite;
let city: Tenant;
let other: Tenant;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'laksa rotated '));
  site = await startTestSite({ keysDir: join(home, 'keys'), maxConnections: 8 });
  [city, other] = site.cities;
});
afterEach(async () => {
  await site.close();
  await rm(home, { recursive: true });
});

const minute = 60_000;
const keysDir = () => join(home, 'keys');
const anotherProcess = (): Promise<Keyring> =>
  openKeyring({ dir: keysDir(), database: site.laksa.database, clock: site.clock });

/** As an operator types it; waiting moves the clock. */
const means = (): KeyMeans & Pick<TestSite, 'laksa' | 'sessions'> => ({
  dir: keysDir(),
  at: site.clock.now(),
  print: () => undefined,
  wait: async (ms) => {
    site.clock.advance(ms);
    await site.laksa.keyring.refresh();
  },
  maintain: (reason, work) => asMaintainer(site.url, { usedBy: 'keys', reason, at: site.clock.now() }, work),
  laksa: site.laksa,
  sessions: site.sessions,
});
const change = (what: Rotation, isNow = false) => rotate(what, means(), { slug: undefined, isNow });

/** Until nothing is left to do, as the sweep goes on. */
const renewAll = async (tenant: Tenant): Promise<void> => {
  for (let round = 0; (await renewKeys(site.laksa, tenant)) && round < 100; round += 1) continue;
};
/** What a process had in its memory is over, and the new key in use. */
const later = async (ms = 3 * minute): Promise<void> => {
  site.clock.advance(ms);
  await site.laksa.keyring.refresh();
};

const readAll = (tenant: Tenant) =>
  site.laksa.database.inTenant(tenant.id, async (tx) => {
    const people = await tx.selectFrom('person').select('id').where('tenant_id', '=', tenant.id).execute();
    const vault = { keyring: site.laksa.keyring, tenantId: tenant.id, at: tenant.clock.now() };
    const why = { ground: 'handling', reportId: null, postId: null, fields: ['name', 'phone', 'email'] } as const;
    const read: OpenedIdentity[] = [];
    for (const { id: personId } of people) read.push(await readPerson(tx, vault, { personId, ...why }));
    return read;
  });
const held = async (): Promise<readonly string[]> =>
  (await linesOfKeys(means())).filter((line) => /replaced .*holds (?!0 )/.test(line));
const opens = (tenant: Tenant, number: string, code: string) =>
  site.laksa.database.inTenant(tenant.id, (tx) =>
    checkClaim(tx, site.laksa.keyring, { tenantId: tenant.id, number, code, at: site.clock.now() }),
  );
const picture = Buffer.from('ffd8ffe000104a46494600010100', 'hex');
const sendPicture = async (tenant: Tenant, nonce: string): Promise<string> => {
  const taken = await takePhoto(site.laksa, tenant.id, {
    name: 'siti.jpg',
    content: Readable.from([picture]),
    purpose: 'report',
  });
  if (!taken.ok) throw new Error(taken.refusal.kind);
  await stagePhotos(site.laksa, formStage(site.laksa.keyring, tenant.id, nonce), [taken.value]);
  return taken.value.id;
};
const originalOf = async (tenant: Tenant, id: string): Promise<Buffer | string> => {
  const opened = await openOriginal(site.laksa, { tenantId: tenant.id, id });
  return opened === null || opened === 'lost' ? String(opened) : buffer(opened);
};

describe('a new sealing key', () => {
  it('opens what was, seals what comes, and every sealed value goes over to it; the older is forgotten after', async () => {
    await fillCity(site.laksa, city);
    await fillCity(site.laksa, other);
    const nonce = randomUUID();
    const photo = await sendPicture(city, nonce);
    const before = await readAll(city);
    await change('data');
    await later();
    await fileSample(site.laksa, city, { identity: { name: 'Setelah Itu' } });
    expect((await held()).length).toBe(2);
    await renewAll(city);
    expect((await held()).every((line) => line.startsWith(other.slug))).toBe(true);
    await renewAll(other);
    expect(await held()).toEqual([]);
    expect(await readAll(city)).toEqual(expect.arrayContaining(before as unknown[]));
    expect(await originalOf(city, photo)).toEqual(picture);
    expect(await site.laksa.files.read({ tenantId: city.id, id: photo, name: 'original' })).toBeNull();
    const [staged] = await stagedPhotos(site.laksa, formStage(site.laksa.keyring, city.id, nonce));
    expect(staged?.details.name).toBe('siti.jpg');
    await forgetKeys(means(), { withLookups: false });
    expect((await linesOfKeys(means())).join('\n')).toContain('replaced');
    await later(61 * minute);
    await forgetKeys(means(), { withLookups: false });
    expect((await linesOfKeys(means())).join('\n')).not.toContain('replaced');
    await later();
    expect(await readAll(city)).toEqual(expect.arrayContaining(before as unknown[]));
  });

  it('leaves an original that is held against its hash, by whatever name it lies there', async () => {
    const photo = await sendPicture(city, randomUUID());
    await change('data');
    await later();
    await renewAll(city);
    expect((await verifyFiles(site.laksa, city)).findings).toEqual([]);
    const place = { tenantId: city.id, id: photo, name: 'original-2' } as const;
    await site.laksa.files.removeFile(place);
    await site.laksa.files.write(place, Readable.from(['something else entirely']));
    expect((await verifyFiles(site.laksa, city)).findings).toMatchObject([{ kind: 'altered', file: 'original-2' }]);
  });

  it('is gone on with where a worker stopped, and two workers do no harm to one another', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => sendPicture(city, randomUUID())));
    for (let at = 0; at < 5; at += 1) await fileSample(site.laksa, city, { nonce: randomUUID() });
    await change('data');
    await later();
    const { files } = site.laksa;
    let written = 0;
    const dying = {
      ...site.laksa,
      files: {
        ...files,
        write: async (...of: Parameters<typeof files.write>) => {
          await files.write(...of);
          if ((written += 1) === 3) throw new Error('killed');
        },
      },
    };
    await expect(renewKeys(dying, city)).rejects.toThrow('not sealed anew');
    await Promise.all([renewAll(city), renewAll(city)]);
    expect(await held()).toEqual([]);
    for (const id of ids) expect(await originalOf(city, id)).toEqual(picture);
  });

  it('leaves an original that was not there to its old key: it is opened when it comes back, and sealed anew then', async () => {
    const [id, other] = [await sendPicture(city, randomUUID()), await sendPicture(city, randomUUID())];
    const place = { tenantId: city.id, id, name: 'original' } as const;
    const sealed = await buffer((await site.laksa.files.read(place))?.content ?? Readable.from([]));
    await site.laksa.files.removeFile(place);
    await change('data');
    await later();
    await renewAll(city);
    expect(await originalOf(city, other)).toEqual(picture);
    expect((await held()).length).toBe(1);
    await site.laksa.files.write(place, Readable.from([sealed]));
    expect(await originalOf(city, id)).toEqual(picture);
    await renewAll(city);
    expect(await originalOf(city, id)).toEqual(picture);
    expect(await held()).toEqual([]);
  });
});

describe('a new look-up key', () => {
  const email = 'warga@example.org';
  const follow = async (number: string, address: string) => {
    await askToFollow(site.laksa, city, { number, email: address, language: 'id', device: address, network: null });
    const { rows } = await site.laksa.database.inTenant(city.id, (tx) =>
      sql<{
        id: string;
      }>`select id from laksa.follow_request where tenant_id = ${city.id} order by id desc limit 1`.execute(tx),
    );
    return confirmFollow(site.laksa, city, rows[0]?.id ?? '');
  };
  const count = (table: string): Promise<number> =>
    site.laksa.database.inTenant(city.id, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(`laksa.${table}`)} where tenant_id = ${city.id}`.execute(tx);
      return rows[0]?.n ?? 0;
    });
  const stopped = (address: string) =>
    site.laksa.database.inTenant(city.id, async (tx) =>
      isAddressStopped(tx, city.id, await addressLookup(tx, site.laksa, city, address)),
    );
  const lookupOf = (address: string) =>
    site.laksa.database.inTenant(city.id, (tx) => addressLookup(tx, site.laksa, city, address));

  it('finds whom the older one found, before, while and after it comes into use: nobody is there twice', async () => {
    const { numbers } = await fillCity(site.laksa, city);
    await follow(numbers[0], 'tetap@example.org');
    const filing = sampleFiling({ identity: { name: 'Siti', email } });
    const first = await fileOnce(site.laksa, city, filing);
    const stranger = await lookupOf('asing@example.org');
    await site.laksa.database.inTenant(city.id, (tx) =>
      stopAddress(tx, { tenantId: city.id, lookup: stranger, at: city.clock.now() }),
    );
    const people = await count('person');
    const voices = await count('supporter');
    await change('lookup');
    for (const wait of [0, 3 * minute, 3 * minute]) {
      await later(wait);
      await follow(numbers[0], 'tetap@example.org');
      expect(await fileOnce(site.laksa, city, filing)).toMatchObject({
        value: { reportId: first.ok ? first.value.reportId : '', isNew: false },
      });
      expect(await stopped('asing@example.org')).toBe(true);
      expect([await count('person'), await count('supporter')]).toEqual([people, voices]);
      if (wait > 0) await renewAll(city);
    }
    expect(await held()).toEqual([]);
    const { rows } = await site.laksa.database.inTenant(city.id, (tx) =>
      sql<{ id: string }>`
        select person_id as id from laksa.person_field f join laksa.report r on r.reporter_id = f.person_id
        where f.tenant_id = ${city.id} and r.tenant_id = ${city.id} and r.id = ${first.ok ? first.value.reportId : ''} and f.field = 'email'`.execute(
        tx,
      ),
    );
    const vault = { keyring: site.laksa.keyring, tenantId: city.id, at: city.clock.now() };
    expect(
      await site.laksa.database.inTenant(city.id, (tx) =>
        hasContact(tx, vault, rows[0]?.id ?? '', { field: 'email', value: email }),
      ),
    ).toBe(true);
    // What an older letter carries is known by what it is now.
    const letter = sealAddressPass({ keyring: site.laksa.keyring, tenantId: city.id }, stranger);
    expect((await openBrowser(site, city).get(`/surat/berhenti/${letter}`)).statusCode).toBe(200);
  });

  it('stops letters by the link of a letter that was written before', async () => {
    await fileSample(site.laksa, city, { identity: { name: 'Siti', email } });
    const letter = sealAddressPass({ keyring: site.laksa.keyring, tenantId: city.id }, await lookupOf(email));
    await change('lookup');
    await later();
    await renewAll(city);
    const answer = await openBrowser(site, city).post(`/surat/berhenti/${letter}`);
    expect(answer.statusCode).toBe(200);
    // As the letters look: by the look-up that stands in the vault, with no address at hand.
    const { rows } = await site.laksa.database.inTenant(city.id, (tx) =>
      sql`
        select from laksa.contact_stop s join laksa.person_field f on f.tenant_id = s.tenant_id and f.field = s.field and f.lookup = s.lookup
        where s.tenant_id = ${city.id} and f.tenant_id = ${city.id} and s.ended_at is null`.execute(tx),
    );
    expect(rows.length).toBe(1);
    expect(await stopped(email)).toBe(true);
  });
});

describe('a new key of claim codes', () => {
  it('makes new codes, and every code that is out stays good, also for who sends the form again', async () => {
    const filing = sampleFiling();
    const first = await fileOnce(site.laksa, city, filing);
    if (!first.ok) throw new Error('filed');
    await change('claim');
    await later();
    const second = await fileSample(site.laksa, city);
    for (const { number, claimCode } of [first.value, second])
      expect(await opens(city, number, claimCode ?? '')).toMatchObject({ ok: true });
    expect(await fileOnce(site.laksa, city, filing)).toMatchObject({ value: { claimCode: first.value.claimCode } });
    expect((await opens(city, first.value.number, '00000000')).ok).toBe(false);
  });
});

describe('a new key of sessions', () => {
  it('lets everybody stay who is in, takes the links of letters, and second factors go on', async () => {
    const officer = await signedIn(site, city, 'verifikator');
    const holder = { keyring: site.laksa.keyring, tenantId: city.id, kind: 'follow' } as const;
    const letter = sealLetterPass(holder, randomUUID());
    await change('session');
    expect((await officer.get('/petugas')).statusCode).toBe(200);
    const again = openBrowser(site, city);
    await signInAgain(again, officer);
    expect((await again.get('/petugas')).statusCode).toBe(200);
    await later(15 * 24 * 60 * minute);
    expect(openLetterPass(holder, letter)).not.toBeNull();
    expect((await officer.get('/petugas')).statusCode).toBe(303);
    await forgetKeys(means(), { withLookups: false });
    await site.laksa.keyring.refresh();
    expect(openLetterPass(holder, letter)).toBeNull();
    expect(await site.sessions.renewSecondFactors()).toBe(0);
  });

  it('said "now" ends everybody’s sessions at once', async () => {
    const officer = await signedIn(site, city, 'verifikator');
    await change('session', true);
    expect((await officer.get('/petugas')).statusCode).toBe(303);
  });
});

const signInAgain = async (browser: ReturnType<typeof openBrowser>, officer: Officer): Promise<void> => {
  await browser.post('/petugas/masuk', { login: officer.login, password });
  await browser.post('/petugas/masuk/kode', { code: codeOf(officer) });
};

describe('a new key of the installation', () => {
  it('is met by running processes without a restart, and by new ones; backups of before open with the older', async () => {
    await fillCity(site.laksa, city);
    const running = await anotherProcess();
    const mark = running.derive('supporter');
    const first = await fileSample(site.laksa, city);
    const oldFile = await readFile(join(keysDir(), keyFile), 'utf8');
    await change('installation');
    expect(await readFile(join(keysDir(), keyFile), 'utf8')).not.toBe(oldFile);
    const [older] = await readdir(join(keysDir(), olderKeys));
    expect(await readFile(join(keysDir(), olderKeys, older ?? ''), 'utf8')).toBe(oldFile);
    site.clock.advance(3 * minute);
    for (const keyring of [running, await anotherProcess()]) {
      expect(keyring.derive('supporter')).toEqual(mark);
      await site.laksa.database.inTenant(city.id, (tx) => keyring.tenantKeys(tx, city.id, site.clock.now()));
    }
    expect(await opens(city, first.number, first.claimCode ?? '')).toMatchObject({ ok: true });
    expect((await readAll(city)).every((identity) => identity.lost === undefined)).toBe(true);
  });

  it('is one, where two change it at once', async () => {
    await fillCity(site.laksa, city);
    const first = await fileSample(site.laksa, city);
    await Promise.allSettled([change('installation'), change('installation'), change('installation')]);
    await change('installation');
    await expect(anotherProcess()).resolves.toBeDefined();
    expect(await opens(city, first.number, first.claimCode ?? '')).toMatchObject({ ok: true });
    expect((await readAll(city)).every((identity) => identity.lost === undefined)).toBe(true);
  });

  it('of somebody who changed it meanwhile stays: whoever was first wraps nothing back', async () => {
    await fillCity(site.laksa, city);
    const slow: RotateMeans = { ...means(), wait: () => change('installation') };
    await rotate('installation', slow, { slug: undefined, isNow: false });
    await rm(join(keysDir(), olderKeys), { recursive: true });
    await expect(anotherProcess()).resolves.toBeDefined();
  });

  it('that is about to follow is never written over', async () => {
    const [one, two] = await Promise.all([writeNextKey(keysDir()), writeNextKey(keysDir())]);
    expect(two.fingerprint).toBe(one.fingerprint);
    expect((await writeNextKey(keysDir())).fingerprint).toBe(one.fingerprint);
    expect((await readdir(keysDir())).toSorted()).toEqual([keyFile, nextKeyFile]);
  });

  it('is refused at the start where it is older than the database, of another installation, damaged or gone', async () => {
    await fillCity(site.laksa, city);
    const oldFile = await readFile(join(keysDir(), keyFile), 'utf8');
    await change('installation');
    await rm(join(keysDir(), olderKeys), { recursive: true });
    const path = join(keysDir(), keyFile);
    const newFile = await readFile(path, 'utf8');
    for (const wrong of [oldFile, `${Buffer.alloc(32, 7).toString('base64url')}\n`]) {
      await writeFile(path, wrong, { mode: 0o600 });
      await expect(anotherProcess()).rejects.toThrow('restore keys/installation-key');
    }
    await writeFile(path, 'half');
    await expect(anotherProcess()).rejects.toThrow('is damaged: restore it');
    await rm(path);
    await expect(anotherProcess()).rejects.toThrow('there is no installation-key');
    await writeFile(path, newFile, { mode: 0o600 });
    await expect(anotherProcess()).resolves.toBeDefined();
  });
});

describe('a lost key of the installation', () => {
  const loseIt = async (): Promise<string> => {
    const path = join(keysDir(), keyFile);
    const lost = await readFile(path, 'utf8');
    await rm(path);
    await loseKeys(means());
    await site.sessions.dropSecondFactors();
    await later();
    return lost;
  };

  it('leaves reports and their history; names, contacts and originals are told as closed, and work goes on', async () => {
    const { numbers } = await fillCity(site.laksa, city);
    const officer = await signedIn(site, city, 'verifikator');
    const photo = await sendPicture(city, randomUUID());
    const before = await fileSample(site.laksa, city, { identity: { name: 'Siti Hilang', email: 'siti@example.org' } });
    await loseIt();
    expect((await readAll(city)).flatMap((identity) => identity.lost ?? []).length).toBeGreaterThan(0);
    expect(JSON.stringify(await readAll(city))).not.toContain('Siti Hilang');
    expect(await originalOf(city, photo)).toBe('lost');
    expect((await opens(city, before.number, before.claimCode ?? '')).ok).toBe(false);
    expect((await openBrowser(site, city).get(`/laporan/${numbers[0]}`)).statusCode).toBe(200);
    expect((await officer.get('/petugas')).statusCode).toBe(303);
    const letter = { login: officer.login, address: '', by: null };
    const link = await site.laksa.database.inTenant(city.id, (tx) =>
      addSignInLink(tx, site.laksa, city, { userId: officer.userId, purpose: 'both', language: 'id', letter }),
    );
    const { totpSecret } = await enrol(openBrowser(site, city), signInLinkPath(site.laksa.keyring, city.id, link));
    const back = openBrowser(site, city);
    await back.post('/petugas/masuk', { login: officer.login, password: newPassword });
    await back.post('/petugas/masuk/kode', { code: codeOf({ totpSecret }) });
    expect((await back.get('/petugas')).statusCode).toBe(200);
    const after = await fileSample(site.laksa, city, { identity: { name: 'Budi Baru' } });
    expect(await opens(city, after.number, after.claimCode ?? '')).toMatchObject({ ok: true });
    expect(JSON.stringify(await readAll(city))).toContain('Budi Baru');
    await renewAll(city);
  });

  it('is given up to the end by whoever runs it again', async () => {
    await fillCity(site.laksa, city);
    await rm(join(keysDir(), keyFile));
    const { maintain, ...others } = means();
    const interrupted: KeyMeans['maintain'] = (reason, work) =>
      reason === 'keys lost' ? maintain(reason, work) : Promise.reject(new Error('killed'));
    await expect(loseKeys({ ...others, maintain: interrupted })).rejects.toThrow('killed');
    await loseKeys(means());
    await expect(anotherProcess()).resolves.toBeDefined();
  });

  it('is not given up because somebody else may read it, or an older one is damaged', async () => {
    await fillCity(site.laksa, city);
    const path = join(keysDir(), keyFile);
    await chmod(path, 0o640);
    await expect(loseKeys(means())).rejects.toThrow('may be read or changed by other users');
    await chmod(path, 0o600);
    await change('installation');
    const [older] = await readdir(join(keysDir(), olderKeys));
    await writeFile(join(keysDir(), olderKeys, older ?? ''), 'half', { mode: 0o600 });
    await expect(loseKeys(means())).rejects.toThrow('is damaged: restore it');
    expect(await readdir(keysDir())).toContain(keyFile);
  });

  it('that is found again opens what was given up', async () => {
    const before = await fileSample(site.laksa, city, { identity: { name: 'Siti Kembali' } });
    const lost = await loseIt();
    await fileSample(site.laksa, city, { identity: { name: 'Budi Baru' } });
    await expect(loseKeys(means())).rejects.toThrow('nothing is lost');
    await change('installation');
    await writeFile(join(keysDir(), olderKeys, `${keyFile}-found`), lost, { mode: 0o600 });
    await findLost(means());
    await later();
    expect(JSON.stringify(await readAll(city))).toContain('Siti Kembali');
    expect(JSON.stringify(await readAll(city))).toContain('Budi Baru');
    expect(await opens(city, before.number, before.claimCode ?? '')).toMatchObject({ ok: true });
  });
});

describe('under load', () => {
  it('no request fails while each key is changed, every code opens and every value can be read', async () => {
    const officer = await signedIn(site, city, 'verifikator');
    const statuses: number[] = [];
    const filed: { readonly number: string; readonly claimCode: string }[] = [];
    const pictures: string[] = [];
    let isOver = false;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const nonce = randomUUID();
        pictures.push(await sendPicture(city, nonce));
        const one = await fileSample(site.laksa, city, {
          nonce,
          identity: { name: 'Warga', email: `${nonce}@example.org` },
        });
        filed.push({ number: one.number, claimCode: one.claimCode ?? '' });
        const citizen = openBrowser(site, city);
        statuses.push((await citizen.post('/lacak', { nomor: one.number, kode: one.claimCode ?? '' })).statusCode);
        statuses.push((await citizen.get(`/lacak/${one.number}`)).statusCode);
        const path = `/petugas/laporan/${one.number}/identitas`;
        const read = await officer.post(path, { ground: 'handling' });
        statuses.push(read.statusCode, read.body.includes(`${nonce}@example.org`) ? 200 : 599);
      }
    };
    const writers = [write(), write()];
    for (const what of rotations) {
      await change(what);
      await later();
      for (let round = 0; round < 3; round += 1) await renewKeys(site.laksa, city);
    }
    isOver = true;
    await Promise.all(writers);
    await later();
    await renewAll(city);
    expect(filed.length).toBeGreaterThan(4);
    expect(statuses.filter((status) => status !== 200 && status !== 303)).toEqual([]);
    expect((await readAll(city)).every(({ email, lost }) => email !== undefined && lost === undefined)).toBe(true);
    for (const { number, claimCode } of filed) expect(await opens(city, number, claimCode)).toMatchObject({ ok: true });
    for (const id of pictures) expect(await originalOf(city, id)).toEqual(picture);
    expect(await held()).toEqual([]);
  }, 120_000);
});
