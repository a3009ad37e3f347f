import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { localFiles } from './local-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa files '));
});
afterAll(() => rm(folder, { recursive: true }));

const photo = { tenantId: '019a0000-0000-7000-8000-000000000001', id: '019a0000-0000-7000-8000-0000000000ab' };
const original = { ...photo, name: 'original' };

describe('files in a folder', () => {
  it('are given back as they came, until they are removed', async () => {
    const files = localFiles(folder);
    expect(await files.read(original)).toBeNull();
    await files.write(original, Readable.from([Buffer.from('one '), Buffer.from('two')]));
    const found = await files.read(original);
    expect([found?.bytes, found === null ? null : (await buffer(found.content)).toString()]).toEqual([7, 'one two']);
    await files.remove(photo);
    expect(await files.read(original)).toBeNull();
    await files.remove(photo);
  });

  it('that broke off on their way are not there, and nothing of them is', async () => {
    const files = localFiles(folder);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the sender is gone');
      })(),
    );
    await expect(files.write(original, broken)).rejects.toThrow('the sender is gone');
    expect(await files.read(original)).toBeNull();
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    [{ ...original, name: '../../../etc/passwd' }],
    [{ ...original, name: 'a/b' }],
    [{ ...original, id: '..' }],
    [{ ...original, tenantId: '' }],
    [{ ...original, id: 'x\0y' }],
  ])('lie nowhere else: %o', async (place) => {
    await expect(localFiles(folder).read(place)).rejects.toThrow('ids of our own');
  });

  it('know how much room is left', async () => {
    const share = await localFiles(folder).freeShare();
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
  });
});
