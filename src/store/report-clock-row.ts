import { sql } from 'kysely';

import type { ClockKind, ClockOutcome, ClockPause, RunningClock } from '../domain/clocks.ts';

/** A clock with its pauses as PostgreSQL gives them in JSON. */
export type ClockRow = {
  readonly id: string;
  readonly kind: ClockKind;
  readonly policy_version: number;
  readonly started_at: string;
  readonly due_at: string;
  readonly provisional: boolean;
  readonly paused_at: string | null;
  readonly paused_ms: number;
  readonly pauses: readonly ClockPause[];
  readonly stopped_at: string | null;
  readonly outcome: ClockOutcome | null;
  readonly passed_at: string | null;
  readonly extended_at: string | null;
  readonly reminded_at: string | null;
  readonly reminded_of: string | null;
};

/** All clocks of the report `r`, the first started first. */
export const clocksOfReport = sql`(select coalesce(json_agg(k order by k.started_at, k.id), '[]') from (
  select c.*, (select coalesce(json_agg(json_build_object('from', p.started_at, 'until', p.ended_at, 'reason', p.reason) order by p.started_at, p.id), '[]')
    from laksa.clock_pause p where p.tenant_id = c.tenant_id and p.clock_id = c.id) as pauses
  from laksa.report_clock c where c.tenant_id = r.tenant_id and c.report_id = r.id) k)`;

/** The same in the words of the rules. */
export const clockFrom = (row: ClockRow): RunningClock => ({
  id: row.id,
  kind: row.kind,
  policyVersion: row.policy_version,
  startedAt: instant(row.started_at),
  dueAt: instant(row.due_at),
  provisional: row.provisional,
  pausedAt: instantOrNull(row.paused_at),
  pausedMs: row.paused_ms,
  pauses: row.pauses.map(({ from, until, reason }) => ({ from: instant(from), until: instantOrNull(until), reason })),
  stoppedAt: instantOrNull(row.stopped_at),
  outcome: row.outcome,
  passedAt: instantOrNull(row.passed_at),
  extendedAt: instantOrNull(row.extended_at),
  reminder: reminderIn(row),
});

const reminderIn = ({ reminded_at: at, reminded_of: of }: ClockRow): RunningClock['reminder'] =>
  at === null || of === null ? null : { at: instant(at), of: instant(of) };

/** PostgreSQL's JSON writes instants with an offset and as many decimals as there are; the rules compare texts in UTC with three. */
const instant = (text: string): string => new Date(text).toISOString();

const instantOrNull = (text: string | null): string | null => (text === null ? null : instant(text));
