import { currentCity } from '../../store/current-city.ts';
import { readAgencies, readClockFigures, readOffered } from './figures.ts';
import { lessonsOf } from './lessons.ts';
import { askOracle } from './oracle.ts';
import { reconcile } from './reconcile.ts';
import type { ReplayMeans } from './replay.ts';
import { spreadOf, type ReplayReport } from './report.ts';
import type { Routing } from './routing.ts';
import { answeredAtOf, hasNegativeAnswer, type Row } from './row.ts';
import { repeatsIn, type Repeat } from './same-rows.ts';
import { agencyShareOf, villageShareOf } from './shares.ts';
import type { Tally } from './tally.ts';

export type Replayed = {
  readonly routing: Routing;
  readonly tally: Tally;
  readonly tookMs: number;
  readonly filed: number;
};

type Ground = Pick<ReplayMeans, 'laksa' | 'tenant' | 'journal'>;

/** Everything that a replay says at its end, read as the application reads. */
export const reportOf = async (ground: Ground, rows: readonly Row[], replayed: Replayed): Promise<ReplayReport> => {
  const { routing, tally, tookMs, filed } = replayed;
  const { villages } = await currentCity(ground.laksa, ground.tenant);
  const silent = rows.filter((row) => answeredAtOf(row) === null);
  return {
    routing,
    rows: rows.length,
    acknowledged: tally.filed.size,
    refused: [...tally.refused].map(([row, reason]) => ({ row, reason })),
    answered: tally.answered.size,
    withoutAnswer: silent.filter((row) => !hasNegativeAnswer(row)).map(({ id }) => id),
    negativeAnswer: silent.filter(hasNegativeAnswer).map(({ id }) => id),
    ...(await readBack(ground, rows, tally)),
    villages: villageShareOf(rows, villages),
    retries: tally.retries,
    tookMs,
    filedPerSecond: (filed * 1000) / Math.max(1, tookMs),
    filingMs: spreadOf(tally.tookMs.filing),
    routingMs: spreadOf(tally.tookMs.routing),
    answeringMs: spreadOf(tally.tookMs.answering),
    lessons: lessonsOf(rows),
  };
};

type ReadBack = Pick<ReplayReport, 'clocks' | 'agencies' | 'repeats' | 'oracle'> &
  Awaited<ReturnType<typeof reconcile>>;

const readBack = async ({ laksa, tenant, journal }: Ground, rows: readonly Row[], tally: Tally): Promise<ReadBack> => {
  const acknowledged = rows.flatMap(({ id, text }) => {
    const slip = tally.filed.get(id);
    return slip === undefined ? [] : [{ row: id, number: slip.number, text }];
  });
  const told = new Set([
    ...journal.entries.flatMap((entry) => (entry.what === 'filed' ? entry.number : [])),
    ...acknowledged.map(({ number }) => number),
  ]);
  return laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const agencies = await readAgencies(tx, tenant.id);
      const repeats = repeatsIn(rows.filter(({ id }) => tally.filed.has(id)));
      const numberOf = (row: string): string => tally.filed.get(row)?.number ?? '';
      const offered = await readOffered(
        tx,
        tenant.id,
        repeats.map(({ row }) => numberOf(row)),
      );
      const isOffered = ({ row, same }: Repeat): boolean =>
        same.some((other) => offered.get(numberOf(row))?.has(numberOf(other)));
      return {
        ...(await reconcile(tx, tenant.id, acknowledged, told)),
        clocks: await readClockFigures(tx, tenant.id),
        agencies: agencyShareOf(rows, new Map(rows.flatMap(({ id }) => entryOf(id, agencies.get(numberOf(id)))))),
        repeats: { rows: repeats.length, offered: repeats.filter(isOffered).length },
        oracle: await askOracle(tx, tenant.id),
      };
    },
    { readOnly: true },
  );
};

const entryOf = (id: string, agency: string | undefined): readonly (readonly [string, string])[] =>
  agency === undefined ? [] : [[id, agency]];
