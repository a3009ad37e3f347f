import type pg from 'pg';

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
