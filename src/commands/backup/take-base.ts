import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import pg from 'pg';

import { beginUnsent } from '../../adapters/files/unsent-files.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import { takeBaseBackup } from '../../platform/postgres/base-backup.ts';
import { folderOf, writeManifest, type Manifest } from './manifest.ts';
import { ownProgram } from './own-program.ts';
import { putParts } from './parts.ts';
import { everyTwoSeconds, megabytes } from './progress.ts';
import { writeRecord } from './record.ts';
import { sendMissing, sendUnsent, type Sending } from './send-files.ts';

export type Taking = Sending & {
  /** A role that may replicate. */
  readonly url: string;
  readonly recipient: string | null;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly say: (line: string) => void;
};

/**
 * One whole backup while everything serves: the database as it is when its copy ends, then every file. What a row names was on the disk before the row,
 * so it is among the files; the manifest goes last and makes it a backup.
 */
export const takeBase = async (taking: Taking): Promise<Manifest> => {
  const { target, clock, dataDir } = taking;
  await beginUnsent(join(dataDir, 'files'));
  const startedAt = clock.now().toISOString();
  const id = `${startedAt.slice(0, 19).replace(/[-:]/g, '')}Z-${randomBytes(2).toString('hex')}`;
  const database = await sendDatabase(taking, id);
  const finishedAt = clock.now().toISOString();
  await sendFiles(taking);
  const manifest = {
    format: 'laksa backup 1',
    id,
    startedAt,
    finishedAt,
    recipient: taking.recipient,
    program: await ownProgram(),
    ...database,
  } as const;
  await writeManifest(target, manifest);
  await writeRecord(dataDir, 'base', { at: finishedAt, to: target.shown, id });
  return manifest;
};

const sendDatabase = async ({ target, sealer, url, say }: Taking, id: string) => {
  const server = await aboutServer(url);
  const backup = await takeBaseBackup(url, `laksa ${id}`);
  const { system, timeline, firstSegment, archive } = backup;
  try {
    const packed = createGzip({ level: 1 });
    archive.once('error', (error) => packed.destroy(error));
    const sealed = await sealer.sealStream(archive.pipe(packed));
    const name = `${folderOf(id)}database.tar.gz${sealer.ending}`;
    const progress = everyTwoSeconds(say);
    let bytes = 0;
    const parts = await putParts(target, name, sealed, (part) => {
      bytes += part.bytes;
      progress(() => `database: ${megabytes(bytes)} sent so far`);
    });
    return { ...server, system, timeline, firstSegment, parts: [...parts] };
  } finally {
    await backup.close();
  }
};

const aboutServer = async (url: string): Promise<{ readonly postgres: string; readonly isLogKept: boolean }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ postgres: string; log: boolean }>(
      `select current_setting('server_version') as postgres, current_setting('archive_mode') <> 'off' as log`,
    );
    return { postgres: rows[0]?.postgres ?? '', isLogKept: rows[0]?.log ?? false };
  } finally {
    await client.end();
  }
};

const sendFiles = async (taking: Taking): Promise<void> => {
  const progress = everyTwoSeconds(taking.say);
  await sendUnsent(taking, join(taking.dataDir, 'files'));
  await sendMissing(taking, join(taking.dataDir, 'files'), (sent) => progress(() => `files: ${sent} sent so far`));
};
