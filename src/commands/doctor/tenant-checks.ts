import { localDay } from '../../domain/time.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { currentCity } from '../../store/current-city.ts';
import { error, ok, warning, type Check, type DoctorMeans, type Finding } from './check.ts';

/** Asks of every tenant, and says of which one it speaks. */
export const ofEach =
  (look: (means: DoctorMeans, tenant: Tenant) => Promise<readonly Finding[]>): Check['look'] =>
  async (means) => {
    const all = await means.laksa.tenants.all();
    const tenants = all.filter(({ slug }) => means.only === undefined || slug === means.only);
    if (all.length === 0) return warning('there is no region yet', 'run: laksa tenant create');
    const findings = await Promise.all(
      tenants.map(async (tenant) =>
        (await look(means, tenant)).map((finding) => ({ ...finding, says: `${tenant.slug}: ${finding.says}` })),
      ),
    );
    return findings.flat();
  };

export const tenantChecks: readonly Check[] = [
  {
    name: 'calendar',
    look: ofEach(async ({ laksa }, tenant) => {
      const city = await currentCity(laksa, tenant);
      const thisYear = Number(localDay(tenant.clock.now().toISOString(), tenant.zone).slice(0, 4));
      if (!city.calendar.yearsKnown.has(thisYear))
        return error(
          `the holidays of ${thisYear} are not entered, or not all of them`,
          'enter the joint decree of this year at /kelola/janji/kalender: dates are counted without its holidays',
        );
      if (city.calendar.yearsKnown.has(thisYear + 1)) return ok(`holidays of ${thisYear} and ${thisYear + 1}`);
      return warning(
        `the holidays of ${thisYear + 1} are not entered yet, or not all of them`,
        'enter its joint decree at /kelola/janji/kalender once it is out; until then due dates in that year are provisional',
      );
    }),
  },
  {
    name: 'jobs',
    look: ofEach(async ({ laksa }, tenant) => {
      const troubled = await laksa.database.inTenant(tenant.id, (tx) => jobs.inTrouble(tx, tenant.id), {
        readOnly: true,
      });
      const dead = troubled.filter((job) => job.is_dead).length;
      if (troubled.length === 0) return ok('none in trouble');
      return warning(
        `${troubled.length} in trouble, ${dead} given up`,
        'see /kelola/pekerjaan for the reasons, and press retry there',
      );
    }),
  },
];
