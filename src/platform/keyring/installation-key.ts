import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { keyBytes, keyFile, nextKeyFile, olderKeys, readKeyFolder, type InstallationKey } from './key-folder.ts';
import { KeyProblem } from './key-problem.ts';

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
  await placeKey(dir, keyFile);
  const { inUse } = await readKeyFolder(dir);
  if (inUse === null) throw new Error(`${join(dir, keyFile)} has vanished while it was made`);
  return inUse;
};

/**
 * Writes the key that is about to follow, beside the one in use. One that lies there already is never written over: the database may be wrapped by it, and
 * of two who change the key at once the slower takes that of the faster.
 */
export const writeNextKey = async (dir: string): Promise<InstallationKey> => {
  await placeKey(dir, nextKeyFile);
  const { next } = await readKeyFolder(dir);
  if (next === null) throw new KeyProblem('somebody else changes the key at this moment: run it again');
  return next;
};

/** The next key takes the place of the one in use, which is kept among the older, whichever it is by now. At no moment is there none. */
export const swapKeys = async (dir: string): Promise<void> => {
  const older = join(dir, olderKeys);
  const { inUse } = await readKeyFolder(dir);
  await mkdir(older, { recursive: true, mode: 0o700 });
  await link(join(dir, keyFile), join(older, `${keyFile}-${inUse?.fingerprint ?? 'none'}`)).catch(
    unless('EEXIST', 'ENOENT'),
  );
  await syncFolder(older);
  await rename(join(dir, nextKeyFile), join(dir, keyFile)).catch(unless('ENOENT'));
  await syncFolder(dir);
};

/** Thirty-two random bytes under this name, unless something has it. */
const placeKey = async (dir: string, name: string): Promise<void> => {
  const path = join(dir, name);
  const draft = await writeDraft(path, randomBytes(keyBytes));
  try {
    await link(draft, path).catch(unless('EEXIST'));
    await syncFolder(dir);
  } finally {
    await rm(draft);
  }
};

const unless =
  (...codes: readonly string[]) =>
  (error: NodeJS.ErrnoException): void => {
    if (!codes.includes(error.code ?? '')) throw error;
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
