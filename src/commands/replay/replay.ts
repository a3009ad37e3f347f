import { setTimeout as pause } from 'node:timers/promises';

import { ConfigError } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import { afterwards, agendaOf, type Happening } from './agenda.ts';
import { fileReport, NotFiled } from './citizen.ts';
import { hireCrew, type Crew } from './crew.ts';
import type { FileTime } from './file-time.ts';
import type { HttpClient } from './http-client.ts';
import type { Journal } from './journal.ts';
import { liveOn, officerFor, stateOf, type Life } from './life.ts';
import { nonceOfRow } from './nonce-of-row.ts';
import { routerFor, type Route, type Routing } from './routing.ts';
import type { Row } from './row.ts';
import { tallyFrom, type Tally } from './tally.ts';

export type ReplayMeans = {
  readonly laksa: Installation;
  readonly tenant: Tenant;
  readonly http: HttpClient;
  readonly journal: Journal;
  readonly time: FileTime;
  readonly onChange: (progress: Progress) => void;
};

export type ReplayPlan = {
  readonly routing: Routing;
  /** At most so many rows are filed a second. */
  readonly perSecond: number;
};

/** As far as it has come; what an earlier run did counts too. */
export type Progress = {
  readonly rows: number;
  readonly filed: number;
  readonly answered: number;
  readonly retries: number;
  /** The table's time. */
  readonly at: Date;
};

type Run = ReplayMeans & {
  readonly city: City;
  readonly crew: Crew;
  readonly routeOf: (row: Row) => Route;
  readonly tally: Tally;
  readonly gapMs: number;
};

/** Keys for as long as the longest table runs in its own time. */
const keysForDays = 5 * 366;

/**
 * Lets everything in a table happen again, one thing after another, each at its own time: filed through the form, sorted, assigned, and answered when
 * the table says so. Goes on where an earlier run stopped. Then the days go on until every reply window has run out.
 */
export const replayRows = async (means: ReplayMeans, rows: readonly Row[], plan: ReplayPlan): Promise<Tally> => {
  const { laksa, tenant, journal, time } = means;
  const city = await currentCity(laksa, tenant);
  const run: Run = {
    ...means,
    city,
    crew: await hireCrew(laksa, tenant, city, keysForDays),
    routeOf: routerFor(city, plan.routing),
    tally: tallyFrom(journal, rows),
    gapMs: 1_000 / plan.perSecond,
  };
  const agenda = agendaOf(rows);
  for (const happening of agenda) {
    await happen(run, happening);
    tell(run);
  }
  for (const day of afterwards(agenda)) if (day > time.now()) await time.stepTo(day);
  tell(run);
  return run.tally;
};

const tell = ({ tally, time, onChange }: Run): void =>
  onChange({
    rows: tally.rows,
    filed: tally.filed.size,
    answered: tally.answered.size,
    retries: tally.retries,
    at: time.now(),
  });

const happen = async (run: Run, { what, at, row }: Happening): Promise<void> => {
  const { tally, time } = run;
  if (tally.refused.has(row.id)) return;
  if ((what === 'filing' ? tally.routed : tally.answered).has(row.id)) return;
  if (at < time.now())
    throw new ConfigError(
      `row ${row.id} is of ${at.toISOString()}, and the clock of ${run.tenant.slug} stands at ${time.now().toISOString()} already: name another city with --tenant`,
    );
  await time.stepTo(at);
  if (what === 'filing') await fileAndRoute(run, row);
  else await answer(run, row);
};

const fileAndRoute = async (run: Run, row: Row): Promise<void> => {
  const { tally, journal } = run;
  const wasFiled = tally.filed.has(row.id);
  try {
    if (!wasFiled) await file(run, row);
  } catch (error) {
    if (!isTurnedAway(error)) throw error;
    await journal.write({ what: 'refused', row: row.id, reason: error.message });
    tally.refused.set(row.id, error.message);
    return;
  }
  const tookMs = await timed(run, () => live(run, row, { from: wasFiled ? undefined : 'received', until: 'assigned' }));
  await journal.write({ what: 'routed', row: row.id, tookMs });
  tally.routed.add(row.id);
  tally.tookMs.routing.push(tookMs);
};

/** The form did not take it as it is; anything else is the service's trouble. */
const isTurnedAway = (error: unknown): error is NotFiled =>
  error instanceof NotFiled && [400, 413, 422].includes(error.status);

/** Text and place in words alone: what it is about and whose task it is, the city has to find out. */
const file = async (run: Run, row: Row): Promise<void> => {
  const { laksa, tenant, http, journal, tally, gapMs } = run;
  const began = laksa.clock.now().getTime();
  const fields = {
    kind: 'complaint',
    description: row.text,
    place: row.place,
    nonce: nonceOfRow(tenant.slug, row.id),
  };
  const slip = await fileReport(http, fields, () => countRetry(tally));
  const tookMs = laksa.clock.now().getTime() - began;
  await journal.write({ what: 'filed', row: row.id, ...slip, tookMs });
  tally.filed.set(row.id, slip);
  tally.tookMs.filing.push(tookMs);
  if (tookMs < gapMs) await pause(gapMs - tookMs);
};

/** Accepted with a message, answered and approved, at the moment of the first response; the reporter stays silent from then on. */
const answer = async (run: Run, row: Row): Promise<void> => {
  const { tally, journal } = run;
  const tookMs = await timed(run, () => live(run, row, { from: undefined, until: 'resolved' }));
  await journal.write({ what: 'answered', row: row.id, tookMs });
  tally.answered.add(row.id);
  tally.tookMs.answering.push(tookMs);
};

const timed = async ({ laksa }: Run, work: () => Promise<void>): Promise<number> => {
  const began = laksa.clock.now().getTime();
  await work();
  return laksa.clock.now().getTime() - began;
};

type Stretch = { readonly from: string | undefined; readonly until: string };

/** Without a state to start from the report is asked for it: an earlier run may have come further than it could write down. */
const live = async (run: Run, row: Row, { from, until }: Stretch): Promise<void> => {
  const { http, crew, city, tally } = run;
  const slip = tally.filed.get(row.id);
  if (slip === undefined) throw new Error(`row ${row.id} is not filed`);
  const { category, village } = run.routeOf(row);
  const life: Life = {
    http,
    crew,
    slip,
    category,
    village,
    officer: officerFor(city, category, village),
    title: row.topic,
    onRetry: () => countRetry(tally),
  };
  const state = await liveOn(life, from ?? (await stateOf(life)), until);
  if (state !== until) throw new Error(`report ${slip.number} of row ${row.id} came no further than ${state}`);
};

const countRetry = (tally: Tally): void => {
  tally.retries += 1;
};
