import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { FilePlace } from './file-place.ts';
import { keepUnsent } from './unsent-files.ts';

/** Files in a folder of this machine: `<folder>/<tenant>/<two letters>/<id>/<name>`, so that no folder grows beyond what a file system likes. */
export const localFiles = (folder: string) => ({
  /** There whole and on the disk, or not at all. */
  write: async (place: FilePlace, content: Readable): Promise<void> => {
    const path = pathOf(folder, place);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const draft = `${path}.part`;
    try {
      await pipeline(content, createWriteStream(draft, { mode: 0o600, flush: true }));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await keepUnsent(folder, place, draft);
    await rename(draft, path);
  },
  /** Null: there is no such file. */
  read: async (place: FilePlace): Promise<{ readonly bytes: number; readonly content: Readable } | null> => {
    const path = pathOf(folder, place);
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return found === null ? null : { bytes: found.size, content: createReadStream(path) };
  },
  /** All files of a picture. */
  remove: async (place: Omit<FilePlace, 'name'>): Promise<void> =>
    rm(join(pathOf(folder, { ...place, name: 'x' }), '..'), { recursive: true, force: true }),
  removeFile: (place: FilePlace): Promise<void> => rm(pathOf(folder, place), { force: true }),
  /** Every file of a tenant. */
  removeAll: (tenantId: string): Promise<void> =>
    rm(join(pathOf(folder, { tenantId, id: 'x', name: 'x' }), '../../..'), { recursive: true, force: true }),
  /** Which share of the disk is free: 0 to 1. */
  freeShare: async (): Promise<number> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { bavail, blocks } = await statfs(folder);
    return bavail / blocks;
  },
});

/** Ids and names of our own are of these letters; anything else would be a way out of the folder. */
const ownWord = /^[a-z0-9][a-z0-9.-]*$/;

/** The last letters of a uuid v7 are drawn at random, the first are the time. */
const pathOf = (folder: string, { tenantId, id, name }: FilePlace): string => {
  if (![tenantId, id, name].every((word) => ownWord.test(word) && !word.includes('..')))
    throw new Error('a file is named by ids of our own');
  return join(folder, tenantId, id.slice(-2), id, name);
};
