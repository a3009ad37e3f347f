import { sql } from 'kysely';

import { sealAddressPass, type LetterPassHolder } from './letter-pass.ts';
import type { Tx } from './tx.ts';

/** An address by its look-up: never opened for this. */
export type StoppedAddress = { readonly tenantId: string; readonly lookup: Buffer; readonly at: Date };

/** No letter of this city to an address any more, whoever named it. Only a link in a letter to that address leads here. A second time changes nothing. */
export const stopAddress = async (tx: Tx, { tenantId, lookup, at }: StoppedAddress): Promise<void> => {
  await tx
    .insertInto('contact_stop')
    .values({ tenant_id: tenantId, field: 'email', lookup, stopped_at: at, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'field', 'lookup'])
        .doUpdateSet({ stopped_at: at, ended_at: null })
        .where('contact_stop.ended_at', 'is not', null),
    )
    .execute();
};

/** Where whoever has an address stops all letters to it that come before they are known for anything: a page, or one tap of a mail program (RFC 8058). */
export const stopAddressPath = (holder: Omit<LetterPassHolder, 'kind'>, lookup: Buffer): string =>
  `/surat/berhenti/${sealAddressPass(holder, lookup)}`;

/** Letters to this address again. */
export const resumeAddress = async (tx: Tx, { tenantId, lookup, at }: StoppedAddress): Promise<void> => {
  await tx
    .updateTable('contact_stop')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('field', '=', 'email')
    .where('lookup', '=', lookup)
    .where('ended_at', 'is', null)
    .execute();
};

/** Whether an address wants no letters of this city. */
export const isAddressStopped = async (tx: Tx, tenantId: string, lookup: Buffer): Promise<boolean> => {
  const row = await tx
    .selectFrom('contact_stop')
    .select('stopped_at')
    .where('tenant_id', '=', tenantId)
    .where('field', '=', 'email')
    .where('lookup', '=', lookup)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
};

/** An address that is on record of a report. */
export type OnReport = { readonly lookup: Buffer; readonly reportId: string };

/**
 * Whether an address gets not even what protects a report: it was stopped, and nobody there ever showed that the report is theirs. Shown it is by a follow
 * or a new address that was confirmed, or by a code or a change taken back out of a letter. Who names somebody else's address when they report, and
 * changes it again and again, does not fill that letterbox for ever.
 */
export const isSilenced = async (tx: Tx, tenantId: string, address: OnReport): Promise<boolean> =>
  (await isAddressStopped(tx, tenantId, address.lookup)) && !(await isProved(tx, tenantId, address));

const isProved = async (tx: Tx, tenantId: string, { lookup, reportId }: OnReport): Promise<boolean> => {
  const { rows } = await sql<{ is_proved: boolean }>`
    select r.claim_generation > 1
      or exists (select from laksa.contact_change c
        where c.tenant_id = r.tenant_id and c.report_id = r.id and c.field = 'email' and c.state = 'done')
      or exists (select from laksa.person_field f join laksa.follow w on w.tenant_id = f.tenant_id and w.person_id = f.person_id
        where f.tenant_id = r.tenant_id and f.field = 'email' and f.lookup = ${lookup}) as is_proved
    from laksa.report r where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0]?.is_proved === true;
};
