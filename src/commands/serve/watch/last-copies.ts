import type { LastCopy } from '../../../domain/health/health-facts.ts';
import { lastBackups } from '../../last-backups.ts';

export type LastCopies = { readonly backup: LastCopy; readonly keysBackup: LastCopy };

const hourMs = 3_600_000;

/** How long ago data and keys were copied away, as far as that is written down. */
export const lastCopies = async (dataDir: string, now: Date): Promise<LastCopies> => {
  const { database, keys } = await lastBackups(dataDir);
  const ago = (at: Date | null): LastCopy =>
    at === null ? null : { hoursAgo: (now.getTime() - at.getTime()) / hourMs };
  return { backup: ago(database), keysBackup: ago(keys) };
};
