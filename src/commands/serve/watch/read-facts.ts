import { statfs } from 'node:fs/promises';

import {
  copiesUnknown,
  type Copies,
  type DatabasePulse,
  type HealthFacts,
  type ServicePulse,
} from '../../../domain/health/health-facts.ts';
import { readMigrations } from '../../../platform/db/migrate.ts';
import { readDatabasePulse, type PulseMeans } from '../../../store/database-pulse.ts';
import { migrationsDir } from '../../places.ts';

export type FactMeans = PulseMeans & {
  readonly dataDir: string;
  readonly sendsMail: boolean;
  readonly service: () => Promise<ServicePulse | null>;
  readonly copies: () => Promise<Copies>;
  readonly certificates: () => Promise<HealthFacts['certificates']>;
};

/** Longer than any answer takes that is still of use. */
const patienceMs = 20_000;

/** All that is known of the health of this installation. Never rejects: what cannot be looked at is unknown. */
export const readFacts = async (means: FactMeans): Promise<HealthFacts> => {
  const database = await orNull(within(patienceMs, readDatabasePulse(means)));
  return {
    ...((await orNull(means.copies())) ?? copiesUnknown),
    database,
    service: await orNull(means.service()),
    sendsMail: means.sendsMail,
    freeDisk: await orNull(freeShare(means.dataDir)),
    certificates: (await orNull(means.certificates())) ?? [],
    missingMigrations: (await orNull(missingMigrations(database))) ?? 0,
  };
};

const freeShare = async (folder: string): Promise<number> => {
  const { bavail, blocks } = await statfs(folder);
  return bavail / blocks;
};

const missingMigrations = async (database: DatabasePulse | null): Promise<number> =>
  database === null ? 0 : Math.max(0, (await readMigrations(migrationsDir)).length - database.migrations);

const orNull = async <T>(looking: Promise<T>): Promise<T | null> => looking.catch(() => null);

const within = async <T>(ms: number, looking: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), ms);
  try {
    return await Promise.race([looking, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
