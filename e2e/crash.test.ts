import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { databaseUrls } from '../src/commands/database-urls.ts';
import { categoryOfRow } from '../src/commands/replay/category-of-row.ts';
import { hireCrew } from '../src/commands/replay/crew.ts';
import { officerFor } from '../src/commands/replay/life.ts';
import { openInstallation } from '../src/commands/serve/installation.ts';
import { readConfig } from '../src/config.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { newSeed } from '../src/testing/seeded-random.ts';
import { crashWhileFiling, type Handling } from './crash.ts';
import { lossesAfter } from './crash-losses.ts';
import { startService, type Service } from './service.ts';

const crashes = Number(process.env['LAKSA_CRASHES'] ?? 4);
const seed = newSeed();
const plan = { crashes, reports: crashes * 40, everyMs: 3_000, seed };

let service: Service;

beforeAll(async () => {
  service = await startService();
}, 180_000);
afterAll(async () => service?.remove(), 60_000);

describe('killed at any moment', () => {
  it(
    'the service keeps every report it acknowledged, once, and tells of each event once and in order',
    async () => {
      console.log(`seed ${seed}: ${plan.reports} reports, ${crashes} crashes`);
      const crashed = await crashWhileFiling(service, plan, await handlingOf(service));
      console.log(
        `killed ${crashed.killed.join(', ')}; ${crashed.told.size} filed, ${crashed.handled.length} closed, ${crashed.retries} asked again`,
      );
      expect(crashed.killed).toHaveLength(crashes);
      expect(crashed.told.size).toBe(plan.reports);
      expect(await lossesAfter(service, crashed)).toEqual([]);
      expect(await service.laksa('ledger', 'verify', '--tenant', 'demo')).toMatch(/\S/);
    },
    120_000 + crashes * 20_000,
  );
});

const handlingOf = async ({ dataDir }: Service): Promise<Handling> => {
  const found = await findEmbeddedPostgres(dataDir);
  if (found === undefined) throw new Error('PostgreSQL is not up');
  const laksa = await openInstallation({
    appUrl: databaseUrls(readConfig({}), found.url).app,
    dataDir,
    maxConnections: 1,
    name: 'laksa crash test',
    onError: () => undefined,
  });
  try {
    const [tenant] = await laksa.tenants.all();
    if (tenant === undefined) throw new Error('no city');
    const city = await laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()));
    const category = categoryOfRow(city, 'pju');
    return { keys: await hireCrew(laksa, tenant, city), category, officer: officerFor(city, category, undefined) };
  } finally {
    await laksa.database.close();
  }
};
