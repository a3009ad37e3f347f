import { MailError, type SendMail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import {
  dropLetters,
  lockLetters,
  markLettersSent,
  recordLettersFailure,
  type LetterBatch,
} from '../../store/post-letter.ts';
import { newestVersion } from '../../store/policy-for.ts';
import type { Tx } from '../../store/tx.ts';
import { mailOf } from './batch-mail.ts';
import { reportOf, sorted } from './batch.ts';
import { momentOf } from './moment.ts';
import { peopleWithLetters, readyLetters, type Moment, type ReadyLetter } from './queries.ts';

export type PostLetterMeans = Installation & { readonly sendMail: SendMail };

/** What became of one look at a person's letters. */
type Step =
  | { readonly kind: 'went_on' }
  | { readonly kind: 'nothing_waits' }
  | { readonly kind: 'failed'; readonly error: unknown };

const wentOn = { kind: 'went_on' } as const satisfies Step;

/**
 * Sends the letters that wait for officers and may go by now: one to each person with all that waits for them. Each person in a transaction of their
 * own, so that a letterbox that refuses holds up nobody else's; the failures are thrown together at the end, and those letters wait for their next try.
 */
export const deliverPostLetters = async (
  means: PostLetterMeans,
  tenant: Tenant,
  signal: AbortSignal,
): Promise<void> => {
  const { moment, people } = await means.database.inTenant(
    tenant.id,
    async (tx) => {
      const now = await momentOf(tx, means, tenant);
      return { moment: now, people: await peopleWithLetters(tx, tenant.id, now) };
    },
    { readOnly: true },
  );
  const failures: unknown[] = [];
  for (const userId of people) {
    const step = await deliverAll(means, tenant, { userId, moment, signal });
    if (step.kind === 'failed') failures.push(step.error);
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${people.length} officers could not be written to`);
};

type Addressee = { readonly userId: string; readonly moment: Moment };

const deliverAll = async (
  means: PostLetterMeans,
  tenant: Tenant,
  { signal, ...addressee }: Addressee & { readonly signal: AbortSignal },
): Promise<Step> => {
  for (;;) {
    signal.throwIfAborted();
    const step = await means.database.inTenant(tenant.id, (tx) => deliverTo(tx, means, tenant, addressee));
    if (step.kind !== 'went_on') return step;
  }
};

const deliverTo = async (
  tx: Tx,
  means: PostLetterMeans,
  tenant: Tenant,
  { userId, moment }: Addressee,
): Promise<Step> => {
  await lockLetters(tx, tenant.id, userId);
  const ready = await readyLetters(tx, { tenantId: tenant.id, userId }, moment);
  if (ready.length === 0) return { kind: 'nothing_waits' };
  const city = await means.cities.read(tx, tenant, means.clock.now(), newestVersion(ready.map(reportOf)));
  const batchOf = (letters: readonly ReadyLetter[]): LetterBatch => ({
    tenantId: tenant.id,
    userId,
    noticeIds: letters.map(({ notice_id }) => notice_id),
  });
  const { dropped, letters, to } = sorted(ready, city);
  for (const [reason, own] of dropped) await dropLetters(tx, batchOf(own), reason);
  if (to === null) return wentOn;
  const batch = batchOf(letters);
  try {
    await means.sendMail({ ...mailOf(tenant, city, { letters, moment }), to });
  } catch (error) {
    return whatFailed(tx, batch, error);
  }
  await markLettersSent(tx, batch, tenant.clock.now());
  return wentOn;
};

const whatFailed = async (tx: Tx, batch: LetterBatch, error: unknown): Promise<Step> => {
  const reason = error instanceof Error ? error.message.slice(0, 500) : 'an error without words';
  if (error instanceof MailError && error.isPermanent) {
    await dropLetters(tx, batch, reason);
    return wentOn;
  }
  await recordLettersFailure(tx, batch, reason);
  return { kind: 'failed', error };
};
