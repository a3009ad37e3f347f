import { readFile } from 'node:fs/promises';

import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { readOptions } from './arguments.ts';
import { backUpKeys, restoreKeys, type KeyLock } from './backup/key-copy.ts';
import type { Command } from './command.ts';

export const keyCopyCommands: readonly Command[] = [
  {
    name: 'keys backup',
    usage: 'keys backup --to FILE (--recipient age1... | --passphrase-file FILE)',
    summary: 'copies the keys, sealed, to a place apart from the backup of the database',
    run: backUp,
  },
  {
    name: 'keys restore',
    usage: 'keys restore --from FILE (--identity FILE | --passphrase-file FILE)',
    summary: 'puts copied keys into an installation that has none',
    run: restore,
  },
];

async function backUp(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['to'], optional: ['recipient', 'passphrase-file'] });
  const lock = await lockOf({ key: options.recipient, passphraseFile: options['passphrase-file'] }, '--recipient');
  const names = await backUpKeys(config, { to: options.to, lock, at: systemClock.now() });
  process.stdout.write(`${names.join(', ')}: sealed in ${options.to}; it opens with the program age as well\n`);
}

async function restore(config: Config, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { required: ['from'], optional: ['identity', 'passphrase-file'] });
  const lock = await lockOf({ key: options.identity, passphraseFile: options['passphrase-file'] }, '--identity');
  const names = await restoreKeys(config.dataDir, { from: options.from, lock });
  process.stdout.write(`${names.join(', ')}: back in place\n`);
}

const lockOf = async (
  { key, passphraseFile }: { readonly key: string | undefined; readonly passphraseFile: string | undefined },
  option: string,
): Promise<KeyLock> => {
  if ((key === undefined) === (passphraseFile === undefined))
    throw new ConfigError(`name one of ${option} and --passphrase-file: keys never lie about unsealed`);
  if (key !== undefined) return { kind: 'key', key };
  const passphrase = (await readFile(passphraseFile ?? '', 'utf8')).trim();
  if (passphrase.length < 12) throw new ConfigError('the passphrase is shorter than 12 characters');
  return { kind: 'passphrase', passphrase };
};
