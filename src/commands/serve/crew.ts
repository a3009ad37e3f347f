import cluster, { type Worker } from 'node:cluster';

import type { Config } from '../../config.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { openLine, type Answers, type Line } from '../../platform/line/line.ts';
import type { ChildKind } from './child-environment.ts';
import type { Prepared } from './prepare.ts';

/** A child that dies is started again after this long, doubled each time it dies young, up to the longest. */
const shortestPauseMs = 250;
const longestPauseMs = 10_000;
const youngMs = 10_000;

/** How long children may take to finish what they answer before they are ended; the contract gives the whole stop ten seconds. */
const drainMs = 7_000;

/** One child's place: who takes it over after a death has the same name, so that what is counted by it stays one line. */
export type Member = { readonly name: string; readonly kind: ChildKind; readonly line: Line };

export type CrewOptions = {
  readonly config: Config;
  readonly env: Prepared['env'];
  readonly log: (line: string) => void;
  /** What each child may ask or tell, by its name. */
  readonly answersTo: (name: string) => Answers;
  /** Told of each child that ended without being asked to. */
  readonly onDeath: (name: string, at: Date) => void;
};

export type Crew = {
  /** Resolves when somebody answers citizens, where anybody does. */
  readonly listening: Promise<void>;
  readonly members: () => readonly Member[];
  /** Each ends in good order and another takes its place. */
  readonly replace: () => void;
  readonly dismiss: () => Promise<void>;
};

/** Starts the processes that were asked for, and another for each that dies. */
export const hire = ({ config, env, log, answersTo, onDeath }: CrewOptions): Crew => {
  const alive = new Map<Worker, Member>();
  const replaced = new Set<Worker>();
  const pauses = new Set<NodeJS.Timeout>();
  let dismissed = false;
  const up = Promise.withResolvers<void>();

  const start = (kind: ChildKind, name: string, pauseMs: number): void => {
    // Not by the machine's clock, which may jump.
    const startedAt = performance.now();
    const worker = cluster.fork(env(kind));
    alive.set(worker, { name, kind, line: openLine(lineTo(worker), answersTo(name)) });
    // Up is who answers citizens, where anybody does.
    worker.once('message', () => (kind === 'web' || !config.roles.includes('web')) && up.resolve());
    worker.once('exit', (code, signal) => {
      alive.delete(worker);
      if (dismissed) return;
      if (replaced.delete(worker)) return start(kind, name, shortestPauseMs);
      onDeath(name, systemClock.now());
      const next = performance.now() - startedAt < youngMs ? Math.min(pauseMs * 2, longestPauseMs) : shortestPauseMs;
      log(`a ${kind} process ended (${signal ?? code}); starting another in ${next} ms`);
      const pause = setTimeout(() => {
        pauses.delete(pause);
        start(kind, name, next);
      }, next);
      pauses.add(pause);
    });
  };

  for (const { kind, name } of placesOf(config)) start(kind, name, shortestPauseMs);
  return {
    listening: up.promise,
    members: () => [...alive.values()],
    replace: () => {
      for (const worker of alive.keys()) endReplaced(worker, replaced);
    },
    dismiss: async () => {
      dismissed = true;
      for (const pause of pauses) clearTimeout(pause);
      await Promise.all([...alive.keys()].map(endWorker));
    },
  };
};

const placesOf = ({ roles, webProcesses, backup }: Config): readonly Pick<Member, 'kind' | 'name'>[] => [
  ...roles.flatMap((kind) =>
    Array.from({ length: kind === 'web' ? webProcesses : 1 }, (_, at) => ({ kind, name: `${kind}-${at + 1}` })),
  ),
  ...(backup !== undefined && roles.includes('worker') ? [{ kind: 'archiver', name: 'archiver-1' } as const] : []),
];

/** A child that has just died hears nothing, and that is no error of whoever speaks to it. */
const lineTo = (worker: Worker) => ({
  send: (message: object) => worker.isConnected() && worker.send(message, () => undefined),
  on: (event: 'message', hear: (message: unknown) => void) => worker.on(event, hear),
});

const endReplaced = (worker: Worker, replaced: Set<Worker>): void => {
  replaced.add(worker);
  worker.process.kill('SIGTERM');
};

const endWorker = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    const killing = setTimeout(() => worker.process.kill('SIGKILL'), drainMs);
    worker.once('exit', () => {
      clearTimeout(killing);
      resolve();
    });
    worker.process.kill('SIGTERM');
  });
