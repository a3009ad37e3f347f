import { readdirSync, readFileSync } from 'node:fs';

import { crewOf } from '../e2e/processes.ts';
import type { Service } from '../e2e/service.ts';

export type Kind = 'web' | 'worker' | 'child';

export type PeakMemory = {
  /** The most that any process of a kind had in memory so far, in MB. */
  readonly peaks: () => Readonly<Record<Kind, number>>;
  readonly stop: () => void;
};

const lookEveryMs = 10;

/**
 * Watches web, worker and the processes for pictures that the worker starts. `VmHWM` is the system's own high-water mark, so that of a long process is
 * exact; a process for one picture is gone in a second, and what it took in its last hundredth is missed.
 */
export const watchMemory = async (service: Service): Promise<PeakMemory> => {
  const { web, worker } = await crewOf(service);
  const peaks: Record<Kind, number> = { web: 0, worker: 0, child: 0 };
  const note = (kind: Kind, pids: readonly number[]): void => {
    for (const pid of pids) peaks[kind] = Math.max(peaks[kind], highWaterMb(pid));
  };
  const look = (): void => {
    note('web', web);
    note('worker', worker);
    note('child', worker.flatMap(childrenOf));
  };
  const looking = setInterval(look, lookEveryMs);
  return {
    peaks: () => {
      look();
      return peaks;
    },
    stop: () => clearInterval(looking),
  };
};

/** Whichever thread has started them. */
const childrenOf = (pid: number): readonly number[] =>
  threadsOf(pid).flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((word) => word !== '')
      .map(Number),
  );

const threadsOf = (pid: number): readonly string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // it has ended meanwhile
  }
};

const highWaterMb = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};
