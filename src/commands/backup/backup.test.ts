import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { folderTarget } from '../../adapters/backup/folder-target.ts';
import { localFiles } from '../../adapters/files/local-files.ts';
import { beginUnsent, listUnsent } from '../../adapters/files/unsent-files.ts';
import { readConfig } from '../../config.ts';
import { openerFor, sealerFor } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import { backupFindings, copyFinding, logFinding } from '../doctor/backup-checks.ts';
import { lastBackups } from '../last-backups.ts';
import { fetchSegment } from './fetch-segment.ts';
import { backUpKeys, fingerprintOf, readKeys, restoreKeys } from './key-copy.ts';
import { nextSegment } from './log-names.ts';
import { listManifests, writeManifest, type Manifest } from './manifest.ts';
import { madeBy, ownProgram, refuseNewer } from './own-program.ts';
import { getParts, partBytes, putParts } from './parts.ts';
import { chooseKept, pruneDatabase, pruneFiles } from './prune-backup.ts';
import { readRecord, writeRecord } from './record.ts';
import { chooseBase } from './restore-installation.ts';
import { sendMissing, sendUnsent } from './send-files.ts';
import { sendRound } from './send-log.ts';
import { verifyBackup } from './verify-backup.ts';

let home: string;
let dataDir: string;
let target: BackupTarget;
const clock = { now: () => new Date('2026-11-22T07:00:00.000Z') };
const secret = await generateX25519Identity();
const sealer = sealerFor(await identityToRecipient(secret));
const opener = openerFor([secret]);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'laksa backup '));
  dataDir = join(home, 'data');
  target = folderTarget(join(home, 'away'));
  await mkdir(dataDir);
});
afterEach(() => rm(home, { recursive: true, force: true }));

const photo = (id: string) => ({
  tenantId: '019a0000-0000-7000-8000-000000000001',
  id: `019a0000-0000-7000-8000-0000000000${id}`,
});
const names = async (prefix: string): Promise<readonly string[]> =>
  (await Array.fromAsync(target.list(prefix))).map(({ name }) => name);
const never = (): void => undefined;

/** A segment as the server makes it: a long header, and whose it is. */
const segment = (system: bigint, fill: number): Buffer => {
  const content = Buffer.alloc(16 * 1024 ** 2, fill);
  content.writeUInt16LE(0x0002, 2);
  content.writeBigUInt64LE(system, 24);
  return content;
};

const manifestOf = (id: string, finishedAt: string, rest: Partial<Manifest> = {}): Manifest => ({
  format: 'laksa backup 1',
  id,
  startedAt: finishedAt,
  finishedAt,
  postgres: '18.4',
  system: '7',
  timeline: 1,
  firstSegment: '000000010000000000000001',
  isLogKept: true,
  recipient: null,
  parts: [],
  ...rest,
});

describe('a stream in parts', () => {
  it('comes back as it was; a part that is gone, cut or changed is named', async () => {
    const content = Buffer.concat([Buffer.alloc(partBytes, 1), Buffer.alloc(partBytes, 2), Buffer.from('the end')]);
    const parts = await putParts(
      target,
      'base/a/database',
      Readable.from([content.subarray(0, 99), content.subarray(99)]),
      never,
    );
    expect(parts.map(({ bytes }) => bytes)).toEqual([partBytes, partBytes, 7]);
    expect((await buffer(getParts(target, parts))).equals(content)).toBe(true);
    await target.put(parts[2]?.name ?? '', Buffer.from('the eNd'));
    await expect(buffer(getParts(target, parts))).rejects.toThrow('database.000003 is damaged');
    await target.remove(parts[1]?.name ?? '');
    await expect(buffer(getParts(target, parts))).rejects.toThrow('database.000002 is missing');
  });
});

