import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { listManifests } from './manifest.ts';
import { madeBy, refuseNewer } from './own-program.ts';
import { chooseBase, type Restore } from './restore-installation.ts';
import { unpackCluster } from './unpack-cluster.ts';

/** Lays the cluster of a server of one's own ready: when the server is started on it, it repeats its log up to the moment and serves. */
export const restoreCluster = async (
  { target, opener, until, restoreCommand, say }: Omit<Restore, 'config' | 'areKeysThere'>,
  folder: string,
): Promise<void> => {
  const manifest = chooseBase(await listManifests(target), until);
  await refuseNewer(manifest);
  say(
    `base backup ${manifest.id} of PostgreSQL ${manifest.postgres}, whole at ${manifest.finishedAt}${madeBy(manifest)}`,
  );
  await unpackCluster({ target, opener, say }, manifest, folder);
  const settings = {
    restore_command: restoreCommand(manifest.system),
    recovery_target_action: 'promote',
    ...(until === undefined ? {} : { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00') }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  await appendFile(join(folder, 'postgresql.auto.conf'), lines.join(''));
  await writeFile(join(folder, 'recovery.signal'), '', { mode: 0o600 });
  say(
    `${folder} is ready: start PostgreSQL on it, and when it takes writes again bring the files back with restore files`,
  );
};
