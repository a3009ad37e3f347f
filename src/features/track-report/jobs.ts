import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { lookup } from '../../platform/keyring/tenant-keys.ts';
import { basicTime, messageIdAt } from '../../platform/mail/letter-name.ts';
import type { Mail, SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { openSide, readChange, type ContactChange } from '../../store/contact-change-row.ts';
import { forgetOldContacts, isConfirmable, isTakeable } from '../../store/contact-change-settle.ts';
import { isAddressStopped } from '../../store/contact-stop.ts';
import type { Installation } from '../../store/installation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { writeReading } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { renderContactLetter } from './contact-letter.ts';

export type ContactLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-contact-letter` {tenantId, contactChangeId, side}: `old` tells the address on record of a change and how to take it back, `new` asks the new address to
 * prove itself. None when that is over meanwhile. Whoever wanted no letters is warned all the same, and asked for nothing.
 */
export const sendContactLetterTask = (means: ContactLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const about = {
      changeId: idOf(ids, 'contactChangeId'),
      side: idOf(ids, 'side') === 'new' ? 'new' : 'old',
    } as const;
    const mail = await means.database.inTenant(tenant.id, (tx) => mailFor(tx, means, tenant, about));
    if (mail !== null) await means.sendMail(mail);
  },
});

type About = { readonly changeId: string; readonly side: 'old' | 'new' };

const mailFor = async (
  tx: Tx,
  means: ContactLetterMeans,
  tenant: Tenant,
  { changeId, side }: About,
): Promise<Mail | null> => {
  const change = await readChange(tx, tenant.id, changeId);
  const isOpen = side === 'new' ? isConfirmable : isTakeable;
  if (change === null || !isOpen(change, tenant.clock.now())) return null;
  const to = await openSide(tx, means, tenant, { change, side: side === 'new' ? 'new' : 'told' });
  if (to === null || (side === 'new' && (await isStopped(tx, means, tenant, to)))) return null;
  if (side === 'old') await noteReading(tx, tenant, change);
  return mailOf(means, tenant, { change, side, to });
};

const isStopped = async (tx: Tx, { keyring }: ContactLetterMeans, tenant: Tenant, email: string): Promise<boolean> => {
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
  return isAddressStopped(tx, tenant.id, lookup(keys, 'email', email));
};

const noteReading = async (tx: Tx, tenant: Tenant, { report_id, reporter_id }: ContactChange): Promise<void> => {
  if (reporter_id === null) return;
  const reading = { personId: reporter_id, fields: ['email'], ground: 'contact_change', reportId: report_id } as const;
  await writeReading(tx, { tenantId: tenant.id, at: tenant.clock.now() }, { ...reading, postId: null });
};

type Addressed = { readonly change: ContactChange; readonly side: 'old' | 'new'; readonly to: string };

const mailOf = ({ keyring }: ContactLetterMeans, tenant: Tenant, { change, side, to }: Addressed): Mail => {
  const { id, number, field, asked_at: date } = change;
  const kind = side === 'new' ? 'contact' : 'contact_back';
  const path = side === 'new' ? '/ganti-kontak' : '/ganti-kontak/batal';
  const url = `${tenant.origin}${path}/${sealLetterPass({ keyring, tenantId: tenant.id, kind }, id)}`;
  const spoken = side === 'new' ? change.language : change.reporter_language;
  const name = `${number}-kontak-${side}-${id}`;
  return {
    ...renderContactLetter({ side, field, number, language: spoken === 'en' ? 'en' : 'id', city: tenant, url }),
    to,
    messageId: messageIdAt(tenant.origin, `${tenant.slug}-${name}`),
    date,
    tenantSlug: tenant.slug,
    fileName: `${basicTime(date)}-${name}`,
  };
};

/** What was not confirmed is over, and what can no longer be taken back is erased. */
export const forgetContacts = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldContacts(tx, tenant.id, tenant.clock.now()));
  return false;
};
