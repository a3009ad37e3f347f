import { statfs } from 'node:fs/promises';

import { isFresh, type Backups } from '../../domain/backups.ts';
import { lastBackups } from '../last-backups.ts';
import { asOwner } from '../tenant/as-owner.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';
import { diskFinding } from './machine-checks.ts';

export const backupChecks: readonly Check[] = [
  {
    name: 'backups',
    look: async ({ config, laksa }) => backupFindings(await lastBackups(config.dataDir), laksa.clock.now()),
  },
  { name: 'database disk', look: async ({ owner }) => lookAtDatabaseDisk(owner) },
];

export const backupFindings = ({ database, keys }: Backups, now: Date): readonly Finding[] => [
  ...ofDatabase(database, now),
  ...(keys === null
    ? warning('nobody knows when the keys were backed up', 'copy LAKSA_DATA/keys apart from the database')
    : ok(`the keys: ${keys.toISOString().slice(0, 10)}`)),
];

const ofDatabase = (database: Date | null, now: Date): readonly Finding[] => {
  if (database === null)
    return warning('nobody knows when the database was backed up', 'see docs/operations.md, what to back up');
  const said = `the database: ${database.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return isFresh(database, now)
    ? ok(said)
    : error(`${said}, more than two days ago`, 'see why the last backup did not run');
};

/** Where it lies on this machine and says where; else nothing is found. */
const lookAtDatabaseDisk = async (ownerUrl: string): Promise<readonly Finding[]> => {
  const place = await asOwner(ownerUrl, async (admin) => {
    const { rows } = await admin.query<{ readonly place: string }>(
      `select setting as place from pg_settings where name = 'data_directory'`,
    );
    return rows[0]?.place;
  });
  const disk = place === undefined ? null : await statfs(place).catch(() => null);
  if (place === undefined || disk === null) return ok('it lies where this command cannot look');
  return diskFinding({ free: disk.bavail * disk.bsize, share: disk.bavail / disk.blocks }, place);
};