describe('files', () => {
  it('wait to be sent from the moment they are written, and are sent though they were removed meanwhile', async () => {
    const filesDir = join(dataDir, 'files');
    const files = localFiles(filesDir);
    await files.write({ ...photo('01'), name: 'original' }, Readable.from(['before']));
    expect(await listUnsent(filesDir)).toEqual([]);
    await beginUnsent(filesDir);
    await files.write({ ...photo('02'), name: 'original' }, Readable.from(['after']));
    await files.remove(photo('02'));
    expect(await sendUnsent({ target, sealer }, filesDir)).toBe(1);
    expect(await listUnsent(filesDir)).toEqual([]);
    const [sent = ''] = await names('files/');
    expect(sent).toMatch(/^files\/019a0000-0000-7000-8000-000000000001\/02\/.*02\/original@\d+\.[0-9a-f]{64}\.age$/);
    expect(String(Buffer.from(await opener.open(sent, (await target.get(sent)) ?? Buffer.alloc(0))))).toBe('after');
  });

  it('that the target does not have are sent, each once', async () => {
    const filesDir = join(dataDir, 'files');
    const files = localFiles(filesDir);
    for (const id of ['01', '02']) await files.write({ ...photo(id), name: 'original' }, Readable.from([id]));
    expect(await sendMissing({ target, sealer }, filesDir, never)).toBe(2);
    expect(await sendMissing({ target, sealer }, filesDir, never)).toBe(0);
    await files.write({ ...photo('02'), name: '320.webp' }, Readable.from(['small']));
    expect(await sendMissing({ target, sealer }, filesDir, never)).toBe(1);
  });

  it('removed from the data go from the backup after as many days as are kept, those that came back stay', async () => {
    const filesDir = join(dataDir, 'files');
    await localFiles(filesDir).write({ ...photo('01'), name: 'original' }, Readable.from(['x']));
    await sendMissing({ target, sealer }, filesDir, never);
    const prune = (isThere: boolean, since: Date) =>
      pruneFiles({ target, isThere: () => Promise.resolve(isThere), since });
    const [past, future] = [new Date(0), new Date(Date.now() + 60_000)];
    expect(await prune(true, future)).toBe(0);
    expect(await prune(false, future)).toBe(0);
    expect(await names('gone/')).toHaveLength(1);
    expect(await prune(true, future)).toBe(0);
    expect(await names('gone/')).toEqual([]);
    await prune(false, past);
    expect(await prune(false, future)).toBe(1);
    expect([await names('files/'), await names('gone/')]).toEqual([[], []]);
  });
});

describe('the log', () => {
  it('is sent after the files that its rows name, and given back a segment at a time', async () => {
    const logFolder = join(home, 'put aside');
    await mkdir(logFolder);
    await beginUnsent(join(dataDir, 'files'));
    await localFiles(join(dataDir, 'files')).write({ ...photo('01'), name: 'original' }, Readable.from(['x']));
    const first = segment(77n, 1);
    await writeFile(join(logFolder, '00000002.history'), 'a history');
    await writeFile(join(logFolder, '000000010000000000000002.part'), 'half');
    const put: string[] = [];
    const watched = {
      ...target,
      put: (name: string, content: Uint8Array) => (put.push(name), target.put(name, content)),
    };
    const round = { target: watched, sealer, clock, dataDir, logFolder };
    expect(await sendRound(round)).toEqual({ segments: 1, files: 1 });
    // Whose the history is, only a segment tells.
    expect(await readdir(logFolder)).toContain('00000002.history');
    await localFiles(join(dataDir, 'files')).write({ ...photo('02'), name: 'original' }, Readable.from(['y']));
    await writeFile(join(logFolder, '000000010000000000000001'), first);
    await sendRound(round);
    expect(put.map((name) => name.split('/')[0])).toEqual(['files', 'files', 'wal', 'wal']);
    expect(await readdir(logFolder)).toEqual(['000000010000000000000002.part']);
    expect(await readRecord(dataDir, 'log')).toMatchObject({ system: '77' });
    await target.put(`wal/77/000000010000000000000001.00000028.backup.${'0'.repeat(64)}.gz`, Buffer.from('a mark'));
    const path = join(home, 'fetched');
    const fetching = { target, opener, system: '77' };
    expect(await fetchSegment(fetching, '000000010000000000000001', path)).toBe(true);
    expect((await readFile(path)).equals(first)).toBe(true);
    expect(await fetchSegment(fetching, '000000010000000000000002', path)).toBe(false);
    expect(await fetchSegment(fetching, '00000002.history', path)).toBe(true);
  });

  it('has names that follow one another', () => {
    expect(nextSegment('000000010000000000000001')).toBe('000000010000000000000002');
    expect(nextSegment('0000000100000000000000FF')).toBe('000000010000000100000000');
  });
});

