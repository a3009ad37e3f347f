import { fateOf, type Fate } from '../../domain/notice-fate.ts';
import { MailError, type SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import {
  lockDelivery,
  markDropped,
  markSent,
  markToLook,
  recordFailure,
  settleLetter,
  unsettleLetter,
} from '../../store/notice-delivery.ts';
import type { Tx } from '../../store/tx.ts';
import { letterMail } from './letter-mail.ts';
import { newestWording, readLetter } from './letter-queries.ts';
import { readAddressee, waitingFor, waitingNotices, type AddresseeRow, type Told, type WaitingRow } from './queries.ts';

export type DeliveryMeans = Installation & { readonly sendMail: SendMail };

/** What became of one look at what waits for somebody. */
type Step =
  | { readonly kind: 'went_on' }
  | { readonly kind: 'nothing_more' }
  | { readonly kind: 'failed'; readonly error: unknown };

const wentOn = { kind: 'went_on' } as const satisfies Step;
const nothingMore = { kind: 'nothing_more' } as const satisfies Step;

/**
 * Sends what waits for a report and may go by now: to its reporter and to each follower one letter with all steps since the last, in the order of
 * what happened. A letterbox that refuses holds up nobody else's; what failed is thrown at the end: the job comes back with its back-off.
 */
export const deliverNotices = async (
  means: DeliveryMeans,
  tenant: Tenant,
  reportId: string,
  signal: AbortSignal,
): Promise<void> => {
  const followIds = await means.database.inTenant(tenant.id, (tx) => waitingFor(tx, tenant.id, reportId), {
    readOnly: true,
  });
  const failures: unknown[] = [];
  for (const followId of followIds) {
    const step = await deliverAll(means, tenant, { told: { tenantId: tenant.id, reportId, followId }, signal });
    if (step.kind === 'failed') failures.push(step.error);
  }
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} letters about a report did not go`);
  if (failures.length === 1) throw failures[0];
};

type Delivery = { readonly told: Told; readonly signal: AbortSignal };

/** One transaction a step: what a letter holds is settled before it is sent, and what was sent stays marked whatever comes after. */
const deliverAll = async (means: DeliveryMeans, tenant: Tenant, { told, signal }: Delivery): Promise<Step> => {
  for (;;) {
    signal.throwIfAborted();
    const step = await means.database.inTenant(tenant.id, (tx) => deliverNext(tx, means, tenant, told));
    if (step.kind !== 'went_on') return step;
  }
};

const deliverNext = async (tx: Tx, means: DeliveryMeans, tenant: Tenant, told: Told): Promise<Step> => {
  await lockDelivery(tx, told.reportId);
  const waiting = await waitingNotices(tx, told);
  if (waiting.length === 0) return nothingMore;
  const addressee = await readAddressee(tx, told);
  const fate = await lookAt(tx, means, tenant, { waiting, addressee });
  const notices = 'ids' in fate ? { tenantId: tenant.id, noticeIds: fate.ids } : null;
  switch (fate.do) {
    case 'nothing':
      return nothingMore;
    case 'wait':
      await markToLook(tx, { tenantId: tenant.id, noticeIds: waiting.map(({ id }) => id) }, new Date(fate.until));
      return nothingMore;
    case 'drop':
      if (notices !== null) await markDropped(tx, notices, fate.reason);
      return wentOn;
    case 'settle':
      await settle(tx, tenant, told, { ids: fate.ids, addressee });
      return wentOn;
    case 'send':
      return send(tx, means, tenant, { fate, addressee });
    default:
      return fate satisfies never;
  }
};

type Look = { readonly waiting: readonly WaitingRow[]; readonly addressee: AddresseeRow };

const lookAt = async (tx: Tx, means: DeliveryMeans, tenant: Tenant, { waiting, addressee }: Look): Promise<Fate> => {
  const { policy } = await means.cities.read(tx, tenant, means.clock.now());
  const { quiet_from: from, quiet_until: until } = addressee;
  return fateOf(
    waiting.map(({ id, letter_id, kind, clock, created_at }) => ({
      id,
      letterId: letter_id,
      kind,
      clock,
      createdAt: created_at.toISOString(),
    })),
    {
      hasAddress: addressee.lookup !== null,
      isStopped: addressee.is_stopped,
      sight: addressee.sight,
      steps: addressee.steps,
      quiet: from === null || until === null ? policy.notices.quiet : { from, until },
    },
    { now: tenant.clock.now().toISOString(), zone: tenant.zone, settleMs: policy.notices.settleMinutes * 60_000 },
  );
};

type Settling = { readonly ids: readonly string[]; readonly addressee: AddresseeRow };

const settle = async (tx: Tx, tenant: Tenant, told: Told, { ids, addressee }: Settling): Promise<void> => {
  const { lookup, language } = addressee;
  if (lookup === null) throw new Error('a letter has an address');
  const wordingVersion = await newestWording(tx, tenant.id);
  const { reportId, followId } = told;
  const letter = { reportId, followId, lookup, language, wordingVersion, writtenAt: tenant.clock.now() };
  await settleLetter(tx, { tenantId: tenant.id, noticeIds: ids }, letter);
};

type Sending = { readonly fate: Fate & { readonly do: 'send' }; readonly addressee: AddresseeRow };

const send = async (tx: Tx, means: DeliveryMeans, tenant: Tenant, { fate, addressee }: Sending): Promise<Step> => {
  const notices = { tenantId: tenant.id, noticeIds: fate.ids };
  const letter = await readLetter(tx, tenant.id, fate.letterId);
  if (addressee.lookup?.equals(letter.lookup) !== true) {
    await unsettleLetter(tx, notices);
    return wentOn;
  }
  const mail = await letterMail(tx, means, tenant, { letter, personId: addressee.person_id });
  if (mail === null) {
    await markDropped(tx, notices, 'no_address');
    return wentOn;
  }
  try {
    await means.sendMail(mail);
  } catch (error) {
    return whatFailed(tx, notices, error);
  }
  await markSent(tx, notices, tenant.clock.now());
  return wentOn;
};

const whatFailed = async (
  tx: Tx,
  notices: { readonly tenantId: string; readonly noticeIds: readonly string[] },
  error: unknown,
): Promise<Step> => {
  const reason = error instanceof Error ? error.message.slice(0, 500) : 'an error without words';
  if (error instanceof MailError && error.isPermanent) {
    await markDropped(tx, notices, reason);
    return wentOn;
  }
  await recordFailure(tx, notices, reason);
  return { kind: 'failed', error };
};
