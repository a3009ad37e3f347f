import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { stepClock } from '../../store/step-clock.ts';
import { whenBack } from './when-back.ts';

/** The clock of a rehearsal, in the hands of its replay. */
export type FileTime = {
  readonly now: () => Date;
  /** Steps to a moment, and resolves when the service has marked everything that came due before it. */
  readonly stepTo: (moment: Date) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A worker that is started again after a crash is back long before. */
const patienceMs = 180_000;
const longestPauseMs = 50;

/** The service did not do what a clock asked of it. */
export class NotSwept extends Error {
  override readonly name = 'NotSwept';
}

export const openFileTime = (laksa: Installation, tenant: Tenant, ownerUrl: string): FileTime => {
  const owners = new pg.Pool({ connectionString: ownerUrl, max: 1, connectionTimeoutMillis: 5_000 });
  owners.on('error', () => undefined);
  owners.on('connect', (client) => void client.on('error', () => undefined));
  let now = tenant.clock.now();
  let sweptAt: Date | null = null;
  const stepTo = async (moment: Date): Promise<void> => {
    if (moment > now) await whenBack(() => stepWith(owners, tenant.id, moment));
    if (moment > now) now = moment;
    if (sweptAt !== null && sweptAt >= moment) return;
    await untilSwept(laksa, tenant, moment);
    sweptAt = moment;
  };
  return { now: () => now, stepTo, close: () => owners.end() };
};

const stepWith = async (owners: pg.Pool, tenantId: string, moment: Date): Promise<void> => {
  const admin = await owners.connect();
  try {
    await stepClock(admin, tenantId, moment);
    admin.release();
  } catch (error) {
    admin.release(error instanceof Error ? error : true);
    throw error;
  }
};

const untilSwept = async (laksa: Installation, tenant: Tenant, moment: Date): Promise<void> => {
  const began = laksa.clock.now().getTime();
  for (let round = 0; ; round += 1) {
    const waiting = await whenBack(() => readWaiting(laksa, tenant.id, moment));
    if (waiting === 0) return;
    if (laksa.clock.now().getTime() - began > patienceMs)
      throw new NotSwept(
        `${waiting} clocks that came due before ${moment.toISOString()} are not marked after ${patienceMs / 1000} s: does a worker run beside the service, and what does its log say?`,
      );
    await pause(Math.min(2 ** round, longestPauseMs));
  }
};

/** The clocks that are due by a moment and that the service has not marked. */
const readWaiting = (laksa: Installation, tenantId: string, moment: Date): Promise<number> =>
  laksa.database.inTenant(
    tenantId,
    async (tx) => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*)::int as waiting from laksa.report_clock
        where tenant_id = ${tenantId} and stopped_at is null and paused_at is null and passed_at is null
          and due_at <= ${moment}`.execute(tx);
      return rows[0]?.waiting ?? 0;
    },
    { readOnly: true },
  );
