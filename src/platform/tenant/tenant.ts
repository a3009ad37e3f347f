import { sql } from 'kysely';

import { shiftedClock, type Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';

/** A region that lives in this installation. Its time may be shifted (demonstration, replay); all its deadlines follow. */
export type Tenant = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly origin: string;
  readonly zone: string;
  readonly regionCode: string;
  readonly isDemo: boolean;
  readonly isRehearsal: boolean;
  /** Whether citizens are served: a new region opens when it is ready, a demonstration and a rehearsal are open from the start. */
  readonly isOpen: boolean;
  /** Its time is not the machine's: its pages say so. */
  readonly isClockSet: boolean;
  /** Its time stands still and is stepped from one moment to the next: a rehearsal's only. */
  readonly isClockStepped: boolean;
  readonly clock: Clock;
};

export type Tenants = {
  /** All, the first made first. */
  readonly all: () => Promise<readonly Tenant[]>;
  /** By `host[:port]` of its origin. */
  readonly byHost: (host: string) => Promise<Tenant | null>;
  /** After this process added one. */
  readonly forget: () => void;
};

/** How long a process may not know of a new tenant or a changed clock. */
const keptForMs = 2_000;

type Known = { readonly at: number; readonly tenants: Promise<readonly Tenant[]>; isReadAnew: boolean };

/**
 * While a tenant's clock is stepped nothing is kept: what is asked after a step must know of it, in every process. Otherwise one who asks waits for what is
 * read anew, and the others go on with what was known: in a rush of visitors this question stands in line as well. While the database cannot say,
 * whoever was there before still is: what needs no database is served on.
 */
export const openTenants = <Schema>(database: Database<Schema>, clock: Clock): Tenants => {
  const read = afterTheCall(() => readTenants(database, clock));
  let known: Known | null = null;
  let lastRead: readonly Tenant[] | null = null;
  let isAnyStepped = false;

  const readAnew = (at: number): Promise<readonly Tenant[]> => {
    const tenants = read().catch((error: unknown) => {
      if (lastRead === null) throw error;
      return lastRead;
    });
    const before = isAnyStepped ? null : known;
    const next: Known = { at, tenants, isReadAnew: false };
    if (before === null) known = next;
    else before.isReadAnew = true;
    tenants.then(
      (list) => {
        lastRead = list;
        isAnyStepped = list.some(({ isClockStepped }) => isClockStepped);
        if (before !== null && known === before) known = next;
      },
      () => {
        if (known === next) known = null;
      },
    );
    return tenants;
  };

  const all = (): Promise<readonly Tenant[]> => {
    const at = clock.now().getTime();
    const isFresh = known !== null && at - known.at < keptForMs && at >= known.at;
    if (known !== null && !isAnyStepped && (isFresh || known.isReadAnew)) return known.tenants;
    return readAnew(at);
  };
  return {
    all,
    byHost: async (host) => (await all()).find((tenant) => new URL(tenant.origin).host === host.toLowerCase()) ?? null,
    forget: () => {
      known = null;
    },
  };
};

/** Never two readings at a time, and never one that had begun before it was asked for: who comes during one shares the next. */
const afterTheCall = <T>(start: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    next = null;
    const begun = start().finally(() => {
      running = null;
    });
    running = begun;
    return begun;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin, begin);
    return next;
  };
};

type TenantRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly origin: string;
  readonly zone: string;
  readonly region_code: string;
  readonly is_demo: boolean;
  readonly is_rehearsal: boolean;
  readonly clock_offset_ms: string;
  readonly clock_speed: number;
  readonly clock_origin: Date;
  readonly live_since: Date | null;
};

const readTenants = async <Schema>(database: Database<Schema>, clock: Clock): Promise<readonly Tenant[]> => {
  const { rows } = await database.outsideTenants((tx) =>
    sql<TenantRow>`
      select id, slug, name, origin, zone, region_code, is_demo, is_rehearsal, clock_offset_ms, clock_speed, clock_origin, live_since
      from laksa.tenant where removed_at is null order by created_at, id`.execute(tx),
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    origin: row.origin,
    zone: row.zone,
    regionCode: row.region_code,
    isDemo: row.is_demo,
    isRehearsal: row.is_rehearsal,
    isOpen: row.live_since !== null || row.is_demo || row.is_rehearsal,
    isClockSet: Number(row.clock_offset_ms) !== 0 || row.clock_speed !== 1,
    isClockStepped: row.clock_speed === 0,
    clock: shiftedClock(clock, {
      origin: row.clock_origin,
      offsetMs: Number(row.clock_offset_ms),
      speed: row.clock_speed,
    }),
  }));
};
