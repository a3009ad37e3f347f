import { sql } from 'kysely';
import type pg from 'pg';

import { withAdmin } from '../../platform/db/admin.ts';
import { leastUuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';
import { ofEach } from './tenant-checks.ts';

export const jobChecks: readonly Check[] = [
  {
    name: 'waiting jobs',
    look: ({ owner, laksa }) => withAdmin(owner, (admin) => lookAtWaiting(admin, laksa.clock.now())),
  },
  { name: 'feed', look: ofEach(({ laksa }, tenant) => lookAtFeed(laksa, tenant)) },
];

const lateAfterMs = 10 * 60_000;

/** Jobs that are due and that nobody has taken. */
export const lookAtWaiting = async (admin: pg.ClientBase, now: Date): Promise<readonly Finding[]> => {
  await admin.query('set role laksa_jobs');
  const { rows } = await admin.query<{ readonly late: number }>(
    `select count(*)::int as late from graphile_worker._private_jobs where locked_at is null and attempts < max_attempts and run_at < $1`,
    [new Date(now.getTime() - lateAfterMs)],
  );
  const late = rows[0]?.late ?? 0;
  return late === 0
    ? ok('none is late')
    : warning(
        `${late} have been due for more than ten minutes`,
        'see that a worker is alive, and whether it keeps up (CPU, disk, mail server)',
      );
};

const feedLagMs = 60_000;

/** What happened more than a minute ago and is not in the feed yet: notices, search and feeds do not know it. */
export const lookAtFeed = async ({ database, clock }: Installation, { id }: Tenant): Promise<readonly Finding[]> => {
  const since = leastUuid7(new Date(clock.now().getTime() - feedLagMs));
  const { rows } = await database.inTenant(
    id,
    (tx) =>
      sql<{ readonly waiting: number }>`
        select count(*)::int as waiting from laksa.event_pending where tenant_id = ${id} and event_id < ${since}`.execute(
        tx,
      ),
    { readOnly: true },
  );
  const waiting = rows[0]?.waiting ?? 0;
  return waiting === 0
    ? ok('nothing waits')
    : error(
        `${waiting} events wait for more than a minute`,
        'see that a worker is alive, and what its log says of publish-feed',
      );
};
