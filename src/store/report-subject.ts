import { savePerson, type Identity } from './person.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import type { Tx } from './tx.ts';

type Vault = { readonly keyring: Keyring; readonly tenantId: string; readonly at: Date };
type Subject = { readonly reportId: string; readonly subject: Identity; readonly language: string };

/** For whom a report was filed, and that they agreed: who they are lies in the vault like every person, and may stay untold. */
export const insertSubject = async (tx: Tx, vault: Vault, { reportId, subject, language }: Subject): Promise<void> => {
  const personId = await savePerson(tx, vault, subject, language);
  await tx
    .insertInto('report_subject')
    .values({ tenant_id: vault.tenantId, report_id: reportId, person_id: personId, consented_at: vault.at })
    .execute();
};
