import type { Tenant } from '../platform/tenant/tenant.ts';
import { openContact, type ContactSide } from './contact-change-seal.ts';
import type { Installation } from './installation.ts';
import type { PersonField } from './person.ts';
import type { Tx } from './tx.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** So long the old address can take a change back. */
export const takeBackMs: number = 7 * dayMs;

/** A change of contact with its report. */
export type ContactChange = {
  readonly id: string;
  readonly report_id: string;
  readonly number: string;
  readonly field: PersonField;
  readonly state: string;
  readonly key_id: string;
  readonly old_sealed: Buffer | null;
  readonly new_sealed: Buffer | null;
  readonly told_sealed: Buffer | null;
  readonly language: string;
  readonly asked_at: Date;
  readonly done_at: Date | null;
  readonly expires_at: Date;
  readonly take_back_until: Date;
  readonly reporter_id: string | null;
  /** As the reporter chose it since, or else as they filed. */
  readonly reporter_language: string;
  readonly claim_generation: number;
  readonly claim_offered: number | null;
};

const selected = (tx: Tx, tenantId: string) =>
  tx
    .selectFrom('contact_change as c')
    .innerJoin('report as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.report_id'))
    .leftJoin('person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.reporter_id'),
    )
    .select([
      'c.id',
      'c.report_id',
      'c.state',
      'c.key_id',
      'c.old_sealed',
      'c.new_sealed',
      'c.told_sealed',
      'c.language',
    ])
    .select(['c.asked_at', 'c.done_at', 'c.expires_at', 'c.take_back_until'])
    .select(['r.number', 'r.reporter_id', 'r.claim_generation', 'r.claim_offered'])
    .select((eb) => eb.fn.coalesce('p.language', 'r.reporter_language').as('reporter_language'))
    .select((eb) => eb.ref('c.field').$castTo<PersonField>().as('field'))
    .where('c.tenant_id', '=', tenantId)
    .where('r.tenant_id', '=', tenantId);

export const readChange = async (tx: Tx, tenantId: string, id: string): Promise<ContactChange | null> =>
  (await selected(tx, tenantId).where('c.id', '=', id).executeTakeFirst()) ?? null;

/** The same with its report locked, read once that is held: of two hands the second sees what the first has done. */
export const lockChange = async (tx: Tx, tenantId: string, id: string): Promise<ContactChange | null> => {
  const seen = await readChange(tx, tenantId, id);
  if (seen === null) return null;
  await tx
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', seen.report_id)
    .forUpdate()
    .execute();
  return readChange(tx, tenantId, id);
};

/**
 * All of a report that can still be undone, the oldest first. Also what has run out: the link to take that back is still about, in the letterbox of whoever
 * was on record then.
 */
export const heldChanges = (tx: Tx, tenantId: string, reportId: string): Promise<readonly ContactChange[]> =>
  selected(tx, tenantId)
    .where('c.report_id', '=', reportId)
    .where('c.state', 'in', ['waiting', 'done', 'expired'])
    .where('c.new_sealed', 'is not', null)
    .orderBy('c.id')
    .execute();

/** What a mail address has a say in: all that was asked for since it was first told of something, whoever was told of it then. The oldest first. */
export const changesSinceTold = async (
  tx: Tx,
  laksa: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { reportId, told }: { readonly reportId: string; readonly told: string },
): Promise<readonly ContactChange[]> => {
  const held = await heldChanges(tx, tenant.id, reportId);
  const first = await indexOfTold(tx, laksa, tenant, { held, told });
  return first === null ? [] : held.slice(first);
};

const indexOfTold = async (
  tx: Tx,
  laksa: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { held, told }: { readonly held: readonly ContactChange[]; readonly told: string },
): Promise<number | null> => {
  for (const [at, change] of held.entries())
    if ((await openSide(tx, laksa, tenant, { change, side: 'told' })) === told) return at;
  return null;
};

export const openSide = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { change, side }: { readonly change: ContactChange; readonly side: ContactSide },
): Promise<string | null> =>
  openContact(await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), change.key_id), change, side);

/** A new address that nobody has confirmed cannot be confirmed any more: another was asked for, or the code with which it was asked for is void. */
export const expireWaiting = async (tx: Tx, tenantId: string, reportId: string): Promise<void> => {
  await tx
    .updateTable('contact_change')
    .set({ state: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('state', '=', 'waiting')
    .execute();
};

/** The same for one: its letter was refused for good. */
export const expireChange = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await tx
    .updateTable('contact_change')
    .set({ state: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
};

export const markChange = async (
  tx: Tx,
  tenantId: string,
  id: string,
  set: { readonly state: 'done' | 'taken_back'; readonly done_at?: Date },
): Promise<void> => {
  await tx.updateTable('contact_change').set(set).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
};
