import type { SendMail } from '../platform/mail/mail.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

export type RehearsalLetter = {
  readonly name: string;
  readonly receiver: string;
  readonly subject: string;
  readonly words: string;
  readonly written_at: Date;
};

/** The way letters go, but for those of rehearsals: they are kept where trainees read them, whatever mail server is set. */
export const keepRehearsalLetters =
  ({ database, tenants }: Pick<Installation, 'database' | 'tenants'>, send: SendMail): SendMail =>
  async (mail) => {
    const tenant = (await tenants.all()).find(({ slug }) => slug === mail.tenantSlug);
    if (tenant === undefined) throw new Error('this letter is of a tenant that is not here');
    if (!tenant.isRehearsal) return send(mail);
    const { fileName: name, to: receiver, subject, text: words, date: written_at } = mail;
    const letter = { tenant_id: tenant.id, name, receiver, subject, words, written_at };
    await database.inTenant(tenant.id, (tx) => addRehearsalLetter(tx, letter));
  };

/** A repeat is the same letter under the same name. */
const addRehearsalLetter = async (tx: Tx, letter: RehearsalLetter & { readonly tenant_id: string }): Promise<void> => {
  await tx
    .insertInto('rehearsal_letter')
    .values(letter)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
    .execute();
};
