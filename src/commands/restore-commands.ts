import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ConfigError, type Config } from '../config.ts';
import { openerFor, readIdentities } from '../platform/backup/sealing.ts';
import { targetAt } from './backup/open-target.ts';
import { keyFile } from '../platform/keyring/key-folder.ts';
import { restoreCluster } from './backup/restore-cluster.ts';
import { bringBackFiles, restoreInstallation } from './backup/restore-installation.ts';
import type { Command } from './command.ts';
import { mainProgram } from './places.ts';
import { noSuchSegment } from './wal-commands.ts';

export const restoreCommands: readonly Command[] = [
  {
    name: 'restore database',
    usage: 'restore database --cluster FOLDER --from PLACE [--to MOMENT] [--identity FILE]',
    summary: 'lays the cluster of a PostgreSQL of your own ready, which repeats its log when it is started',
    run: restoreDatabase,
  },
  {
    name: 'restore files',
    usage: 'restore files --from PLACE [--to MOMENT] [--identity FILE]',
    summary: 'brings back the files that the restored database of your own names, and looks both over',
    run: restoreOnlyFiles,
  },
  {
    name: 'restore',
    usage: 'restore --from PLACE [--to MOMENT] [--identity FILE] [--without-keys]',
    summary: 'makes the installation of a moment (2026-11-22T14:03:00+07:00) from its backup, in an empty data folder',
    run: restore,
  },
];

async function restore(config: Config, args: readonly string[]): Promise<void> {
  const options = read(args);
  if (config.databaseUrl !== undefined)
    throw new ConfigError(
      'DATABASE_URL names a server of your own: use restore database and restore files (docs/operations.md, "Backup and restore")',
    );
  const areKeysThere = existsSync(installationKeyOf(config));
  if (!areKeysThere && !options.withoutKeys)
    throw new ConfigError(
      `the keys are not in ${join(config.dataDir, 'keys')}: put them there first (keys restore); who has lost them for ever says --without-keys, and what was sealed with them stays closed`,
    );
  if (!(await restoreInstallation({ config, areKeysThere, ...(await meansOf(config, options)) }))) process.exitCode = 1;
}

async function restoreDatabase(config: Config, args: readonly string[]): Promise<void> {
  const options = read(args);
  if (options.cluster === undefined) throw new ConfigError('missing: --cluster, the empty data folder of PostgreSQL');
  await restoreCluster(await meansOf(config, options), resolve(options.cluster));
}

async function restoreOnlyFiles(config: Config, args: readonly string[]): Promise<void> {
  const options = read(args);
  if (!existsSync(installationKeyOf(config)))
    throw new ConfigError(`the keys are not in ${join(config.dataDir, 'keys')}: keys restore first, or keys lost`);
  if (!(await bringBackFiles({ config, ...(await meansOf(config, options)) }))) process.exitCode = 1;
}

const meansOf = async (config: Config, options: Read) => ({
  target: targetAt(config, options.from),
  opener: openerFor(await readIdentities(options.identity)),
  until: options.to === undefined ? undefined : momentOf(options.to),
  restoreCommand: (system: string) => shellCommand(options, system),
  say: (line: string) => void process.stdout.write(`${line}\n`),
});

const installationKeyOf = ({ dataDir }: Config): string => join(dataDir, 'keys', keyFile);

/**
 * What PostgreSQL runs for each segment. To it 1 means that the log ends here; more than 125, that it must stop, and not take what could not be read for
 * the end.
 */
const shellCommand = ({ from, identity }: Read, system: string): string =>
  [
    ...mainProgram(),
    'wal',
    'fetch',
    '--from',
    from.startsWith('s3://') ? from : resolve(from),
    '--system',
    system,
    ...(identity === undefined ? [] : ['--identity', resolve(identity)]),
  ]
    .map((word) => `'${word.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`)
    .concat('"%f"', '"%p"', `; case $? in 0) exit 0;; ${noSuchSegment}) exit 1;; *) exit 200;; esac`)
    .join(' ');

/** A moment without a zone is another one in each. */
const momentOf = (text: string): Date => {
  const moment = new Date(text);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(moment.getTime()))
    throw new ConfigError(`--to ${text} is no moment with a zone, such as 2026-11-22T14:03:00+07:00`);
  return moment;
};

type Read = ReturnType<typeof read>;

const read = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        identity: { type: 'string' },
        cluster: { type: 'string' },
        'without-keys': { type: 'boolean' },
      },
      strict: true,
    });
    const { from, to, identity, cluster } = values;
    if (from === undefined) throw new ConfigError('missing: --from, the folder or s3://bucket/prefix of the backup');
    return { from, to, identity, cluster, withoutKeys: values['without-keys'] ?? false };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
};
