import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';

/** When the first of them was filed; null: none was. */
export const firstFiled = (laksa: Installation, tenant: Tenant): Promise<string | null> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const row = await tx
      .selectFrom('report')
      .select((eb) => eb.fn.min('filed_at').as('at'))
      .where('tenant_id', '=', tenant.id)
      .executeTakeFirst();
    return row?.at == null ? null : new Date(row.at).toISOString();
  });

/** Whether somebody, not the clock, has done something to the report at that moment. */
export const isDone = (
  laksa: Installation,
  tenant: Tenant,
  { reportId, moment }: { readonly reportId: string; readonly moment: string },
): Promise<boolean> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const done = await tx
      .selectFrom('report_event')
      .select('id')
      .where('tenant_id', '=', tenant.id)
      .where('report_id', '=', reportId)
      .where('at', '=', new Date(moment))
      .where('actor_kind', '!=', 'clock')
      .executeTakeFirst();
    return done !== undefined;
  });

/** Ids of the pictures that its answers are proved with, where everyone may see them: where the report is public. */
export const proofOf = (laksa: Installation, tenant: Tenant, reportId: string): Promise<readonly string[]> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .innerJoin('report_public as r', (join) =>
        join.onRef('r.tenant_id', '=', 'photo.tenant_id').onRef('r.id', '=', 'photo.report_id'),
      )
      .select('photo.id')
      .where('photo.tenant_id', '=', tenant.id)
      .where('photo.report_id', '=', reportId)
      .where('photo.purpose', '=', 'proof')
      .where('r.publication', '=', 'public')
      .execute();
    return rows.map(({ id }) => id);
  });
