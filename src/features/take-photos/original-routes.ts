import type { FastifyReply } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { PhotoMediaType } from '../../domain/photo.ts';
import { seesIdentity } from '../../domain/permission.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { NamedPost } from '../../store/city.ts';
import { staffOf } from '../../store/identity.ts';
import { noteOriginalRead, type OriginalRead } from '../../store/original-read.ts';
import { openOriginal } from '../../store/photo-work.ts';
import type { Tx } from '../../store/tx.ts';
import type { TakePhotosMeans } from './means.ts';
import { readPhoto, type SeenPhoto } from './queries.ts';

const grounds = ['handling', 'photo_check'] as const satisfies readonly OriginalRead['ground'][];

/**
 * The file as its sender's telephone made it, with all that it says of place and device: for who may read identities, who says what for, and is
 * written down. A `POST`, so that no link, no browser that looks ahead and no reload opens it again unseen.
 */
export const originalRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  const config = { access: 'staff' satisfies Access };
  server.post<{ Params: { readonly id: string } }>('/petugas/foto/:id/asli', { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const ground = grounds.find((one) => one === textOf(fields, 'ground'));
    if (ground === undefined) return sendFailure(reply, { status: 422, kind: 'incomplete' });
    const { tenant, params } = request;
    const at = tenant.clock.now();
    const asked = { tenantId: tenant.id, id: params.id, post: staffOf(request).post, ground, at };
    if (!isUuid(params.id)) return sendFailure(reply, { status: 404 });
    // First, so that what is not there is not written down as read.
    const original = await openOriginal(laksa, { tenantId: tenant.id, id: params.id });
    if (original === null) return sendFailure(reply, { status: 404 });
    if (original === 'lost') return sendFailure(reply, { status: (await isOpenTo(laksa, asked)) ? 410 : 404 });
    const photo = await openFor(laksa, asked).catch((error: unknown) => {
      original.destroy();
      throw error;
    });
    if (photo !== null) return asFile(reply, photo).send(original);
    original.destroy();
    return sendFailure(reply, { status: 404 });
  });
};

type Asked = Pick<OriginalRead, 'tenantId' | 'ground' | 'at'> & { readonly id: string; readonly post: NamedPost };

/** Null, and nothing written: not there, not to be seen by this post, or the proof of an officer, who has the file. */
const openFor = ({ database }: TakePhotosMeans, { tenantId, id, post, ground, at }: Asked): Promise<SeenPhoto | null> =>
  database.inTenant(tenantId, async (tx) => {
    const photo = await readFor(tx, { tenantId, id, post });
    if (photo === null) return null;
    await noteOriginalRead(tx, { tenantId, photoId: id, reportId: photo.reportId, postId: post.id, ground, at });
    return photo;
  });

/** That it is lost is told to who might have opened it alone. */
const isOpenTo = ({ database }: TakePhotosMeans, asked: Asked): Promise<boolean> =>
  database.inTenant(asked.tenantId, async (tx) => (await readFor(tx, asked)) !== null, { readOnly: true });

const readFor = async (
  tx: Tx,
  { tenantId, id, post }: Pick<Asked, 'tenantId' | 'id' | 'post'>,
): Promise<SeenPhoto | null> => {
  const photo = await readPhoto(tx, tenantId, id);
  return photo === null || photo.purpose !== 'report' || !seesIdentity(post, photo) ? null : photo;
};

/** To be kept and not shown: what a file is made to be is not trusted, and its sender's name for it stays with the sender. */
const asFile = (reply: FastifyReply, { number, position, mediaType }: SeenPhoto): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="laporan-${number}-foto-${position}.${endings[mediaType]}"`)
    .type('application/octet-stream');

const endings = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/avif': 'avif',
} as const satisfies Record<PhotoMediaType, string>;
