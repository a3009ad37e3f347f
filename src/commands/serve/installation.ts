import { join } from 'node:path';

import { localFiles } from '../../adapters/files/local-files.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { openDatabase } from '../../platform/db/database.ts';
import type { OnSlow } from '../../platform/db/slow-statement.ts';
import { openKeyring } from '../../platform/keyring/keyring.ts';
import { openTenants } from '../../platform/tenant/tenant.ts';
import { openCities } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import type { Schema } from '../../store/schema.ts';

export type InstallationOptions = {
  readonly appUrl: string;
  /** `$LAKSA_DATA`: the keys and the files lie in it. */
  readonly dataDir: string;
  readonly maxConnections: number;
  readonly name: string;
  /** How long the answer to one question is waited for; without it, as long as it takes. */
  readonly answerWithinMs?: number;
  readonly onError: (error: Error) => void;
  readonly onSlow?: OnSlow;
};

/** Longer than a burst of visitors needs, shorter than anybody waits to see a count change (docs/adr/0023-what-is-counted-over-a-city-is-kept.md). */
const countsKeptForMs = 10_000;

/** Opens what the slices stand on. */
export const openInstallation = async ({
  appUrl,
  dataDir,
  maxConnections,
  name,
  ...asking
}: InstallationOptions): Promise<Installation> => {
  const clock = systemClock;
  const database = openDatabase<Schema>({ url: appUrl, maxConnections, applicationName: name, ...asking });
  const keyring = await openKeyring({ dir: join(dataDir, 'keys'), database, clock });
  return {
    database,
    tenants: openTenants(database, clock),
    cities: openCities(),
    keyring,
    files: localFiles(join(dataDir, 'files')),
    clock,
    countsKeptForMs,
  };
};
