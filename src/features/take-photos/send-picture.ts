import type { FastifyReply } from 'fastify';

import type { PhotoSize } from '../../domain/photo.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Installation } from '../../store/installation.ts';

/** Sizes by the words of their addresses. */
export const sizesByName = { kecil: 320, sedang: 1024, besar: 2048 } as const satisfies Record<string, PhotoSize>;

type Wanted = { readonly tenantId: string; readonly id: string; readonly size: PhotoSize };

/** One size of a picture, in the form the browser takes. Kept by nobody on the way: who may see it is asked each time. */
export const sendPicture = async (
  { files }: Installation,
  reply: FastifyReply,
  { tenantId, id, size }: Wanted,
): Promise<FastifyReply> => {
  const format = reply.request.headers.accept?.includes('image/webp') === true ? 'webp' : 'jpg';
  const file = await files.read({ tenantId, id, name: `${size}.${format}` });
  if (file === null) return sendFailure(reply, { status: 404 });
  return reply
    .header('cache-control', 'no-store')
    .header('vary', 'accept')
    .header('content-length', file.bytes)
    .type(format === 'webp' ? 'image/webp' : 'image/jpeg')
    .send(file.content);
};
