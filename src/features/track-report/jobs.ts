import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import {
  changesSinceTold,
  expireChange,
  openSide,
  readChange,
  type ContactChange,
} from '../../store/contact-change-row.ts';
import { isDisowned } from '../../store/contact-change-disown.ts';
import { contactLetters, type ContactLetterSide } from '../../store/contact-change-letters.ts';
import {
  forgetOldContacts,
  isConfirmable,
  isTakeable,
  undoneOf,
  type Undone,
} from '../../store/contact-change-settle.ts';
import { addressLookup } from '../../store/carry-lookups.ts';
import { isAddressStopped, isSilenced, stopAddressPath } from '../../store/contact-stop.ts';
import type { Installation } from '../../store/installation.ts';
import { sealLetterPass } from '../../store/letter-pass.ts';
import { writeReading } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { renderContactLetter } from './contact-letter.ts';

export type ContactLetterMeans = Installation & { readonly sendMail: SendMail };

/**
 * `send-contact-letter` {tenantId, contactChangeId, side}: the letters of `contact-change-letters.ts`. None when what it is about is over meanwhile.
 * Whoever wanted no letters is warned all the same if the report is known to be theirs, and asked for nothing; whoever said that it is not theirs
 * gets none. An address whose server refuses letters for good will never prove itself: that change is over.
 */
export const sendContactLetterTask = (means: ContactLetterMeans): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const side = contactLetters.find((one) => one === idOf(ids, 'side'));
    if (side === undefined) throw new Error('a letter about a change of contact has a side');
    const changeId = idOf(ids, 'contactChangeId');
    const mail = await means.database.inTenant(tenant.id, (tx) => mailFor(tx, means, tenant, { changeId, side }));
    if (mail === null) return;
    try {
      await means.sendMail(mail);
    } catch (error) {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
      if (side === 'new') await means.database.inTenant(tenant.id, (tx) => expireChange(tx, tenant.id, changeId));
    }
  },
});

type About = { readonly changeId: string; readonly side: ContactLetterSide };

const mailFor = async (
  tx: Tx,
  means: ContactLetterMeans,
  tenant: Tenant,
  { changeId, side }: About,
): Promise<Mail | null> => {
  const change = await readChange(tx, tenant.id, changeId);
  if (change === null || !isDue(change, side, tenant.clock.now())) return null;
  const isWarning = side !== 'new' && side !== 'removed';
  const to = await openSide(tx, means, tenant, { change, side: isWarning ? 'told' : 'new' });
  if (to === null) return null;
  const address = await addressLookup(tx, means, tenant, to);
  const reportId = change.report_id;
  if (await isDisowned(tx, tenant.id, { lookup: address, reportId })) return null;
  const isUnwanted = isWarning
    ? await isSilenced(tx, tenant.id, { lookup: address, reportId })
    : await isAddressStopped(tx, tenant.id, address);
  if (isUnwanted) return null;
  if (isWarning) await noteReading(tx, tenant, change);
  const told = isWarning ? undoneOf(await changesSinceTold(tx, means, tenant, { reportId, told: to })) : [];
  return mailOf(means, tenant, { change, told, side, to, address });
};

const isDue = (change: ContactChange, side: ContactLetterSide, at: Date): boolean => {
  if (side === 'new') return isConfirmable(change, at);
  return side === 'removed' ? change.state === 'taken_back' && change.done_at !== null : isTakeable(change, at);
};

const noteReading = async (tx: Tx, tenant: Tenant, { report_id, reporter_id }: ContactChange): Promise<void> => {
  if (reporter_id === null) return;
  const reading = { personId: reporter_id, fields: ['email'], ground: 'contact_change', reportId: report_id } as const;
  await writeReading(tx, { tenantId: tenant.id, at: tenant.clock.now() }, { ...reading, postId: null });
};

type Addressed = {
  readonly change: ContactChange;
  /** To the address on record: all that it can take back. */
  readonly told: readonly Undone[];
  readonly side: ContactLetterSide;
  readonly to: string;
  /** The same by its look-up. */
  readonly address: Buffer;
};

const mailOf = ({ keyring }: ContactLetterMeans, tenant: Tenant, addressed: Addressed): Mail => {
  const { change, told, side, to, address } = addressed;
  const { id, number, asked_at: askedAt } = change;
  const isToNew = side === 'new' || side === 'removed';
  const date = side === 'new' || side === 'old' ? askedAt : tenant.clock.now();
  const kind = isToNew ? 'contact' : 'contact_back';
  const path = isToNew ? '/ganti-kontak' : '/ganti-kontak/batal';
  const stopUrl = `${tenant.origin}${stopAddressPath({ keyring, tenantId: tenant.id }, address)}`;
  const language = (isToNew ? change.language : change.reporter_language) === 'en' ? 'en' : 'id';
  const url = letterLink(
    `${tenant.origin}${path}/${sealLetterPass({ keyring, tenantId: tenant.id, kind }, id)}`,
    language,
  );
  return {
    ...renderContactLetter({ side, told, number, language, city: tenant, url, stopUrl: letterLink(stopUrl, language) }),
    to,
    // The warning goes whether it is wanted or not; only what is no contact of a report can be stopped by its own link.
    unsubscribeUrl: isToNew ? stopUrl : undefined,
    ...letterNamed(tenant, `${number}-kontak-${side}-${id}`, date),
  };
};

/** What was not confirmed is over, and what can no longer be taken back is erased. */
export const forgetContacts = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldContacts(tx, tenant.id, tenant.clock.now()));
  return false;
};
