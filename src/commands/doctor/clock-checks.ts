import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';

import { secondsAhead } from '../../store/seconds-ahead.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';

export const clockChecks: readonly Check[] = [
  {
    name: 'clock',
    look: async ({ laksa }) => {
      const { rows } = await laksa.database.outsideTenants((tx) =>
        sql<{ at: Date }>`select query_start as at from pg_stat_activity where pid = pg_backend_pid()`.execute(tx),
      );
      return clockFinding((rows[0]?.at ?? new Date(0)).getTime() - laksa.clock.now().getTime());
    },
  },
  {
    name: 'clock and history',
    look: async ({ laksa }) => {
      const ahead = [];
      for (const tenant of await laksa.tenants.all()) {
        const seconds = await laksa.database.inTenant(
          tenant.id,
          (tx) => secondsAhead(tx, tenant.id, tenant.clock.now()),
          {
            readOnly: true,
          },
        );
        if (seconds > leastAheadSeconds) ahead.push(`${tenant.slug} by ${Math.ceil(seconds / 60)} minutes`);
      }
      return historyFinding(ahead);
    },
  },
  { name: 'time service', look: async () => timeServiceFinding(await isSynchronised()) },
];

/** Two processes, or two machines, are apart by less. */
const leastAheadSeconds = 60;

/** `ahead`: the cities that have something on record from later than now. */
export const historyFinding = (ahead: readonly string[]): readonly Finding[] =>
  ahead.length === 0
    ? ok('nothing on record is later than now')
    : error(
        `on record is something later than now: ${ahead.join(', ')}; the clock was ahead, or is behind`,
        'see that the time is right (timedatectl); what happens to those reports is dated no earlier until the clock is there',
      );

/** `aheadMs`: by how much the clock of the database is ahead of ours. */
export const clockFinding = (aheadMs: number): readonly Finding[] => {
  const apart = Math.abs(aheadMs);
  const said = `the clocks of this machine and of the database are ${(apart / 1000).toFixed(1)} s apart`;
  const mend = 'let both machines follow a time service (chrony, systemd-timesyncd)';
  if (apart > 60_000) return error(said, mend);
  return apart > 2_000 ? warning(said, mend) : ok(said);
};

/** Null: nobody could say. */
export const timeServiceFinding = (isKept: boolean | null): readonly Finding[] => {
  if (isKept === null) return ok('this machine does not say; see that it follows one');
  return isKept
    ? ok('followed')
    : warning('this machine follows none', 'run: apt-get install chrony; it takes some minutes to follow');
};

const run = promisify(execFile);

const isSynchronised = async (): Promise<boolean | null> => {
  try {
    const { stdout } = await run('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { timeout: 5_000 });
    return stdout.trim() === '' ? null : stdout.trim() === 'yes';
  } catch {
    return null;
  }
};
