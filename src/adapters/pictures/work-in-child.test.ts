import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { plainPicture } from '../../features/take-photos/testing/pictures.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { createPictureWorker } from './work-in-child.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa-child-'));
});
afterAll(() => rm(folder, { recursive: true }));

const program = async (name: string, text: string): Promise<string> => {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, text);
  return path;
};
const some = () => Readable.from([Buffer.from('bytes of a picture')]);
const small = { bytes: 120 * 1024 * 1024, ms: 1_500 };

describe('the process for one picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('makes six of one: %s', async (format) => {
    const worked = await workOnPicture(Readable.from([await plainPicture('teal', format)]));
    expect(worked).toMatchObject({ ok: true, facts: { width: 64, height: 48, latitude: null, takenAt: null } });
    expect(worked.ok ? worked.pictures.map(({ name }) => name) : []).toEqual([
      '320.webp',
      '320.jpg',
      '1024.webp',
      '1024.jpg',
      '2048.webp',
      '2048.jpg',
    ]);
  });

  it('is killed when it takes too long, and the next picture has its turn', async () => {
    const endless = createPictureWorker(await program('endless', 'setInterval(() => {}, 1000)'), small);
    const begun = performance.now();
    const [one, other] = await Promise.all([endless(some()), endless(some())]);
    expect([one, other]).toEqual(Array.from({ length: 2 }, () => ({ ok: false, problem: 'took_too_long' })));
    expect(performance.now() - begun).toBeGreaterThan(2 * small.ms - 50);
  });

  it('is killed when it takes too much memory', async () => {
    const greedy = createPictureWorker(
      await program('greedy', 'const all = []; setInterval(() => all.push(Buffer.alloc(8e6, 1)), 5)'),
      { ...small, ms: 10_000 },
    );
    expect(await greedy(some())).toEqual({ ok: false, problem: 'too_much_memory' });
  });

  it('that falls over its picture says so of the picture; one that cannot work at all is a failure', async () => {
    const fallen = createPictureWorker(await program('fallen', `process.kill(process.pid, 'SIGSEGV')`), small);
    expect(await fallen(some())).toEqual({ ok: false, problem: 'broken' });
    const wrong = createPictureWorker(await program('wrong', `throw new Error('no such module')`), small);
    await expect(wrong(some())).rejects.toThrow('no such module');
  });

  it('is not given half a picture for a whole one', async () => {
    const half = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('not what was sealed');
      })(),
    );
    const waiting = createPictureWorker(await program('waiting', 'process.stdin.resume()'), small);
    await expect(waiting(half)).rejects.toThrow('the original could not be read');
  });

  it('knows nothing of where it runs', async () => {
    const telling = createPictureWorker(
      await program('telling', 'process.stderr.write(JSON.stringify(process.env)); process.exit(1)'),
      small,
    );
    await expect(telling(some())).rejects.toThrow(/ended with 1: \{\}$/);
  });
});
