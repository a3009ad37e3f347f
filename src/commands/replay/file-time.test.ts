import { afterAll, beforeAll, expect, test } from 'vitest';

import { createClockSweep } from '../../features/sweep-clocks/sweep.ts';
import { startLoop } from '../../platform/loop/loop.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { openFileTime } from './file-time.ts';
import { rehearsalFor } from './rehearsal.ts';
import { inventedRow } from './testing/invented-row.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site?.close());

const filedAt = new Date('2025-03-03T02:00:00Z');
const rows = [inventedRow('a', { filedAt, villageCode: '36.72.01.1001' })];

const rehearsal = (slug: string): Promise<Tenant> =>
  rehearsalFor(site.laksa, { slug, ownerUrl: site.url, port: 3000 }, rows);

const passedOf = async (city: Tenant): Promise<readonly (Date | null)[]> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const clocks = tx.selectFrom('report_clock').select(['passed_at']).where('tenant_id', '=', city.id);
    const found = await clocks.where('kind', '=', 'first_answer').execute();
    return found.map((clock) => clock.passed_at);
  });

test('a table gets a city of its own: the villages of its region, a clock that stands shortly before the first row', async () => {
  const made = await rehearsal('latihan');
  expect(made).toMatchObject({ isRehearsal: true, regionCode: '36.72', origin: 'http://latihan.localhost:3000' });
  expect(made.clock.now()).toEqual(new Date('2025-03-03T01:00:00Z'));
  expect((await rehearsal('latihan')).id).toBe(made.id);
});

test('a city that is none is refused, and so is a table that names no region', async () => {
  await expect(rehearsal('satu')).rejects.toThrow('satu is no rehearsal');
  const plan = { slug: 'tanpa', ownerUrl: site.url, port: 3000 };
  await expect(rehearsalFor(site.laksa, plan, [inventedRow('a')])).rejects.toThrow('the table names no region');
});

test('a step waits until the service has marked what came due on the way', async () => {
  const city = await rehearsal('latihan');
  const time = openFileTime(site.laksa, city, site.url);
  await time.stepTo(filedAt);
  const [now] = (await site.laksa.tenants.all()).filter(({ id }) => id === city.id);
  if (now === undefined) throw new Error('the rehearsal is not known');
  expect(now.clock.now()).toEqual(filedAt);
  await fileSample(site.laksa, now, { identity: {}, occurredOn: null });
  const sweep = createClockSweep();
  const loop = startLoop({
    everyMs: 100,
    round: async () => {
      for (const tenant of await site.laksa.tenants.all()) if (tenant.id === city.id) await sweep(site.laksa, tenant);
      return false;
    },
    onError: () => undefined,
  });
  await time.stepTo(new Date('2025-03-04T01:59:59Z'));
  expect(await passedOf(city)).toEqual([null]);
  await time.stepTo(new Date('2025-03-04T05:00:00Z'));
  expect(await passedOf(city)).toEqual([new Date('2025-03-04T02:00:00Z')]);
  expect(time.now()).toEqual(new Date('2025-03-04T05:00:00Z'));
  await loop.stop();
  await time.close();
});
