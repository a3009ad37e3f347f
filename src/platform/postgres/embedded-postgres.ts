import { realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { backOffMs, bringUp, type Ground } from './bring-up.ts';
import { ensureCluster } from './cluster.ts';
import { answers, ensureDatabase, urlOf } from './connection.ts';
import { foreignShutdown } from './foreign-shutdown.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { folderIn, openFolder, readPassword } from './folder.ts';
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

/** A supervised server. `url` and `pid` are those of the moment: a restart changes the pid, and the port if it was taken. */
export type EmbeddedPostgres = { readonly url: string; readonly pid: number; stop(): Promise<void> };

export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Called each time the server is up again after a crash, or a shutdown that was not ours. */
  readonly onRestart?: () => void;
  /** Server settings beside or instead of ours. An adopted server keeps those it was started with. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** An orderly shutdown of the whole process has ten seconds. */
const shutdownMs = 8000;

/**
 * Starts the PostgreSQL that came with the packages in the data folder and keeps it up until `stop()`.
 * One that an earlier, killed process left running is taken over. Rejects when another process
 * already supervises this folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await openFolder(options.dataDir);
  const lock = lockFolder(folder.lock);
  try {
    const binaries = await findBinaries();
    await ensureCluster(folder, binaries, options.log);
    const stopping = new AbortController();
    const ground = { folder, binaries, settings: options.settings ?? {}, log: options.log, stop: stopping.signal };
    const postmaster = await bringUp(ground, { attempts: 4, portMs: 0 });
    if (postmaster === undefined) throw new Error('PostgreSQL was stopped before it was up');
    await ensureDatabase(folder, postmaster.port);
    return await supervise({
      ground,
      stopping,
      lock,
      first: postmaster,
      onRestart: options.onRestart ?? (() => undefined),
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The server of a data folder that some other process supervises, for commands that run beside it. */
export async function findEmbeddedPostgres(
  dataDir: string,
): Promise<{ readonly url: string; readonly pid: number } | undefined> {
  const real = await realpath(dataDir).catch(() => undefined);
  if (real === undefined) return undefined;
  const folder = folderIn(real);
  const postmaster = await findPostmaster(folder);
  if (postmaster === undefined) return undefined;
  const url = urlOf(postmaster.port, await readPassword(folder));
  return (await answers(url, postmaster.pid)) ? { url, pid: postmaster.pid } : undefined;
}

type Watch = {
  readonly ground: Ground;
  readonly stopping: AbortController;
  readonly lock: FolderLock;
  readonly first: Postmaster;
  readonly onRestart: () => void;
};

async function supervise({ ground, stopping, lock, first, onRestart }: Watch): Promise<EmbeddedPostgres> {
  const password = await readPassword(ground.folder);
  let current = first;
  let stopped: Promise<void> | undefined;
  const watching = keepUp(ground, first, (next) => {
    current = next;
    onRestart();
  });

  async function stop(): Promise<void> {
    stopping.abort();
    await watching;
    const running = await findPostmaster(ground.folder);
    if (running !== undefined) await stopPostmaster(running.pid, shutdownMs);
    lock.release();
  }

  return {
    get url() {
      return urlOf(current.port, password);
    },
    get pid() {
      return current.pid;
    },
    stop: () => (stopped ??= stop()),
  };
}

/** Starts the server again whenever it dies or is shut down by others; later and later when it does not live for a minute. */
async function keepUp(ground: Ground, first: Postmaster, onUp: (postmaster: Postmaster) => void): Promise<void> {
  let current: Postmaster | undefined = first;
  for (let quickDeaths = 0; current !== undefined;) {
    const upSince = performance.now();
    if (!(await endsBefore(ground, current.pid))) return;
    quickDeaths = performance.now() - upSince > 60_000 ? 1 : quickDeaths + 1;
    ground.log(`PostgreSQL (pid ${current.pid}) has ended, starting it again`);
    await pause(backOffMs(quickDeaths - 1), undefined, { signal: ground.stop }).catch(() => undefined);
    current = await bringUp(ground, { attempts: Infinity, portMs: 5000 });
    if (current !== undefined && !ground.stop.aborted) onUp(current);
  }
}

/** Looks four times a second, which serves an adopted server, no child of ours, as well as one we started. */
async function endsBefore({ folder, log, stop }: Ground, pid: number): Promise<boolean> {
  const finishShutdown = foreignShutdown(folder, pid, log);
  while (!stop.aborted) {
    if (!(await isAlive(pid))) return true;
    await finishShutdown();
    await pause(250, undefined, { ref: false, signal: stop }).catch(() => undefined);
  }
  return false;
}
