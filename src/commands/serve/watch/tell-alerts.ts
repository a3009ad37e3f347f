import { followAlerts, type Alert, type AlertStep, type Seen } from '../../../domain/health/alert.ts';
import { troubleKind } from '../../../domain/health/trouble.ts';
import type { SendMail } from '../../../platform/mail/mail.ts';
import { alertLetter, type LetterMeans } from './alert-letter.ts';

export type AlertMeans = LetterMeans & {
  readonly sendMail: SendMail;
  /** Nobody: then troubles of the installation stand on the page alone. */
  readonly operators: readonly string[];
  /** Whom a trouble of a city is told to, by its slug. */
  readonly cityAddresses: (slug: string) => Promise<readonly string[]>;
  readonly remember: (alerts: readonly Alert[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/**
 * Sends the letters that are due and gives back what is followed from here on. It is remembered after each one that went: a restart says nothing twice
 * but the letter it was in the middle of. One that does not go is due again the next time.
 */
export const tellAlerts = async (
  before: readonly Alert[],
  seen: Seen,
  means: AlertMeans,
): Promise<readonly Alert[]> => {
  const steps = followAlerts(before, seen);
  let followed: readonly Alert[] = steps.map((step) => ('says' in step ? step.alert : step));
  for (const step of steps) {
    if (!('says' in step) || !(await isTold(step, seen.at, means))) continue;
    followed = followed.flatMap((alert) =>
      alert === step.alert ? (step.after === null ? [] : [step.after]) : [alert],
    );
    await means.remember(followed);
  }
  await means.remember(followed);
  return followed;
};

/** Told is what reached one of them: a single address that is refused must not make the others hear of it at every look. */
const isTold = async (step: AlertStep, at: Date, means: AlertMeans): Promise<boolean> => {
  const receivers = await receiversOf(step.alert, means).catch((error: unknown) => {
    means.onError(error);
    return null;
  });
  if (receivers === null) return false;
  const tries = await Promise.allSettled(receivers.map((to) => means.sendMail(alertLetter(step, to, at, means))));
  for (const one of tries) if (one.status === 'rejected') means.onError(one.reason);
  return tries.length === 0 || tries.some(({ status }) => status === 'fulfilled');
};

const receiversOf = async (alert: Alert, { operators, cityAddresses }: AlertMeans): Promise<readonly string[]> =>
  troubleKind(alert.name).told?.to === 'city' ? cityAddresses(alert.about ?? '') : operators;
