import { join } from 'node:path';
import { sql } from 'kysely';

import { readKeyFolder } from '../../platform/keyring/key-folder.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { staffLists } from '../../store/renew-staff-lists.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';
import { ofEach } from './tenant-checks.ts';

export const keyChecks: readonly Check[] = [
  { name: 'installation key', look: ({ config }) => lookAtFolder(join(config.dataDir, 'keys')) },
  { name: 'data keys', look: ofEach(({ laksa }, tenant) => lookAtDataKeys(laksa, tenant)) },
];

/** Throws, and so finds, what others may read or is damaged. */
const lookAtFolder = async (dir: string): Promise<readonly Finding[]> => {
  const { inUse, next } = await readKeyFolder(dir);
  if (inUse === null) return error('there is none', `restore ${dir} from the backup of the keys`);
  if (next !== null) return warning('its change was not finished', 'run again: laksa keys rotate installation');
  return ok(`${inUse.fingerprint}, since ${inUse.since.toISOString().slice(0, 10)}`);
};

/** Source: own; a key in use for longer is no danger, but nobody knows any more whether changing it works here. */
const oldestDays = 2 * 365;
const dayMs = 24 * 60 * 60 * 1000;
/** By then the worker has renewed what it could reach. */
const renewedWithinMs = dayMs;

type Facts = {
  readonly since: Date | null;
  readonly replaced_at: Date | null;
  readonly is_held: boolean;
  readonly lost: number;
};

const lookAtDataKeys = async (laksa: Installation, tenant: Tenant): Promise<readonly Finding[]> => {
  const { since, replaced_at, is_held, lost } = await readFacts(laksa, tenant.id);
  if (lost > 0)
    return warning(
      `${lost} are lost: what they sealed is closed`,
      'put the key that is lost into keys/older and run: laksa keys found',
    );
  const now = laksa.clock.now().getTime();
  if (is_held && replaced_at !== null && now - replaced_at.getTime() > renewedWithinMs)
    return warning(
      'values are still under a replaced key',
      'see the log of the worker ("renew-keys") for what it could not renew',
    );
  if (is_held) return ok('being renewed by the worker');
  if (since === null) return ok('none was needed yet');
  const days = Math.floor((now - since.getTime()) / dayMs);
  const said = `in use for ${days} days`;
  return days > oldestDays ? warning(said, 'run: laksa keys rotate data') : ok(said);
};

const inStaffLists = (tenantId: string) =>
  sql.join(
    staffLists.map(
      (table) =>
        sql`or exists (select from ${sql.table(`laksa.${table}`)} q where q.tenant_id = ${tenantId} and q.key_id = k.id and q.sealed is not null)`,
    ),
    sql` `,
  );

const readFacts = async ({ database, clock }: Installation, tenantId: string): Promise<Facts> => {
  const { rows } = await database.inTenant(
    tenantId,
    (tx) =>
      sql<Facts>`
        with replaced as (
          select id, purpose, retired_at from laksa.data_key
          where tenant_id = ${tenantId} and lost_at is null and retired_at <= ${clock.now()})
        select
          (select min(created_at) from laksa.data_key
            where tenant_id = ${tenantId} and purpose = 'seal' and retired_at is null and lost_at is null) as since,
          (select max(retired_at) from replaced) as replaced_at,
          exists (select from replaced k where
            exists (select from laksa.person_field f where f.tenant_id = ${tenantId} and f.key_id = k.id)
            or exists (select from laksa.person_field f where f.tenant_id = ${tenantId} and f.lookup_key_id = k.id)
            or exists (select from laksa.follow_request q where q.tenant_id = ${tenantId} and q.key_id = k.id)
            or exists (select from laksa.contact_change q where q.tenant_id = ${tenantId} and q.key_id = k.id
              and num_nonnulls(q.old_sealed, q.new_sealed, q.told_sealed) > 0)
            ${inStaffLists(tenantId)}
            or exists (select from laksa.photo p where p.tenant_id = ${tenantId} and p.details_key_id = k.id)
            or exists (select from laksa.photo p where p.tenant_id = ${tenantId} and p.original_key_id = k.id)) as is_held,
          (select count(*)::int from laksa.data_key where tenant_id = ${tenantId} and lost_at is not null) as lost`.execute(
        tx,
      ),
    { readOnly: true },
  );
  return rows[0] ?? { since: null, replaced_at: null, is_held: false, lost: 0 };
};
