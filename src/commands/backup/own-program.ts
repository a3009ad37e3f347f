import { readFile } from 'node:fs/promises';

import { ConfigError } from '../../config.ts';
import { readMigrations } from '../../platform/db/migrate.ts';
import { migrationsDir, packageFile } from '../places.ts';
import type { Manifest } from './manifest.ts';

/** The program that makes a backup, by its version and by the newest migration it knows. */
export const ownProgram = async (): Promise<NonNullable<Manifest['program']>> => {
  const { version }: { readonly version: string } = JSON.parse(await readFile(packageFile, 'utf8'));
  return { version, migration: (await readMigrations(migrationsDir)).at(-1)?.name ?? '' };
};

/** What was made by a newer program has tables that this one does not know. Backups of before it was written down say nothing of it. */
export const refuseNewer = async ({ id, program }: Pick<Manifest, 'id' | 'program'>): Promise<void> => {
  if (program === undefined) return;
  const names = (await readMigrations(migrationsDir)).map(({ name }) => name);
  if (!names.includes(program.migration))
    throw new ConfigError(
      `base backup ${id} was made by Laksa ${program.version} with the migration ${program.migration}, which this program does not have: restore it with that version or a newer one`,
    );
};

/** Which program made it, for whoever restores it. */
export const madeBy = ({ program }: Pick<Manifest, 'program'>): string =>
  program === undefined ? '' : `, made by Laksa ${program.version} (${program.migration})`;
