import type { Ring, VillageArea } from '../../domain/area.ts';
import { simplifiedRing } from '../../domain/simplified-ring.ts';
import type { Tx } from '../../store/tx.ts';
import { readAreas } from './queries.ts';

/** How far a drawn line may leave the true one: 20 meters are less than a pixel of the city on a telephone. */
const drawnWithinMeters = 20;

/** The areas of a city with as many corners as a small map shows. */
export const readDrawnAreas = async (tx: Tx, tenantId: string): Promise<readonly VillageArea[]> => {
  const rows = await readAreas(tx, tenantId);
  return rows.map(({ village_code, rings, is_approximate }) => ({
    code: village_code,
    // Only `writeVillageAreas` writes rings.
    rings: (rings as readonly Ring[])
      .map((ring) => simplifiedRing(ring, drawnWithinMeters))
      .filter((ring) => ring !== null),
    isApproximate: is_approximate,
  }));
};
