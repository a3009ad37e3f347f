import { sql } from 'kysely';

import type { DatabasePulse, JobsPulse } from '../domain/health/health-facts.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { jobs, type JobPulse } from '../platform/jobs/jobs.ts';
import { readCityPulse } from './city-pulse.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** Only what this needs of an installation: whoever watches has no keys and no files. */
export type PulseMeans = Pick<Installation, 'database' | 'tenants' | 'cities' | 'clock'>;

/** How the installation is doing, one city after the other over one connection. Rejects when the database does not answer. */
export const readDatabasePulse = async (means: PulseMeans): Promise<DatabasePulse> => {
  const now = means.clock.now();
  const whole = await means.database.outsideTenants((tx) => readWhole(tx, now));
  const cities = [];
  for (const tenant of await means.tenants.all())
    cities.push(
      await means.database.inTenant(
        tenant.id,
        async (tx) => readCityPulse(tx, tenant, await means.cities.read(tx, tenant, now)),
        { readOnly: true },
      ),
    );
  return { ...whole, cities };
};

const readWhole = async (tx: Tx, now: Date): Promise<Omit<DatabasePulse, 'cities'>> => {
  // The machine's own, whatever time the installation is told: two machines are compared.
  const here = systemClock.now();
  const { rows } = await sql<{ readonly version: string; readonly migrations: number; readonly at: Date }>`
    select current_setting('server_version') as version, count(*)::int as migrations,
      (select query_start from pg_stat_activity where pid = pg_backend_pid()) as at
    from ops.migration`.execute(tx);
  const { version = '', migrations = 0, at = here } = rows[0] ?? {};
  return {
    version,
    migrations,
    apartSeconds: Math.round(Math.abs(at.getTime() - here.getTime()) / 1000),
    workers: await jobs.countRunners(tx),
    jobs: (await jobs.pulse(tx, now)).map((pulse) => jobsOf(pulse, now)),
  };
};

const jobsOf = ({ oldest_at, ...pulse }: JobPulse, now: Date): JobsPulse => ({
  ...pulse,
  oldestSeconds: oldest_at === null ? null : Math.round((now.getTime() - oldest_at.getTime()) / 1000),
});
