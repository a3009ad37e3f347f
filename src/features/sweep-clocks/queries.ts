import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

/** The last clock looked at. Its due instant as PostgreSQL writes it, to the last digit: a clock put there by other hands is passed like any other. */
export type DueCursor = { readonly due_at: string; readonly id: string };

export const fromTheEarliest: DueCursor = { due_at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export type DueClock = DueCursor & { readonly kind: string; readonly report_id: string; readonly number: string };

export type Asked = { readonly at: Date; readonly after: DueCursor; readonly limit: number };

/** Running clocks whose due instant has come and that no sweep has marked, the earliest first; served by `report_clock_due_idx`. */
export const readDueClocks = async (
  tx: Tx,
  tenantId: string,
  { at, after, limit }: Asked,
): Promise<readonly DueClock[]> => {
  const { rows } = await sql<DueClock>`
    select c.id, c.due_at::text as due_at, c.kind, c.report_id, r.number
    from laksa.report_clock c join laksa.report r on r.tenant_id = c.tenant_id and r.id = c.report_id
    where c.tenant_id = ${tenantId} and c.stopped_at is null and c.paused_at is null and c.passed_at is null
      and c.due_at <= ${at} and (c.due_at, c.id) > (${after.due_at}::timestamptz, ${after.id}::uuid)
    order by c.due_at, c.id limit ${limit}`.execute(tx);
  return rows;
};

/**
 * Running clocks of which somebody is to be told by now, the earliest first; served by `report_clock_watch_idx`. Those of a merged report wait: if it is
 * parted, all that came meanwhile is told.
 */
export const readWatchedClocks = async (
  tx: Tx,
  tenantId: string,
  { at, after, limit }: Asked,
): Promise<readonly DueClock[]> => {
  const { rows } = await sql<DueClock>`
    select c.id, c.watch_at::text as due_at, c.kind, c.report_id, r.number
    from laksa.report_clock c join laksa.report r on r.tenant_id = c.tenant_id and r.id = c.report_id
    where c.tenant_id = ${tenantId} and c.stopped_at is null and c.paused_at is null and c.watch_at is not null
      and not exists (
        select from laksa.report_merge m where m.tenant_id = c.tenant_id and m.report_id = c.report_id and m.ended_at is null)
      and c.watch_at <= ${at} and (c.watch_at, c.id) > (${after.due_at}::timestamptz, ${after.id}::uuid)
    order by c.watch_at, c.id limit ${limit}`.execute(tx);
  return rows;
};

/** The last due instant, by kind of clock and version of the policy, of which reporters are to be reminded now. */
export type Horizon = { readonly kind: string; readonly version: number; readonly until: Date };

/** Offers to reporters that run out by their horizon, of which they were not told yet, the earliest first; served by `report_clock_remind_idx`. */
export const readEndingOffers = async (
  tx: Tx,
  tenantId: string,
  { at, after, limit }: Asked,
  horizons: readonly Horizon[],
): Promise<readonly DueClock[]> => {
  const [kinds, versions, untils] = [
    horizons.map(({ kind }) => kind),
    horizons.map(({ version }) => version),
    horizons.map(({ until }) => until),
  ];
  const { rows } = await sql<DueClock>`
    select c.id, c.due_at::text as due_at, c.kind, c.report_id, r.number
    from unnest(${kinds}::text[], ${versions}::int[], ${untils}::timestamptz[]) as h (kind, version, until)
      join laksa.report_clock c on c.tenant_id = ${tenantId} and c.kind = h.kind and c.policy_version = h.version and c.due_at <= h.until
      join laksa.report r on r.tenant_id = c.tenant_id and r.id = c.report_id
    where c.stopped_at is null and c.paused_at is null and c.kind in ('completion', 'reply_window')
      and (c.reminded_of is null or c.due_at > c.reminded_of) and c.due_at <= (select max(until) from unnest(${untils}::timestamptz[]) as until)
      and c.due_at > ${at} and (c.due_at, c.id) > (${after.due_at}::timestamptz, ${after.id}::uuid)
    order by c.due_at, c.id limit ${limit}`.execute(tx);
  return rows;
};
