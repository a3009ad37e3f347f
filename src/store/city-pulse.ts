import { sql } from 'kysely';

import type { ClockKind } from '../domain/clocks.ts';
import type { CityPulse, Waiting } from '../domain/health/health-facts.ts';
import { missingYear } from '../domain/missing-year.ts';
import type { ReportState } from '../domain/report.ts';
import { leastUuid7 } from '../platform/db/uuid7.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { City } from './city.ts';
import { secondsAhead } from './seconds-ahead.ts';
import type { Tx } from './tx.ts';

const dayMs = 24 * 3_600_000;
const usualDays = 28;

/** How a city is doing, in numbers: no report is read, each number comes out of an index that holds little else. By the city's own time. */
export const readCityPulse = async (tx: Tx, tenant: Tenant, { calendar }: City): Promise<CityPulse> => {
  const now = tenant.clock.now();
  const { id, slug, name, isRehearsal, isClockSet } = tenant;
  return {
    slug,
    name,
    isPretended: isRehearsal || isClockSet,
    open: await openByState(tx, id),
    late: await lateByClock(tx, id),
    ...(await readWaiting(tx, id, now)),
    ...(await readFailedLetters(tx, id, now)),
    aheadSeconds: await secondsAhead(tx, id, now),
    broken: await readBroken(tx, id, now),
    missingYear: missingYear(calendar, now.toISOString()),
  };
};

/** Served by `report_state_idx`. */
const openByState = async (tx: Tx, tenantId: string): Promise<CityPulse['open']> => {
  const { rows } = await sql<{ readonly state: ReportState; readonly count: number }>`
    select state, count(*)::int as count from laksa.report
    where tenant_id = ${tenantId} and state not in ('closed', 'rejected') group by state`.execute(tx);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

/** Open clocks whose date has passed; served by `report_clock_late_idx`. */
const lateByClock = async (tx: Tx, tenantId: string): Promise<CityPulse['late']> => {
  const { rows } = await sql<{ readonly kind: ClockKind; readonly count: number }>`
    select kind, count(*)::int as count from laksa.report_clock
    where tenant_id = ${tenantId} and stopped_at is null and passed_at is not null group by kind`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
};

type WaitingRow = { readonly what: keyof typeof noneWaiting; readonly count: number; readonly oldest_at: Date | null };

const none: Waiting = { count: 0, oldestSeconds: null };
const noneWaiting = { unpublished: none, unswept: none, letters: none, postLetters: none };

/** What waits is little while all is well, and each kind has an index of its own. An event without a place in the feed is as old as its id says. */
const readWaiting = async (tx: Tx, tenantId: string, now: Date): Promise<typeof noneWaiting> => {
  const { rows } = await sql<WaitingRow>`
    select 'unpublished' as what, count(*)::int as count,
      to_timestamp(('x' || lpad(left(replace(min(event_id::text), '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) as oldest_at
    from laksa.event_pending where tenant_id = ${tenantId}
    union all select 'unswept', count(*)::int, min(due_at) from laksa.report_clock
      where tenant_id = ${tenantId} and stopped_at is null and paused_at is null and passed_at is null and due_at <= ${now}
    union all select 'letters', count(*)::int, min(created_at) from laksa.notice
      where tenant_id = ${tenantId} and state = 'waiting'
    union all select 'postLetters', count(*)::int, min(n.created_at) from laksa.post_letter l
      join laksa.post_notice n on n.tenant_id = l.tenant_id and n.id = l.notice_id
      where l.tenant_id = ${tenantId} and l.state = 'waiting'`.execute(tx);
  return { ...noneWaiting, ...Object.fromEntries(rows.map((row) => [row.what, waitingOf(row, now)])) };
};

const waitingOf = ({ count, oldest_at }: WaitingRow, now: Date): Waiting => ({
  count,
  oldestSeconds: oldest_at === null ? null : Math.max(0, Math.round((now.getTime() - oldest_at.getTime()) / 1000)),
});

const readFailedLetters = async (
  tx: Tx,
  tenantId: string,
  now: Date,
): Promise<Pick<CityPulse, 'lettersFailing' | 'lettersGivenUp'>> => {
  const { rows } = await sql<{ readonly failing: number; readonly given_up: number }>`
    select
      (select count(*)::int from laksa.notice
        where tenant_id = ${tenantId} and state = 'waiting' and attempts > 0 and last_error is not null)
      + (select count(*)::int from laksa.post_letter
        where tenant_id = ${tenantId} and state = 'waiting' and attempts > 0 and last_error is not null) as failing,
      (select count(*)::int from laksa.notice
        where tenant_id = ${tenantId} and id >= ${leastUuid7(new Date(now.getTime() - dayMs))} and state = 'dropped'
          and coalesce(last_error, '') not in ('stopped', 'not_wanted', 'not_public', 'not_followed', 'no_address')) as given_up`.execute(
    tx,
  );
  const { failing = 0, given_up = 0 } = rows[0] ?? {};
  return { lettersFailing: failing, lettersGivenUp: given_up };
};

/** Promises of the city, by when they were broken; served by `report_clock_passed_idx`. An offer to a reporter that ran out breaks nothing. */
const readBroken = async (tx: Tx, tenantId: string, now: Date): Promise<CityPulse['broken']> => {
  const dayAgo = new Date(now.getTime() - dayMs);
  const { rows } = await sql<{ readonly last_day: number; readonly before: number }>`
    select count(*) filter (where passed_at > ${dayAgo})::int as last_day,
      count(*) filter (where passed_at <= ${dayAgo})::int as before
    from laksa.report_clock
    where tenant_id = ${tenantId} and passed_at > ${new Date(now.getTime() - (usualDays + 1) * dayMs)}
      and kind not in ('completion', 'reply_window')`.execute(tx);
  const { last_day = 0, before = 0 } = rows[0] ?? {};
  return { lastDay: last_day, usual: before / usualDays };
};
