import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import {
  installationKey,
  keyBytes,
  keyFile,
  nextKeyFile,
  olderKeys,
  readKeyFolder,
  type InstallationKey,
} from './key-folder.ts';

/** The folder of keys, made where there is none. */
export const makeKeyFolder = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
};

/**
 * The first key of an installation: 32 random bytes in `dir`/installation-key. Whoever has this file and the database can read every sealed value;
 * whoever has lost it can read none, ever. A link is made only if there is none of that name: of two processes that start at once the slower takes
 * the key of the faster.
 */
export const makeInstallationKey = async (dir: string): Promise<InstallationKey> => {
  const path = join(dir, keyFile);
  const draft = await writeDraft(path, randomBytes(keyBytes));
  try {
    await link(draft, path);
    await syncFolder(dir);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  const { inUse } = await readKeyFolder(dir);
  if (inUse === null) throw new Error(`${path} has vanished while it was made`);
  return inUse;
};

/** Writes the key that is about to follow, beside the one in use. */
export const writeNextKey = async (dir: string, at: Date): Promise<InstallationKey> => {
  const bytes = randomBytes(keyBytes);
  const path = join(dir, nextKeyFile);
  await rename(await writeDraft(path, bytes), path);
  await syncFolder(dir);
  return installationKey(bytes, at);
};

/** The next key takes the place of the one in use, which is kept among the older. At no moment is there none. */
export const swapKeys = async (dir: string, nameOfOlder: string): Promise<void> => {
  const older = join(dir, olderKeys);
  await mkdir(older, { recursive: true, mode: 0o700 });
  await link(join(dir, keyFile), join(older, `${keyFile}-${nameOfOlder}`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
  });
  await syncFolder(older);
  await rename(join(dir, nextKeyFile), join(dir, keyFile));
  await syncFolder(dir);
};

const writeDraft = async (path: string, bytes: Buffer): Promise<string> => {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${bytes.toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
};

const syncFolder = async (dir: string): Promise<void> => {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
