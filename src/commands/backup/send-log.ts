import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Clock } from '../../platform/clock/clock.ts';
import { systemOfSegment } from '../../platform/postgres/log-segment.ts';
import { putNamed } from './named-object.ts';
import { readRecord, writeRecord } from './record.ts';
import { sendUnsent, type Sending } from './send-files.ts';

export type Round = Sending & {
  readonly clock: Clock;
  readonly dataDir: string;
  /** Where the server puts segments of its log that are complete. */
  readonly logFolder: string;
};

export const logPrefix = (system: string): string => `wal/${system}/`;

/** Segments, the histories of their timelines and the marks of base backups; what is still being written has another name. */
const finished = /^[0-9A-F]{8,24}(\.[0-9A-F]{8}\.backup|\.history)?$/;

/**
 * Sends on what the server has put aside since the last time. The order is the promise: which segments are there is asked first, then every file is sent,
 * then those segments. A row was committed after its file was written, so a segment that is at the target names no file that is not.
 */
export const sendRound = async (round: Round): Promise<{ readonly segments: number; readonly files: number }> => {
  const segments = (await readdir(round.logFolder)).filter((name) => finished.test(name)).toSorted();
  const files = await sendUnsent(round, join(round.dataDir, 'files'));
  for (const segment of segments) await sendSegment(round, segment);
  return { segments: segments.length, files };
};

const sendSegment = async (round: Round, segment: string): Promise<void> => {
  const path = join(round.logFolder, segment);
  const content = await readFile(path);
  const system = systemOfSegment(content) ?? (await readRecord(round.dataDir, 'log'))?.system;
  // A history says of itself alone to which cluster it belongs; the first segment after it does.
  if (system === undefined) return;
  const packed = await promisify(gzip)(content, { level: 1 });
  await putNamed(round, { what: `${logPrefix(system)}${segment}`, ending: '.gz' }, packed);
  await rm(path);
  const at = round.clock.now().toISOString();
  await writeRecord(round.dataDir, 'log', { at, to: round.target.shown, segment, system });
};
