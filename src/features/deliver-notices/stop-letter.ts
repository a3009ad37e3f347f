import { afterQuiet } from '../../domain/quiet-hours.ts';
import { showNumber } from '../../domain/report-number.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import { basicTime, messageIdAt } from '../../platform/mail/letter-name.ts';
import { letterLink } from '../../platform/mail/letter-link.ts';
import { MailError, type Mail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { isAddressStopped } from '../../store/contact-stop.ts';
import { readPerson } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { textFor } from '../../ui/texts/text.ts';
import type { DeliveryMeans } from './deliver-notices.ts';
import type { Letter } from './letter-facts.ts';
import { letterOf } from './letter-frame.ts';
import { readLetter, type SettledLetter } from './letter-queries.ts';
import { sayerOf, senderOf } from './letter-words.ts';
import { choicesUrl, letterCity, trackUrl } from './notice-facts.ts';
import { readAddressee } from './queries.ts';

/**
 * The last letter: somebody with the code has stopped the letters of a report, and its owner hears of it, once, when their quiet hours are over.
 * Nothing goes where letters come again by then, where the address is another, or where it wants no letters at all; a server that refuses it for good
 * is not asked again.
 */
export const deliverStopLetter = async (means: DeliveryMeans, tenant: Tenant, letterId: string): Promise<void> => {
  const mail = await means.database.inTenant(tenant.id, (tx) => stopMail(tx, means, tenant, letterId));
  if (mail === null) return;
  try {
    await means.sendMail(mail);
  } catch (error) {
    if (!(error instanceof MailError && error.isPermanent)) throw error;
  }
};

/** Null: there is nothing to send, or not yet. */
const stopMail = async (tx: Tx, means: DeliveryMeans, tenant: Tenant, letterId: string): Promise<Mail | null> => {
  const letter = await readLetter(tx, tenant.id, letterId);
  const told = { tenantId: tenant.id, reportId: letter.report_id, followId: null };
  const { person_id: personId, lookup, ...chosen } = await readAddressee(tx, told);
  if (personId === null || !chosen.is_stopped || lookup?.equals(letter.lookup) !== true) return null;
  if (await isAddressStopped(tx, tenant.id, lookup)) return null;
  const { policy } = await means.cities.read(tx, tenant, means.clock.now());
  const { quiet_from: from, quiet_until: until } = chosen;
  const now = tenant.clock.now().toISOString();
  const goesAt = afterQuiet(now, from === null || until === null ? policy.notices.quiet : { from, until }, tenant.zone);
  if (goesAt > now) {
    const runAt = new Date(means.clock.now().getTime() + Date.parse(goesAt) - Date.parse(now));
    const ids = { tenantId: tenant.id, reportId: letter.report_id, stopLetterId: letterId };
    await jobs.add(tx, 'deliver-notices', ids, { runAt });
    return null;
  }
  const vault = { keyring: means.keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const reading = { personId, ground: 'deliver_notice', reportId: letter.report_id, postId: null } as const;
  const { email } = await readPerson(tx, vault, { ...reading, fields: ['email'] });
  return email === undefined ? null : mailTo(email, means, tenant, letter);
};

const mailTo = (to: string, means: DeliveryMeans, tenant: Tenant, letter: SettledLetter): Mail => {
  const undoUrl = choicesUrl({ tenant, keyring: means.keyring }, letter.id);
  const written = basicTime(letter.written_at);
  return {
    ...renderStop(tenant, letter, undoUrl),
    to,
    messageId: messageIdAt(tenant.origin, `${tenant.slug}-${letter.number}-henti-${written}`),
    date: letter.written_at,
    tenantSlug: tenant.slug,
    fileName: `${written}-${letter.number}-henti`,
    unsubscribeUrl: undoUrl,
  };
};

/** It holds nothing of the report: of a confidential one it is the same. */
const renderStop = (tenant: Tenant, { number, language, wording }: SettledLetter, undoUrl: string): Letter => {
  const t = textFor(language);
  const framed = {
    city: letterCity(tenant),
    language,
    number,
    readUrl: letterLink(trackUrl(tenant, number), language),
    choicesUrl: null,
    reader: { kind: 'reporter' },
    wording,
  } as const;
  const paragraphs = [
    t('notice.stopped.body'),
    `${t('notice.stopped.undo')}\n${letterLink(undoUrl, language)}`,
    t('notice.stopped.last'),
  ];
  const say = sayerOf(framed);
  return {
    fromName: senderOf(say, framed),
    subject: t('notice.stopped.subject', { number: showNumber(number) }),
    text: letterOf(framed, say, paragraphs),
  };
};
