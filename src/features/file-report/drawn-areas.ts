import type { Ring, VillageArea } from '../../domain/area.ts';
import { simplifiedRing } from '../../domain/simplified-ring.ts';
import type { Tx } from '../../store/tx.ts';

/** How far a drawn line may leave the true one: 20 meters are less than a pixel of the city on a telephone. */
const drawnWithinMeters = 20;

/** When the areas were written last; null: none are known. Two imports at one instant differ in nothing that is drawn. */
export const areasWrittenAt = async (tx: Tx, tenantId: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('village_area')
    .select((eb) => eb.fn.max('imported_at').as('at'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return row?.at ?? null;
};

/** The areas of a city with as many corners as a small map shows. */
export const readDrawnAreas = async (tx: Tx, tenantId: string): Promise<readonly VillageArea[]> => {
  const rows = await tx
    .selectFrom('village_area')
    .select(['village_code', 'rings', 'is_approximate'])
    .where('tenant_id', '=', tenantId)
    .orderBy('village_code')
    .execute();
  return rows.map(({ village_code, rings, is_approximate }) => ({
    code: village_code,
    // Only `writeVillageAreas` writes rings.
    rings: (rings as readonly Ring[])
      .map((ring) => simplifiedRing(ring, drawnWithinMeters))
      .filter((ring) => ring !== null),
    isApproximate: is_approximate,
  }));
};
