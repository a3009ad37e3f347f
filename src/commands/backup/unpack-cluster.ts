import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

import { ConfigError } from '../../config.ts';
import type { Opener } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import type { Manifest } from './manifest.ts';
import { getParts } from './parts.ts';
import { everyTwoSeconds, megabytes } from './progress.ts';

export type Unpacking = {
  readonly target: BackupTarget;
  readonly opener: Opener;
  readonly say: (line: string) => void;
};

/** Puts the cluster of a base backup into an empty folder, each part held against its hash on the way. */
export const unpackCluster = async (
  { target, opener, say }: Unpacking,
  { parts }: Manifest,
  folder: string,
): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new ConfigError(`${folder} is not empty: a restore overwrites nothing`);
  const packed = await opener.openStream(nameOfWhole(parts[0]?.name ?? ''), getParts(target, parts));
  const progress = everyTwoSeconds(say);
  let bytes = 0;
  const unpacked = extract();
  const writing = writeEntries(unpacked, folder, (size) => {
    bytes += size;
    progress(() => `database: ${megabytes(bytes)} unpacked so far`);
  });
  await Promise.all([feed(packed, unpacked), writing]);
};

/** `database.tar.gz.age.000001` is a piece of `database.tar.gz.age`. */
const nameOfWhole = (part: string): string => part.replace(/\.\d+$/, '');

type Unpacked = ReturnType<typeof extract>;
type Entry = Unpacked extends AsyncIterable<infer One> ? One : never;

/** The library has streams of its own, which `pipeline` knows only as somebody who reads. */
const feed = async (packed: Readable, unpacked: Unpacked): Promise<void> => {
  try {
    await pipeline(packed, createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) if (!unpacked.write(chunk)) await once(unpacked, 'drain');
    });
    unpacked.end(null);
  } catch (error) {
    unpacked.destroy(error instanceof Error ? error : new Error('not unpacked', { cause: error }));
    throw error;
  }
};

const writeEntries = async (unpacked: Unpacked, folder: string, onEntry: (bytes: number) => void): Promise<void> => {
  for await (const entry of unpacked) {
    const path = join(folder, inside(entry.header.name));
    if (entry.header.type === 'directory') {
      await mkdir(path, { recursive: true, mode: 0o700 });
      entry.resume();
    } else await writeEntry(entry, path);
    onEntry(entry.header.size);
  }
};

const writeEntry = async (entry: Entry, path: string): Promise<void> => {
  if (entry.header.type !== 'file') throw new Error(`${entry.header.name} in the backup is no plain file`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(entry, { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
};

/** A backup is written by whoever may write to its target: a name in it never leads out of the folder. */
const inside = (name: string): string => {
  const path = normalize(name);
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`${name} in the backup lies outside of it`);
  return path;
};
