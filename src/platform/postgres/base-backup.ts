import { Readable } from 'node:stream';
import pg from 'pg';

/** Where a backup of a running server begins and ends in its log. */
export type BackupSpan = {
  readonly system: string;
  readonly timeline: number;
  /** The first segment that a restore needs, as its file is called. */
  readonly firstSegment: string;
};

export type BaseBackup = BackupSpan & {
  /** The whole cluster as a tar file, with the log that makes it whole; it ends when the server has ended the backup, and errors when that failed. */
  readonly archive: Readable;
  readonly close: () => Promise<void>;
};

/**
 * Takes a backup of the whole cluster by the replication protocol, as `pg_basebackup` does: the same for every server, the embedded one and another
 * machine's. `url` names a role with the right to replicate.
 */
export const takeBaseBackup = async (url: string, label: string): Promise<BaseBackup> => {
  const replication = new URL(url);
  replication.searchParams.set('replication', 'database');
  const client = new pg.Client({ connectionString: replication.toString(), application_name: 'laksa backup' });
  await client.connect();
  try {
    const span = await spanFrom(client);
    const taking = new TakingBackup(label);
    // A connection that breaks has told whoever reads the archive.
    client.on('error', (error) => taking.archive.destroy(error));
    client.query(taking);
    return { ...span, archive: taking.archive, close: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
};

const spanFrom = async (client: pg.Client): Promise<BackupSpan> => {
  const { rows } = await client.query<{ systemid: string; timeline: number | string; xlogpos: string }>(
    'IDENTIFY_SYSTEM',
  );
  const [found] = rows;
  const { rows: sizes } = await client.query<{ wal_segment_size: string }>('SHOW wal_segment_size');
  if (found === undefined) throw new Error('the server does not say which it is');
  if (sizes[0]?.wal_segment_size !== '16MB') throw new Error('only a log in segments of 16 MB is backed up');
  const timeline = Number(found.timeline);
  return { system: found.systemid, timeline, firstSegment: segmentAt(timeline, found.xlogpos) };
};

/** `0/3000028` lies in `000000010000000000000003`: the last three bytes are the place in the segment. */
const segmentAt = (timeline: number, position: string): string => {
  const [high = '', low = ''] = position.split('/');
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');
  return `${hex(timeline)}${high.padStart(8, '0')}${hex(Number.parseInt(low, 16) >>> 24)}`;
};

/** What the messages of the copy begin with (protocol "BASE_BACKUP", PostgreSQL 15 and newer). */
const kinds = { archive: 0x6e, data: 0x64, manifest: 0x6d } as const;

/** The statement, and the tar file that its answer carries. */
class TakingBackup extends pg.Query {
  readonly archive: Readable;
  private isManifest = false;
  private resume: (() => void) | undefined;

  constructor(label: string) {
    super(`BASE_BACKUP (LABEL ${pg.escapeLiteral(label)}, CHECKPOINT 'fast', WAL true, WAIT false, MANIFEST 'yes')`);
    this.archive = new Readable({ read: () => this.resume?.() });
    this.on('error', (error: Error) => this.archive.destroy(error));
    this.on('end', () => this.archive.push(null));
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: pg.Connection): void {
    if (chunk[0] === kinds.archive) this.beginArchive(chunk);
    if (chunk[0] === kinds.manifest) this.isManifest = true;
    // The chunk lies in a buffer that the connection fills again.
    if (chunk[0] !== kinds.data || this.isManifest || this.archive.push(Buffer.from(chunk.subarray(1)))) return;
    connection.stream.pause();
    this.resume = () => connection.stream.resume();
  }

  private beginArchive(chunk: Buffer): void {
    const name = chunk.subarray(1, chunk.indexOf(0, 1)).toString();
    if (name !== 'base.tar') this.archive.destroy(new Error('a cluster with tablespaces of its own is not backed up'));
  }
}
