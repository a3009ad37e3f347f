import { hkdfSync } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { DamagedKey, KeyProblem } from './key-problem.ts';
import { openBytes, sealBytes } from './sealing.ts';

/** A key of the installation. It wraps the others, and is handed to nobody. */
export type InstallationKey = {
  readonly bytes: Buffer;
  /** What it may be called by: says nothing of the key. */
  readonly fingerprint: string;
  /** Since when its file is there. */
  readonly since: Date;
  readonly wrapping: Buffer;
};

/** `inUse`: null where there is no file. `next`: about to follow it. `all`: these two, and the older ones that are still kept. */
export type KeyFolder = {
  readonly inUse: InstallationKey | null;
  readonly next: InstallationKey | null;
  readonly all: readonly InstallationKey[];
};

/** With a key in use. */
export type OpenFolder = KeyFolder & { readonly inUse: InstallationKey };

export const keyFile = 'installation-key';
/** Written before the database names it, so that whoever meets it there finds it here. */
export const nextKeyFile = 'installation-key.next';
/** Backups made before a change of the key open with these alone. */
export const olderKeys = 'older';

export const keyBytes = 32;

/** Reads all keys in `dir`. Throws when others may read them, or one is damaged. */
export const readKeyFolder = async (dir: string): Promise<KeyFolder> => {
  await refuseOthers(dir, '0700');
  // The next one before the present: when they change places in between, the new key is read twice and never missed.
  const next = await readKey(join(dir, nextKeyFile));
  const inUse = await readKey(join(dir, keyFile));
  const older = await readOlder(join(dir, olderKeys));
  return { inUse, next, all: [inUse, next, ...older].filter((key) => key !== null) };
};

const readOlder = async (dir: string): Promise<readonly (InstallationKey | null)[]> => {
  const names = await readdir(dir).catch(ifMissing([]));
  return Promise.all(names.filter((name) => name.startsWith(keyFile)).map((name) => readKey(join(dir, name))));
};

const readKey = async (path: string): Promise<InstallationKey | null> => {
  const text = await readFile(path, 'utf8').catch(ifMissing(null));
  if (text === null) return null;
  await refuseOthers(path, '0600');
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (bytes.length !== keyBytes) throw new DamagedKey(path);
  const since = await stat(path).catch(ifMissing(null));
  return installationKey(bytes, since?.mtime ?? new Date(0));
};

export const installationKey = (bytes: Buffer, since: Date): InstallationKey => ({
  bytes,
  fingerprint: derived(bytes, 'name of the key').subarray(0, 4).toString('hex'),
  since,
  wrapping: derived(bytes, 'wrap data keys'),
});

/** A key of its own for each named purpose. */
export const derived = (root: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, '', `laksa ${purpose}`, 32));

export const wrap = ({ wrapping }: InstallationKey, secret: Buffer, place: string): Buffer =>
  sealBytes(wrapping, secret, place);

/** By whichever of the keys wrapped it; null: none of them did. */
export const unwrap = (keys: readonly InstallationKey[], wrapped: Buffer, place: string): Unwrapped | null => {
  for (const by of keys) {
    const secret = openedBy(by, wrapped, place);
    if (secret !== null) return { secret, by };
  }
  return null;
};

export type Unwrapped = { readonly secret: Buffer; readonly by: InstallationKey };

const openedBy = ({ wrapping }: InstallationKey, wrapped: Buffer, place: string): Buffer | null => {
  try {
    return openBytes(wrapping, wrapped, place);
  } catch {
    return null; // wrapped by another key, or damaged: the cipher does not say which
  }
};

const ifMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };

const refuseOthers = async (path: string, wanted: string): Promise<void> => {
  const found = await stat(path).catch(ifMissing(null));
  const bits = (found?.mode ?? 0) & 0o777;
  if ((bits & 0o077) === 0) return;
  throw new KeyProblem(
    `${path} may be read or changed by other users (mode 0${bits.toString(8)}): chmod ${wanted} it, and think about who has had the key`,
  );
};
