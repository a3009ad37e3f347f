import { expiringClocks } from '../../domain/clocks.ts';
import { remindedUntil } from '../../domain/reminder.ts';
import type { City } from '../../store/city.ts';
import { remindReporter } from '../../store/remind-reporter.ts';
import { createPasses } from './passes.ts';
import { readEndingOffers, type Horizon } from './queries.ts';

/** A sweep that tells reporters whose time to act is about to run out, each in a transaction of its own. */
export const createReminderSweep = () =>
  createPasses({
    read: (laksa, tenant, asked) =>
      laksa.database.inTenant(
        tenant.id,
        async (tx) => {
          const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
          return readEndingOffers(tx, tenant.id, asked, horizonsOf(city, asked.at));
        },
        { readOnly: true },
      ),
    settle: (laksa, tenant, clock, at) =>
      laksa.database.inTenant(tenant.id, async (tx) => {
        const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
        await remindReporter(tx, { tenantId: tenant.id, city, reportId: clock.report_id, clockId: clock.id, at });
      }),
    done: 'reminded of',
  });

/** Each version of the policy reminds at its own time. */
const horizonsOf = ({ policies, calendar }: City, at: Date): readonly Horizon[] =>
  [...policies.values()].flatMap((policy) =>
    expiringClocks.map((kind) => ({
      kind,
      version: policy.version,
      until: new Date(remindedUntil(kind, at.toISOString(), { policy, calendar })),
    })),
  );
