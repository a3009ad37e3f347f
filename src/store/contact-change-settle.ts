import type { Refusal } from '../domain/refusal.ts';
import { ok, type Result } from '../domain/result.ts';
import { claimCodeOf, hashClaimCode } from './claim.ts';
import { jobs } from '../platform/jobs/jobs.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { onRecord, putOnRecord } from './contact-change.ts';
import { proveReporter, type ShownCode } from './contact-change-proof.ts';
import { tellRemoved, warnOnRecord } from './contact-change-letters.ts';
import {
  changesSinceTold,
  expireWaiting,
  lockChange,
  markChange,
  openSide,
  takeBackMs,
  type ContactChange,
} from './contact-change-row.ts';
import { forgetUnanswered } from './contact-unproved.ts';
import type { Installation } from './installation.ts';
import { personFields, type PersonField } from './person.ts';
import type { Tx } from './tx.ts';

/** What came of a link; null: it is no longer good for anything. */
export type Settled = {
  /** The report it is about. */
  readonly number: string;
  /** What was undone, each once: put back as it was, or asked for and now never done. */
  readonly undone: readonly Undone[];
} | null;

/** `added`: it was done, and nothing had stood there before. */
export type Undone = { readonly field: PersonField; readonly was: 'done' | 'added' | 'asked' };

/** The new address counts from now on. */
export const confirmContact = (laksa: Installation, tenant: Tenant, changeId: string): Promise<Settled> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const change = await lockChange(tx, tenant.id, changeId);
    if (change === null || !isConfirmable(change, tenant.clock.now())) return null;
    const value = await openSide(tx, laksa, tenant, { change, side: 'new' });
    if (value === null) return null;
    await putOnRecord(tx, laksa, tenant, { report: reportOf(change), field: change.field, value });
    await markChange(tx, tenant.id, change.id, { state: 'done', done_at: tenant.clock.now() });
    await forgetUnanswered(tx, laksa, tenant, { email: value, network: null });
    const told = await openSide(tx, laksa, tenant, { change, side: 'told' });
    if (told !== null) await warnOnRecord(tx, laksa, tenant, { change, told, side: 'done' });
    return { number: change.number, undone: [] };
  });

export const isConfirmable = ({ state, expires_at }: ContactChange, at: Date): boolean =>
  state === 'waiting' && at < expires_at;

/**
 * Whoever gets letters at the old address, and has a code that was the reporter's, did not ask for it: by whichever of the letters it got, all that
 * was asked for since it was first told of something is undone, and nothing that was asked for before or since can be confirmed. Somebody else has
 * the code, so it and the browsers it let in are shut out, by a code that nobody gets; one that opens goes to the old address. Only that address may:
 * whoever was on record in between, and was told of what came then, has no say in what stood before.
 */
export const takeContactBack = (
  laksa: Installation,
  tenant: Tenant,
  changeId: string,
  shown: ShownCode,
): Promise<Result<Settled, Refusal>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const change = await lockChange(tx, tenant.id, changeId);
    if (change === null || !isTakeable(change, tenant.clock.now())) return ok(null);
    const told = await openSide(tx, laksa, tenant, { change, side: 'told' });
    if (told === null) return ok(null);
    const proved = await proveReporter(tx, laksa, tenant, { change, told, ...shown });
    return proved.ok ? ok(await undoSinceTold(tx, laksa, tenant, { change, told })) : proved;
  });

type ToldChange = { readonly change: ContactChange; readonly told: string };

const undoSinceTold = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { change, told }: ToldChange,
): Promise<Settled> => {
  const undone = (await changesSinceTold(tx, laksa, tenant, { reportId: change.report_id, told })).toReversed();
  if (told !== (await addressBefore(tx, laksa, tenant, { change, undone }))) return null;
  for (const one of undone) await undoChange(tx, laksa, tenant, one);
  const removed = undone.find(({ field, state }) => field === 'email' && state === 'done');
  if (removed !== undefined) await tellRemoved(tx, tenant.id, removed.id);
  await replaceCode(tx, laksa, tenant, change);
  return { number: change.number, undone: undoneOf(undone) };
};

/** A field that was changed and asked for once more counts as changed. */
export const undoneOf = (changes: readonly ContactChange[]): readonly Undone[] =>
  personFields.flatMap((field) => {
    const ofField = changes.filter((one) => one.field === field);
    return ofField.length === 0 ? [] : [{ field, was: whatBecame(ofField) }];
  });

/** The first that counted says what had stood there before. */
const whatBecame = (ofField: readonly ContactChange[]): Undone['was'] => {
  const [first] = ofField.filter(({ state }) => state === 'done').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (first === undefined) return 'asked';
  return first.old_sealed === null ? 'added' : 'done';
};

/** Also what was not confirmed: that somebody has the code is known by then. */
export const isTakeable = ({ state, take_back_until, told_sealed }: ContactChange, at: Date): boolean =>
  state !== 'taken_back' && told_sealed !== null && at < take_back_until;

type Undoing = { readonly change: ContactChange; readonly undone: readonly ContactChange[] };

/** The mail address that is on record once all these, the newest first, are undone. */
const addressBefore = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { change, undone }: Undoing,
): Promise<string | null> => {
  const first = undone.findLast(({ field, state }) => field === 'email' && state === 'done');
  if (first !== undefined) return openSide(tx, laksa, tenant, { change: first, side: 'old' });
  return (await onRecord(tx, laksa, tenant, reportOf(change))).email ?? null;
};

/** What stood there before stands there again. */
export const undoChange = async (tx: Tx, laksa: Installation, tenant: Tenant, change: ContactChange): Promise<void> => {
  if (change.state === 'done') {
    const value = await openSide(tx, laksa, tenant, { change, side: 'old' });
    await putOnRecord(tx, laksa, tenant, { report: reportOf(change), field: change.field, value });
  }
  await markChange(tx, tenant.id, change.id, { state: 'taken_back' });
};

const replaceCode = async (
  tx: Tx,
  { keyring }: Installation,
  tenant: Tenant,
  { report_id: reportId, claim_generation, claim_offered }: ContactChange,
): Promise<void> => {
  // Also the codes that were sent out since are void: the thief may have had one sent.
  const generation = Math.max(claim_generation, claim_offered ?? 0) + 1;
  const nobodys = claimCodeOf(keyring, { tenantId: tenant.id, reportId, generation });
  await tx
    .updateTable('report')
    .set({
      claim_generation: generation,
      claim_hash: hashClaimCode(keyring, reportId, nobodys),
      claim_offered: generation + 1,
    })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', reportId)
    .execute();
  await expireWaiting(tx, tenant.id, reportId); // also what was asked for before: by the code that is void now
  const writtenAt = tenant.clock.now().toISOString();
  const ids = { tenantId: tenant.id, reportId, generation: generation + 1, writtenAt };
  await jobs.add(tx, 'send-claim-code', { ...ids, after: 'taken_back' });
};

/** Whose contact a change is about. */
export const reportOf = ({ report_id, reporter_id, reporter_language }: ContactChange) => ({
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
    // An address that was confirmed late is held as long as a letter that was written before it was.
    .where((eb) => eb.or([eb('done_at', 'is', null), eb('done_at', '<=', new Date(at.getTime() - takeBackMs))]))
    .where('new_sealed', 'is not', null)
    .execute();
};
