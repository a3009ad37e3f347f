import { readFile, readdir, readlink } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process runs. One that has ended but was not yet collected by its parent does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}

/** Waits at most `withinMs` for a process to end; says whether it did. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (await isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await pause(50);
  }
  return true;
}

/** Whether the process is a PostgreSQL at work in this cluster, not a stranger that was given its number. */
export async function isPostgresOf(cluster: string, pid: number): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  if (process.platform !== 'linux') return commandOf(pid) === 'postgres';
  const [program, workplace] = await Promise.all([linkOf(pid, 'exe'), linkOf(pid, 'cwd')]);
  return programName(program) === 'postgres' && workplace === cluster;
}

/**
 * Ends the server processes that outlived their killed postmaster: they still hold the shared
 * memory, and a new postmaster beside them would ruin the data. Nearly all leave by themselves.
 */
export async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const started = performance.now();
  for (;;) {
    const orphans = await postgresProcesses(cluster);
    if (orphans.length === 0) return;
    const waited = performance.now() - started;
    if (waited > 1000) for (const pid of orphans) send(pid, waited > 4000 ? 'SIGKILL' : 'SIGQUIT');
    await pause(waited > 1000 ? 500 : 50);
  }
}

/** Sends a signal; a process that has already gone is no error. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
    throw error;
  }
}

async function postgresProcesses(cluster: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map((pid) => isPostgresOf(cluster, pid)));
  return pids.filter((_, index) => found[index]);
}

/** A folder or a program that was renamed or replaced since is still named, with a remark behind it. */
async function linkOf(pid: number, link: 'exe' | 'cwd'): Promise<string> {
  return readlink(`/proc/${pid}/${link}`).catch(() => '');
}

function programName(path: string): string {
  return basename(path.replace(/ \(deleted\)$/, ''));
}

function commandOf(pid: number): string {
  return basename(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim());
}
