import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { cloneJobDatabase, tenantA, tenantB, type ClonedJobDatabase } from '../jobs/testing/job-database.ts';
import { systemClock, type Clock } from '../clock/clock.ts';
import { keepMs, openKeyring, type Keyring } from './keyring.ts';
import { lookup, open, seal } from './tenant-keys.ts';

let db: ClonedJobDatabase;
beforeAll(async () => {
  db = await cloneJobDatabase();
});
afterAll(() => db.stop());
beforeEach(() => db.admin('truncate laksa.data_key, ops.root_key cascade'));

let home: string;
let dir: string;
/** As a process of its own would. */
const openHere = (folder = dir, clock: Clock = systemClock): Promise<Keyring> =>
  openKeyring({ dir: folder, database: db.app, clock });
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'laksa keys '));
  dir = join(home, 'keys');
});
afterEach(() => rm(home, { recursive: true }));

describe('the key of the installation', () => {
  test('is made once, for its owner alone, and is the same ever after', async () => {
    const first = await openHere();
    const again = await openHere();
    expect(again.derive('session')).toEqual(first.derive('session'));
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, 'installation-key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).toEqual(['installation-key']);
  });

  test('is another for each purpose and each installation, and never the key itself', async () => {
    const here = await openHere();
    await db.admin('truncate ops.root_key');
    const elsewhere = await openHere(join(home, 'other'));
    const raw = Buffer.from((await readFile(join(dir, 'installation-key'), 'utf8')).trim(), 'base64url');
    const all = [here.derive('session'), here.derive('claim-code'), elsewhere.derive('session'), raw].map((key) =>
      key.toString('hex'),
    );
    expect(new Set(all).size).toBe(4);
    expect(all.every((key) => key.length === 64)).toBe(true);
  });

  test('is one, when many processes start at once', async () => {
    const file = fileURLToPath(new URL('testing/print-key.ts', import.meta.url));
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = fork(file, [dir, db.appUrl], { execArgv: ['--import', 'tsx'], silent: true });
        const [answer] = (await once(child, 'message')) as [string];
        return answer;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toBe((await openHere()).derive('session').toString('hex'));
    expect(await readdir(dir)).toEqual(['installation-key']);
  });

  test('is refused when others may read it or its folder', async () => {
    await openHere();
    await chmod(join(dir, 'installation-key'), 0o640);
    await expect(openHere()).rejects.toThrow(
      /installation-key may be read or changed by other users \(mode 0640\): chmod 0600/,
    );
    await chmod(join(dir, 'installation-key'), 0o600);
    await chmod(dir, 0o755);
    await expect(openHere()).rejects.toThrow(/mode 0755\): chmod 0700/);
  });

  test('is not replaced when it is damaged', async () => {
    await openHere();
    await writeFile(join(dir, 'installation-key'), 'half');
    await expect(openHere()).rejects.toThrow('restore it from the backup');
    expect(await readFile(join(dir, 'installation-key'), 'utf8')).toBe('half');
  });
});

