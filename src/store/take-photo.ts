import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import {
  leastFreeShare,
  photoLimits,
  photoMediaTypes,
  type NotTakenProblem,
  type PhotoMediaType,
} from '../domain/photo.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { sealStream } from '../platform/keyring/tenant-keys.ts';
import { mediaTypeOf } from '../platform/pictures/media-type.ts';
import type { Installation } from './installation.ts';
import { originalPlace, sealDetails, type PhotoDetails } from './photo-details.ts';
import { contentMark } from './photo-stage.ts';
import { bothOf, drain, headOf, joined, measured } from './photo-stream.ts';
import { removePhoto } from './remove-photo.ts';
import { countBytes, countUpload, type TooMuchSent } from './upload-limits.ts';

export type PhotoPurpose = 'report' | 'proof';

/** A file as it comes in. */
export type IncomingPhoto = {
  readonly name: string;
  readonly content: Readable;
  readonly purpose: PhotoPurpose;
  /** Who proves something with it. */
  readonly postId?: string | undefined;
  /** Where it comes from, while nobody knows its sender (platform/limit/network.ts): so much is taken from there and no more. */
  readonly network?: string | null | undefined;
  /** What the sender's telephone read of it before it made it smaller. */
  readonly told?: Pick<PhotoDetails, 'latitude' | 'longitude' | 'takenAt'> | undefined;
};

export type TakenPhoto = {
  readonly id: string;
  readonly contentMark: Buffer;
  /** One of many from its network, which make no other wait for them. */
  readonly isOfMany?: boolean;
};

export type NotTaken = { readonly kind: Exclude<NotTakenProblem, 'too_much_sent'> } | TooMuchSent;

/**
 * Takes one file to its end: sealed as it flows to the disk, never in memory as a whole. It belongs to nothing yet. What is no picture by its first bytes,
 * is empty or too large is not kept, and the stream is still read to its end: the rest of the form comes after it.
 */
export const takePhoto = async (
  laksa: Installation,
  tenantId: string,
  photo: IncomingPhoto,
): Promise<Result<TakenPhoto, NotTaken>> => {
  const { head, rest } = await headOf(photo.content);
  const judged = await judge(laksa, head);
  if (!judged.ok) return afterAll(rest, judged);
  const begun = await countUpload(laksa, { tenantId, network: photo.network });
  if (!begun.ok) return afterAll(rest, begun);
  const id = uuid7(laksa.clock.now());
  try {
    const whole = { ...photo, mediaType: judged.value, rest: Readable.from(joined(head, rest)) };
    const stored = await store(laksa, { tenantId, id }, whole);
    if (stored.ok) return ok({ ...stored.value, ...begun.value });
    await removePhoto(laksa, { tenantId, id });
    return stored;
  } catch (error) {
    await removePhoto(laksa, { tenantId, id });
    if (!isDiskFull(error)) throw error;
    return afterAll(rest, refuse({ kind: 'no_room' }));
  }
};

/** It filled up since it was looked at: without its picture a report is still taken. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** What is refused is read to its end all the same. */
const afterAll = async <Answer>(rest: AsyncIterator<Buffer>, answer: Answer): Promise<Answer> => {
  await drain(rest);
  return answer;
};

const judge = async ({ files }: Installation, head: Buffer): Promise<Result<PhotoMediaType, NotTaken>> => {
  if (head.length === 0) return refuse({ kind: 'empty' });
  const found = await mediaTypeOf(head);
  const mediaType = photoMediaTypes.find((one) => one === found);
  if (mediaType === undefined) return refuse({ kind: 'not_a_picture' });
  return (await files.freeShare()) < leastFreeShare ? refuse({ kind: 'no_room' }) : ok(mediaType);
};

type Which = { readonly tenantId: string; readonly id: string };

const store = async (
  laksa: Installation,
  { tenantId, id }: Which,
  photo: IncomingPhoto & { readonly mediaType: PhotoMediaType; readonly rest: Readable },
): Promise<Result<TakenPhoto, NotTaken>> => {
  const at = laksa.clock.now();
  const keys = await laksa.database.inTenant(tenantId, async (tx) => {
    const own = { post_id: photo.postId ?? null, purpose: photo.purpose, state: 'receiving', is_public: false };
    const times = { received_at: at, touched_at: at };
    await tx
      .insertInto('photo')
      .values({ tenant_id: tenantId, id, ...own, ...times })
      .execute();
    return laksa.keyring.tenantKeys(tx, tenantId, at);
  });
  const measure = measured();
  const { keyId, stream: sealing } = sealStream(keys, originalPlace(id));
  await bothOf(
    pipeline(photo.rest, measure.stream, sealing),
    laksa.files.write({ tenantId, id, name: 'original' }, sealing),
  );
  const { bytes, sha256 } = measure.taken();
  if (bytes > photoLimits.bytes) return refuse({ kind: 'too_large' });
  const counted = await countBytes(laksa, { tenantId, network: photo.network }, bytes);
  if (!counted.ok) return counted;
  const mark = contentMark(laksa.keyring, tenantId, sha256);
  const details = sealDetails(keys, id, { ...photo.told, name: photo.name, sha256 });
  const known = { media_type: photo.mediaType, original_bytes: bytes, content_mark: mark, original_key_id: keyId };
  await laksa.database.inTenant(tenantId, (tx) =>
    tx
      .updateTable('photo')
      .set({ state: 'staged', ...known, ...details })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute(),
  );
  return ok({ id, contentMark: mark });
};
