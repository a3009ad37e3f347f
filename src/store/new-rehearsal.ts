import { pastFence } from '../platform/db/admin.ts';
import type { Connection } from '../platform/db/connection.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { insertTenant } from './new-tenant.ts';

export type RehearsalOf = {
  readonly of: Tenant;
  readonly slug: string;
  readonly name: string;
  readonly origin: string;
};

/** What a city is: no person, no report, no key, no sign-in. Who stands on another comes after it. */
const configuration = [
  'agency',
  'post',
  'category',
  'routing_rule',
  'village',
  'village_area',
  'holiday',
  'policy_rule',
  'policy_version',
  'letter_wording',
] as const;

/**
 * Makes a rehearsal with the configuration of a city, or goes on with one that was left without it; `admin` is a connection that may become `laksa_owner`. The ids are those of
 * the city: they are one's own within a tenant only. False: there is a tenant with this slug already.
 */
export const insertRehearsal = async (
  admin: Connection,
  { of, slug, name, origin }: RehearsalOf,
  at: Date,
): Promise<boolean> => {
  const { zone, regionCode } = of;
  const id = await insertTenant(admin, { slug, name, origin, zone, regionCode, isDemo: false, isRehearsal: true }, at);
  const made = id ?? (await rehearsalWithoutCity(admin, slug));
  if (made === null) return false;
  await copyConfiguration(admin, of.id, made);
  return true;
};

/** One whose making was interrupted. */
const rehearsalWithoutCity = async (admin: Connection, slug: string): Promise<string | null> =>
  pastFence(admin, async () => {
    const { rows } = await admin.query<{ readonly id: string }>(
      `select id from laksa.tenant t where slug = $1 and is_rehearsal
         and not exists (select from laksa.post p where p.tenant_id = t.id)`,
      [slug],
    );
    return rows[0]?.id ?? null;
  });

const copyConfiguration = (admin: Connection, from: string, to: string): Promise<void> =>
  pastFence(admin, async () => {
    for (const table of configuration) {
      const columns = await columnsOf(admin, table);
      await admin.query(
        `insert into laksa.${table} (tenant_id, ${columns}) select $2, ${columns} from laksa.${table} where tenant_id = $1`,
        [from, to],
      );
    }
  });

const columnsOf = async (admin: Connection, table: string): Promise<string> => {
  const { rows } = await admin.query<{ readonly columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = format('laksa.%I', $1::text)::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'tenant_id'`,
    [table],
  );
  return rows[0]?.columns ?? '';
};
