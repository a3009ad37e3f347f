import { createCipheriv, createDecipheriv, randomBytes, type DecipherGCM } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

import { algorithm, nonceBytes, tagBytes, version } from './sealing.ts';

const headBytes = 1 + nonceBytes;

/** Seals what flows through it, in the shape of `sealBytes`. */
export const sealingStream = (key: Buffer, aad: string): Transform => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(aad));
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, cipher.update(chunk)),
    flush(done) {
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
  stream.push(Buffer.concat([Buffer.of(version), nonce]));
  return stream;
};

/**
 * Opens what flows through it. Whether it is whole and was sealed under this key for this place is known at the end only: it errors then, and whoever
 * reads must throw away what came before.
 */
export const openingStream = (key: Buffer, aad: string): Transform => {
  let held = Buffer.alloc(0);
  let decipher: DecipherGCM | null = null;
  const begin = (): void => {
    if (decipher !== null || held.length < headBytes) return;
    if (held[0] !== version) throw new Error('this is nothing that was sealed here');
    decipher = createDecipheriv(algorithm, key, held.subarray(1, headBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(aad));
    held = held.subarray(headBytes);
  };
  /** All but the last bytes, which may be the tag. */
  const opened = (): Buffer => {
    const body = held.subarray(0, Math.max(0, held.length - tagBytes));
    if (decipher === null || body.length === 0) return Buffer.alloc(0);
    held = held.subarray(body.length);
    return decipher.update(body);
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      settle(done, () => {
        held = Buffer.concat([held, chunk]);
        begin();
        return opened();
      }),
    flush: (done) =>
      settle(done, () => {
        if (decipher === null || held.length !== tagBytes) throw new Error('this is nothing that was sealed here');
        return decipher.setAuthTag(held).final();
      }),
  });
};

const settle = (done: TransformCallback, work: () => Buffer): void => {
  let out: Buffer;
  try {
    out = work();
  } catch (error) {
    done(error instanceof Error ? error : new Error('not opened', { cause: error }));
    return;
  }
  done(null, out);
};
