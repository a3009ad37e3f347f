import { ConfigError, type Config } from '../config.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { beginBackups } from './backup/begin-backups.ts';
import { databaseUrls, type DatabaseUrls } from './database-urls.ts';

export type Means = DatabaseUrls & {
  readonly base: string;
  readonly owner: string;
};

/**
 * Runs a command's work on the database of this installation: the one that is configured; the embedded one beside a running service; else the embedded
 * one, started for the moment.
 */
export const withDatabase = async <T>(config: Config, work: (means: Means) => Promise<T>): Promise<T> => {
  if (config.databaseUrl !== undefined) return work(meansOf(config, config.databaseUrl));
  const running = await findEmbeddedPostgres(config.dataDir);
  if (running !== undefined) return work(meansOf(config, running.url));
  if (config.backup !== undefined) await beginBackups(config.dataDir);
  const own = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  try {
    return await work(meansOf(config, own.url));
  } finally {
    await own.stop();
  }
};

const meansOf = (config: Config, base: string): Means => {
  const urls = databaseUrls(config, base);
  if (urls.owner === undefined)
    throw new ConfigError('this command needs DATABASE_OWNER_URL: a connection that may make roles');
  return { ...urls, base, owner: urls.owner };
};
