import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { localFiles } from '../adapters/files/local-files.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/database.ts';
import { roleUrl } from '../platform/db/role-url.ts';
import { openKeyring } from '../platform/keyring/keyring.ts';
import { openTenants } from '../platform/tenant/tenant.ts';
import { openCities } from '../store/city.ts';
import type { Installation } from '../store/installation.ts';
import type { Schema } from '../store/schema.ts';

export type OpenInstallation = {
  readonly laksa: Installation;
  /** For another process of the same installation. */
  readonly keysDir: string;
  readonly close: () => Promise<void>;
};

/** What the slices stand on, as a process of its own would open it: the application's role, keys in a folder, a clock that is handed in. */
export const openTestInstallation = async (
  url: string,
  clock: Clock,
  options: { readonly maxConnections?: number; readonly keysDir?: string; readonly countsKeptForMs?: number } = {},
): Promise<OpenInstallation> => {
  const ownDir = options.keysDir === undefined ? await mkdtemp(join(tmpdir(), 'laksa-keys-')) : undefined;
  const keysDir = options.keysDir ?? join(ownDir ?? '', 'keys');
  const database = openDatabase<Schema>({
    url: roleUrl(url, 'laksa_app'),
    maxConnections: options.maxConnections ?? 4,
    applicationName: 'laksa test',
    onError: () => undefined,
  });
  const keyring = await openKeyring({ dir: keysDir, database, clock });
  const laksa = {
    database,
    tenants: openTenants(database, clock),
    cities: openCities(),
    keyring,
    files: localFiles(join(options.keysDir ?? ownDir ?? '', 'files')),
    clock,
    countsKeptForMs: options.countsKeptForMs ?? 0, // what a test has just done, it counts
  };
  return {
    laksa,
    keysDir,
    close: async () => {
      await database.close();
      if (ownDir !== undefined) await rm(ownDir, { recursive: true, force: true });
    },
  };
};