describe('base backups', () => {
  const [old, older, fresh] = [
    manifestOf('b', '2026-11-10T00:00:00.000Z', { firstSegment: '000000010000000000000005' }),
    manifestOf('a', '2026-11-01T00:00:00.000Z'),
    manifestOf('c', '2026-11-20T00:00:00.000Z', { firstSegment: '000000010000000000000009' }),
  ];

  it('without a manifest are none, and the newest that was whole by a moment restores it', async () => {
    for (const manifest of [fresh, old, older]) await writeManifest(target, manifest);
    await target.put('base/d/database.000001', Buffer.from('begun'));
    const manifests = await listManifests(target);
    expect(manifests.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(chooseBase(manifests, undefined).id).toBe('c');
    expect(chooseBase(manifests, new Date('2026-11-19T00:00:00Z')).id).toBe('b');
    expect(() => chooseBase(manifests, new Date('2026-10-01T00:00:00Z'))).toThrow(
      'the first moment that can be restored is 2026-11-01',
    );
    expect(() => chooseBase([], undefined)).toThrow('there is no whole base backup');
  });

  it('that no moment of the kept days needs are pruned with their log, never the newest', async () => {
    for (const manifest of [fresh, old, older]) {
      await target.put(`base/${manifest.id}/database.000001`, Buffer.from(manifest.id));
      await writeManifest(target, manifest);
    }
    for (const place of ['01', '05', '09'])
      await target.put(`wal/7/0000000100000000000000${place}.${'0'.repeat(64)}.gz`, Buffer.from(place));
    await target.put('base/d/database.000001', Buffer.from('is being made'));
    const choice = chooseKept([older, old, fresh], new Date('2026-11-15T00:00:00Z'));
    expect(choice.kept.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await pruneDatabase(target, choice, new Date())).toBe(3);
    expect(await names('base/')).toEqual(
      ['b/database.000001', 'b/manifest.json', 'c/database.000001', 'c/manifest.json', 'd/database.000001'].map(
        (name) => `base/${name}`,
      ),
    );
    expect((await names('wal/')).map((name) => name.slice(6, 30))).toEqual([
      '000000010000000000000005',
      '000000010000000000000009',
    ]);
    expect(chooseKept([older], new Date('2026-11-15T00:00:00Z')).removed).toEqual([]);
    await pruneDatabase(target, choice, new Date(Date.now() + 3 * 24 * 3_600_000));
    expect(await names('base/d/')).toEqual([]);
  });

  it('are verified part by part, with the log and its gaps and every file, and nothing is opened', async () => {
    const logFolder = join(home, 'put aside');
    await mkdir(logFolder);
    for (const place of ['01', '02', '04'])
      await writeFile(join(logFolder, `0000000100000000000000${place}`), segment(7n, 1));
    await sendRound({ target, sealer, clock, dataDir, logFolder });
    const parts = await putParts(target, 'base/a/database', Readable.from([Buffer.from('content')]), never);
    const manifests = [manifestOf('a', '2026-11-20T00:00:00.000Z', { parts: [...parts] })];
    expect(await verifyBackup(target, manifests, never)).toMatchObject({
      objects: 4,
      problems: [expect.stringContaining('the log has a gap: 000000010000000000000003 is missing')],
    });
    const [log = ''] = await names('wal/');
    await target.put(log, Buffer.from('something else'));
    await target.put(parts[0]?.name ?? '', Buffer.from('Content'));
    const { problems } = await verifyBackup(target, manifests, never);
    expect(problems.slice(0, 2)).toEqual([
      expect.stringContaining('base/a/database.000001 is damaged'),
      expect.stringContaining(`${log} is damaged`),
    ]);
  });
});

describe('keys', () => {
  const config = () =>
    readConfig({ LAKSA_DATA: dataDir, LAKSA_BACKUP_TO: join(home, 'away'), LAKSA_BACKUP_RECIPIENT: 'unsealed' });
  const lock = { kind: 'passphrase', passphrase: 'three words and a number 7' } as const;

  it('are sealed apart from the backup, and put back where there are none', async () => {
    await mkdir(join(dataDir, 'keys'));
    await writeFile(join(dataDir, 'keys', 'installation-key'), 'a key\n');
    await mkdir(join(dataDir, 'keys', 'older'));
    await writeFile(join(dataDir, 'keys', 'older', 'installation-key.1'), 'an older key\n');
    for (const beside of [join(dataDir, 'keys.age'), join(home, 'away', 'keys.age')])
      await expect(backUpKeys(config(), { to: beside, lock, at: clock.now() })).rejects.toThrow('keep the keys apart');
    const to = join(home, 'keys.age');
    expect(await backUpKeys(config(), { to, lock, at: clock.now() })).toEqual([
      'installation-key',
      'older/installation-key.1',
    ]);
    expect((await readFile(to)).includes('a key')).toBe(false);
    await expect(restoreKeys(dataDir, { from: to, lock })).rejects.toThrow('they are not overwritten');
    const record = await readRecord(dataDir, 'keys');
    expect(record).toMatchObject({ to, fingerprint: fingerprintOf(await readKeys(dataDir)) });
    await rm(join(dataDir, 'keys'), { recursive: true });
    await expect(restoreKeys(dataDir, { from: to, lock: { ...lock, passphrase: 'something else 8' } })).rejects.toThrow(
      'no identity matched',
    );
    expect(await restoreKeys(dataDir, { from: to, lock })).toEqual(['installation-key', 'older/installation-key.1']);
    expect(await readFile(join(dataDir, 'keys', 'installation-key'), 'utf8')).toBe('a key\n');
  }, 120_000); // a passphrase is made slow to guess
});

describe('the doctor', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const at = (text: string) => ({ at: text, to: '/mnt/backup' });

  it('says when database and keys were last backed up, and that the keys changed since', async () => {
    await writeRecord(dataDir, 'base', { ...at('2026-11-22T01:00:00Z'), id: 'x' });
    await writeRecord(dataDir, 'keys', { ...at('2026-11-12T11:00:00Z'), fingerprint: 'f' });
    expect(backupFindings(await lastBackups(dataDir), now)).toEqual([
      { grade: 'ok', says: 'the database: 2026-11-22 01:00 UTC' },
      { grade: 'ok', says: 'the keys: 2026-11-12, 10 days ago' },
    ]);
    expect(copyFinding(await readRecord(dataDir, 'keys'), 'f')[0]?.grade).toBe('ok');
    expect(copyFinding(await readRecord(dataDir, 'keys'), 'g')[0]).toMatchObject({
      grade: 'error',
      says: expect.stringContaining('changed since'),
    });
  });

  it('says that the log is not sent any more', () => {
    const last = { ...at('2026-11-22T11:30:00Z'), segment: '000000010000000000000001', system: '7' };
    expect(logFinding(last, 3, now)[0]?.grade).toBe('error');
    expect(logFinding(last, 0, now)[0]?.grade).toBe('warning');
    expect(logFinding({ ...last, at: '2026-11-22T11:59:00Z' }, 1, now)[0]?.grade).toBe('ok');
  });
});

describe('the program that made a backup', () => {
  it('is named; of a newer one nothing is restored, and one that does not say is', async () => {
    const program = await ownProgram();
    expect(program).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      migration: expect.stringMatching(/^\d{4}-/),
    });
    await writeManifest(target, manifestOf('own', '2026-11-10T00:00:00.000Z', { program }));
    const own = (await listManifests(target)).find(({ id }) => id === 'own');
    expect(own === undefined ? '' : madeBy(own)).toContain(program.version);
    await refuseNewer({ id: 'own', program });
    await refuseNewer({ id: 'of before' });
    const newer = { version: '99.1.0', migration: '9999-of-later.sql' };
    await expect(refuseNewer({ id: 'newer', program: newer })).rejects.toThrow(/newer was made by Laksa 99\.1\.0/);
  });
});
