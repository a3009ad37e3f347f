import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { lockDelivery, markDropped, markSent, recordFailure } from '../../store/notice-delivery.ts';
import { readPerson } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { renderNotice } from './letter.ts';
import { MailError, type Mail, type SendMail } from '../../platform/mail/mail.ts';
import { basicTime, messageIdAt } from '../../platform/mail/letter-name.ts';
import { noticeFacts } from './notice-facts.ts';
import { nextWaiting, type WaitingNotice } from './queries.ts';
import { isTold, type Happened } from './tellings.ts';

export type DeliveryMeans = Installation & { readonly sendMail: SendMail };

/** What became of one look at a report's letters. */
type Step =
  | { readonly kind: 'went_on' }
  | { readonly kind: 'nothing_waits' }
  | { readonly kind: 'failed'; readonly error: unknown };

const wentOn = { kind: 'went_on' } as const satisfies Step;

/**
 * Sends every letter that waits for a report, in the order of its events. One transaction a letter, so what was sent stays marked whatever comes
 * after; a failure ends the round, because a later letter must not overtake. Throws what the sender threw: the job comes back with its back-off.
 */
export const deliverNotices = async (
  means: DeliveryMeans,
  tenant: Tenant,
  reportId: string,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    signal.throwIfAborted();
    const step = await means.database.inTenant(tenant.id, (tx) => deliverNext(tx, means, tenant, reportId));
    if (step.kind === 'failed') throw step.error;
    if (step.kind === 'nothing_waits') return;
  }
};

const deliverNext = async (tx: Tx, means: DeliveryMeans, tenant: Tenant, reportId: string): Promise<Step> => {
  await lockDelivery(tx, reportId);
  const notice = await nextWaiting(tx, tenant.id, reportId);
  if (notice === null) return { kind: 'nothing_waits' };
  const key = { tenantId: tenant.id, noticeId: notice.id };
  const { kind, reporter_id: personId } = notice;
  if (!isTold(kind)) throw new Error(`no letter tells of ${kind}`);
  // Nobody's vault is opened for a letter that cannot go.
  const to = personId !== null && notice.has_email ? await addressOf(tx, means, tenant, { reportId, personId }) : null;
  if (to === null) {
    await markDropped(tx, key, 'no_address');
    return wentOn;
  }
  try {
    await means.sendMail(mailOf(tenant, notice, kind, to));
  } catch (error) {
    return whatFailed(tx, key, error);
  }
  await markSent(tx, key, tenant.clock.now());
  return wentOn;
};

const whatFailed = async (
  tx: Tx,
  key: { readonly tenantId: string; readonly noticeId: string },
  error: unknown,
): Promise<Step> => {
  const reason = error instanceof Error ? error.message.slice(0, 500) : 'an error without words';
  if (error instanceof MailError && error.isPermanent) {
    await markDropped(tx, key, reason);
    return wentOn;
  }
  await recordFailure(tx, key, reason);
  return { kind: 'failed', error };
};

const addressOf = async (
  tx: Tx,
  { keyring }: DeliveryMeans,
  tenant: Tenant,
  { reportId, personId }: { readonly reportId: string; readonly personId: string },
): Promise<string | null> => {
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const { email } = await readPerson(tx, vault, {
    personId,
    fields: ['email'],
    ground: 'deliver_notice',
    reportId,
    postId: null,
  });
  return email ?? null;
};

/** Nothing in it depends on when it is sent: after a crash between sending and marking, the repeat is the same letter under the same name. */
const mailOf = (tenant: Tenant, notice: WaitingNotice, kind: Happened, to: string): Mail => {
  const name = `${notice.number}-${String(notice.seq).padStart(4, '0')}`;
  return {
    ...renderNotice(noticeFacts(tenant, kind, notice)),
    to,
    messageId: messageIdAt(tenant.origin, `${tenant.slug}-${name}`),
    // When it was written down: what a deadline did is dated by the deadline, which may lie before letters that went already.
    date: notice.created_at,
    tenantSlug: tenant.slug,
    fileName: `${basicTime(notice.created_at)}-${name}`,
  };
};
