import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/db/database.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import type { Tenants } from '../platform/tenant/tenant.ts';
import type { Cities } from './city.ts';
import type { PhotoFiles } from './photo-files.ts';
import type { Schema } from './schema.ts';

/** What every slice stands on: handed to it by `app.ts` and `worker.ts`, never imported as a value. */
export type Installation = {
  readonly database: Database<Schema>;
  readonly tenants: Tenants;
  readonly cities: Cities;
  readonly keyring: Keyring;
  readonly files: PhotoFiles;
  /** The machine's time; a tenant's own is `tenant.clock`. */
  readonly clock: Clock;
  /** How long a process may tell everyone what it has counted over a whole city; 0: not at all. */
  readonly countsKeptForMs: number;
};
