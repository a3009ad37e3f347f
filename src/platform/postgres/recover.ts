import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { findBinaries } from './binaries.ts';
import { makePassword, openFolder, readPassword, type Folder } from './folder.ts';
import { lastWords, launchPostmaster, stopPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { serverSettings, type Settings } from './settings.ts';

export type Recovery = {
  readonly dataDir: string;
  /** The command of a shell that puts the segment `%f` of the log at `%p`, and fails where there is none. */
  readonly restoreCommand: string;
  /** Undefined: as far as the log goes. */
  readonly until: Date | undefined;
  /** Called now and then with the moment that has been reached. */
  readonly onProgress: (reached: string) => void;
};

/** The server would find its own log at an end before the moment that was asked for. */
export class LogEndsEarly extends Error {}

/**
 * Repeats the log over the cluster that lies unpacked in the data folder, up to a moment, and ends the server again. Nobody else can reach it
 * meanwhile: it listens on a socket in a folder of this user's alone. The superuser gets the password that lies among the keys; where none does, a new one.
 * Gives when the last change was made that the database has.
 */
export const recoverCluster = async (recovery: Recovery): Promise<string> => {
  const folder = await openFolder(recovery.dataDir);
  const binaries = await findBinaries();
  const sockets = await mkdtemp(join(tmpdir(), 'laksa-'));
  try {
    await writeFile(join(folder.cluster, 'recovery.signal'), '', { mode: 0o600 });
    const settings = await recoverySettings(folder, recovery, sockets);
    const { pid } = await launchPostmaster(folder, binaries, socketPort, settings);
    try {
      const reached = await untilRecovered(folder, { pid, sockets }, recovery.onProgress);
      await givePassword(folder, sockets);
      return reached;
    } finally {
      await stopPostmaster(pid, 60_000);
    }
  } finally {
    await rm(sockets, { recursive: true, force: true });
  }
};

/** Only part of a file's name here: nothing listens on it. */
const socketPort = 5432;

const recoverySettings = async (
  folder: Folder,
  { restoreCommand, until }: Recovery,
  sockets: string,
): Promise<Settings> => {
  const door = join(sockets, 'pg_hba.conf');
  await writeFile(door, 'local all all trust\n', { mode: 0o600 });
  return serverSettings(folder, {
    listen_addresses: '',
    unix_socket_directories: sockets,
    hba_file: door,
    archive_mode: 'off',
    restore_command: restoreCommand,
    recovery_target_action: 'promote',
    ...(until === undefined ? {} : { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00') }),
  });
};

const untilRecovered = async (
  folder: Folder,
  { pid, sockets }: { readonly pid: number; readonly sockets: string },
  onProgress: Recovery['onProgress'],
): Promise<string> => {
  let reached = 'the base backup';
  for (;;) {
    const state = await recoveryState(sockets);
    reached = state?.reached ?? reached;
    if (state?.isOver === true) return reached;
    if (state?.reached != null) onProgress(state.reached);
    if (!(await isAlive(pid))) throw await failureOf(folder);
    await pause(200);
  }
};

/** Null: it takes no connections yet. */
const recoveryState = (
  sockets: string,
): Promise<{ readonly isOver: boolean; readonly reached: string | null } | null> =>
  onSocket(sockets, async (client) => {
    const { rows } = await client.query<{ is_over: boolean; reached: string | null }>(
      'select not pg_is_in_recovery() as is_over, pg_last_xact_replay_timestamp()::text as reached',
    );
    return { isOver: rows[0]?.is_over ?? false, reached: rows[0]?.reached ?? null };
  }).catch(() => null);

const failureOf = async (folder: Folder): Promise<Error> => {
  const words = await lastWords(folder);
  return words.includes('before configured recovery target was reached')
    ? new LogEndsEarly('the log that was kept ends before this moment')
    : new Error(`PostgreSQL ended while it repeated its log.\n${words}`);
};

const givePassword = async (folder: Folder, sockets: string): Promise<void> => {
  const names: readonly string[] = await readdir(join(folder.password, '..')).catch(() => []);
  if (!names.includes('postgres-password')) await makePassword(folder);
  const password = await readPassword(folder);
  await onSocket(sockets, (client) => client.query(`alter role postgres password ${pg.escapeLiteral(password)}`));
};

const onSocket = async <T>(sockets: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ host: sockets, port: socketPort, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
