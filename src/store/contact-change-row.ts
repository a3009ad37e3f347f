import type { Tenant } from '../platform/tenant/tenant.ts';
import { openContact, type ContactSide } from './contact-change-seal.ts';
import type { Installation } from './installation.ts';
import type { PersonField } from './person.ts';
import type { Tx } from './tx.ts';

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
  readonly expires_at: Date;
  readonly take_back_until: Date;
  readonly reporter_id: string | null;
  readonly reporter_language: string;
  readonly claim_generation: number;
  readonly claim_offered: number | null;
};

const selected = (tx: Tx, tenantId: string) =>
  tx
    .selectFrom('contact_change as c')
    .innerJoin('report as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.report_id'))
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
    .select(['c.asked_at', 'c.expires_at', 'c.take_back_until'])
    .select(['r.number', 'r.reporter_id', 'r.reporter_language', 'r.claim_generation', 'r.claim_offered'])
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

/** This change and all that came after it and still stand, the newest first. */
export const changesSince = (tx: Tx, tenantId: string, change: ContactChange): Promise<readonly ContactChange[]> =>
  selected(tx, tenantId)
    .where('c.report_id', '=', change.report_id)
    .where('c.id', '>=', change.id)
    .where('c.state', 'in', ['waiting', 'done'])
    .orderBy('c.id', 'desc')
    .execute();

export const openSide = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { change, side }: { readonly change: ContactChange; readonly side: ContactSide },
): Promise<string | null> =>
  openContact(await keyring.tenantKeys(tx, tenant.id, tenant.clock.now(), change.key_id), change, side);

export const markChange = async (
  tx: Tx,
  tenantId: string,
  id: string,
  set: { readonly state: 'done' | 'taken_back'; readonly done_at?: Date },
): Promise<void> => {
  await tx.updateTable('contact_change').set(set).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
};
