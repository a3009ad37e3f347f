import { sql } from 'kysely';

import { leastUuid7 } from '../../platform/db/uuid7.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { holdersWithoutAddress } from '../../store/post-holder.ts';
import { ok, warning, type Check, type Finding } from './check.ts';
import { ofEach } from './tenant-checks.ts';

export const letterChecks: readonly Check[] = [
  { name: 'letters', look: ofEach(({ laksa }, tenant) => lookAtLetters(laksa, tenant)) },
  { name: 'letters to staff', look: ofEach(({ laksa }, tenant) => lookAtAddresses(laksa, tenant)) },
];

/** Whoever holds a post and has no address hears of work only by looking at the page of notices. */
export const lookAtAddresses = async ({ database }: Installation, tenant: Tenant): Promise<readonly Finding[]> => {
  const without = await database.inTenant(tenant.id, (tx) => holdersWithoutAddress(tx, tenant.id, tenant.clock.now()), {
    readOnly: true,
  });
  if (without.length === 0) return ok('everybody who holds a post has an address');
  return warning(
    `${without.length} who hold posts have no address, and get no letters`,
    `run: laksa user addresses --tenant ${tenant.slug}`,
  );
};

const lookedBackDays = 7;

/** The letters of the last days that were given up. That somebody gave no address is nothing to mend. */
export const lookAtLetters = async ({ database }: Installation, tenant: Tenant): Promise<readonly Finding[]> => {
  const since = new Date(tenant.clock.now().getTime() - lookedBackDays * 24 * 3_600_000);
  const { rows } = await database.inTenant(
    tenant.id,
    (tx) =>
      sql<{ readonly refused: number; readonly unaddressed: number }>`
      select count(*) filter (where last_error is distinct from 'no_address')::int as refused,
        count(*) filter (where last_error = 'no_address')::int as unaddressed
      from laksa.notice where tenant_id = ${tenant.id} and id >= ${leastUuid7(since)} and state = 'dropped'
        and coalesce(last_error, '') not in ('stopped', 'not_wanted', 'not_public', 'not_followed')`.execute(tx),
    { readOnly: true },
  );
  const { refused = 0, unaddressed = 0 } = rows[0] ?? {};
  const said = `${refused} refused and ${unaddressed} without an address in ${lookedBackDays} days`;
  return refused === 0 ? ok(said) : warning(said, 'see /kelola/pekerjaan for the reports and the reasons');
};
