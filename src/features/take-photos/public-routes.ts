import type { Access } from '../../domain/access.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { TakePhotosMeans } from './means.ts';
import { publicVersion } from './queries.ts';
import { sendKeptPicture, sizeOf } from './send-picture.ts';

type OfPublic = { Params: { readonly number: string; readonly id: string; readonly size: string } };

/** What everyone sees of a public report, with the blurred parts blurred. What is no longer shown is not there from the next look on. */
export const publicPhotoRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  const config = { access: 'everyone' satisfies Access } as const;
  server.get<OfPublic>('/laporan/:number/foto/:id/:size', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const size = sizeOf(params.size);
    const asked = { tenantId: tenant.id, number: params.number, id: params.id };
    const version =
      size === null || !isUuid(params.id)
        ? null
        : await laksa.database.inTenant(tenant.id, (tx) => publicVersion(tx, asked), { readOnly: true });
    return size === null || version === null
      ? sendFailure(reply, { status: 404 })
      : sendKeptPicture(laksa, reply, { tenantId: tenant.id, id: params.id, size, version });
  });
};
