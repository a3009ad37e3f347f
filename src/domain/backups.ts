/** When each was backed up last; null: nobody knows. */
export type Backups = { readonly database: Date | null; readonly keys: Date | null };

export const backupsUnknown: Backups = { database: null, keys: null };

/** Made every night, with two hours for the night on which it takes longer. */
export const freshForHours = 26;

export const isFresh = (backup: Date, now: Date): boolean =>
  now.getTime() - backup.getTime() <= freshForHours * 60 * 60 * 1000;

/** The database must be fresh; of the keys, which change seldom, there must be a copy. Null: nobody knows. */
export const isBackedUp = ({ database, keys }: Backups, now: Date): boolean | null =>
  database === null || keys === null ? null : isFresh(database, now);
