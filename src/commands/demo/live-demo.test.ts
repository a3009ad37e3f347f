import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { verifyLedger } from '../../features/verify-ledger/verify-ledger.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { publishPending } from '../../store/feed.ts';
import type { Filed } from '../../store/file-report.ts';
import { writeCity } from '../../store/new-city.ts';
import { insertTenant } from '../../store/new-tenant.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { workOnPicture } from '../../testing/work-on-picture.ts';
import { demoReports } from './demo-reports.ts';
import { liveDemo } from './live-demo.ts';
import { cityOfTangerang } from './tangerang/city.ts';

let site: TestInstallation;
let city: Tenant;
beforeAll(async () => {
  site = await startTestInstallation();
  city = await makeCity(site);
});
afterAll(() => site.close());

/** The city of the demonstration as a start makes it, before anybody has reported anything. */
const makeCity = async ({ laksa, url }: TestInstallation): Promise<Tenant> => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const origin = 'http://demo.example';
  const tenant = { slug: 'demo', name: 'Kota Contoh', origin, zone: 'Asia/Jakarta', regionCode: '36.71', isDemo: true };
  await insertTenant(admin, tenant, laksa.clock.now()).finally(() => admin.end());
  laksa.tenants.forget();
  const made = (await laksa.tenants.all()).find(({ slug }) => slug === 'demo');
  if (made === undefined) throw new Error('the city was made');
  await laksa.database.inTenant(made.id, (tx) => writeCity(tx, made.id, cityOfTangerang(), laksa.clock.now()));
  return made;
};

/** Where a report is, and how many events it has. */
const standing = ({ reportId }: Filed): Promise<readonly [ends: string, version: number]> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const { state, closed_reason, version } = await tx
      .selectFrom('report')
      .select(['state', 'closed_reason', 'version'])
      .where('tenant_id', '=', city.id)
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow();
    return [closed_reason === null ? state : `${state}/${closed_reason}`, version];
  });

const standingOf = async (filed: ReadonlyMap<string, Filed>) =>
  Promise.all([...filed].map(async ([key, one]) => [key, ...(await standing(one))] as const));

/** How many pictures belong to each report, by its number and what they are for. */
const photosOf = () =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .select((eb) => ['purpose', 'report_id', eb.fn.countAll<string>().as('count')])
      .where('tenant_id', '=', city.id)
      .groupBy(['purpose', 'report_id'])
      .execute();
    const of = (purpose: string) =>
      rows
        .filter((row) => row.purpose === purpose && row.report_id !== null)
        .map(({ count }) => Number(count))
        .reduce((sum, count) => sum + count, 0);
    return { report: of('report'), proof: of('proof'), left: rows.filter((row) => row.report_id === null).length };
  });

/** The same as the reports themselves say it. */
const picturesTold = () => ({
  report: demoReports.flatMap(({ pictures = [] }) => pictures).length,
  proof: demoReports.flatMap(({ steps }) => steps.flatMap((step) => (step.move === 'answer' ? step.proof : []))).length,
  left: 0,
});

/** What state the pictures are in that were published. */
const publicStates = () =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .select('state')
      .distinct()
      .where('tenant_id', '=', city.id)
      .where('is_public', '=', true)
      .execute();
    return rows.map(({ state }) => state);
  });

it('the reports of the demonstration end as they say, once however often they are made, in a ledger that is whole', async () => {
  const means = { ...site.laksa, workOnPicture };
  const first = await standingOf(await liveDemo(means, city));
  const ends = new Map(demoReports.map((report) => [report.key, report.ends]));
  expect(first.map(([key, end]) => [key, end])).toEqual(first.map(([key]) => [key, ends.get(key)]));
  expect(first).toHaveLength(demoReports.length);
  const pictures = await photosOf();
  expect(await standingOf(await liveDemo(means, city))).toEqual(first);
  expect(await photosOf()).toEqual(pictures);
  expect(pictures).toEqual(picturesTold());
  expect(await publicStates()).toEqual(['ready']);
  await site.laksa.database.inTenant(city.id, async (tx) => {
    while (await publishPending(tx, city.id, city.clock.now()));
  });
  expect((await verifyLedger(site.laksa, city)).findings).toEqual([]);
}, 180_000);
