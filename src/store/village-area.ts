import {
  boxAround,
  boxOf,
  toleranceMeters,
  nearestVillage,
  type Point,
  type Ring,
  type VillageArea,
  type VillageOfPoint,
} from '../domain/area.ts';
import type { Tx } from './tx.ts';

/** Writes where villages lie, in place of what was known of them. */
export const writeVillageAreas = async (
  tx: Tx,
  tenantId: string,
  areas: readonly VillageArea[],
  { source, at }: { readonly source: string; readonly at: Date },
): Promise<void> => {
  if (areas.length === 0) return;
  const rows = areas.map(({ code, rings, isApproximate }) => ({
    tenant_id: tenantId,
    village_code: code,
    rings: JSON.stringify(rings),
    ...boxAround(rings),
    is_approximate: isApproximate,
    source,
    imported_at: at,
  }));
  await tx
    .insertInto('village_area')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'village_code']).doUpdateSet((row) => ({
        rings: row.ref('excluded.rings'),
        west: row.ref('excluded.west'),
        south: row.ref('excluded.south'),
        east: row.ref('excluded.east'),
        north: row.ref('excluded.north'),
        is_approximate: row.ref('excluded.is_approximate'),
        source: row.ref('excluded.source'),
        imported_at: row.ref('excluded.imported_at'),
      })),
    )
    .execute();
};

/** `outside`: of the city; with its nearest village, if that is not far. `unknown`: nothing is known of where the city lies. */
export type PlaceOfPoint =
  | ({ readonly kind: 'village' } & VillageOfPoint)
  | { readonly kind: 'outside'; readonly nearest: VillageOfPoint | null }
  | { readonly kind: 'unknown' };

/** Somebody just beyond the border may mean this city all the same. */
const notFarMeters = 1_000;

/** The village of a point, by the areas near by. */
export const placeOfPoint = async (tx: Tx, tenantId: string, point: Point): Promise<PlaceOfPoint> => {
  const { west, south, east, north } = boxOf(point, notFarMeters);
  const rows = await tx
    .selectFrom('village_area')
    .select(['village_code', 'rings', 'is_approximate'])
    .where('tenant_id', '=', tenantId)
    .where('west', '<=', east)
    .where('east', '>=', west)
    .where('south', '<=', north)
    .where('north', '>=', south)
    .execute();
  const nearest = nearestVillage(point, rows.map(areaOf));
  if (nearest !== null && nearest.meters <= toleranceMeters) return { kind: 'village', ...nearest };
  if (nearest === null && !(await knowsAreas(tx, tenantId))) return { kind: 'unknown' };
  return { kind: 'outside', nearest: nearest !== null && nearest.meters <= notFarMeters ? nearest : null };
};

const knowsAreas = async (tx: Tx, tenantId: string): Promise<boolean> => {
  const one = await tx
    .selectFrom('village_area')
    .select('village_code')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
};

/** Only `writeVillageAreas` writes rings. */
const areaOf = (row: {
  readonly village_code: string;
  readonly rings: unknown;
  readonly is_approximate: boolean;
}): VillageArea => ({
  code: row.village_code,
  rings: row.rings as readonly Ring[],
  isApproximate: row.is_approximate,
});
