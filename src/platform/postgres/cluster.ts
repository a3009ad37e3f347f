import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asOrdinaryUser, type Binaries } from './binaries.ts';
import { makePassword, syncFolder, type Folder } from './folder.ts';

const majorVersion = '18';

/**
 * Makes the cluster on the first start. It is made aside and renamed when whole, so a start that was
 * killed half-way leaves nothing that could be taken for a cluster. An existing one is never touched.
 */
export async function ensureCluster(folder: Folder, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const version = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) return makeCluster(folder, binaries, log);
  if (version.trim() !== majorVersion) {
    throw new Error(
      `${folder.cluster} was made by PostgreSQL ${version.trim()}; this version brings ${majorVersion}. Back up with the old version, then restore with this one.`,
    );
  }
}

async function makeCluster(folder: Folder, binaries: Binaries, log: (line: string) => void): Promise<void> {
  log(`making the database in ${folder.cluster}`);
  await clearHalfMade(folder);
  await makePassword(folder);
  const aside = await mkdtemp(join(folder.home, halfMade));
  await runInitdb(binaries.initdb, aside, folder.password);
  await rename(aside, folder.cluster);
  await syncFolder(folder.home);
}

const halfMade = 'half-made-';

/** Nothing was ever served from these; the cluster itself has another name. */
async function clearHalfMade(folder: Folder): Promise<void> {
  for (const name of await readdir(folder.home)) {
    if (name.startsWith(halfMade))
      await rm(join(folder.home, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }
}

/** The builtin C.UTF-8 orders and folds alike on every system and never changes with a library below it. */
async function runInitdb(initdb: string, target: string, passwordFile: string): Promise<void> {
  const { file, args } = asOrdinaryUser(initdb, [
    `--pgdata=${target}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  try {
    await promisify(execFile)(file, args);
  } catch (cause) {
    throw new Error(
      `The database could not be made in ${target}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
