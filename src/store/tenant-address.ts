import { asRole } from '../platform/db/admin.ts';
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
  await asRole(admin, 'laksa_owner', async () => {
    await admin.query(
      `update laksa.tenant set origin = $1
       where id = (select id from laksa.tenant order by created_at, id limit 1) and origin <> $1 and (is_demo or not $2)`,
      [origin, onlyDemo],
    );
  });
};
