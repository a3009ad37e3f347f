import type { Clock } from '../platform/clock/clock.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import { openTestInstallation } from './open-test-installation.ts';
import { settableClock, type SettableClock } from './settable-clock.ts';
import { citiesTemplate } from './templates.ts';
import { cloneDatabase } from './test-database.ts';

export type TestInstallation = {
  readonly laksa: Installation;
  /** The same slugs, other words, another zone (two-cities.ts). */
  readonly cities: readonly [Tenant, Tenant];
  /** For another process of the same installation. */
  readonly keysDir: string;
  /** A superuser's connection; the roles' are derived from it. */
  readonly url: string;
  /** The clock of both cities; stands still until it is told otherwise, unless the test brought its own. */
  readonly clock: SettableClock;
  readonly close: () => Promise<void>;
};

/** A Monday, nine in the morning in the first city and ten in the second. */
export const mondayMorning = '2026-11-23T02:00:00.000Z';

export type TestInstallationOptions = {
  /** Instead of one that stands still on a Monday morning. */
  readonly clock?: Clock;
  readonly maxConnections?: number;
  /** Gives another way to the same database: a line that a test can cut. */
  readonly reach?: (url: string) => Promise<string>;
  /** Where the keys lie; else in a folder of their own that goes with it. */
  readonly keysDir?: string;
  /** Else every count is made when it is asked for. */
  readonly countsKeptForMs?: number;
};

/** An installation with two cities on a database of its own, cloned. */
export const startTestInstallation = async (options: TestInstallationOptions = {}): Promise<TestInstallation> => {
  const { url, drop } = await cloneDatabase(citiesTemplate);
  const clock = settableClock(mondayMorning);
  const { laksa, keysDir, close } = await openTestInstallation(
    (await options.reach?.(url)) ?? url,
    options.clock ?? clock,
    options,
  );
  const [first, second] = await laksa.tenants.all();
  if (first === undefined || second === undefined) throw new Error('the template has two cities');
  return {
    laksa,
    cities: [first, second],
    url,
    keysDir,
    clock,
    close: async () => {
      await close();
      await drop();
    },
  };
};
