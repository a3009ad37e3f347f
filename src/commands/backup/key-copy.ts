import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';

import { ConfigError, type Config } from '../../config.ts';
import { olderKeys } from '../../platform/keyring/key-folder.ts';
import { readIdentities } from '../../platform/backup/sealing.ts';
import { sha256Of } from './hash.ts';
import { writeRecord } from './record.ts';

/** A public key to seal with, or the file of the identity that opens; or a passphrase for both. */
export type KeyLock =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

export type KeyCopy = { readonly to: string; readonly lock: KeyLock; readonly at: Date };

/** Seals every file of the key folder into one, and records that it did. Gives their names. */
export const backUpKeys = async (config: Config, { to, lock, at }: KeyCopy): Promise<readonly string[]> => {
  refuseBeside(config, resolve(to));
  const keys = await readKeys(config.dataDir);
  const names = Object.keys(keys);
  if (names.length === 0) throw new ConfigError(`there are no keys in ${join(config.dataDir, 'keys')}`);
  const encrypter = new Encrypter();
  if (lock.kind === 'key') encrypter.addRecipient(lock.key);
  else encrypter.setPassphrase(lock.passphrase);
  const sealed = await encrypter.encrypt(`${JSON.stringify(keys, null, 2)}\n`);
  await writeFile(`${to}.part`, sealed, { mode: 0o600, flush: true });
  await rename(`${to}.part`, to);
  await writeRecord(config.dataDir, 'keys', {
    at: at.toISOString(),
    to: resolve(to),
    fingerprint: fingerprintOf(keys),
  });
  return names;
};

/** Puts them where none are. Gives their names. */
export const restoreKeys = async (
  dataDir: string,
  { from, lock }: { readonly from: string; readonly lock: KeyLock },
): Promise<readonly string[]> => {
  const folder = join(dataDir, 'keys');
  if (Object.keys(await readKeys(dataDir)).length > 0)
    throw new ConfigError(`there are keys in ${folder}: they are not overwritten`);
  const decrypter = new Decrypter();
  if (lock.kind === 'passphrase') decrypter.addPassphrase(lock.passphrase);
  else for (const identity of await readIdentities(lock.key)) decrypter.addIdentity(identity);
  const keys: Keys = JSON.parse(await decrypter.decrypt(await readFile(from), 'text'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(keys)) {
    if (!keyName.test(name)) throw new Error(`${name} in ${from} is no name of a key`);
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, name), content, { mode: 0o600, flush: true });
  }
  return Object.keys(keys);
};

type Keys = Readonly<Record<string, string>>;

/** Those that were replaced lie in a folder of their own, and open what older backups hold. */
const keyName = new RegExp(`^(${olderKeys}/)?[a-z0-9][a-zA-Z0-9.:_-]*$`);

export const readKeys = async (dataDir: string): Promise<Keys> => {
  const folder = join(dataDir, 'keys');
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).toSorted();
  const keys: [string, string][] = [];
  for (const name of names)
    if ((await stat(join(folder, name))).isFile()) keys.push([name, await readFile(join(folder, name), 'utf8')]);
  return Object.fromEntries(keys);
};

/** Of keys that are random, so that it gives nothing away. */
export const fingerprintOf = (keys: Keys): string => sha256Of(Buffer.from(JSON.stringify(keys))).slice(0, 16);

/** Who finds the one must not find the other beside it. */
const refuseBeside = ({ dataDir, backup }: Config, to: string): void => {
  const beside = [dataDir, ...(backup === undefined ? [] : [backup.to])].find((place) =>
    to.startsWith(`${place}${sep}`),
  );
  if (beside !== undefined) throw new ConfigError(`--to lies in ${beside}: keep the keys apart from what they open`);
};
