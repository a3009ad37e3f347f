import type { Tenant } from '../platform/tenant/tenant.ts';
import { lettersOpen, type Claim } from './claim-check.ts';
import { addedAddressOf } from './contact-change-added.ts';
import { lockOwn } from './contact-change.ts';
import { heldChanges } from './contact-change-row.ts';
import { undoChange } from './contact-change-settle.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/**
 * Whoever has the code says that the mail address added a short while ago is not theirs: it and what came in its place are taken from the record, what
 * waits to be confirmed is over, and no code that was sent there opens anything. False: the code was replaced, or nothing was added.
 */
export const removeAddedAddress = (laksa: Installation, tenant: Tenant, claim: Claim): Promise<boolean> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const report = await lockOwn(tx, tenant.id, claim);
    if (report === null) return false;
    const isAdded = await addedAddressOf(tx, { tenantId: tenant.id, reportId: report.id, at: tenant.clock.now() });
    if (isAdded === null) return false;
    const ofEmail = (await heldChanges(tx, tenant.id, report.id)).filter(({ field }) => field === 'email');
    const first = ofEmail.findIndex(({ state, old_sealed }) => state === 'done' && old_sealed === null);
    for (const change of ofEmail.slice(first).toReversed()) await undoChange(tx, laksa, tenant, change);
    await voidOffered(tx, tenant.id, report.id);
    return true;
  });

/** The codes that open besides the one in use are the last few that went out: as many more are counted that went to nobody. */
export const voidOffered = async (tx: Tx, tenantId: string, reportId: string): Promise<void> => {
  await tx
    .updateTable('report')
    .set((eb) => ({ claim_offered: eb('claim_offered', '+', lettersOpen) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reportId)
    .where('claim_offered', 'is not', null)
    .execute();
};
