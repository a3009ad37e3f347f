import type { FastifyReply } from 'fastify';

import type { PhotoFormat, PhotoSize, SizeName } from '../../domain/photo.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Installation } from '../../store/installation.ts';
import { blurredName } from '../../store/photo-blur.ts';
import type { PhotoFileName } from '../../store/photo-files.ts';

/** Sizes by the words of their addresses. */
export const sizesByName = { kecil: 320, sedang: 1024, besar: 2048 } as const satisfies Record<string, PhotoSize>;

export const sizeOf = (word: string): PhotoSize | null =>
  Object.entries(sizesByName).find(([name]) => name === word)?.[1] ?? null;

type Wanted = { readonly tenantId: string; readonly id: string; readonly size: PhotoSize };

/** One size of a picture, in the form the browser takes. Kept by nobody on the way: who may see it is asked each time. */
export const sendPicture = (laksa: Installation, reply: FastifyReply, wanted: Wanted): Promise<FastifyReply> =>
  sendFile(laksa, reply.header('cache-control', 'no-store'), wanted, `${wanted.size}.${formatFor(reply)}`);

/** The same with its boxes of this version, for who drew them. */
export const sendBlurredPicture = (
  laksa: Installation,
  reply: FastifyReply,
  wanted: Wanted & { readonly version: number },
): Promise<FastifyReply> => {
  const name = blurredName(`${wanted.size}.${formatFor(reply)}`, wanted.version);
  return sendFile(laksa, reply.header('cache-control', 'no-store'), wanted, name);
};

/**
 * The same where everyone may see it: kept by the browser alone, which asks each time whether it still may (`private, no-cache`, the rule for all that
 * everyone sees). Whoever looks again over a bad line loads nothing again; what was taken back is gone for all at once, and lies in no cache between.
 */
export const sendKeptPicture = async (
  laksa: Installation,
  reply: FastifyReply,
  wanted: Wanted & { readonly version: number },
): Promise<FastifyReply> => {
  const { id, size, version } = wanted;
  const plain: SizeName = `${size}.${formatFor(reply)}`;
  const name = version === 0 ? plain : blurredName(plain, version);
  const etag = `"${id}.${name}"`; // a size of a version is made once and never anew
  reply.header('etag', etag).header('vary', 'accept');
  if (reply.request.headers['if-none-match'] === etag) return reply.code(304).send();
  return sendFile(laksa, reply, wanted, name);
};

const formatFor = ({ request }: FastifyReply): PhotoFormat =>
  request.headers.accept?.includes('image/webp') === true ? 'webp' : 'jpg';

const sendFile = async (
  { files }: Installation,
  reply: FastifyReply,
  { tenantId, id }: Pick<Wanted, 'tenantId' | 'id'>,
  name: PhotoFileName,
): Promise<FastifyReply> => {
  const file = await files.read({ tenantId, id, name });
  if (file === null) return sendFailure(reply, { status: 404 });
  return reply
    .header('vary', 'accept')
    .header('content-length', file.bytes)
    .type(name.endsWith('.webp') ? 'image/webp' : 'image/jpeg')
    .send(file.content);
};
