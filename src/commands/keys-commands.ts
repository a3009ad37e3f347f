import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ConfigError, type Config } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { asMaintainer } from '../platform/db/maintenance.ts';
import type { Tx } from '../platform/db/tx.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { forgetKeys } from './keys/forget-keys.ts';
import { linesOfKeys } from './keys/list-keys.ts';
import { findLost, loseKeys } from './keys/lost-keys.ts';
import type { KeyMeans } from './keys/means.ts';
import { rotate, rotations } from './keys/rotate-keys.ts';
import { withDatabase } from './with-database.ts';
import { withInstallation } from './with-installation.ts';

export const keysCommands: readonly Command[] = [
  {
    name: 'keys list',
    usage: 'keys list',
    summary: 'which keys there are, since when, and what each still holds',
    run: list,
  },
  {
    name: 'keys rotate',
    usage: `keys rotate ${rotations.join('|')} [--tenant T] [--now]`,
    summary: 'puts a new key in the place of one in use, while the service runs (docs/operations.md)',
    run: runRotate,
  },
  {
    name: 'keys forget',
    usage: 'keys forget [--lookup]',
    summary: 'removes replaced keys that hold nothing any more; --lookup: those of look-ups too',
    run: runForget,
  },
  {
    name: 'keys lost',
    usage: 'keys lost --yes-i-understand',
    summary: 'goes on with a new key where that of the installation is lost: what was sealed stays closed',
    run: runLost,
  },
  {
    name: 'keys found',
    usage: 'keys found',
    summary: 'opens again what was given up, by a key that was put into keys/older',
    run: runFound,
  },
];

async function list(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  await withInstallation(config, async ({ owner, laksa }) => {
    for (const line of await linesOfKeys(meansOf(config, owner, laksa.clock.now()))) print(line);
  });
}

async function runRotate(config: Config, [what = '', ...args]: readonly string[]): Promise<void> {
  const rotation = rotations.find((known) => known === what);
  if (rotation === undefined) throw new ConfigError(`keys rotate takes one of: ${rotations.join(', ')}`);
  const { tenant } = readOptions(without('--now', args), { required: [], optional: ['tenant'] });
  await withInstallation(config, async ({ owner, laksa, sessions }) => {
    const means = { ...meansOf(config, owner, laksa.clock.now()), laksa, sessions };
    await rotate(rotation, means, { slug: tenant, isNow: args.includes('--now') });
  });
}

async function runForget(config: Config, args: readonly string[]): Promise<void> {
  readOptions(without('--lookup', args), { required: [] });
  await withInstallation(config, async ({ owner, laksa, sessions }) => {
    const means = { ...meansOf(config, owner, laksa.clock.now()), sessions };
    await forgetKeys(means, { withLookups: args.includes('--lookup') });
  });
}

/** Without an installation: none opens with the key that is there. */
async function runLost(config: Config, args: readonly string[]): Promise<void> {
  readOptions(without('--yes-i-understand', args), { required: [] });
  if (!args.includes('--yes-i-understand'))
    throw new ConfigError(
      'names, contacts and original photos sealed until now will not be opened again. Read docs/operations.md ("A key is lost"), stop the service, and say --yes-i-understand',
    );
  await withDatabase(config, ({ owner }) => loseKeys(meansOf(config, owner, systemClock.now())));
  await withInstallation(config, async ({ sessions }) => {
    const ended = await sessions.endEverybodys();
    const dropped = await sessions.dropSecondFactors();
    print(`${ended} sessions ended; ${dropped} people need a new second factor: laksa user reset --login L`);
  });
}

async function runFound(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  await withDatabase(config, ({ owner }) => findLost(meansOf(config, owner, systemClock.now())));
}

const meansOf = (config: Config, owner: string, at: Date): KeyMeans => ({
  dir: join(config.dataDir, 'keys'),
  at,
  print,
  wait: (ms) => pause(ms),
  maintain: <T>(reason: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    asMaintainer(owner, { usedBy: 'keys', reason: `${reason} (${userInfo().username})`, at }, work),
});

const without = (flag: string, args: readonly string[]): readonly string[] => args.filter((arg) => arg !== flag);

const print = (line: string): void => void process.stdout.write(`${line}\n`);
