import pg from 'pg';

import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import { writeCity } from '../store/new-city.ts';
import type { CityPlan, VillagePlan } from '../store/new-city-plan.ts';
import { insertTenant } from '../store/new-tenant.ts';
import { sampleCityOf } from '../commands/sample-city.ts';

const village = (code: string, name: string, districtName: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  districtName,
});

/** Any city's start, where only an answer about a bridge needs a picture that proves it: most tests are about other things. */
const cityOf = (...villages: readonly VillagePlan[]): CityPlan => {
  const sample = sampleCityOf(villages);
  const categories = sample.categories.map((category) => ({ ...category, needsProof: category.slug === 'jembatan' }));
  return { ...sample, categories };
};

/** The first city: three kelurahan of the demonstration. */
export const firstCity: CityPlan = cityOf(
  {
    ...village('36.71.01.1001', 'Sukarasa', 'Tangerang'),
    postalCode: '15111',
    point: { latitude: -6.171883, longitude: 106.631721 },
    aliases: ['Suka Rasa'],
  },
  village('36.71.09.1006', 'Jatiuwung', 'Cibodas'),
  village('36.71.11.1003', 'Neroktog', 'Pinang'),
);

const elsewhere = cityOf(village('73.71.01.1001', 'Panambungan', 'Mariso'));

/** The second city, in another zone, with the same slugs: what tells them apart is the fence alone. Its rule assigns road reports at once. */
export const secondCity: CityPlan = {
  ...elsewhere,
  categories: elsewhere.categories.map((category) =>
    category.slug === 'jalan-rusak' ? { ...category, assignsAtOnce: true } : category,
  ),
};

export const firstOrigin = 'http://satu.example';
export const secondOrigin = 'http://dua.example';

/** Both cities, whole, in an empty database. */
export const makeTwoCities = async (ownerUrl: string, laksa: Installation): Promise<readonly [Tenant, Tenant]> => {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    const at = laksa.clock.now();
    await insertTenant(
      admin,
      { slug: 'satu', name: 'Kota Satu', origin: firstOrigin, zone: 'Asia/Jakarta', regionCode: '36.71', isDemo: true },
      at,
    );
    await insertTenant(
      admin,
      {
        slug: 'dua',
        name: 'Kota Dua',
        origin: secondOrigin,
        zone: 'Asia/Makassar',
        regionCode: '73.71',
        isDemo: false,
        isOpen: true,
      },
      new Date(at.getTime() + 1),
    );
  } finally {
    await admin.end();
  }
  const [first, second] = await laksa.tenants.all();
  if (first === undefined || second === undefined) throw new Error('two tenants were made');
  await laksa.database.inTenant(first.id, (tx) => writeCity(tx, first.id, firstCity, laksa.clock.now()));
  await laksa.database.inTenant(second.id, (tx) => writeCity(tx, second.id, secondCity, laksa.clock.now()));
  return [first, second];
};
