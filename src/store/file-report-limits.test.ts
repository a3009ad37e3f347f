import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { roleUrl } from '../platform/db/role-url.ts';
import { explainingTx, type Explained } from '../testing/explained.ts';
import { sampleFiling } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { countFiling } from './file-report-limits.ts';

let site: TestInstallation;
let client: pg.Client;

beforeAll(async () => {
  site = await startTestInstallation();
  await fillCounts(site.url);
  client = new pg.Client({ connectionString: roleUrl(site.url, 'laksa_app') });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await site.close();
});

/** A busy week of two cities. */
const fillCounts = async (url: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const { id } of site.cities)
      await admin.query(
        "insert into laksa.limit_count select $1, sha256(i::text::bytea), timestamptz '2026-11-17T00:00Z' + i * interval '10 seconds', 1 from generate_series(1, 50000) i",
        [id],
      );
    await admin.query('analyze laksa.limit_count');
  } finally {
    await admin.end();
  }
};

/** Counts a filing as the application does, and takes it back. */
const explainFiling = async (used: number): Promise<readonly Explained[]> => {
  const [tenant] = site.cities;
  const explained: Explained[] = [];
  const counted = { filing: sampleFiling(), from: { network: '203.0.113.7', proof: null } };
  await client.query(`begin; select set_config('laksa.tenant', '${tenant.id}', true)`);
  try {
    const tx = explainingTx(client, explained);
    await site.laksa.keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
    for (let round = 0; round < used; round += 1) await countFiling(tx, site.laksa, tenant, counted);
    explained.length = 0;
    await countFiling(tx, site.laksa, tenant, counted);
  } finally {
    await client.query('rollback');
  }
  return explained.filter(({ statement }) => statement.includes('limit_count'));
};

it.each([
  ['the first time', 0],
  ['again', 1],
  ['at the limit', 3],
])('a filing is counted by one statement that looks up its own rows alone: %s', async (_when, used) => {
  const explained = await explainFiling(used);
  expect(explained).toHaveLength(1);
  expect(explained[0]?.scanned).not.toContain('limit_count');
  expect(explained[0]?.touched.get('limit_count') ?? 0).toBeLessThan(20);
});
