import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { categoryOfRow } from './category-of-row.ts';
import { fileReport, NotFiled, type Slip } from './citizen.ts';
import { hireCrew, type Crew } from './crew.ts';
import type { HttpClient } from './http-client.ts';
import { addressOfRow, nonceOfRow, ownVillage, ratingOfRow } from './invented.ts';
import type { Journal } from './journal.ts';
import { liveOn, officerFor, stateOf, type Life } from './life.ts';
import { eachAtPace, type Pace } from './pace.ts';
import type { Row } from './row.ts';

export type ReplayMeans = {
  readonly laksa: Installation;
  readonly tenant: Tenant;
  readonly http: HttpClient;
  readonly journal: Journal;
  readonly onChange: (progress: Progress) => void;
};

/** As far as it has come; what an earlier run did counts too. */
export type Progress = {
  readonly rows: number;
  readonly filed: number;
  readonly closed: number;
  readonly retries: number;
};

export type Replayed = {
  readonly acknowledged: ReadonlyMap<string, Slip>;
  readonly retries: number;
  /** Row by row, why the service did not take it. */
  readonly refused: readonly { readonly row: string; readonly reason: string }[];
  /** Milliseconds of this run and of earlier ones. */
  readonly filingMs: readonly number[];
  readonly lifeMs: readonly number[];
};

/** Files every row and carries it to `closed`; goes on where an earlier run stopped. */
export const replayRows = async (means: ReplayMeans, rows: readonly Row[], pace: Pace): Promise<Replayed> => {
  const { laksa, tenant, journal } = means;
  const city = await laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()), {
    readOnly: true,
  });
  const run = { ...means, city, crew: await hireCrew(laksa, tenant, city), tally: tallyFrom(journal, rows) };
  run.onChange(progressOf(run.tally));
  await eachAtPace(rows, laksa.clock, pace, (row) => replayRow(run, row));
  const { acknowledged, retries, refused, filingMs, lifeMs } = run.tally;
  return { acknowledged, retries, refused, filingMs, lifeMs };
};

type Tally = {
  readonly rows: number;
  readonly acknowledged: Map<string, Slip>;
  readonly closed: Set<string>;
  readonly refused: { readonly row: string; readonly reason: string }[];
  readonly filingMs: number[];
  readonly lifeMs: number[];
  retries: number;
};

type Run = ReplayMeans & { readonly city: City; readonly crew: Crew; readonly tally: Tally };

const tallyFrom = ({ entries }: Journal, rows: readonly Row[]): Tally => {
  const wanted = new Set(rows.map(({ id }) => id));
  const own = entries.filter(({ row }) => wanted.has(row));
  const filed = own.filter((entry) => entry.what === 'filed');
  const closed = own.filter((entry) => entry.what === 'closed');
  return {
    rows: rows.length,
    acknowledged: new Map(filed.map(({ row, number, claimCode }) => [row, { number, claimCode }])),
    closed: new Set(closed.map(({ row }) => row)),
    refused: [],
    filingMs: filed.map(({ tookMs }) => tookMs),
    lifeMs: closed.map(({ tookMs }) => tookMs),
    retries: 0,
  };
};

const progressOf = ({ rows, acknowledged, closed, retries }: Tally): Progress => ({
  rows,
  filed: acknowledged.size,
  closed: closed.size,
  retries,
});

const replayRow = async (run: Run, row: Row): Promise<void> => {
  const { tally } = run;
  if (tally.closed.has(row.id)) return;
  try {
    const known = tally.acknowledged.get(row.id);
    await carryOn(run, row, known ?? (await file(run, row)), known !== undefined);
  } catch (error) {
    if (!(error instanceof NotFiled)) throw error;
    tally.refused.push({ row: row.id, reason: error.message });
  }
  run.onChange(progressOf(tally));
};

const file = async (run: Run, row: Row): Promise<Slip> => {
  const { laksa, tenant, city, http, journal, tally } = run;
  const fields = {
    kind: 'complaint',
    description: row.text,
    village: ownVillage(city, row.village) ?? '',
    place: row.place,
    email: addressOfRow(row.id),
    nonce: nonceOfRow(tenant.slug, row.id),
  };
  const began = laksa.clock.now().getTime();
  const slip = await fileReport(http, fields, () => countRetry(tally));
  const tookMs = laksa.clock.now().getTime() - began;
  await journal.write({ what: 'filed', row: row.id, ...slip, tookMs });
  tally.acknowledged.set(row.id, slip);
  tally.filingMs.push(tookMs);
  return slip;
};

const carryOn = async (run: Run, row: Row, slip: Slip, wasKnown: boolean): Promise<void> => {
  const { laksa, city, crew, http, journal, tally } = run;
  const category = categoryOfRow(city, row.category);
  const officer = officerFor(city, category, ownVillage(city, row.village));
  const life: Life = {
    http,
    crew,
    slip,
    category,
    officer,
    title: row.topic,
    rating: ratingOfRow(row.id),
    onRetry: () => countRetry(tally),
  };
  const began = laksa.clock.now().getTime();
  const state = await liveOn(life, wasKnown ? await stateOf(life) : 'received');
  if (state !== 'closed') throw new Error(`report ${slip.number} came no further than ${state}`);
  const tookMs = laksa.clock.now().getTime() - began;
  await journal.write({ what: 'closed', row: row.id, tookMs });
  tally.closed.add(row.id);
  tally.lifeMs.push(tookMs);
};

const countRetry = (tally: Tally): void => {
  tally.retries += 1;
};
