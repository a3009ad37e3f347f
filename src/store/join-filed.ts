import type { NotTakenProblem } from '../domain/photo.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { addPhotos } from './add-photos.ts';
import { reportOfForm } from './filed-nonce.ts';
import type { Installation } from './installation.ts';
import { formStage } from './photo-stage.ts';
import { dropPhoto } from './staged-photos.ts';

/** Where a picture is that was sent by itself: with its form, in the report that was filed with it, or nowhere, and why. */
export type Arrived = { readonly in: 'form' | 'report' } | { readonly in: null; readonly problem: NotTakenProblem };

type Arriving = { readonly nonce: string; readonly id: string };

/**
 * A picture may be on its way for minutes, and its form is sent meanwhile. It joins the report while that may be; what does not is not kept, so that
 * nobody takes it for sent. Asked after the picture is with its form: a filing that does not see it there is over by then.
 */
export const joinFiled = async (laksa: Installation, tenant: Tenant, { nonce, id }: Arriving): Promise<Arrived> => {
  const arrived = await laksa.database.inTenant(tenant.id, async (tx): Promise<Arrived> => {
    const reportId = await reportOfForm(tx, tenant.id, nonce);
    if (reportId === null) return { in: 'form' };
    const [left] = await addPhotos(tx, laksa, tenant, { reportId, nonce, actor: { kind: 'reporter' } });
    const row = await tx
      .selectFrom('photo')
      .select('report_id')
      .where('tenant_id', '=', tenant.id)
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.report_id === reportId ? { in: 'report' } : { in: null, problem: left?.problem ?? 'filed_already' };
  });
  if (arrived.in === null) await dropPhoto(laksa, formStage(laksa.keyring, tenant.id, nonce), id);
  return arrived;
};
