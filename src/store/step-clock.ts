import type { Connection } from '../platform/db/connection.ts';

/** A clock that may not be stepped so: it is no rehearsal's, runs by itself, or stands later already. */
export class ClockNotStepped extends Error {
  override readonly name = 'ClockNotStepped';
}

/** On this channel the worker hears that clocks may have come due. */
export const clockChannel = 'laksa_clock';

/**
 * Steps the clock of a rehearsal on to a moment, as the owner; `admin` may become `laksa_owner`. Known to every process with the next request or
 * sweep (`openTenants`). Stepping to where it stands changes nothing.
 */
export const stepClock = async (admin: Connection, tenantId: string, to: Date): Promise<void> => {
  const { rowCount } = await admin.query(
    `with stepped as (
       update laksa.tenant set clock_offset_ms = round(extract(epoch from $2::timestamptz - clock_origin) * 1000)::bigint
       where id = $1 and is_rehearsal and clock_speed = 0
         and clock_origin + clock_offset_ms * interval '1 millisecond' <= $2::timestamptz
       returning id)
     select pg_notify($3, id::text) from stepped`,
    [tenantId, to, clockChannel],
  );
  if (rowCount !== 1)
    throw new ClockNotStepped(`the clock of ${tenantId} is no rehearsal's that stands before ${to.toISOString()}`);
};
