import { jobs } from '../platform/jobs/jobs.ts';
import { take } from '../platform/limit/limit.ts';
import { isAddressYoung } from './contact-change-added.ts';
import type { ContactField } from './contact.ts';
import type { Installation } from './installation.ts';
import { hasContact } from './person.ts';
import type { Tx } from './tx.ts';

export type LostCode = {
  readonly tenantId: string;
  readonly number: string;
  readonly contact: { readonly field: ContactField; readonly value: string };
  /** By the machine's time, which limits follow. */
  readonly at: Date;
  /** By the city's clock, which letters are dated by. */
  readonly writtenAt: Date;
};

/** So many letters with a new code a day go out per report: an inbox is not for others to fill. */
const newCodes = { max: 3, windowSeconds: 86_400 };
/** So many contacts may be tried at a number, right or wrong. */
const tries = { max: 10, windowSeconds: 3_600 };

/**
 * Has a new code sent to the mail address in the vault, if the contact is the reporter's. The old one stays until the new one is used.
 * By the telephone only where that address has stood there a while.
 * Gives nothing back: whether it was, nobody is told, and number and contact are not to be guessed from the answer.
 */
export const renewLostClaim = async (tx: Tx, laksa: Installation, lost: LostCode): Promise<void> => {
  const { tenantId, number, at } = lost;
  const tried = await take(tx, { tenantId, key: `lost-code ${number}`, ...tries, at });
  if (!tried.allowed) return;
  const row = await tx
    .selectFrom('report as r')
    .innerJoin('person_field as f', (join) =>
      join
        .onRef('f.tenant_id', '=', 'r.tenant_id')
        .onRef('f.person_id', '=', 'r.reporter_id')
        .on('f.field', '=', 'email'),
    )
    .select(['r.id', 'r.claim_generation', 'r.claim_offered', 'f.person_id'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.number', '=', number)
    .forUpdate('r')
    .executeTakeFirst();
  if (row === undefined) return;
  const { field, value } = lost.contact;
  if (!(await hasContact(tx, { keyring: laksa.keyring, tenantId, at }, row.person_id, { field, value }))) return;
  // Who has the code may have put their own address there; who has but the telephone did not see it happen.
  if (field === 'phone' && (await isAddressYoung(tx, { tenantId, reportId: row.id, at: lost.writtenAt }))) return;
  const sent = await take(tx, { tenantId, key: `new-code ${number}`, ...newCodes, at });
  if (!sent.allowed) return;
  const generation = Math.max(row.claim_generation, row.claim_offered ?? 0) + 1;
  await tx
    .updateTable('report')
    .set({ claim_offered: generation })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', row.id)
    .execute();
  const writtenAt = lost.writtenAt.toISOString();
  await jobs.add(tx, 'send-claim-code', { tenantId, reportId: row.id, generation, writtenAt });
};
