import { publicPlace } from '../domain/public-place.ts';
import type { Tx } from './tx.ts';

type Placed = {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly villageCode: string | null;
  readonly isSecret: boolean;
};

/** Where a report is, as exact as everyone may ever know it; whether they may is asked of the report. Of a secret one nothing is kept. */
export const insertPlace = async (
  tx: Tx,
  { tenantId, reportId }: { readonly tenantId: string; readonly reportId: string },
  { latitude, longitude, villageCode, isSecret }: Placed,
): Promise<void> => {
  if (latitude === null || longitude === null || isSecret) return;
  await tx
    .insertInto('report_place')
    .values({
      tenant_id: tenantId,
      report_id: reportId,
      village_code: villageCode,
      ...publicPlace({ latitude, longitude }),
    })
    .execute();
};
