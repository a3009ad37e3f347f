import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ConfigError, type Config } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { readOptions } from './arguments.ts';
import { beginBackups } from './backup/begin-backups.ts';
import { writtenAtOf, type FileVersion } from './backup/file-version.ts';
import { listManifests } from './backup/manifest.ts';
import { backupOf, openSending, openTarget } from './backup/open-target.ts';
import { everyTwoSeconds, megabytes } from './backup/progress.ts';
import { chooseKept, pruneDatabase, pruneFiles } from './backup/prune-backup.ts';
import { takeBase } from './backup/take-base.ts';
import { verifyBackup } from './backup/verify-backup.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const backupCommands: readonly Command[] = [
  {
    name: 'backup list',
    usage: 'backup list',
    summary: 'the whole base backups, and from when on each can be restored',
    run: list,
  },
  {
    name: 'backup verify',
    usage: 'backup verify',
    summary: 'reads everything that was backed up and holds it against its hashes; needs no identity',
    run: verify,
  },
  {
    name: 'backup prune',
    usage: 'backup prune --keep-days N',
    summary: 'takes away what no restore to a moment of the last N days needs; never the newest base backup',
    run: prune,
  },
  {
    name: 'backup',
    usage: 'backup',
    summary: 'makes a base backup of database and files while they serve, at LAKSA_BACKUP_TO',
    run: backup,
  },
];

async function backup(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  const settings = backupOf(config);
  await beginBackups(config.dataDir);
  await withDatabase(config, async ({ owner }) => {
    const taking = {
      ...openSending(settings),
      recipient: settings.recipient,
      dataDir: config.dataDir,
      clock: systemClock,
      say,
    };
    const { id, parts, isLogKept } = await takeBase({ ...taking, url: owner });
    const bytes = parts.reduce((total, part) => total + part.bytes, 0);
    process.stdout.write(`${id}: whole, ${megabytes(bytes)} of database, and every file\n`);
    if (!isLogKept)
      throw new ConfigError(
        'the server does not put its log aside, so no later moment can be restored: restart the service with LAKSA_BACKUP_TO set (docs/operations.md)',
      );
  });
}

async function list(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  const manifests = await listManifests(openTarget(backupOf(config)));
  for (const { id, finishedAt, parts, recipient, isLogKept } of manifests) {
    const bytes = parts.reduce((total, part) => total + part.bytes, 0);
    const shown = [finishedAt, megabytes(bytes), recipient === null ? 'not sealed' : `sealed for ${recipient}`];
    process.stdout.write(`${id}  from ${shown.join('  ')}${isLogKept ? '' : '  without its log'}\n`);
  }
  if (manifests.length === 0) process.stdout.write('there is no whole base backup\n');
}

/** Ends with exit code 1 when anything is missing or damaged. */
async function verify(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  const target = openTarget(backupOf(config));
  const manifests = await listManifests(target);
  const progress = everyTwoSeconds(say);
  const { objects, bytes, problems } = await verifyBackup(target, manifests, (done) =>
    progress(() => `${done.objects} objects, ${megabytes(done.bytes)} read so far`),
  );
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  const counted = `${manifests.length} base backups, ${objects} objects, ${megabytes(bytes)}`;
  process.stdout.write(
    `${counted}: ${problems.length === 0 ? 'all whole' : `${problems.length} not as they were put there`}\n`,
  );
  if (problems.length > 0 || manifests.length === 0) process.exitCode = 1;
}

async function prune(config: Config, args: readonly string[]): Promise<void> {
  const days = Number(readOptions(args, { required: ['keep-days'] })['keep-days']);
  if (!Number.isInteger(days) || days < 1) throw new ConfigError('--keep-days takes a whole number of days, 1 or more');
  const target = openTarget(backupOf(config));
  const now = systemClock.now();
  const since = new Date(now.getTime() - days * 24 * 3_600_000);
  const choice = chooseKept(await listManifests(target), since);
  const objects = await pruneDatabase(target, choice, now);
  const filesDir = join(config.dataDir, 'files');
  if (!existsSync(filesDir))
    throw new ConfigError(`${filesDir} is not there, so nobody can say which files were removed`);
  const files = await pruneFiles({ target, isThere: isAmong(filesDir), since });
  process.stdout.write(
    `${choice.kept.length} base backups kept, ${choice.removed.length} removed, with ${objects} objects; ${files} files that were removed long ago\n`,
  );
}

const isAmong =
  (filesDir: string) =>
  async ({ path, writtenAt }: FileVersion): Promise<boolean> =>
    (await writtenAtOf(join(filesDir, path))) === writtenAt;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
