import type pg from 'pg';

import { withAdmin } from './admin.ts';
import { kyselyOn } from './kysely-on.ts';
import type { Tx } from './tx.ts';
import { uuid7 } from './uuid7.ts';

/** Whoever opens the maintenance door leaves a row. `client` acts as `laksa_owner`. */
export const recordMaintenance = async (
  client: pg.ClientBase,
  usedBy: string,
  reason: string,
  at: Date,
): Promise<void> => {
  await client.query('insert into ops.maintenance_use (id, at, used_by, reason) values ($1, $2, $3, $4)', [
    uuid7(at),
    at,
    usedBy,
    reason,
  ]);
};

export type MaintenanceUse = { readonly usedBy: string; readonly reason: string; readonly at: Date };

/** One transaction as the owner, past the fence, that leaves a row saying what for. */
export const asMaintainer = <T>(
  ownerUrl: string,
  { usedBy, reason, at }: MaintenanceUse,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  withAdmin(ownerUrl, async (client) => {
    await client.query(`begin; set local role laksa_owner; set local laksa.maintenance = 'on'`);
    await recordMaintenance(client, usedBy, reason, at);
    const result = await work(kyselyOn(client));
    await client.query('commit');
    return result;
  });
