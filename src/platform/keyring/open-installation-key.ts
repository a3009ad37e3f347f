import { sql } from 'kysely';

import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { dataKeyName, dataKeyPlace, type Purpose } from './data-keys.ts';
import { makeInstallationKey, makeKeyFolder } from './installation-key.ts';
import { readKeyFolder, unwrap, type KeyFolder, type OpenFolder } from './key-folder.ts';
import { KeyProblem } from './key-problem.ts';
import { makeFirstRoots, readRoots } from './root-keys.ts';
import { notOurs } from './wrapping.ts';

type Means<Schema> = {
  readonly dir: string;
  readonly database: Pick<Database<Schema>, 'inTenant' | 'outsideTenants'>;
  readonly clock: Clock;
};

/** The key of the installation; a new one only where nothing in the database was wrapped by another. */
export const openInstallationKey = async <Schema>(means: Means<Schema>): Promise<OpenFolder> => {
  await makeKeyFolder(means.dir);
  // The database first: what is wrapped there was wrapped by a key that lay in the folder by then.
  const hasRoots = (await means.database.outsideTenants(readRoots)).length > 0;
  const { inUse, ...others } = await readKeyFolder(means.dir);
  if (!hasRoots) return begin(means, { inUse, ...others });
  if (inUse === null) throw missing(means.dir);
  return { inUse, ...others };
};

/** The first start, or the first since there are roots. */
const begin = async <Schema>(
  { dir, database, clock }: Means<Schema>,
  { inUse, next, all }: KeyFolder,
): Promise<OpenFolder> => {
  const { rows: tenants } = await database.outsideTenants((tx) =>
    sql<{ id: string }>`select id from laksa.tenant order by created_at`.execute(tx),
  );
  for (const { id } of tenants) await refuseOthers(database, id, { dir, all });
  const key = inUse ?? (await makeInstallationKey(dir));
  await database.outsideTenants((tx) => makeFirstRoots(tx, key, { isNew: tenants.length === 0, at: clock.now() }));
  return { inUse: key, next, all: inUse === null ? [key, ...all] : all };
};

const refuseOthers = async <Schema>(
  database: Means<Schema>['database'],
  tenantId: string,
  { dir, all }: Pick<KeyFolder, 'all'> & { readonly dir: string },
): Promise<void> => {
  const { rows } = await database.inTenant(tenantId, (tx) =>
    sql<{ id: string; purpose: Purpose; wrapped: Buffer }>`
      select id, purpose, wrapped from laksa.data_key where tenant_id = ${tenantId} and lost_at is null`.execute(tx),
  );
  for (const row of rows) {
    if (all.length === 0) throw missing(dir);
    if (unwrap(all, row.wrapped, dataKeyPlace(tenantId, row)) === null) throw notOurs(dataKeyName(row));
  }
};

const missing = (dir: string): KeyProblem =>
  new KeyProblem(
    `there is no installation-key in ${dir}, and this database was sealed under one: restore it from the backup of the keys; if it is lost for good, see "laksa keys lost" in docs/operations.md`,
  );
