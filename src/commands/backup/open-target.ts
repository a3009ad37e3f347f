import { resolve } from 'node:path';

import { folderTarget } from '../../adapters/backup/folder-target.ts';
import { s3Target } from '../../adapters/backup/s3-target.ts';
import { ConfigError, type BackupSettings, type Config } from '../../config.ts';
import { sealerFor } from '../../platform/backup/sealing.ts';
import type { BackupTarget } from '../../platform/backup/target.ts';
import type { Sending } from './send-files.ts';

export const openTarget = ({ to, s3 }: Pick<BackupSettings, 'to' | 's3'>): BackupTarget =>
  s3 === undefined ? folderTarget(to) : s3Target(to, s3);

/** Where backups go by the settings, and how they are sealed. */
export const openSending = ({ to, s3, recipient }: BackupSettings): Sending => ({
  target: openTarget({ to, s3 }),
  sealer: sealerFor(recipient),
});

export const backupOf = ({ backup }: Config): BackupSettings => {
  if (backup === undefined)
    throw new ConfigError(
      'LAKSA_BACKUP_TO is not set: a folder on another disk, or s3://bucket/prefix; and LAKSA_BACKUP_RECIPIENT, the public key that it is sealed for',
    );
  return backup;
};

/** The place a restore is told of, which may be another than the one that backups go to. */
export const targetAt = ({ backup }: Config, from: string): BackupTarget => {
  if (!from.startsWith('s3://')) return openTarget({ to: resolve(from), s3: undefined });
  if (backup?.s3 === undefined)
    throw new ConfigError('--from s3://... needs LAKSA_BACKUP_TO=s3://... and the settings S3_*');
  return openTarget({ to: from, s3: backup.s3 });
};
