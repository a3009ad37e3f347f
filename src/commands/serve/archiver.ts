import type { Config } from '../../config.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { openLog } from '../../platform/log/log.ts';
import { startLoop } from '../../platform/loop/loop.ts';
import { folderIn } from '../../platform/postgres/folder.ts';
import { backupOf, openSending } from '../backup/open-target.ts';
import { sendRound } from '../backup/send-log.ts';
import type { Running } from './running.ts';
import { superiorLine } from './superior-line.ts';

const everyMs = 1_000;

/** The process that sends on, as it comes, what a restore to a chosen moment needs beside a base backup: the log of the database, and new files. */
export const serveArchiver = async (config: Config): Promise<Running> => {
  const log = openLog(config.logLevel, 'archiver');
  superiorLine(createMetrics().registry);
  const backup = backupOf(config);
  const round = {
    ...openSending(backup),
    clock: systemClock,
    dataDir: config.dataDir,
    logFolder: backup.logFolder ?? folderIn(config.dataDir).archive,
  };
  const loop = startLoop({
    everyMs,
    round: async () => {
      await sendRound(round);
      return false;
    },
    onError: (error) => log.error({ err: error }, 'nothing was sent to the backup; trying again'),
  });
  return { stop: () => loop.stop() };
};
