import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { seededRandom } from '../src/testing/seeded-random.ts';
import { bareEnvironment, type Service } from './service.ts';
import { crewOf } from './processes.ts';

export type KillPlan = {
  /** What follows `laksa replay`. */
  readonly words: readonly string[];
  readonly journalFile: string;
  /** Lines that the journal has at the end, about. */
  readonly lines: number;
  readonly kills: number;
  /** The same seed kills the same kinds at the same lines of the journal. */
  readonly seed: number;
};

export type KilledReplay = {
  readonly killed: readonly string[];
  readonly runs: number;
  /** What the last run printed. */
  readonly said: string;
};

const victims = ['server', 'database', 'server and database', 'replay'] as const;
type Victim = (typeof victims)[number];

/** Replays a table to its end while server, database and the replay itself are killed at random lines of its journal; each is started again. */
export const replayWhileKilled = async (service: Service, plan: KillPlan): Promise<KilledReplay> => {
  const replay = startReplays(service, plan);
  const [said, killed] = await Promise.all([replay.said, killAtRandom(service, plan, replay.kill)]);
  return { killed, runs: replay.runs(), said };
};

const startReplays = (service: Service, { words, kills }: KillPlan) => {
  let child: ChildProcess | undefined;
  let runs = 0;
  const run = async (): Promise<string> => {
    let said = '';
    for (const most = 2 * kills + 5; runs < most; await pause(500)) {
      if (!(await isReady(service))) continue;
      runs += 1;
      said = '';
      child = launch(service, words, (more) => {
        said += more;
      });
      const [code] = await once(child, 'exit');
      if (code === 0) return said;
    }
    throw new Error(`the replay did not come to its end in ${runs} runs; it said last: ${said}`);
  };
  return { said: run(), runs: () => runs, kill: () => child?.kill('SIGKILL') };
};

const launch = ({ origin, dataDir }: Service, words: readonly string[], hear: (more: string) => void): ChildProcess => {
  const env = { ...bareEnvironment(), LAKSA_DATA: dataDir, PORT: new URL(origin).port };
  const root = join(import.meta.dirname, '..');
  const child = spawn(process.execPath, ['dist/main.js', 'replay', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  return child;
};

const isReady = async ({ origin }: Service): Promise<boolean> =>
  (await fetch(`${origin}/readyz`).catch(() => null))?.ok === true;

const killAtRandom = async (
  service: Service,
  { journalFile, lines, kills, seed }: KillPlan,
  killReplay: () => void,
): Promise<readonly string[]> => {
  const random = seededRandom(seed);
  const moments = Array.from({ length: kills }, () => Math.ceil(random() * lines * 0.9)).toSorted((a, b) => a - b);
  const killed: string[] = [];
  let waiting: Victim[] = [];
  for (const moment of moments) {
    while ((await linesIn(journalFile)) < moment) await pause(20);
    // Each kind once before any comes again.
    if (waiting.length === 0) waiting = [...victims];
    const victim = waiting.splice(Math.floor(random() * waiting.length), 1)[0] ?? 'server';
    if (victim === 'replay') killReplay();
    else await kill(service, victim);
    killed.push(`${victim} at line ${moment}`);
  }
  return killed;
};

const linesIn = async (file: string): Promise<number> =>
  existsSync(file) ? (await readFile(file, 'utf8')).split('\n').length - 1 : 0;

const kill = async (service: Service, victim: Exclude<Victim, 'replay'>): Promise<void> => {
  const crew = await crewOf(service);
  const server = [...crew.supervisor, ...crew.web, ...crew.worker];
  const pids = { server, database: crew.postmaster, 'server and database': [...server, ...crew.postmaster] }[victim];
  for (const pid of pids) end(pid);
  if (victim !== 'database') await startAgain(service);
};

const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself, after its parent.
  }
};

/** As an operator would: the port may still be held by what the dead one left behind, which is ending. */
const startAgain = async (service: Service): Promise<void> => {
  for (let round = 1; ; round += 1) {
    await pause(500);
    try {
      return await service.start();
    } catch (error) {
      if (round === 20) throw error;
    }
  }
};
