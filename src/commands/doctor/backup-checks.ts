import { readdir, stat, statfs } from 'node:fs/promises';

import type { BackupSettings } from '../../config.ts';
import { isFresh, type Backups } from '../../domain/backups.ts';
import { withAdmin } from '../../platform/db/admin.ts';
import { folderIn } from '../../platform/postgres/folder.ts';
import { fingerprintOf, readKeys } from '../backup/key-copy.ts';
import { readRecord, type BackupRecord } from '../backup/record.ts';
import { lastBackups } from '../last-backups.ts';
import { error, ok, warning, type Check, type DoctorMeans, type Finding } from './check.ts';
import { diskFinding } from './machine-checks.ts';

export const backupChecks: readonly Check[] = [
  {
    name: 'backups',
    look: async ({ config, laksa }) => backupFindings(await lastBackups(config.dataDir), laksa.clock.now()),
  },
  {
    name: 'copy of the keys',
    look: async ({ config }) =>
      copyFinding(await readRecord(config.dataDir, 'keys'), fingerprintOf(await readKeys(config.dataDir))),
  },
  {
    name: 'backup of the log',
    look: async (means) => (means.config.backup === undefined ? [] : lookAtLog(means, means.config.backup)),
  },
  {
    name: 'backup disk',
    look: async ({ config: { backup, dataDir } }) =>
      backup === undefined || backup.s3 !== undefined ? [] : apartFinding(backup.to, dataDir),
  },
  { name: 'database disk', look: async ({ owner }) => lookAtDatabaseDisk(owner) },
];

export const backupFindings = ({ database, keys }: Backups, now: Date): readonly Finding[] => [
  ...ofDatabase(database, now),
  ...(keys === null
    ? warning(
        'nobody knows when the keys were backed up',
        'run laksa keys backup as docs/operations.md says under "Set it up"',
      )
    : ok(
        `the keys: ${keys.toISOString().slice(0, 10)}, ${Math.floor((now.getTime() - keys.getTime()) / dayMs)} days ago`,
      )),
];

const dayMs = 24 * 3_600_000;

const ofDatabase = (database: Date | null, now: Date): readonly Finding[] => {
  if (database === null)
    return warning('nobody knows when the database was backed up', 'see docs/operations.md, "Backup and restore"');
  const said = `the database: ${database.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return isFresh(database, now)
    ? ok(said)
    : error(`${said}, more than two days ago`, 'see why the last backup did not run');
};

/** That there is none was said before. */
export const copyFinding = (last: BackupRecord['keys'] | null, fingerprint: string): readonly Finding[] => {
  if (last === null) return [];
  return last.fingerprint === fingerprint
    ? ok(`as they are, at ${last.to}`)
    : error(
        `the keys changed since they were copied, at ${last.at}`,
        'run laksa keys backup again, as docs/operations.md says under "Set it up"',
      );
};

/** Where the disk for backups is not mounted, its folder is one of the disk that they are to outlive. */
export const apartFinding = async (to: string, dataDir: string): Promise<readonly Finding[]> => {
  const [target, source] = [await deviceOf(to), await deviceOf(dataDir)];
  if (target === null || source === null) return [];
  return target === source
    ? warning(`${to} lies on the same disk as ${dataDir}`, 'mount the disk for backups there, or name another place')
    : ok(`${to} lies on another disk than ${dataDir}`);
};

const deviceOf = (folder: string): Promise<number | null> =>
  stat(folder).then(
    ({ dev }) => dev,
    () => null,
  );

/** A segment is put aside each minute. */
const oldestLogMs = 15 * 60_000;

const lookAtLog = async (
  { config, laksa, owner }: DoctorMeans,
  backup: BackupSettings,
): Promise<readonly Finding[]> => {
  const isKept = await withAdmin(owner, async (admin) => {
    const { rows } = await admin.query<{ readonly mode: string }>(`select current_setting('archive_mode') as mode`);
    return rows[0]?.mode !== 'off';
  });
  if (!isKept)
    return error(
      'the server does not put its log aside',
      'restart the service with LAKSA_BACKUP_TO set; for a server of your own see docs/operations.md, "Backup and restore"',
    );
  const waiting = await readdir(backup.logFolder ?? folderIn(config.dataDir).archive).catch(() => []);
  return logFinding(await readRecord(config.dataDir, 'log'), waiting.length, laksa.clock.now());
};

export const logFinding = (last: BackupRecord['log'] | null, waiting: number, now: Date): readonly Finding[] => {
  if (last === null)
    return warning(`nothing was sent yet, ${waiting} segments wait`, 'the service sends it while it runs');
  const shown = `up to ${last.segment}, sent at ${last.at}; ${waiting} segments wait`;
  if (now.getTime() - Date.parse(last.at) <= oldestLogMs) return ok(shown);
  return waiting > 0
    ? error(
        shown,
        'see the log of the service ("archiver") for what keeps it from being sent; the disk fills meanwhile',
      )
    : warning(shown, 'look whether the service runs: while it does, a segment is sent each minute');
};

/** Where it lies on this machine and says where; else nothing is found. */
const lookAtDatabaseDisk = async (ownerUrl: string): Promise<readonly Finding[]> => {
  const place = await withAdmin(ownerUrl, async (admin) => {
    const { rows } = await admin.query<{ readonly place: string }>(
      `select setting as place from pg_settings where name = 'data_directory'`,
    );
    return rows[0]?.place;
  });
  const disk = place === undefined ? null : await statfs(place).catch(() => null);
  if (place === undefined || disk === null) return ok('it lies where this command cannot look');
  return diskFinding({ free: disk.bavail * disk.bsize, share: disk.bavail / disk.blocks }, place);
};
