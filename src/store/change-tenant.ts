import { asRole } from '../platform/db/admin.ts';
import type { Connection } from '../platform/db/connection.ts';
import { recordMaintenance } from '../platform/db/maintenance.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';

export type TenantChange = {
  readonly name?: string | undefined;
  readonly origin?: string | undefined;
  readonly zone?: string | undefined;
};

/** Changes what a tenant is called or where it answers, and records it; `admin` is a connection that may become `laksa_owner`. */
export const changeTenant = async (
  admin: Connection,
  { id, slug }: Pick<Tenant, 'id' | 'slug'>,
  change: TenantChange,
  at: Date,
): Promise<void> => {
  const { name = null, origin = null, zone = null } = change;
  await asRole(admin, 'laksa_owner', async () => {
    await admin.query(
      'update laksa.tenant set name = coalesce($2, name), origin = coalesce($3, origin), zone = coalesce($4, zone) where id = $1',
      [id, name, origin, zone],
    );
    await recordMaintenance(admin, 'tenant set', `${slug}: ${JSON.stringify(change)}`, at);
  });
};
