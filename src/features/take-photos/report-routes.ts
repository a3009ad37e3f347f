import type { Access } from '../../domain/access.ts';
import { seesReport } from '../../domain/permission.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { NamedPost } from '../../store/city.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { staff, staffOf } from '../../store/identity.ts';
import type { TakePhotosMeans } from './means.ts';
import { isDraftOf, readPhoto, type SeenPhoto } from './queries.ts';
import { sendPicture, sizeOf } from './send-picture.ts';

type OfPhoto = { Params: { readonly id: string; readonly size: string } };
type OfClaim = { Params: OfPhoto['Params'] & { readonly number: string } };

/** The pictures of a report: for officers who may see it, and for its reporter. Whoever may not finds what is not there. */
export const reportPhotoRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  server.get<OfPhoto>('/petugas/foto/:id/:size', staff, async (request, reply) => {
    const { tenant, params } = request;
    const size = sizeOf(params.size);
    if (size === null || !(await maySee(laksa, tenant.id, params.id, staffOf(request).post)))
      return sendFailure(reply, { status: 404 });
    return sendPicture(laksa, reply, { tenantId: tenant.id, id: params.id, size });
  });

  const claim = { config: { access: 'claim' satisfies Access } };
  server.get<OfClaim>('/lacak/:number/foto/:id/:size', claim, async (request, reply) => {
    const { tenant, params } = request;
    const held = claimOf(laksa, request, params.number);
    const size = sizeOf(params.size);
    const photo = held === null ? null : await photoOf(laksa, tenant.id, params.id);
    const isOwn = photo?.reportId === held?.reportId && photo?.claimGeneration === held?.generation;
    if (size === null || photo === null || !isOwn || !isForReporter(photo)) return sendFailure(reply, { status: 404 });
    return sendPicture(laksa, reply, { tenantId: tenant.id, id: photo.id, size });
  });
};

/** Who may see the report, and who has just taken the picture as proof. */
const maySee = async (laksa: TakePhotosMeans, tenantId: string, id: string, post: NamedPost): Promise<boolean> => {
  if (!isUuid(id)) return false;
  return laksa.database.inTenant(
    tenantId,
    async (tx) => {
      const photo = await readPhoto(tx, tenantId, id);
      return photo === null ? isDraftOf(tx, { tenantId, id, postId: post.id }) : seesReport(post, photo);
    },
    { readOnly: true },
  );
};

const photoOf = async (laksa: TakePhotosMeans, tenantId: string, id: string): Promise<SeenPhoto | null> =>
  isUuid(id) ? laksa.database.inTenant(tenantId, (tx) => readPhoto(tx, tenantId, id), { readOnly: true }) : null;

/** Proof is the reporter's to see once the answer it belongs to was approved. */
const isForReporter = ({ purpose, isApproved }: SeenPhoto): boolean => purpose === 'report' || isApproved;
