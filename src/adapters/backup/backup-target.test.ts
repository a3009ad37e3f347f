import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { BackupTarget } from '../../platform/backup/target.ts';
import { folderTarget } from './folder-target.ts';
import { s3Target } from './s3-target.ts';
import { startFakeS3, type FakeS3, type Mood } from './testing/fake-s3.ts';

let s3: FakeS3;
let folder: string;
let targets: Readonly<Record<'folder' | 's3', BackupTarget>>;

beforeAll(async () => {
  s3 = await startFakeS3();
  folder = await mkdtemp(join(tmpdir(), 'laksa backup '));
});
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  s3.objects.clear();
  targets = {
    folder: folderTarget(folder),
    s3: s3Target('s3://city/of & people', { endpoint: s3.endpoint, ...s3.access }),
  };
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const namesUnder = async (target: BackupTarget, prefix: string): Promise<readonly string[]> =>
  (await Array.fromAsync(target.list(prefix))).map(({ name }) => name);

describe.each(['folder', 's3'] as const)('a backup at a %s', (kind) => {
  it('gives back what was put there, until it is removed', async () => {
    const target = targets[kind];
    expect(await target.get('base/one')).toBeNull();
    await target.put('base/one', Buffer.from('first'));
    await target.put('base/one', Buffer.from('second'));
    expect(String(await target.get('base/one'))).toBe('second');
    await target.remove('base/one');
    await target.remove('base/one');
    expect(await target.get('base/one')).toBeNull();
  });

  it('lists what begins so, in the order of the names, however many pages it takes', async () => {
    const target = targets[kind];
    const names = [
      'wal/1/0A.x',
      'wal/1/0B.x',
      'wal/10/0A.x',
      'base/a/1',
      'base/a/2',
      'base/a/3',
      'base/a/4',
      'base/b/1',
    ];
    for (const name of names) await target.put(name, Buffer.from(name));
    expect(await namesUnder(target, 'base/a/')).toEqual(['base/a/1', 'base/a/2', 'base/a/3', 'base/a/4']);
    expect(await namesUnder(target, 'wal/1/0A')).toEqual(['wal/1/0A.x']);
    expect(await namesUnder(target, 'nothing/')).toEqual([]);
    expect(await namesUnder(target, 'base/')).toHaveLength(5);
    const [first] = await Array.fromAsync(target.list('base/a/1'));
    expect(first).toMatchObject({ bytes: 8 });
    expect(first?.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('a backup at an S3 server', () => {
  it.each<{ readonly moods: readonly Mood[] }>([
    { moods: ['unavailable', 'unavailable'] },
    { moods: ['cut before'] },
    { moods: ['cut after', 'cut after'] },
    { moods: ['cut answer', 'slow'] },
  ])('that is $moods is asked again until it has done what it was asked, once', async ({ moods }) => {
    const target = targets.s3;
    s3.moods.push(...moods);
    await target.put('base/one', Buffer.from('content'));
    s3.moods.push(...moods);
    expect(String(await target.get('base/one'))).toBe('content');
    s3.moods.push(...moods);
    expect(await namesUnder(target, 'base/')).toEqual(['base/one']);
    expect([...s3.objects.keys()]).toEqual(['of & people/base/one']);
  });

  it('that refuses says why at once', async () => {
    const wrong = { ...s3.access, secretAccessKey: 'guessed' };
    const asked = s3.requests();
    await expect(s3Target('s3://city', { endpoint: s3.endpoint, ...wrong }).put('x', Buffer.from('x'))).rejects.toThrow(
      'the S3 server answered 403 SignatureDoesNotMatch',
    );
    const elsewhere = s3Target('s3://town', { endpoint: s3.endpoint, ...s3.access });
    await expect(elsewhere.put('x', Buffer.from('x'))).rejects.toThrow('404 NoSuchBucket');
    await expect(Array.fromAsync(elsewhere.list(''))).rejects.toThrow('404 NoSuchBucket');
    expect(s3.requests() - asked).toBe(3);
  });
});
