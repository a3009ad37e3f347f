import type { Connection } from '../platform/db/connection.ts';

/**
 * Gives the tenant that was made first another address; `admin` is a connection that may become `laksa_owner`. With `onlyDemo` a city that is none
 * keeps the one it has.
 */
export const moveFirstTenant = async (
  admin: Connection,
  origin: string,
  { onlyDemo }: { readonly onlyDemo: boolean },
): Promise<void> => {
  await admin.query('begin; set local role laksa_owner');
  try {
    await admin.query(
      `update laksa.tenant set origin = $1
       where id = (select id from laksa.tenant order by created_at, id limit 1) and origin <> $1 and (is_demo or not $2)`,
      [origin, onlyDemo],
    );
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
};
