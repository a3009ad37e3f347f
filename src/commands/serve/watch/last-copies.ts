import type { Config } from '../../../config.ts';
import type { Copies, LastCopy } from '../../../domain/health/health-facts.ts';
import { readRecord } from '../../backup/record.ts';

export type CopyMeans = Pick<Config, 'dataDir' | 'backup' | 'databaseUrl'>;

const hourMs = 3_600_000;

/**
 * How long ago data, log and keys were copied away. A database of the operator's own may be backed up by other means, of which nobody here knows; who copies
 * nothing of the embedded one has no backup. A log of which nothing ever went is as old as the backup that it belongs to.
 */
export const lastCopies = async ({ dataDir, backup, databaseUrl }: CopyMeans, now: Date): Promise<Copies> => {
  const ago = (record: { readonly at: string } | null): LastCopy =>
    record === null ? 'never' : { hoursAgo: (now.getTime() - Date.parse(record.at)) / hourMs };
  const isKnown = backup !== undefined || databaseUrl === undefined;
  const [base, log, keys] = await Promise.all([
    readRecord(dataDir, 'base'),
    readRecord(dataDir, 'log'),
    readRecord(dataDir, 'keys'),
  ]);
  return {
    backup: base === null && !isKnown ? null : ago(base),
    backupLog: backup === undefined || base === null ? null : ago(log ?? base),
    keysBackup: ago(keys),
  };
};
