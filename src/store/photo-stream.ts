import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';

import { photoLimits } from '../domain/photo.ts';
import { tellingBytes } from '../platform/pictures/media-type.ts';

/** The first bytes, and the stream they came from. */
export const headOf = async (
  content: Readable,
): Promise<{ readonly head: Buffer; readonly rest: AsyncIterator<Buffer> }> => {
  const rest: AsyncIterator<Buffer> = content[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < tellingBytes) {
    const next = await rest.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, rest };
};

/** Both as one again. */
export async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Reads what is not kept to its end: the rest of the form comes after it. */
export const drain = async (rest: AsyncIterator<Buffer>): Promise<void> => {
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) continue;
};

/** Counts and hashes what flows through. Beyond the limit it is let flow and goes nowhere: the disk is not filled by it. */
export const measured = () => {
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

/** Both are over before anything is cleaned up; the first failure is the one to tell. */
export const bothOf = async (one: Promise<void>, other: Promise<void>): Promise<void> => {
  const failure = (await Promise.allSettled([one, other])).find((part) => part.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
};
