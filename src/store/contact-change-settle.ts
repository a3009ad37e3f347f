import { claimCodeOf, hashClaimCode } from './claim.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { putOnRecord } from './contact-change.ts';
import { changesSince, lockChange, markChange, openSide, type ContactChange } from './contact-change-row.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** The report it is about; null: the link is no longer good for anything. */
export type Settled = { readonly number: string } | null;

/** The new address counts from now on. */
export const confirmContact = (laksa: Installation, tenant: Tenant, changeId: string): Promise<Settled> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const change = await lockChange(tx, tenant.id, changeId);
    if (change === null || !isConfirmable(change, tenant.clock.now())) return null;
    const value = await openSide(tx, laksa, tenant, { change, side: 'new' });
    if (value === null) return null;
    await putOnRecord(tx, laksa, tenant, { report: reportOf(change), field: change.field, value });
    await markChange(tx, tenant.id, change.id, { state: 'done', done_at: tenant.clock.now() });
    return { number: change.number };
  });

export const isConfirmable = ({ state, expires_at }: ContactChange, at: Date): boolean =>
  state === 'waiting' && at < expires_at;

/**
 * Whoever gets letters at the old address did not ask for it: this change and all since are undone. Somebody else has the code, so it and the browsers
 * it let in are shut out, by a code that nobody gets; one that opens goes to the old address.
 */
export const takeContactBack = (laksa: Installation, tenant: Tenant, changeId: string): Promise<Settled> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const change = await lockChange(tx, tenant.id, changeId);
    if (change === null || !isTakeable(change, tenant.clock.now())) return null;
    for (const one of await changesSince(tx, tenant.id, change)) await undo(tx, laksa, tenant, one);
    await markChange(tx, tenant.id, change.id, { state: 'taken_back' }); // also one that had run out: a link is good once
    await replaceCode(tx, laksa, tenant, change);
    return { number: change.number };
  });

/** Also what was not confirmed: that somebody has the code is known by then. */
export const isTakeable = ({ state, take_back_until, told_sealed }: ContactChange, at: Date): boolean =>
  state !== 'taken_back' && told_sealed !== null && at < take_back_until;

const undo = async (tx: Tx, laksa: Installation, tenant: Tenant, change: ContactChange): Promise<void> => {
  if (change.state === 'done') {
    const value = await openSide(tx, laksa, tenant, { change, side: 'old' });
    await putOnRecord(tx, laksa, tenant, { report: reportOf(change), field: change.field, value });
  }
  await markChange(tx, tenant.id, change.id, { state: 'taken_back' });
};

const replaceCode = async (
  tx: Tx,
  { claimKeys }: Installation,
  tenant: Tenant,
  { report_id: reportId, claim_generation, claim_offered }: ContactChange,
): Promise<void> => {
  // Also the codes that were sent out since are void: the thief may have had one sent.
  const generation = Math.max(claim_generation, claim_offered ?? 0) + 1;
  const nobodys = claimCodeOf(claimKeys, { tenantId: tenant.id, reportId, generation });
  await tx
    .updateTable('report')
    .set({
      claim_generation: generation,
      claim_hash: hashClaimCode(claimKeys, reportId, nobodys),
      claim_offered: generation + 1,
    })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', reportId)
    .execute();
  const writtenAt = tenant.clock.now().toISOString();
  await jobs.add(tx, 'send-claim-code', { tenantId: tenant.id, reportId, generation: generation + 1, writtenAt });
};

const reportOf = ({ report_id, reporter_id, reporter_language }: ContactChange) => ({
  id: report_id,
  reporterId: reporter_id,
  language: reporter_language,
});

/** What nobody confirmed in time is over; what can no longer be taken back is known by its date alone. */
export const forgetOldContacts = async (tx: Tx, tenantId: string, at: Date): Promise<void> => {
  await tx
    .updateTable('contact_change')
    .set({ state: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', at)
    .execute();
  await tx
    .updateTable('contact_change')
    .set({ old_sealed: null, new_sealed: null, told_sealed: null })
    .where('tenant_id', '=', tenantId)
    .where('take_back_until', '<=', at)
    .where('new_sealed', 'is not', null)
    .execute();
};
