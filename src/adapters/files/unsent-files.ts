import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { FilePlace } from './file-place.ts';

/** A second name of a file, under which it waits to be copied into the backup, whatever becomes of the first. */
export type UnsentFile = FilePlace & { readonly link: string };

/**
 * Files that no backup has yet. Before a file gets its name, it gets another in here: what a row names was in here before the row was committed, and stays
 * until it was copied, though the picture be removed meanwhile. Without the folder nobody makes backups, and nothing is kept.
 */
export const keepUnsent = async (folder: string, { tenantId, id, name }: FilePlace, path: string): Promise<void> => {
  const own = `${tenantId}_${id}_${name}_${randomBytes(6).toString('hex')}`;
  await link(path, join(unsentIn(folder), own)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
};

/** From here on every new file waits for the backup. */
export const beginUnsent = async (folder: string): Promise<void> => {
  await mkdir(unsentIn(folder), { recursive: true, mode: 0o700 });
};

/** None where nobody makes backups. */
export const listUnsent = async (folder: string): Promise<readonly UnsentFile[]> => {
  const links = await readdir(unsentIn(folder)).catch(() => []);
  return links.map((own) => {
    const [tenantId = '', id = '', name = ''] = own.split('_');
    return { tenantId, id, name, link: own };
  });
};

export const unsentPath = (folder: string, file: UnsentFile): string => join(unsentIn(folder), file.link);

/** It is in the backup. */
export const dropUnsent = (folder: string, file: UnsentFile): Promise<void> =>
  rm(unsentPath(folder, file), { force: true });

/** No tenant is called so: ids begin with a letter or a digit. */
export const unsentName = '.unsent';

const unsentIn = (folder: string): string => join(folder, unsentName);
