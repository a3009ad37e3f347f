import { backupsUnknown, type Backups } from '../domain/backups.ts';

/** When database and keys of the installation in this data folder were backed up last. Nothing writes that down yet. */
export const lastBackups = async (_dataDir: string): Promise<Backups> => backupsUnknown;
