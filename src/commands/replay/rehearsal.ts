import pg from 'pg';

import { ConfigError } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { hasCity, writeCity } from '../../store/new-city.ts';
import type { CategoryPlan, CityPlan, VillagePlan } from '../../store/new-city-plan.ts';
import { insertTenant } from '../../store/new-tenant.ts';
import { villagesOf } from '../region-villages.ts';
import { sampleCityOf } from '../sample-city.ts';
import type { Row } from './row.ts';

/** The kind of what no other word speaks of. */
export const otherCategory = 'lain-lain';

export type RehearsalPlan = { readonly slug: string; readonly ownerUrl: string; readonly port: number };

/** A moment before the first row, so that nothing happens at the very instant the city begins. */
const leadMs = 60 * 60 * 1000;

/**
 * The rehearsal a table is replayed in: a city of its own with the villages of the region that the table names, whose clock stands until the replay
 * steps it. Made when it is not there; any other city is refused.
 */
export const rehearsalFor = async (
  laksa: Installation,
  { slug, ownerUrl, port }: RehearsalPlan,
  rows: readonly Row[],
): Promise<Tenant> => {
  const found = await tenantCalled(laksa, slug);
  if (found !== undefined && !(found.isRehearsal && found.isClockStepped))
    throw new ConfigError(
      `${slug} is no rehearsal whose clock can be stepped: name another with --tenant, and one is made`,
    );
  const tenant = found ?? (await makeTenant(laksa, { slug, ownerUrl, port }, rows));
  await fillCity(laksa, tenant);
  return tenant;
};

const tenantCalled = async (laksa: Installation, slug: string): Promise<Tenant | undefined> =>
  (await laksa.tenants.all()).find((tenant) => tenant.slug === slug);

const makeTenant = async (
  laksa: Installation,
  { slug, ownerUrl, port }: RehearsalPlan,
  rows: readonly Row[],
): Promise<Tenant> => {
  const regionCode = regionOf(rows);
  const first = Math.min(...rows.map(({ filedAt }) => filedAt.getTime()));
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await insertTenant(
    admin,
    {
      slug,
      name: `Latihan ${regionCode}`,
      origin: `http://${slug}.localhost:${port}`,
      zone: 'Asia/Jakarta',
      regionCode,
      isDemo: false,
      rehearsalFrom: new Date(first - leadMs),
    },
    laksa.clock.now(),
  ).finally(() => admin.end());
  laksa.tenants.forget();
  const made = await tenantCalled(laksa, slug);
  if (made === undefined) throw new Error(`${slug} was made and is not there`);
  return made;
};

/** The regency or city that most rows lie in, by the codes of their villages. */
const regionOf = (rows: readonly Row[]): string => {
  const codes = rows.flatMap(({ villageCode }) => /^\d{2}\.\d{2}(?=\.)/.exec(villageCode)?.[0] ?? []);
  const [most] = [...Map.groupBy(codes, (code) => code)].toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined)
    throw new ConfigError('the table names no region: no row has a village code such as 36.71.01.1001');
  return most[0];
};

const fillCity = async (laksa: Installation, tenant: Tenant): Promise<void> => {
  if (await laksa.database.inTenant(tenant.id, (tx) => hasCity(tx, tenant.id))) return;
  const villages = await villagesOf(tenant.regionCode);
  if (villages.length === 0) throw new ConfigError(`region ${tenant.regionCode} has no villages`);
  await laksa.database.inTenant(tenant.id, (tx) => writeCity(tx, tenant.id, planOf(villages), tenant.clock.now()));
};

/**
 * The sample city, with a kind for what its words do not speak of. A table has no pictures that could prove an answer, and what stands in it is
 * known already: only what is about officials is kept from them.
 */
const planOf = (villages: readonly VillagePlan[]): CityPlan => {
  const sample = sampleCityOf(villages);
  const other = {
    slug: otherCategory,
    group: 'layanan',
    name: { id: 'Lain-lain', en: 'Anything else' },
    agency: sample.agencies[0]?.slug ?? '',
  };
  const known = sample.categories.filter(({ slug }) => slug !== otherCategory);
  return { ...sample, categories: [...known.map(asRehearsed), other] };
};

const asRehearsed = (category: CategoryPlan): CategoryPlan => ({
  ...category,
  needsProof: false,
  isSensitive: category.agency === 'inspektorat',
});
