import type { Tenant } from '../platform/tenant/tenant.ts';
import { addressLookup } from './carry-lookups.ts';
import { onRecord, putOnRecord } from './contact-change.ts';
import { voidOffered } from './contact-change-removal.ts';
import {
  expireChange,
  heldChanges,
  lockChange,
  openSide,
  takeBackMs,
  type ContactChange,
} from './contact-change-row.ts';
import type { ContactSide } from './contact-change-seal.ts';
import { isTakeable, reportOf, type Settled } from './contact-change-settle.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/**
 * Whoever got a letter about a change says that the report is not theirs: somebody mistyped an address. It is taken off the record if it stands there still,
 * its links are void, and it gets no letter about this report any more. All else stays, and what waits for confirmation at another address goes on.
 */
export const disownReport = (laksa: Installation, tenant: Tenant, changeId: string): Promise<Settled> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const change = await lockChange(tx, tenant.id, changeId);
    if (change === null || !isTakeable(change, tenant.clock.now())) return null;
    const told = await openSide(tx, laksa, tenant, { change, side: 'told' });
    if (told === null) return null;
    await takeOffRecord(tx, laksa, tenant, { change, told });
    const held = await heldChanges(tx, tenant.id, change.report_id);
    for (const one of held) await forgetIn(tx, laksa, tenant, { change: one, told });
    await markDisowned(tx, laksa, tenant, { change, told });
    return { number: change.number, undone: [] };
  });

type Disowned = { readonly change: ContactChange; readonly told: string };

const takeOffRecord = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { change, told }: Disowned,
): Promise<void> => {
  const report = reportOf(change);
  const { email } = await onRecord(tx, laksa, tenant, report);
  if (email !== told) return;
  await putOnRecord(tx, laksa, tenant, { report, field: 'email', value: null });
  await voidOffered(tx, tenant.id, change.report_id); // a code that was sent there is nobody's
};

/**
 * In what is held of one change: it is told of nothing, and stood there for nobody, so that no undoing brings it back and what took its place counts as added
 * where there was none.
 */
const forgetIn = async (tx: Tx, laksa: Installation, tenant: Tenant, { change, told }: Disowned): Promise<void> => {
  const isAt = async (side: ContactSide) => (await openSide(tx, laksa, tenant, { change, side })) === told;
  if (await isAt('new')) await expireChange(tx, tenant.id, change.id);
  const set = {
    ...((await isAt('old')) ? { old_sealed: null } : {}),
    ...((await isAt('told')) ? { told_sealed: null } : {}),
  };
  if (Object.keys(set).length === 0) return;
  await tx
    .updateTable('contact_change')
    .set(set)
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', change.id)
    .execute();
};

const markDisowned = async (tx: Tx, laksa: Installation, tenant: Tenant, { change, told }: Disowned): Promise<void> => {
  const disowned_at = tenant.clock.now();
  const disowned_lookup = await addressLookup(tx, laksa, tenant, told);
  await tx
    .updateTable('contact_change')
    .set({ disowned_at, disowned_lookup })
    .where('tenant_id', '=', tenant.id)
    .where('id', '=', change.id)
    .execute();
};

/** Whether the owner of an address has said that a report is not theirs. */
export const isDisowned = async (
  tx: Tx,
  tenantId: string,
  address: { readonly lookup: Buffer; readonly reportId: string },
): Promise<boolean> => {
  const row = await tx
    .selectFrom('contact_change')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', address.reportId)
    .where('disowned_lookup', '=', address.lookup)
    .executeTakeFirst();
  return row !== undefined;
};

type OfReport = { readonly tenantId: string; readonly reportId: string; readonly at: Date };

/** When that was said last of an address of a report, as long as whoever has its code should know of it: a while, and until an address is on record. */
export const disownedSince = async (tx: Tx, { tenantId, reportId, at }: OfReport): Promise<Date | null> => {
  const row = await tx
    .selectFrom('contact_change as c')
    .innerJoin('report as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.report_id'))
    .leftJoin('person_field as f', (join) =>
      join
        .onRef('f.tenant_id', '=', 'r.tenant_id')
        .onRef('f.person_id', '=', 'r.reporter_id')
        .on('f.field', '=', 'email'),
    )
    .select('c.disowned_at')
    .where('c.tenant_id', '=', tenantId)
    .where('r.tenant_id', '=', tenantId)
    .where('c.report_id', '=', reportId)
    .where('c.disowned_at', 'is not', null)
    .where((eb) => eb.or([eb('f.lookup', 'is', null), eb('c.disowned_at', '>', new Date(at.getTime() - takeBackMs))]))
    .orderBy('c.disowned_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.disowned_at ?? null;
};
