import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { writeRecord } from '../../backup/record.ts';
import { lastCopies, type CopyMeans } from './last-copies.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'laksa copies '));
});
afterEach(() => rm(dataDir, { recursive: true }));

const now = new Date('2026-11-23T12:00:00Z');
const to = { kind: 'folder', to: '/mnt/backup' } as unknown as NonNullable<CopyMeans['backup']>;
const look = (means: Partial<CopyMeans> = {}) =>
  lastCopies({ dataDir, backup: undefined, databaseUrl: undefined, ...means }, now);

test('what was never copied is known to be missing, but of a database that somebody else may back up', async () => {
  expect(await look()).toEqual({ backup: 'never', backupLog: null, keysBackup: 'never' });
  expect(await look({ backup: to, databaseUrl: 'postgres://elsewhere' })).toMatchObject({ backup: 'never' });
  expect(await look({ databaseUrl: 'postgres://elsewhere' })).toEqual({
    backup: null,
    backupLog: null,
    keysBackup: 'never',
  });
});

test('of what was copied the age is told, the log where it is sent on', async () => {
  const at = '2026-11-23T10:00:00.000Z';
  await writeRecord(dataDir, 'base', { at, to: 'there', id: 'one' });
  await writeRecord(dataDir, 'log', { at: '2026-11-23T11:00:00.000Z', to: 'there', segment: 's', system: '1' });
  await writeRecord(dataDir, 'keys', { at, to: 'there', fingerprint: 'f' });
  expect(await look({ backup: to })).toEqual({
    backup: { hoursAgo: 2 },
    backupLog: { hoursAgo: 1 },
    keysBackup: { hoursAgo: 2 },
  });
  expect((await look()).backupLog).toBeNull();
});

test('a log of which nothing ever went is as old as its backup', async () => {
  await writeRecord(dataDir, 'base', { at: '2026-11-23T10:00:00.000Z', to: 'there', id: 'one' });
  expect((await look({ backup: to })).backupLog).toEqual({ hoursAgo: 2 });
});

test('a record that was half written is an error, not an age', async () => {
  await mkdir(join(dataDir, 'backup'));
  await writeFile(join(dataDir, 'backup', 'last-base.json'), '{"at":"20');
  await expect(look()).rejects.toThrow('JSON');
});
