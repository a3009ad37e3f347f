import { asRole } from '../platform/db/admin.ts';
import type { Connection } from '../platform/db/connection.ts';
import { recordMaintenance } from '../platform/db/maintenance.ts';
import { uuid7 } from '../platform/db/uuid7.ts';

export type NewTenant = {
  readonly slug: string;
  readonly name: string;
  readonly origin: string;
  /** IANA name of WIB, WITA or WIT. */
  readonly zone: string;
  /** Kemendagri code of the region, such as 36.71. */
  readonly regionCode: string;
  readonly isDemo: boolean;
  /** Citizens are served from the start; else it opens when it is ready. */
  readonly isOpen?: boolean;
  /** For trainees beside a real region: its clock is the machine's. */
  readonly isRehearsal?: boolean;
  /** For a rehearsal: where its clock stands until it is stepped (`step-clock.ts`). */
  readonly rehearsalFrom?: Date;
};

/**
 * Adds a tenant to the list of tenants, which only the owner may write; `admin` is a connection that may become `laksa_owner`. Null when there is
 * one with this slug already. Its city is written afterwards, inside its fence.
 */
export const insertTenant = async (admin: Connection, tenant: NewTenant, at: Date): Promise<string | null> => {
  const id = uuid7(at);
  return asRole(admin, 'laksa_owner', async () => {
    const { rowCount } = await admin.query(
      `insert into laksa.tenant (id, slug, name, origin, zone, region_code, is_demo, is_rehearsal, clock_offset_ms, clock_speed, clock_origin, created_at, live_since)
       values ($1, $2, $3, $4, $5, $6, $7, $10, $11, $12, $8, $8, $9) on conflict (slug) do nothing`,
      [
        id,
        tenant.slug,
        tenant.name,
        tenant.origin,
        tenant.zone,
        tenant.regionCode,
        tenant.isDemo,
        at,
        tenant.isOpen === true ? at : null,
        ...clockOf(tenant, at),
      ],
    );
    if (rowCount === 1) await recordMaintenance(admin, 'tenant create', tenant.slug, at);
    return rowCount === 1 ? id : null;
  });
};

/** Whether it is a rehearsal, and its clock as offset and speed: the machine's own, or one that stands still. */
const clockOf = ({ isRehearsal = false, rehearsalFrom }: NewTenant, at: Date): readonly [boolean, number, number] =>
  rehearsalFrom === undefined ? [isRehearsal, 0, 1] : [true, rehearsalFrom.getTime() - at.getTime(), 0];
