import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { z } from 'zod';

import { startService } from '../e2e/service.ts';
import { photoSizes } from '../src/domain/photo.ts';
import { expectedPictures, type ExpectedPicture } from '../src/features/take-photos/expected-pictures.ts';
import type { Bench } from './bench.ts';
import { watchMemory } from './peak-memory.ts';

/** Pictures of all kinds, which are no part of this repository. */
const data = fileURLToPath(new URL('../../shared/data/images/', import.meta.url));

/** How many are sent at once the second time. */
const hands = 8;

/** Every picture through one installation, one after another beside bare sharp, then all again many at a time; and what memory that took. */
export const photosBench: Bench = async ({ say }) => {
  if (!existsSync(data)) throw new Error('needs ../shared/data/images');
  const service = await startService({ name: 'laksa bench' });
  const memory = await watchMemory(service);
  try {
    const alone = await oneByOne(service.origin, say);
    say(`all again, ${hands} at a time`);
    const began = performance.now();
    const together = await handedOut(expectedPictures, (picture) => sent(service.origin, picture));
    const seconds = (performance.now() - began) / 1000;
    const { web, worker, child } = memory.peaks();
    const unexpected = [...alone.came, ...together].filter(({ is, expected }) => is !== (expected.refused ?? 'ready'));
    return {
      metrics: {
        files: alone.came.length,
        mb: alone.came.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2,
        accepted: alone.came.filter(({ is }) => is === 'ready').length,
        refused: alone.came.filter(({ is }) => is !== 'ready').length,
        unexpected: unexpected.length,
        seconds_one_by_one: alone.seconds,
        bare_sharp_seconds: alone.bareSeconds,
        bare_ratio: alone.bareSeconds / alone.comparedSeconds,
        seconds_together: seconds,
        pictures_per_s: together.length / seconds,
        web_peak_mb: web,
        worker_peak_mb: worker,
        child_peak_mb: child,
      },
      notes: [
        'bare_ratio: the six sizes made by sharp in this process / sent, sealed, worked on in a process of its own and seen to be ready; of the pictures both can read.',
        ...unexpected.map(({ expected, is }) => `${expected.file}: ${is}, expected ${expected.refused ?? 'ready'}`),
      ],
      isGood: unexpected.length === 0,
    };
  } finally {
    memory.stop();
    await service.remove();
  }
};

type Came = { readonly expected: ExpectedPicture; readonly is: string; readonly bytes: number };

const oneByOne = async (origin: string, say: (line: string) => void) => {
  const came: Came[] = [];
  let [seconds, comparedSeconds, bareSeconds] = [0, 0, 0];
  for (const expected of expectedPictures) {
    const own = await timed(() => sent(origin, expected));
    const bare = await timed(async () => bareSizes(await readFile(join(data, expected.file))));
    came.push(own.value);
    seconds += own.seconds;
    if (own.value.is === 'ready' && bare.value) {
      comparedSeconds += own.seconds;
      bareSeconds += bare.seconds;
    }
    if (came.length % 25 === 0) say(`${came.length} of ${expectedPictures.length} pictures, ${seconds.toFixed(0)} s`);
  }
  return { came, seconds, comparedSeconds, bareSeconds };
};

const timed = async <Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number }> => {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
};

const answers = z.object({ id: z.string().optional(), problem: z.string().optional(), state: z.string().optional() });

/** As the form's script sends it; then asked for until it was worked on. */
const sent = async (origin: string, expected: ExpectedPicture): Promise<Came> => {
  const bytes = await readFile(join(data, expected.file));
  const nonce = crypto.randomUUID();
  const form = new FormData();
  form.set('nonce', nonce);
  form.set('photo', new Blob([bytes]), 'foto.jpg');
  const { id, problem } = answers.parse(
    await (await fetch(`${origin}/lapor/foto`, { method: 'POST', body: form })).json(),
  );
  const came = { expected, bytes: bytes.length };
  if (id === undefined) return { ...came, is: problem ?? 'neither' };
  for (;;) {
    const now = answers.parse(await (await fetch(`${origin}/lapor/foto/${id}?nonce=${nonce}`)).json());
    if (now.state === 'ready') return { ...came, is: 'ready' };
    if (now.state === 'unreadable') return { ...came, is: now.problem ?? 'neither' };
    await new Promise((wait) => setTimeout(wait, 20));
  }
};

const handedOut = async <Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>) => {
  const waiting = [...items];
  const done: Value[] = [];
  const hand = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) done.push(await work(item));
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return done;
};

/** The same six sizes and nothing else; false for what sharp cannot read. */
const bareSizes = async (file: Buffer): Promise<boolean> => {
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    for (const size of photoSizes) {
      const resized = sharp(file, { pages: 1 })
        .autoOrient()
        .resize(size, size, { fit: 'inside', withoutEnlargement: true });
      await resized.clone().webp({ quality: 78, effort: 3 }).toBuffer();
      await resized.clone().flatten({ background: 'white' }).jpeg({ quality: 82, progressive: true }).toBuffer();
    }
    return true;
  } catch {
    return false;
  }
};
