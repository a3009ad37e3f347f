import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

export type SupervisorProcess = { readonly child: ChildProcess; readonly url: string; readonly pid: number };

export const supervisorFile = join(import.meta.dirname, 'supervisor.ts');

/** Spawns `supervisor.ts` on a data folder without waiting for it. */
export function spawnSupervisor(dataDir: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', supervisorFile, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for the one line a supervisor prints when its server is up; what it logged otherwise is the error. */
export async function untilUp(child: ChildProcess): Promise<SupervisorProcess> {
  let log = '';
  child.stderr?.on('data', (chunk) => (log += String(chunk)));
  if (child.stdout === null) throw new Error('the supervisor has no output');
  for await (const line of createInterface(child.stdout)) {
    const { url, pid }: { url: string; pid: number } = JSON.parse(line);
    return { child, url, pid };
  }
  throw new Error(`the supervisor ended before its server was up:\n${log}`);
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
