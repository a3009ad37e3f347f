import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { fileReport, type Slip } from '../src/commands/replay/citizen.ts';
import type { Crew as Keys } from '../src/commands/replay/crew.ts';
import { openHttp, type HttpClient } from '../src/commands/replay/http-client.ts';
import { openJournal, type Journal } from '../src/commands/replay/journal.ts';
import { liveOn, stateOf, type Life } from '../src/commands/replay/life.ts';
import { eachAtPace } from '../src/commands/replay/pace.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import type { Category, NamedPost } from '../src/store/city.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import { crewOf } from './processes.ts';
import type { Service } from './service.ts';

export type CrashPlan = {
  readonly reports: number;
  readonly crashes: number;
  /** Between two crashes, on average. */
  readonly everyMs: number;
  /** The same seed kills the same kinds of processes in the same order. */
  readonly seed: number;
};

/** What every third report needs to be carried to its end meanwhile. */
export type Handling = { readonly keys: Keys; readonly category: Category; readonly officer: NamedPost };

export type Crashed = {
  /** By the number of the filing: what its citizen was told. */
  readonly told: ReadonlyMap<number, Slip>;
  readonly handled: readonly number[];
  /** Kinds of processes that were killed, in their order. */
  readonly killed: readonly string[];
  readonly retries: number;
};

const victims = ['web', 'worker', 'postmaster', 'backend', 'supervisor'] as const;
const citizensAtOnce = 6;

/**
 * Kills one process after another while citizens file and offices work. Whoever gets no answer asks again with the same nonce; what was acknowledged
 * is in a journal on the disk before the next report.
 */
export const crashWhileFiling = async (service: Service, plan: CrashPlan, handling: Handling): Promise<Crashed> => {
  const http = openHttp({ origin: service.origin, connections: citizensAtOnce, timeoutMs: 10_000 });
  const journal = await openJournal(join(service.dataDir, 'crash-journal.jsonl'));
  const tally = { told: new Map<number, Slip>(), handled: [] as number[], retries: 0 };
  const perSecond = plan.reports / ((plan.crashes * plan.everyMs) / 1000);
  const filings = Array.from({ length: plan.reports }, (_, index) => index);
  try {
    const [killed] = await Promise.all([
      killOneAfterAnother(service, plan),
      eachAtPace(filings, systemClock, { atOnce: citizensAtOnce, perSecond }, (index) =>
        fileAndHandle({ http, journal, plan, handling, tally }, index),
      ),
    ]);
    return { ...tally, killed };
  } finally {
    await journal.close();
    http.close();
  }
};

export const textOf = (index: number): string => `Laporan ke-${index}: lampu jalan padam, sudah ${index % 30} hari.`;

type Filing = {
  readonly http: HttpClient;
  readonly journal: Journal;
  readonly plan: CrashPlan;
  readonly handling: Handling;
  readonly tally: { readonly told: Map<number, Slip>; readonly handled: number[]; retries: number };
};

const fileAndHandle = async ({ http, journal, plan, handling, tally }: Filing, index: number): Promise<void> => {
  const onRetry = (): void => {
    tally.retries += 1;
  };
  const fields = {
    description: textOf(index),
    email: `warga-${index}@contoh.invalid`,
    nonce: nonceOf(plan.seed, index),
  };
  const slip = await fileReport(http, fields, onRetry);
  await journal.write({ what: 'filed', row: String(index), ...slip, tookMs: 0 });
  tally.told.set(index, slip);
  if (index % 3 !== 0) return;
  const life: Life = {
    http,
    crew: handling.keys,
    slip,
    category: handling.category,
    officer: handling.officer,
    title: `Laporan ${index}`,
    rating: 4,
    onRetry,
  };
  if ((await liveOn(life, await stateOf(life))) === 'closed') tally.handled.push(index);
};

const nonceOf = (seed: number, index: number): string => {
  const hex = createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const killOneAfterAnother = async (
  service: Service,
  { crashes, everyMs, seed }: CrashPlan,
): Promise<readonly string[]> => {
  const random = seededRandom(seed);
  const killed: string[] = [];
  let waiting: (typeof victims)[number][] = [];
  while (killed.length < crashes) {
    await pause(everyMs * (0.5 + random()));
    // Each kind once before any comes again.
    if (waiting.length === 0) waiting = [...victims];
    const kind = waiting.splice(Math.floor(random() * waiting.length), 1)[0] ?? 'web';
    if (await kill(service, kind, random)) killed.push(kind);
  }
  return killed;
};

/** False when none of that kind was alive at this moment: it is being started again after the last crash. */
const kill = async (service: Service, kind: (typeof victims)[number], random: () => number): Promise<boolean> => {
  const pids = (await crewOf(service))[kind];
  const pid = pids[Math.floor(random() * pids.length)];
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
  if (kind === 'supervisor') await startAgain(service);
  return true;
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
