/** When each was backed up last; null: nobody knows. */
export type Backups = { readonly database: Date | null; readonly keys: Date | null };

export const backupsUnknown: Backups = { database: null, keys: null };

/** What was backed up longer ago would lose more than two days of a city. */
const freshForMs = 48 * 60 * 60 * 1000;

export const isFresh = (backup: Date, now: Date): boolean => now.getTime() - backup.getTime() <= freshForMs;

/** The database must be fresh; of the keys, which change seldom, there must be a copy. Null: nobody knows. */
export const isBackedUp = ({ database, keys }: Backups, now: Date): boolean | null =>
  database === null || keys === null ? null : isFresh(database, now);
