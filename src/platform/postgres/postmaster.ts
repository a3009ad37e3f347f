import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asOrdinaryUser, type Binaries } from './binaries.ts';
import type { Folder } from './folder.ts';
import { hasEnded, isPostgresOf, send } from './processes.ts';
import type { Settings } from './settings.ts';

/** The main process of a PostgreSQL server and the port it listens on. */
export type Postmaster = { readonly pid: number; readonly port: number };

/** The postmaster at work in this folder, if there is one. */
export async function findPostmaster(folder: Folder): Promise<Postmaster | undefined> {
  const { pid, port } = await readPostmasterFile(folder);
  if (!pid || !port) return undefined;
  return (await isPostgresOf(folder.cluster, pid)) ? { pid, port } : undefined;
}

/**
 * Whether this server was told to shut down and has not ended yet: it takes no new connection any more. Asked of its
 * file, where `pg_ctl` looks too: a connection is refused alike while it starts, and its words depend on a language.
 */
export async function isShuttingDown(folder: Folder, pid: number): Promise<boolean> {
  const file = await readPostmasterFile(folder);
  return file.pid === pid && file.status === 'stopping' && (await isPostgresOf(folder.cluster, pid));
}

/**
 * Removes the postmaster.pid of a server that is gone. PostgreSQL does so itself, but not when its
 * number meanwhile belongs to somebody else. Call it only when no process of the cluster is left.
 */
export async function clearStaleFile(folder: Folder): Promise<void> {
  await rm(postmasterFile(folder), { force: true });
}

/** Starts a server apart from us: it gets no Ctrl-C of the terminal, and outlives us if we are killed. */
export async function launchPostmaster(
  folder: Folder,
  binaries: Binaries,
  port: number,
  settings: Settings,
): Promise<Postmaster> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args } = asOrdinaryUser(binaries.postgres, ['-D', folder.cluster, '-p', String(port), ...options]);
  const output = await open(startLog(folder), 'w', 0o600);
  try {
    const child = spawn(file, args, { detached: true, stdio: ['ignore', output.fd, output.fd], cwd: folder.home });
    await once(child, 'spawn');
    child.unref();
    if (child.pid === undefined) throw new Error('PostgreSQL has no process id');
    return { pid: child.pid, port };
  } finally {
    await output.close();
  }
}

/** Fast shutdown: open transactions are rolled back, all else is written. Only what does not end is pushed. */
export async function stopPostmaster(pid: number, patienceMs: number): Promise<void> {
  send(pid, 'SIGINT');
  if (await hasEnded(pid, patienceMs)) return;
  send(pid, 'SIGQUIT');
  if (await hasEnded(pid, 1500)) return;
  send(pid, 'SIGKILL');
  await hasEnded(pid, 1000);
}

/** What the server said last, for the message of a start that failed. */
export async function lastWords(folder: Folder): Promise<string> {
  const files = (await readdir(folder.log)).map((name) => join(folder.log, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, changed: (await stat(file)).mtimeMs })));
  const newest = dated.toSorted((a, b) => a.changed - b.changed).slice(-2);
  const texts = await Promise.all(newest.map(({ file }) => readFile(file, 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').slice(-10));
  return lines.filter((line) => /FATAL|PANIC|HINT|unshare|error/i.test(line)).join('\n');
}

/** Lines 1, 4 and 8 of postmaster.pid: process id, port, and `starting`, `ready`, `standby` or `stopping`. */
async function readPostmasterFile(folder: Folder): Promise<{ pid: number; port: number; status: string }> {
  const text = await readFile(postmasterFile(folder), 'utf8').catch(() => '');
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n');
  return { pid: Number(pid), port: Number(port), status: status.trim() };
}

function postmasterFile(folder: Folder): string {
  return join(folder.cluster, 'postmaster.pid');
}

function startLog(folder: Folder): string {
  return join(folder.log, 'start.log');
}
