import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
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
import { mediaTypeOf, tellingBytes } from '../platform/pictures/media-type.ts';
import type { Installation } from './installation.ts';
import { originalPlace, sealDetails, type PhotoDetails } from './photo-details.ts';
import { contentMark } from './photo-stage.ts';

export type PhotoPurpose = 'report' | 'proof';

/** A file as it comes in. */
export type IncomingPhoto = {
  readonly name: string;
  readonly content: Readable;
  readonly purpose: PhotoPurpose;
  /** Who proves something with it. */
  readonly postId?: string | undefined;
  /** What the sender's telephone read of it before it made it smaller. */
  readonly told?: Pick<PhotoDetails, 'latitude' | 'longitude' | 'takenAt'> | undefined;
};

export type TakenPhoto = { readonly id: string; readonly contentMark: Buffer };

/**
 * Takes one file to its end: sealed as it flows to the disk, never in memory as a whole. It belongs to nothing yet. What is no picture by its first bytes,
 * is empty or too large is not kept, and the stream is still read to its end: the rest of the form comes after it.
 */
export const takePhoto = async (
  laksa: Installation,
  tenantId: string,
  photo: IncomingPhoto,
): Promise<Result<TakenPhoto, { readonly kind: NotTakenProblem }>> => {
  const { head, rest } = await headOf(photo.content);
  const { problem, mediaType } = await judge(laksa, head);
  if (problem !== null) {
    await drain(rest);
    return refuse({ kind: problem });
  }
  const id = uuid7(laksa.clock.now());
  try {
    return await store(laksa, { tenantId, id }, { ...photo, mediaType, rest: Readable.from(joined(head, rest)) });
  } catch (error) {
    await removePhoto(laksa, { tenantId, id });
    throw error;
  }
};

type Judged =
  | { readonly problem: NotTakenProblem; readonly mediaType: null }
  | { readonly problem: null; readonly mediaType: PhotoMediaType };

const judge = async ({ files }: Installation, head: Buffer): Promise<Judged> => {
  if (head.length === 0) return { problem: 'empty', mediaType: null };
  const found = await mediaTypeOf(head);
  const mediaType = photoMediaTypes.find((one) => one === found);
  if (mediaType === undefined) return { problem: 'not_a_picture', mediaType: null };
  return (await files.freeShare()) < leastFreeShare
    ? { problem: 'no_room', mediaType: null }
    : { problem: null, mediaType };
};

type Which = { readonly tenantId: string; readonly id: string };

const store = async (
  laksa: Installation,
  { tenantId, id }: Which,
  photo: IncomingPhoto & { readonly mediaType: PhotoMediaType; readonly rest: Readable },
): Promise<Result<TakenPhoto, { readonly kind: NotTakenProblem }>> => {
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
  if (bytes > photoLimits.bytes) {
    await removePhoto(laksa, { tenantId, id });
    return refuse({ kind: 'too_large' });
  }
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

/** Forgets a picture that belongs to nothing: its files first, so that none is left that no row knows of. */
export const removePhoto = async ({ database, files }: Installation, { tenantId, id }: Which): Promise<void> => {
  await files.remove({ tenantId, id });
  await database.inTenant(tenantId, (tx) =>
    tx
      .deleteFrom('photo')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .execute(),
  );
};

/** Counts and hashes what flows through. Beyond the limit it is let flow and goes nowhere: the disk is not filled by it. */
const measured = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, bytes > photoLimits.bytes ? undefined : chunk);
    },
  });
  return { stream, taken: () => ({ bytes, sha256: hash.digest('hex') }) };
};

/** The first bytes, and the stream they came from. */
const headOf = async (content: Readable): Promise<{ readonly head: Buffer; readonly rest: AsyncIterator<Buffer> }> => {
  const rest: AsyncIterator<Buffer> = content[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < tellingBytes) {
    const next = await rest.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest };
};

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const drain = async (rest: AsyncIterator<Buffer>): Promise<void> => {
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) continue;
};

/** Both are over before anything is cleaned up; the first failure is the one to tell. */
const bothOf = async (one: Promise<void>, other: Promise<void>): Promise<void> => {
  const failure = (await Promise.allSettled([one, other])).find((part) => part.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
};