describe('the keys of a tenant', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const keysOf = (keyring: Keyring, tenantId = tenantA, when = at, holding?: string) =>
    db.inTenant(tenantId, (tx) => keyring.tenantKeys(tx, tenantId, when, holding));
  const storedKeys = () => db.admin<{ purpose: string }>('select purpose from laksa.data_key order by purpose');

  test('seal what only the right key, place and tenant open', async () => {
    const keyring = await openHere();
    const keys = await keysOf(keyring);
    const { keyId, sealed } = seal(keys, 'Siti Aminah ✉', 'person:1:name');
    expect(open(keys, keyId, sealed, 'person:1:name')).toBe('Siti Aminah ✉');
    expect(sealed.toString('latin1')).not.toContain('Siti');
    expect(seal(keys, 'Siti Aminah ✉', 'person:1:name').sealed).not.toEqual(sealed);
    expect(() => open(keys, keyId, sealed, 'person:2:name')).toThrow('unable to authenticate');
    expect(() => open({ ...keys, tenantId: tenantB }, keyId, sealed, 'person:1:name')).toThrow(
      'unable to authenticate',
    );
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => open(keys, keyId, changed, 'person:1:name')).toThrow(
        /unable to authenticate|nothing that was sealed/,
      );
    }
    const other = await keysOf(keyring, tenantB);
    expect(open(other, keyId, sealed, 'person:1:name')).toBeNull();
  });

  test('find a value by a hash that says nothing, and differs by field and tenant', async () => {
    const keyring = await openHere();
    const keys = await keysOf(keyring);
    const phone = lookup(keys, 'phone', '+6281234567890');
    expect(phone).toHaveLength(32);
    expect(lookup(await keysOf(await openHere()), 'phone', '+6281234567890')).toEqual(phone);
    expect(lookup(keys, 'email', '+6281234567890')).not.toEqual(phone);
    expect(lookup(await keysOf(keyring, tenantB), 'phone', '+6281234567890')).not.toEqual(phone);
  });

  test('are made once, when many processes ask at once', async () => {
    const keyrings = await Promise.all(Array.from({ length: 8 }, () => openHere()));
    const all = await Promise.all(keyrings.map((keyring) => keysOf(keyring)));
    expect(new Set(all.map(({ sealKeyId }) => sealKeyId)).size).toBe(1);
    expect(new Set(all.map(({ lookupKeyId }) => lookupKeyId)).size).toBe(1);
    expect(await storedKeys()).toEqual([{ purpose: 'lookup' }, { purpose: 'seal' }]);
  });

  test('made in a transaction that is taken back are never used again', async () => {
    const keyring = await openHere();
    const lost = db.inTenant(tenantA, async (tx) => {
      await sql`insert into laksa.limit_count values (${tenantA}, 'y', ${at}, 1)`.execute(tx);
      await sql`savepoint s`.execute(tx);
      const made = await keyring.tenantKeys(tx, tenantA, at);
      // Asked twice: the second answer comes from rows that are there and may yet vanish.
      expect((await keyring.tenantKeys(tx, tenantA, at)).sealKeyId).toBe(made.sealKeyId);
      throw new Error(made.sealKeyId);
    });
    const lostId = await lost.catch((error: Error) => error.message);
    expect(await storedKeys()).toEqual([]);
    const kept = await keysOf(keyring);
    expect(kept.sealKeyId).not.toBe(lostId);
    expect(await storedKeys()).toHaveLength(2);
  });

  test('once there are kept by the process, also when asked for after a write', async () => {
    let now = at;
    const keyring = await openHere(dir, { now: () => now });
    await keysOf(keyring);
    const first = await db.inTenant(tenantA, async (tx) => {
      await sql`insert into laksa.limit_count values (${tenantA}, 'x', ${at}, 1) on conflict do nothing`.execute(tx);
      return keyring.tenantKeys(tx, tenantA, at);
    });
    expect(await keysOf(keyring)).toBe(first);
    now = new Date(at.getTime() + keepMs + 1);
    expect(await keysOf(keyring)).not.toBe(first);
  });

  test('retired by another process still open what they sealed, and seal nothing more', async () => {
    const keyring = await openHere();
    const before = await keysOf(keyring);
    const old = seal(before, 'kept for years', 'note');
    await db.admin(`update laksa.data_key set retired_at = $1 where purpose = 'seal'`, [at]);
    const rotated = await keysOf(await openHere());
    expect(rotated.sealKeyId).not.toBe(before.sealKeyId);
    expect(rotated.lookupKeyId).toBe(before.lookupKeyId);
    expect(open(rotated, old.keyId, old.sealed, 'note')).toBe('kept for years');
    // The first process has not heard of the new key; asked to open by it, it looks again.
    const fresh = seal(rotated, 'just now', 'note');
    const reread = await keysOf(keyring, tenantA, at, fresh.keyId);
    expect(open(reread, fresh.keyId, fresh.sealed, 'note')).toBe('just now');
  });

  test('of another installation, tenant or purpose do not unwrap', async () => {
    await keysOf(await openHere());
    await expect(openHere(join(home, 'other'))).rejects.toThrow('there is no installation-key');
    await db.admin('truncate ops.root_key');
    await expect(openHere(join(home, 'other')).then((other) => keysOf(other))).rejects.toThrow(
      'was not wrapped by the key of this installation: restore keys/installation-key',
    );
    await db.admin('truncate ops.root_key');
    await db.admin(`update laksa.data_key set purpose = case purpose when 'seal' then 'lookup' else 'seal' end`);
    await expect(keysOf(await openHere())).rejects.toThrow('was not wrapped');
    await db.admin('update laksa.data_key set tenant_id = $1', [tenantB]);
    await expect(keysOf(await openHere(), tenantB)).rejects.toThrow('was not wrapped');
  });
});
