import type { Folder } from './folder.ts';
import { isShuttingDown } from './postmaster.ts';
import { send } from './processes.ts';

/**
 * What a shutdown that others began is helped along with, and when. SIGINT: no longer waits for the connected, only for
 * its last checkpoint, which may be a long one. SIGQUIT: not for that either; the next start repeats the log.
 */
const pushes = [
  { afterMs: 2_000, signal: 'SIGINT' },
  { afterMs: 60_000, signal: 'SIGQUIT' },
  { afterMs: 70_000, signal: 'SIGKILL' },
] as const;

/**
 * Gives a look to be taken again and again while the server lives. An init system or an operator sends SIGTERM, for
 * PostgreSQL a *smart* shutdown: it refuses every new connection and waits for the open ones to leave. Ours never do:
 * half of the service would work and half would fail, for ever. So the shutdown is finished, to be followed by a start.
 */
export function foreignShutdown(folder: Folder, pid: number, log: (line: string) => void): () => Promise<void> {
  let seenAt: number | undefined;
  let pushed = 0;
  return async () => {
    if (!(await isShuttingDown(folder, pid))) return;
    if (seenAt === undefined) log(`PostgreSQL (pid ${pid}) was told to shut down, not by us`);
    seenAt ??= performance.now();
    const push = pushes[pushed];
    if (push === undefined || performance.now() - seenAt < push.afterMs) return;
    log(`PostgreSQL (pid ${pid}) is still shutting down after ${push.afterMs / 1000} s: ${push.signal}`);
    send(pid, push.signal);
    pushed += 1;
  };
}
