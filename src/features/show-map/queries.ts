import { sql } from 'kysely';

import type { Box } from '../../domain/area.ts';
import { stateGroupNames, stateGroups, type StateGroup } from '../../domain/report-filter.ts';
import type { ReportState } from '../../domain/report.ts';
import { isInFilter, type ReportFilter } from '../../store/report-filter.ts';
import type { Tx } from '../../store/tx.ts';

export type Counts = Readonly<Record<StateGroup, number>> & { readonly count: number };

/** The public reports of one village; null: of those that name none. */
export type AreaCount = Counts & { readonly village_code: string | null };

const counts = sql.join([
  sql`count(*)::int as count`,
  ...stateGroupNames.map(
    (group) => sql`count(*) filter (where r.state = any (${stateGroups[group]}))::int as ${sql.ref(group)}`,
  ),
]);

/** How many public reports there are in each village, by how they stand. */
export const countByArea = async (tx: Tx, tenantId: string, filter: ReportFilter): Promise<readonly AreaCount[]> => {
  const { rows } = await sql<AreaCount>`
    select r.village_code, ${counts} from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.publication in ('public', 'title_only') and ${isInFilter(filter)}
    group by r.village_code`.execute(tx);
  return rows;
};

/** How many of them are nowhere on a map; `pointless`: the villages without a point, where alone they can be. */
export const countUnplaced = async (
  tx: Tx,
  tenantId: string,
  { filter, pointless }: { readonly filter: ReportFilter; readonly pointless: readonly string[] },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from laksa.place_public r
    where r.tenant_id = ${tenantId} and r.latitude is null and ${isInFilter(filter)}
      and (r.village_code is null or r.village_code = any (${pointless}::text[]))`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** The reports of one square of the grid, at the middle of their places. */
export type Cell = Counts &
  Box & {
    readonly latitude: number;
    readonly longitude: number;
    /** Where most of them are. */
    readonly village_code: string | null;
    /** Of the only one; of several, the lowest. */
    readonly number: string;
  };

/** What is asked of a map: what lies in the window, half-open, and the side of a square in degrees. */
export type Window = { readonly filter: ReportFilter; readonly box: Box };

const isIn = (table: 'r' | 'p' | 'v', { west, south, east, north }: Box) => {
  const [latitude, longitude] = [sql.ref(`${table}.latitude`), sql.ref(`${table}.longitude`)];
  return sql`${longitude} >= ${west} and ${longitude} < ${east} and ${latitude} >= ${south} and ${latitude} < ${north}`;
};

/** Wider than this, in degrees, a window holds so much of a city that looking through all of it is quicker than picking. */
const pickedBelow = 0.05;

/**
 * Whether the place of `r` lies in the window. Of a small one first those are picked that may: by their own point, or by that of their village; both
 * have an index.
 */
const isInBox = (tenantId: string, box: Box) =>
  box.east - box.west > pickedBelow || box.north - box.south > pickedBelow
    ? isIn('r', box)
    : sql`${isIn('r', box)} and r.id = any (array(
        select p.report_id from laksa.report_place p where p.tenant_id = ${tenantId} and ${isIn('p', box)}
        union all
        select q.id from laksa.village v join laksa.report_public q on q.tenant_id = v.tenant_id and q.village_code = v.code
        where v.tenant_id = ${tenantId} and ${isIn('v', box)} and q.publication in ('public', 'title_only')))`;

const sums = sql.join(['count', ...stateGroupNames].map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`));

/** The window as squares with reports in them, the fullest first. Counted by village first: that is quicker than to look for the most frequent one. */
export const readCells = async (
  tx: Tx,
  tenantId: string,
  { filter, box, side }: Window & { readonly side: number },
): Promise<readonly Cell[]> => {
  const { rows } = await sql<Cell>`
    with part as (
      select floor(r.longitude / ${side}::float8) as x, floor(r.latitude / ${side}::float8) as y, r.village_code,
        sum(r.latitude) as latitudes, sum(r.longitude) as longitudes, min(r.longitude) as west, max(r.longitude) as east,
        min(r.latitude) as south, max(r.latitude) as north, min(r.number) as number, ${counts}
      from laksa.place_public r
      where r.tenant_id = ${tenantId} and ${isInBox(tenantId, box)} and ${isInFilter(filter)}
      group by x, y, r.village_code)
    select sum(latitudes) / sum(count) as latitude, sum(longitudes) / sum(count) as longitude,
      min(west) as west, max(east) as east, min(south) as south, max(north) as north, min(number) as number,
      (array_agg(village_code order by count desc, village_code))[1] as village_code, ${sums}
    from part group by x, y order by count desc, latitude desc, longitude`.execute(tx);
  return rows;
};

export type PlacedReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ReportState;
  readonly village: string | null;
  readonly latitude: number;
  readonly longitude: number;
  /** Its own place; else that of its village. */
  readonly is_near: boolean;
};

const placed = sql`select r.number, r.title, r.state, r.village, r.latitude, r.longitude, r.is_near from laksa.place_public r`;

/** The reports in the window one by one, the newest first. */
export const readPlaced = async (
  tx: Tx,
  tenantId: string,
  { filter, box, atMost }: Window & { readonly atMost: number },
): Promise<readonly PlacedReport[]> => {
  const { rows } = await sql<PlacedReport>`${placed}
    where r.tenant_id = ${tenantId} and ${isInBox(tenantId, box)} and ${isInFilter(filter)}
    order by r.filed_at desc, r.id limit ${atMost}`.execute(tx);
  return rows;
};

/** Those with these numbers. */
export const readNumbered = async (
  tx: Tx,
  tenantId: string,
  numbers: readonly string[],
): Promise<readonly PlacedReport[]> => {
  const { rows } = await sql<PlacedReport>`${placed}
    where r.tenant_id = ${tenantId} and r.number = any (${numbers}::text[])`.execute(tx);
  return rows;
};
