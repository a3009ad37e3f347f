import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';

import { openBytes, sealBytes } from './sealing.ts';
import { openingStream, sealingStream } from './sealing-stream.ts';

const key = randomBytes(32);
const inPieces = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );

const opened = (sealed: Buffer, size: number, aad = 'here'): Promise<Buffer> =>
  buffer(inPieces(sealed, size).compose(openingStream(key, aad)));

it.each([1, 7, 16, 29, 64 * 1024])(
  'what flows through is sealed as in one piece, in pieces of %i bytes',
  async (size) => {
    for (const length of [0, 1, 15, 16, 17, 3000]) {
      const plain = randomBytes(length);
      const sealed = await buffer(inPieces(plain, size).compose(sealingStream(key, 'here')));
      expect(openBytes(key, sealed, 'here')).toEqual(plain);
      expect(await opened(sealBytes(key, plain, 'here'), size)).toEqual(plain);
    }
  },
);

it('what was cut, changed, or sealed for another place does not open to its end', async () => {
  const sealed = sealBytes(key, randomBytes(500), 'here');
  const changed = Buffer.from(sealed);
  changed[100] = (changed[100] ?? 0) ^ 1;
  await expect(opened(sealed, 64, 'there')).rejects.toThrow('unable to authenticate');
  await expect(opened(changed, 64)).rejects.toThrow('unable to authenticate');
  await expect(opened(sealed.subarray(0, -1), 64)).rejects.toThrow('unable to authenticate');
  await expect(opened(sealed.subarray(0, 20), 64)).rejects.toThrow('nothing that was sealed here');
  await expect(opened(Buffer.from('a file of another kind'), 64)).rejects.toThrow('nothing that was sealed here');
});
