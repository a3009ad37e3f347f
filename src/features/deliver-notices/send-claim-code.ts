import { showClaimCode } from '../../domain/claim-code.ts';
import { showNumber } from '../../domain/report-number.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { textFor } from '../../ui/texts/text.ts';
import { addressLookup } from '../../store/carry-lookups.ts';
import { claimCodeOf } from '../../store/claim.ts';
import { addedAddressOf } from '../../store/contact-change-added.ts';
import { isSilenced } from '../../store/contact-stop.ts';
import { readPerson } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import type { DeliveryMeans } from './deliver-notices.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Letter, LetterCity } from './letter-facts.ts';
import { letterOf } from './letter-frame.ts';
import { sayerOf, senderOf } from './letter-words.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { MailError, type Mail } from '../../platform/mail/mail.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import { readCodeAddressee, type CodeAddressee } from './letter-queries.ts';
import { letterCity, trackUrl } from './notice-facts.ts';

/** Why a code is written: it was asked for; so, for an address added a short while ago; a thief of the code before it was shut out. */
type CodeReason = 'asked' | 'added' | 'taken_back';

/**
 * `send-claim-code` {tenantId, reportId, generation, writtenAt, after?}: mails a renewed code to the contact on record, the one letter that carries a code.
 * It waits for no morning, since somebody asks for it now, and goes also where letters were stopped, if the report is known to be theirs: without it its
 * owner could not get in. Nothing is sent where there is no address, or where this code or a later one is in use already; a server that refuses it for
 * good is not asked again. `writtenAt`, when the code was renewed, dates and names the letter, so a repeat is the same letter and lies among the others in
 * the order in which they were written. `after`: `taken_back`, where the code before it is void already.
 */
export const sendClaimCodeTask = (means: DeliveryMeans): Task => ({
  access: 'system',
  run: async (ids) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    const renewal = {
      reportId: idOf(ids, 'reportId'),
      generation: Number(idOf(ids, 'generation')),
      writtenAt: new Date(idOf(ids, 'writtenAt')),
      isTakenBack: ids['after'] === 'taken_back',
    };
    const mail = await means.database.inTenant(tenant.id, (tx) => codeMail(tx, means, tenant, renewal));
    if (mail === null) return;
    try {
      await means.sendMail(mail);
    } catch (error) {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
    }
  },
});

type Renewal = {
  readonly reportId: string;
  readonly generation: number;
  readonly writtenAt: Date;
  readonly isTakenBack: boolean;
};

const codeMail = async (
  tx: Tx,
  means: DeliveryMeans,
  tenant: Tenant,
  { reportId, generation, writtenAt, isTakenBack }: Renewal,
): Promise<Mail | null> => {
  const addressee = await readCodeAddressee(tx, tenant.id, reportId);
  if (addressee === null || addressee.reporterId === null || addressee.claimGeneration >= generation) return null;
  const vault = { keyring: means.keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const reading = {
    personId: addressee.reporterId,
    fields: ['email'],
    ground: 'lost_code',
    reportId,
    postId: null,
  } as const;
  const { email } = await readPerson(tx, vault, reading);
  if (email === undefined) return null;
  const address = await addressLookup(tx, means, tenant, email);
  if (await isSilenced(tx, tenant.id, { lookup: address, reportId })) return null;
  const added = await addedAddressOf(tx, { tenantId: tenant.id, reportId, at: vault.at });
  const reason = isTakenBack ? 'taken_back' : added === null ? 'asked' : 'added';
  const code = claimCodeOf(means.keyring, { tenantId: tenant.id, reportId, generation });
  return {
    ...renderClaimCode(
      { ...addressee, readUrl: letterLink(trackUrl(tenant, addressee.number), addressee.language), reason },
      letterCity(tenant),
      code,
    ),
    to: email,
    ...letterNamed(tenant, `${addressee.number}-code-${String(generation).padStart(4, '0')}`, writtenAt),
  };
};

type CodeLetter = Pick<CodeAddressee, 'number' | 'language'> & {
  readonly readUrl: string;
  readonly reason?: CodeReason;
};

/** The letter with a renewed code. */
export const renderClaimCode = (
  { number, language, readUrl, reason = 'asked' }: CodeLetter,
  city: LetterCity,
  code: string,
): Letter => {
  const t = textFor(language);
  const shown = showNumber(number);
  const lines = [t('notice.code.number', { number: shown }), t('notice.code.code', { code: showClaimCode(code) })].join(
    '\n',
  );
  const framed = { city, language, number, readUrl, choicesUrl: null, reader: { kind: 'reporter' } } as const;
  const paragraphs =
    reason === 'asked'
      ? [t('notice.code.body'), lines, t('notice.code.unasked')]
      : [t(`contact.code.body.${reason}`), lines, t(`contact.code.unasked.${reason}`)];
  const say = sayerOf({ ...framed, wording: null });
  return {
    fromName: senderOf(say, framed),
    subject: t(reason === 'taken_back' ? 'contact.code.subject' : 'notice.code.subject', { number: shown }),
    text: letterOf(framed, say, paragraphs, t('notice.code.track')),
  };
};
