import { sql } from 'kysely';

import { holidayKinds, isDay, yearOf, type HolidayRow } from '../domain/calendar.ts';
import {
  changedDays,
  isYearToEnter,
  type ChangedDays,
  type NamedHoliday,
  type WantedDays,
} from '../domain/changed-days.ts';
import type { FieldProblem, Problem, Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { localDay } from '../domain/time.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { readCalendarVersion } from './calendar-change.ts';
import { cityIsKeptForMs } from './city.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

export type CalendarChange = WantedDays & {
  /** The id of the post that decides it. */
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
  /** The version of the calendar by which it was decided (`readCalendarVersion`); left out: whatever it is by now. */
  readonly seen?: number | undefined;
};

/**
 * Adds days off and takes some away, writes down why, and has the open clocks counted again (`recount-clocks`). What is there already is not added
 * twice. Refused when somebody else changed the calendar after `seen`, and with `reason`, `add`, `add.DAY` or `remove.DAY`: nothing changes.
 */
export const changeCalendar = async (
  tx: Tx,
  laksa: Pick<Installation, 'cities' | 'clock'>,
  tenant: Tenant,
  change: CalendarChange,
): Promise<Result<{ readonly changeId: string }, Refusal>> => {
  await oneAtATime(tx, tenant.id);
  const version = await readCalendarVersion(tx, tenant.id);
  if (change.seen !== undefined && change.seen !== version) return refuse({ kind: 'changed_meanwhile', version });
  const changed = changedDays(await readHolidays(tx, tenant.id), change);
  const problems = problemsOf(change, changed, yearOf(localDay(change.at.toISOString(), tenant.zone)));
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  const changeId = uuid7(change.at);
  await writeDays(tx, tenant.id, changed);
  await writeChange(tx, tenant.id, { ...change, ...changed, changeId });
  laksa.cities.forget(tenant.id);
  // By then no process counts by the days it knew before.
  const runAt = new Date(laksa.clock.now().getTime() + cityIsKeptForMs + 1_000);
  await jobs.add(tx, 'recount-clocks', { tenantId: tenant.id, changeId }, { runAt });
  return ok({ changeId });
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
  { reason, add }: CalendarChange,
  { added, removed, unknown }: ChangedDays,
  thisYear: number,
): readonly FieldProblem[] => [
  ...(reason.trim() === '' ? [{ field: 'reason', problem: 'required' } as const] : []),
  ...(added.length + removed.length + unknown.length === 0 ? [{ field: 'add', problem: 'required' } as const] : []),
  ...add.flatMap((row) => {
    const problem = problemOf(row, thisYear);
    return problem === null ? [] : [{ field: `add.${row.day}`, problem }];
  }),
  ...unknown.map(({ day }) => ({ field: `remove.${day}`, problem: 'unknown' }) as const),
];

const problemOf = ({ day, kind, name, source }: NamedHoliday, thisYear: number): Problem | null => {
  if (!isDay(day)) return 'not_a_date';
  if (!isYearToEnter(yearOf(day), thisYear)) return 'not_allowed';
  if (!holidayKinds.includes(kind)) return 'unknown';
  return name.trim() === '' || source.trim() === '' ? 'required' : null;
};

/** What goes first makes room for what comes: a corrected day is both. */
const writeDays = async (tx: Tx, tenantId: string, { added, removed }: ChangedDays): Promise<void> => {
  for (const { day, kind } of removed)
    await tx
      .deleteFrom('holiday')
      .where('tenant_id', '=', tenantId)
      .where('day', '=', day)
      .where('kind', '=', kind)
      .execute();
  if (added.length === 0) return;
  const rows = added.map(({ day, kind, name, source }) => ({ tenant_id: tenantId, day, kind, name, source }));
  await tx.insertInto('holiday').values(rows).execute();
};

type Written = CalendarChange & Pick<ChangedDays, 'added' | 'removed'> & { readonly changeId: string };

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
