import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const entry = z.discriminatedUnion('what', [
  /** What is replayed, and how: the first line. */
  z.object({
    what: z.literal('begun'),
    tenantId: z.string(),
    routing: z.enum(['rules', 'recorded']),
    table: z.string(),
  }),
  z.object({
    what: z.literal('filed'),
    row: z.string(),
    number: z.string(),
    claimCode: z.string(),
    tookMs: z.number(),
  }),
  z.object({ what: z.literal('refused'), row: z.string(), reason: z.string() }),
  z.object({ what: z.literal('routed'), row: z.string(), tookMs: z.number() }),
  z.object({ what: z.literal('answered'), row: z.string(), tookMs: z.number() }),
]);
export type Entry = z.infer<typeof entry>;

export type Journal = {
  readonly entries: readonly Entry[];
  /** Resolves when the line is on the disk. Lines that come meanwhile go together. */
  readonly write: (line: Entry) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A file of what was acknowledged, one line each, only ever appended to. It holds claim codes: nobody else may read it. */
export const openJournal = async (path: string): Promise<Journal> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = existsSync(path) ? await readFile(path, 'utf8') : '';
  const entries = entriesIn(text);
  const file = await open(path, 'a', 0o600);
  // A line that a crash cut short is ended, so that the next one stands alone.
  if (text !== '' && !text.endsWith('\n')) await file.write('\n');
  let waiting: string[] = [];
  let flushing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    await file.write(batch.join(''));
    await file.datasync();
  };
  const write = (line: Entry): Promise<void> => {
    waiting.push(`${JSON.stringify(line)}\n`);
    flushing = flushing.then(flush);
    return flushing;
  };
  return { entries, write, close: () => flushing.then(() => file.close()) };
};

const entriesIn = (text: string): readonly Entry[] =>
  text.split('\n').flatMap((line) => {
    const read = entry.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
