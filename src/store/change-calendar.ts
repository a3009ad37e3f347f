import { sql } from 'kysely';

import { holidayKinds, isDay, type HolidayRow } from '../domain/calendar.ts';
import type { FieldProblem, Problem, Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { cityIsKeptForMs } from './city.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

export type NamedHoliday = HolidayRow & { readonly name: string; readonly source: string };

export type CalendarChange = {
  /** The id of the post that decides it. */
  readonly by: string;
  readonly reason: string;
  readonly add: readonly NamedHoliday[];
  readonly remove: readonly HolidayRow[];
  readonly at: Date;
};

/**
 * Adds days off and takes some away, writes down why, and has the running clocks counted again (`recount-clocks`). What is there already is not added
 * twice. Refused with `reason`, `add`, `add.DAY` or `remove.DAY`: nothing changes.
 */
export const changeCalendar = async (
  tx: Tx,
  laksa: Pick<Installation, 'cities' | 'clock'>,
  tenant: Tenant,
  change: CalendarChange,
): Promise<Result<{ readonly changeId: string }, Refusal>> => {
  await oneAtATime(tx, tenant.id);
  const before = await readHolidays(tx, tenant.id);
  const has = ({ day, kind }: HolidayRow): boolean => before.some((row) => row.day === day && row.kind === kind);
  const added = change.add.filter((row) => !has(row));
  const problems = problemsOf(change, added, has);
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  const isRemoved = (row: HolidayRow) => change.remove.some(({ day, kind }) => day === row.day && kind === row.kind);
  const removed = before.filter(isRemoved);
  const changeId = uuid7(change.at);
  await writeDays(tx, tenant.id, added, removed);
  await writeChange(tx, tenant.id, { ...change, changeId, added, removed });
  laksa.cities.forget(tenant.id);
  // By then no process counts by the days it knew before.
  const runAt = new Date(laksa.clock.now().getTime() + cityIsKeptForMs + 1_000);
  await jobs.add(tx, 'recount-clocks', { tenantId: tenant.id, changeId }, { runAt });
  return ok({ changeId });
};

/** What makes no sense whatever the calendar says, for a form that previews before it asks. */
export const calendarProblems = ({ add }: Pick<CalendarChange, 'add'>): readonly FieldProblem[] =>
  add.flatMap((row) => {
    const problem = problemOf(row);
    return problem === null ? [] : [{ field: `add.${row.day}`, problem }];
  });

const problemOf = ({ day, kind, name, source }: NamedHoliday): Problem | null => {
  if (!isDay(day)) return 'not_a_date';
  if (!holidayKinds.includes(kind)) return 'unknown';
  return name.trim() === '' || source.trim() === '' ? 'required' : null;
};

const oneAtATime = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa calendar ${tenantId}`}, 0))`.execute(tx);
};

export const readHolidays = async (tx: Tx, tenantId: string): Promise<readonly NamedHoliday[]> =>
  tx
    .selectFrom('holiday')
    .select([sql<string>`day::text`.as('day'), 'kind', 'name', 'source'])
    .$narrowType<{ kind: HolidayRow['kind'] }>()
    .where('tenant_id', '=', tenantId)
    .execute();

const problemsOf = (
  change: CalendarChange,
  added: readonly NamedHoliday[],
  has: (row: HolidayRow) => boolean,
): readonly FieldProblem[] => [
  ...(change.reason.trim() === '' ? [{ field: 'reason', problem: 'required' } as const] : []),
  ...(added.length + change.remove.length === 0 ? [{ field: 'add', problem: 'required' } as const] : []),
  ...calendarProblems(change),
  ...change.remove
    .filter((row) => !has(row))
    .map(({ day }) => ({ field: `remove.${day}`, problem: 'unknown' }) as const),
];

const writeDays = async (
  tx: Tx,
  tenantId: string,
  added: readonly NamedHoliday[],
  removed: readonly HolidayRow[],
): Promise<void> => {
  for (const { day, kind } of removed)
    await tx
      .deleteFrom('holiday')
      .where('tenant_id', '=', tenantId)
      .where('day', '=', day)
      .where('kind', '=', kind)
      .execute();
  if (added.length === 0) return;
  const rows = added.map(({ day, kind, name, source }) => ({ tenant_id: tenantId, day, kind, name, source }));
  await tx
    .insertInto('holiday')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

type Written = CalendarChange & {
  readonly changeId: string;
  readonly added: readonly NamedHoliday[];
  readonly removed: readonly NamedHoliday[];
};

const writeChange = async (
  tx: Tx,
  tenantId: string,
  { changeId, reason, by, at, added, removed }: Written,
): Promise<void> => {
  await tx
    .insertInto('calendar_change')
    .values({
      tenant_id: tenantId,
      id: changeId,
      reason: reason.trim(),
      made_by: by,
      made_at: at,
      added: JSON.stringify(added),
      removed: JSON.stringify(removed),
    })
    .execute();
};
