import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { boxText, type BlurBox } from '../../domain/blur-box.ts';
import type { UnreadableProblem } from '../../domain/photo.ts';
import { answerLine, readFrame, type WorkedPicture } from './frame.ts';
import { residentBytes } from './resident-bytes.ts';

export type ChildLimits = { readonly bytes: number; readonly ms: number };

/** Far above what a picture of ours needs (340 MB and 3 s for a telephone's HEIC). */
const limits: ChildLimits = { bytes: 512 * 1024 * 1024, ms: 20_000 };

const lookEveryMs = 20;
/** The sizes of a picture are some 2 MB together. */
const longestAnswer = 32 * 1024 * 1024;

/**
 * Works on a picture in a process of its own: one at a time, killed beyond its memory or its time, so that a picture made to do harm harms nobody else.
 * `program`: what the process runs. Throws when the machine, not the picture, is to blame.
 * `boxes`: what is made unrecognisable in every size.
 */
export const createPictureWorker = (
  program: string,
  own: ChildLimits = limits,
): ((original: Readable, boxes?: readonly BlurBox[]) => Promise<WorkedPicture>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (original, boxes = []) => {
    const turn = last.then(() => workInChild([program, ...boxes.map(boxText)], original, own));
    last = turn.catch(() => undefined);
    return turn;
  };
};

const workInChild = async (
  command: readonly string[],
  original: Readable,
  own: ChildLimits,
): Promise<WorkedPicture> => {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], env: {} });
  const watch = watchOver(child, own);
  try {
    const [answer, said, fed, [code, signal]] = await Promise.all([
      collect(child.stdio[answerLine], longestAnswer),
      collect(child.stderr, 64 * 1024),
      feed(original, child),
      once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    if (fed instanceof Error) throw new Error('the original could not be read', { cause: fed });
    const killedFor = watch.killedFor();
    if (killedFor !== null) return { ok: false, problem: killedFor };
    if (signal !== null) return { ok: false, problem: 'broken' }; // the decoder fell over it
    const worked = code === 0 ? readFrame(answer) : null;
    if (worked === null)
      throw new Error(`the process for pictures ended with ${code}: ${said.toString().slice(-2_000)}`);
    return worked;
  } finally {
    watch.stop();
    child.kill('SIGKILL');
    original.destroy();
  }
};

/** A child that is killed closes its end: then what could not be written is nobody's fault. What could not be read is. */
const feed = async (original: Readable, child: ChildProcess): Promise<Error | null> => {
  let failure: Error | null = null;
  original.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'EPIPE') failure = error;
  });
  if (child.stdin === null) return null;
  await pipeline(original, child.stdin).catch(() => undefined);
  if (failure !== null) child.kill('SIGKILL'); // half a picture must not be taken for a whole one
  return failure;
};

const watchOver = (child: ChildProcess, own: ChildLimits) => {
  let problem: UnreadableProblem | null = null;
  const killFor = (why: UnreadableProblem): void => {
    problem ??= why;
    child.kill('SIGKILL');
  };
  const deadline = setTimeout(() => killFor('took_too_long'), own.ms);
  const look = setInterval(() => {
    if (child.pid !== undefined && residentBytes(child.pid) > own.bytes) killFor('too_much_memory');
  }, lookEveryMs);
  return {
    killedFor: (): UnreadableProblem | null => problem,
    stop: (): void => {
      clearTimeout(deadline);
      clearInterval(look);
    },
  };
};

const collect = async (from: Readable | Writable | null | undefined, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  if (!(from instanceof Readable)) return Buffer.alloc(0);
  for await (const chunk of from) {
    if (!Buffer.isBuffer(chunk) || length > most) continue;
    length += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
