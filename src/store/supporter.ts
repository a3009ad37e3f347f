import { createHmac } from 'node:crypto';

import { ok, refuse, type Result } from '../domain/result.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { publicReportId } from './public-report.ts';
import type { Tx } from './tx.ts';

/** Who says of a public report that it is theirs too. */
export type Support = {
  readonly number: string;
  /** What the device keeps, drawn at random. */
  readonly device: string;
  /** Of whoever sends it (platform/limit/network.ts); null: not known, and not counted. */
  readonly network: string | null;
};

export type SupportRefused = { readonly kind: 'not_found' } | { readonly kind: 'too_many_tries' };

/** More than a carrier's shared address makes, fewer than a program that invents devices. Source: own. */
const fromOneNetwork = { max: 60, windowSeconds: 60 * 60 } as const;

/**
 * Counts a voice for a public report, once for a device, and says whether it was new. The device is hidden under a key of the installation, apart for
 * each report, so that nobody can tell what else somebody supports. A contact nobody has verified is neither asked nor counted: whoever knew one
 * could tell by the count whether its owner was among them, or use up their voice.
 */
export const supportReport = (
  laksa: Installation,
  tenant: Tenant,
  support: Support,
): Promise<Result<{ readonly isNew: boolean }, SupportRefused>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const reportId = await publicReportId(tx, tenant.id, support.number);
    if (reportId === null) return refuse({ kind: 'not_found' });
    if (!(await isWithinLimit(tx, laksa, tenant, support.network))) return refuse({ kind: 'too_many_tries' });
    const key = laksa.keyring.derive('supporter');
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('supporter')
      .values({
        tenant_id: tenant.id,
        report_id: reportId,
        device_hash: createHmac('sha256', key).update(`${reportId} device ${support.device}`).digest(),
        contact_hash: null,
        supported_at: tenant.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return ok({ isNew: numInsertedOrUpdatedRows > 0n });
  });

/** How many say that a report is theirs too; who filed it is not among them. */
const countSupporters = async (tx: Tx, tenantId: string, reportId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('supporter')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** The same by the number of a public report; null for every other. */
export const readSupporters = async (tx: Tx, tenantId: string, number: string): Promise<number | null> => {
  const reportId = await publicReportId(tx, tenantId, number);
  return reportId === null ? null : countSupporters(tx, tenantId, reportId);
};

const isWithinLimit = async (tx: Tx, laksa: Installation, tenant: Tenant, network: string | null): Promise<boolean> => {
  if (network === null) return true;
  const key = `support ${createHmac('sha256', laksa.keyring.derive('supporter')).update(network).digest('base64')}`;
  return (await take(tx, { tenantId: tenant.id, key, ...fromOneNetwork, at: laksa.clock.now() })).allowed;
};
