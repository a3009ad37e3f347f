import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';

import { openerFor, sealerFor } from './sealing.ts';

const identity = await generateX25519Identity();
const sealer = sealerFor(await identityToRecipient(identity));
const long = Buffer.alloc(300_000, 'laksa ');

test('what was sealed opens with its identity, as a whole and as a stream', async () => {
  const sealed = await sealer.seal(long);
  expect(Buffer.from(sealed).includes('laksa')).toBe(false);
  expect(Buffer.from(await openerFor([identity]).open('x.age', sealed)).equals(long)).toBe(true);
  const stream = await sealer.sealStream(Readable.from([long.subarray(0, 7), long.subarray(7)]));
  const opened = await openerFor([identity]).openStream('x.age', stream);
  expect((await buffer(opened)).equals(long)).toBe(true);
});

test('nobody else opens it, and not what was changed or cut', async () => {
  const sealed = Buffer.from(await sealer.seal(long));
  await expect(openerFor([await generateX25519Identity()]).open('x.age', sealed)).rejects.toThrow(
    'no identity matched',
  );
  await expect(openerFor([]).open('x.age', sealed)).rejects.toThrow('name the file of the identity with --identity');
  await expect(openerFor([identity]).open('x.age', sealed.subarray(0, 100_000))).rejects.toThrow(/tag|size/);
  const changed = Buffer.from(sealed);
  changed[150_000] = (changed[150_000] ?? 0) ^ 1;
  await expect(openerFor([identity]).open('x.age', changed)).rejects.toThrow(/tag/);
});

test('a source that breaks breaks what is made of it', async () => {
  const broken = Readable.from(
    (async function* () {
      yield long;
      throw new Error('the server is gone');
    })(),
  );
  await expect(sealer.sealStream(broken).then(buffer)).rejects.toThrow('the server is gone');
});

test('without a key it stays as it is, which somebody has to say aloud', async () => {
  expect(await sealerFor(null).seal(long)).toBe(long);
  expect(await openerFor([]).open('x', long)).toBe(long);
});
