import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { waitUntilReady } from './connection.ts';
import { readPort, rememberPort, type Folder } from './folder.ts';
import { choosePort } from './port.ts';
import { clearStaleFile, findPostmaster, launchPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts';
import { endOrphans } from './processes.ts';
import { serverSettings, type Settings } from './settings.ts';

/** What every start of the server stands on. */
export type Ground = {
  readonly folder: Folder;
  readonly binaries: Binaries;
  readonly settings: Settings;
  readonly log: (line: string) => void;
  readonly stop: AbortSignal;
};

export type Patience = { readonly attempts: number; readonly portMs: number };

/** 0, 0.5, 1, then 2 seconds before each attempt, counted from 0: a try costs little, and when a full disk has room again nobody waits for long. */
export function backOffMs(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(2_000, 250 * 2 ** attempt);
}

/** Tries until the server is up. Gives `undefined` only when told to stop meanwhile. */
export async function bringUp(ground: Ground, patience: Patience): Promise<Postmaster | undefined> {
  for (let attempt = 0; !ground.stop.aborted; attempt += 1) {
    await pause(backOffMs(attempt), undefined, { signal: ground.stop }).catch(() => undefined);
    try {
      return await adoptOrLaunch(ground, patience.portMs);
    } catch (error) {
      if (attempt + 1 >= patience.attempts) throw error;
      ground.log(`PostgreSQL is not up, trying again: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return undefined;
}

async function adoptOrLaunch(ground: Ground, portMs: number): Promise<Postmaster> {
  const running = await findPostmaster(ground.folder);
  return running === undefined ? launch(ground, portMs) : adopt(ground, running);
}

async function adopt({ folder, log, stop }: Ground, running: Postmaster): Promise<Postmaster> {
  await waitUntilReady(folder, running, { log, stop });
  await rememberPort(folder, running.port);
  log(`PostgreSQL was still up (pid ${running.pid}, port ${running.port}) and is supervised again`);
  return running;
}

async function launch({ folder, binaries, settings, log, stop }: Ground, portMs: number): Promise<Postmaster> {
  await endOrphans(folder.cluster);
  await clearStaleFile(folder);
  const port = await choosePort(await readPort(folder), portMs);
  const launched = await launchPostmaster(folder, binaries, port, await serverSettings(folder, settings));
  try {
    await waitUntilReady(folder, launched, { log, stop });
  } catch (error) {
    await stopPostmaster(launched.pid, 2000);
    throw error;
  }
  await rememberPort(folder, port);
  log(`PostgreSQL is up (pid ${launched.pid}, port ${port})`);
  return launched;
}
