import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { openTenants } from './tenant.ts';

let site: TestInstallation;
let admin: pg.Client;

beforeAll(async () => {
  site = await startTestInstallation();
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

it('while the regions are read anew one waits for it, the others are served as it was; then all know', async () => {
  const tenants = openTenants(site.laksa.database, site.clock);
  const [known] = await tenants.all();
  const named = async () => (await tenants.all()).find(({ id }) => id === known?.id)?.name;
  site.clock.set(new Date(site.clock.now().getTime() + 3_000).toISOString());
  await admin.query('begin; lock table laksa.tenant in access exclusive mode');
  const first = named();
  expect(await Promise.all([named(), named()])).toEqual([known?.name, known?.name]);
  await admin.query(`update laksa.tenant set name = 'Kota Baru' where id = $1`, [known?.id]);
  await admin.query('commit');
  expect(await first).toBe('Kota Baru');
  expect(await named()).toBe('Kota Baru');
});
