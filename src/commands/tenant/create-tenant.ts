import { ConfigError, type Config } from '../../config.ts';
import { withAdmin } from '../../platform/db/admin.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { hasCity, writeCity } from '../../store/new-city.ts';
import type { CityPlan } from '../../store/new-city-plan.ts';
import { insertTenant } from '../../store/new-tenant.ts';
import { readOptions } from '../arguments.ts';
import { regionNamed, villagesOf } from '../region-villages.ts';
import { zoneOf } from '../region-zone.ts';
import { sampleCityOf } from '../sample-city.ts';
import { say } from '../say.ts';
import { tenantNamed, withInstallation, type CommandMeans } from '../with-installation.ts';
import { checkFree, checkName, checkOrigin, checkSlug, checkZone } from './tenant-arguments.ts';

type Wanted = Pick<Tenant, 'slug' | 'name' | 'origin' | 'zone' | 'regionCode'>;

/** Makes a region, or goes on where an interrupted making left off; one that is there as it is wanted stays as it is. */
export const createTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const wanted = await readWanted(args);
  const villages = await villagesOf(wanted.regionCode);
  await withInstallation(config, async (means) => {
    checkFree(wanted.origin, wanted.slug, await means.laksa.tenants.all());
    const tenant = await makeTenant(means, wanted);
    const plan = sampleCityOf(villages);
    const isNew = await fillCity(means, tenant, plan);
    say(
      isNew
        ? madeLine(tenant, plan)
        : `${tenant.name} is there already, as ${tenant.slug} at ${tenant.origin}: nothing was changed`,
    );
    if (!tenant.isOpen) sayNext(tenant);
  });
};

const readWanted = async (args: readonly string[]): Promise<Wanted> => {
  const options = readOptions(args, { required: ['slug', 'region', 'origin'], optional: ['name', 'zone'] });
  const { slug, region: regionCode, origin, zone = zoneOf(regionCode) } = options;
  const known = await regionNamed(regionCode);
  if (known === null)
    throw new ConfigError(
      `--region ${regionCode} has no villages: it takes the Kemendagri code of a regency or city, such as 36.71`,
    );
  const { name = known } = options;
  checkSlug(slug);
  checkName(name);
  checkOrigin(origin);
  checkZone(zone);
  return { slug, name, origin, zone, regionCode };
};

const makeTenant = async ({ laksa, owner }: CommandMeans, wanted: Wanted): Promise<Tenant> => {
  await withAdmin(owner, (admin) => insertTenant(admin, { ...wanted, isDemo: false }, laksa.clock.now()));
  laksa.tenants.forget();
  const tenant = await tenantNamed(laksa, wanted.slug);
  const different = (['name', 'origin', 'zone', 'regionCode'] as const).find((key) => tenant[key] !== wanted[key]);
  if (different === undefined) return tenant;
  const option = different === 'regionCode' ? 'region' : different;
  throw new ConfigError(
    `there is a tenant ${wanted.slug} already, with --${option} ${tenant[different]}: choose another --slug, or change it with tenant set`,
  );
};

/** Whole or not at all. False: it was there. */
const fillCity = async ({ laksa }: CommandMeans, tenant: Tenant, plan: CityPlan): Promise<boolean> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    if (await hasCity(tx, tenant.id)) return false;
    await writeCity(tx, tenant.id, plan, laksa.clock.now());
    return true;
  });

const madeLine = ({ name, origin }: Tenant, { villages, categories, posts }: CityPlan): string =>
  `${name}: ${villages.length} villages, ${categories.length} categories, ${posts.length} posts at ${origin}`;

const sayNext = ({ slug, origin }: Tenant): void => {
  say('it is not open yet: citizens are told so, and staff can sign in. What comes next:');
  say(`  1. let the name ${new URL(origin).hostname} lead to the proxy before Laksa, with a certificate for it`);
  say(`  2. laksa user create --tenant ${slug} --post admin-kota --login admin@example.go.id --name '...'`);
  say(`  3. sign in at ${origin}/masuk and go through ${origin}/kelola/siap`);
  say(`  4. laksa boundaries import FILE.geojson --tenant ${slug}`);
  say(`  5. laksa tenant check --tenant ${slug}, and when nothing is missing: tenant open --tenant ${slug}`);
};
