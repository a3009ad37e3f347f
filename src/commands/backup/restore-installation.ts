import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ConfigError, type Config } from '../../config.ts';
import type { Opener } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import { folderIn } from '../../platform/postgres/folder.ts';
import { LogEndsEarly, recoverCluster } from '../../platform/postgres/recover.ts';
import { withInstallation } from '../with-installation.ts';
import { checkRestored } from './check-restored.ts';
import { listManifests, type Manifest } from './manifest.ts';
import { madeBy, refuseNewer } from './own-program.ts';
import { everyTwoSeconds } from './progress.ts';
import { restoreFiles } from './restore-files.ts';
import { unpackCluster } from './unpack-cluster.ts';

export type Restore = {
  readonly config: Config;
  /** Without them nothing that is sealed can be looked at. */
  readonly areKeysThere: boolean;
  readonly target: BackupTarget;
  readonly opener: Opener;
  /** Undefined: as late as the backup goes. */
  readonly until: Date | undefined;
  /** The command of a shell by which the server fetches its log, of the cluster that it is told. */
  readonly restoreCommand: (system: string) => string;
  readonly say: (line: string) => void;
};

/** Makes the installation of a moment in an empty data folder: database, files, and a look at both. Gives whether all is there. */
export const restoreInstallation = async (restore: Restore): Promise<boolean> => {
  const { config, areKeysThere, target, opener, until, say } = restore;
  await refuseUsed(config.dataDir);
  const manifest = chooseBase(await listManifests(target), until);
  await refuseNewer(manifest);
  say(`base backup ${manifest.id}, whole at ${manifest.finishedAt}${madeBy(manifest)}`);
  await unpackCluster({ target, opener, say }, manifest, folderIn(config.dataDir).cluster);
  say(`unpacked; repeating the log ${until === undefined ? 'to its end' : `to ${until.toISOString()}`}`);
  await repeatLog(restore, manifest);
  if (areKeysThere) return bringBackFiles(restore);
  say(
    'the database is back, its keys are not: run keys lost, then restore files with the same --from, --to and --identity',
  );
  return false;
};

/** Beside a database that is up. Gives whether all is there. */
export const bringBackFiles = ({
  config,
  target,
  opener,
  until,
  say,
}: Pick<Restore, 'config' | 'target' | 'opener' | 'until' | 'say'>): Promise<boolean> =>
  withInstallation(config, async ({ laksa }) => {
    const progress = everyTwoSeconds(say);
    const filesDir = join(config.dataDir, 'files');
    const onFile = (count: number): void => progress(() => `files: ${count} so far`);
    const { restored, problems } = await restoreFiles({ laksa, target, opener, filesDir, until, onFile });
    say(`files: ${restored} brought back`);
    for (const problem of problems) say(problem);
    return (await checkRestored(laksa, say)) && problems.length === 0;
  });

/** The keys may be there, and nothing else. */
const refuseUsed = async (dataDir: string): Promise<void> => {
  const there = (await readdir(dataDir).catch(() => [])).filter((name) => name !== 'keys');
  if (there.length > 0)
    throw new ConfigError(
      `${dataDir} is not empty (${there.join(', ')}): a restore overwrites nothing; set LAKSA_DATA to a new folder`,
    );
};

/** The newest that was whole by then: the less of the log is to be repeated. */
export const chooseBase = (manifests: readonly Manifest[], until: Date | undefined): Manifest => {
  const whole = until === undefined ? manifests : manifests.filter(({ finishedAt }) => new Date(finishedAt) <= until);
  const chosen = whole.at(-1);
  if (chosen !== undefined) return chosen;
  const first = manifests[0];
  throw new ConfigError(
    first === undefined
      ? 'there is no whole base backup'
      : `the first moment that can be restored is ${first.finishedAt}, when its first base backup was whole`,
  );
};

const repeatLog = async ({ config, until, restoreCommand, say }: Restore, { system }: Manifest): Promise<void> => {
  const progress = everyTwoSeconds(say);
  let reached = 'its beginning';
  try {
    const last = await recoverCluster({
      dataDir: config.dataDir,
      restoreCommand: restoreCommand(system),
      until,
      onProgress: (moment) => {
        reached = moment;
        progress(() => `repeated up to ${moment}`);
      },
    });
    say(`the database is as it was after its last change at ${last}`);
  } catch (error) {
    if (!(error instanceof LogEndsEarly)) throw error;
    throw new ConfigError(
      `the log that was kept ends at ${reached}, before the moment asked for: choose an earlier one, or leave --to out; empty ${config.dataDir} first, but for its keys`,
    );
  }
};
