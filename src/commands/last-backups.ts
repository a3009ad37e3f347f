import type { Backups } from '../domain/backups.ts';
import { readRecord } from './backup/record.ts';

/** When database and keys of the installation in this data folder were backed up last: base backups of the one, copies of the other. */
export const lastBackups = async (dataDir: string): Promise<Backups> => {
  const [base, keys] = await Promise.all([readRecord(dataDir, 'base'), readRecord(dataDir, 'keys')]);
  return { database: dateOf(base), keys: dateOf(keys) };
};

const dateOf = (record: { readonly at: string } | null): Date | null => (record === null ? null : new Date(record.at));
