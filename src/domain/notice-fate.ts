import type { NoticeSteps, Step } from './notice-steps.ts';
import { isAmong, isUrgentStep } from './notice-steps.ts';
import { afterQuiet, type QuietHours } from './quiet-hours.ts';
import { later } from './time.ts';

/** Why a notice is not sent, as it is kept. */
export const dropReasons = ['no_address', 'stopped', 'not_public', 'not_wanted'] as const;
export type DropReason = (typeof dropReasons)[number];

/** One step that somebody is still to be told of; `letterId`: it is part of a letter already. */
export type WaitingStep = Step & {
  readonly id: string;
  readonly letterId: string | null;
  readonly createdAt: string;
};

/** Who is told, and how they want to be. */
export type Addressee = {
  readonly hasAddress: boolean;
  /** This report's letters, or all to the address, were stopped. */
  readonly isStopped: boolean;
  /** Whether they may still be told: a follower of what everyone sees alone. */
  readonly maySee: boolean;
  readonly steps: NoticeSteps;
  readonly quiet: QuietHours;
};

/** What is done next for one addressee of a report, whose steps wait in their order. */
export type Fate =
  | { readonly do: 'nothing' }
  | { readonly do: 'drop'; readonly ids: readonly string[]; readonly reason: DropReason }
  | { readonly do: 'wait'; readonly until: string }
  | { readonly do: 'settle'; readonly ids: readonly string[] }
  | { readonly do: 'send'; readonly letterId: string; readonly ids: readonly string[] };

type Times = { readonly now: string; readonly zone: string; readonly settleMs: number };

/**
 * One look at what waits. Who is not to be told at all is told nothing more, whatever was settled; what was not chosen is dropped, with its reason, before it
 * becomes part of a letter. A settled letter goes before any other is made, so that none overtakes; quiet hours delay both.
 */
export const fateOf = (waiting: readonly WaitingStep[], addressee: Addressee, times: Times): Fate => {
  if (waiting.length === 0) return { do: 'nothing' };
  const silence = silenceOf(addressee);
  if (silence !== null) return { do: 'drop', ids: idsOf(waiting), reason: silence };
  const letterId = waiting.find((step) => step.letterId !== null)?.letterId ?? null;
  const unwanted = waiting.filter((step) => step.letterId === null && !isAmong(addressee.steps, step));
  if (unwanted.length > 0) return { do: 'drop', ids: idsOf(unwanted), reason: 'not_wanted' };
  const settledAt = letterId === null ? afterSettling(waiting, times) : times.now;
  const until = afterQuiet(settledAt, addressee.quiet, times.zone);
  if (until > times.now) return { do: 'wait', until };
  if (letterId === null) return { do: 'settle', ids: idsOf(waiting) };
  return { do: 'send', letterId, ids: idsOf(waiting.filter((step) => step.letterId === letterId)) };
};

const silenceOf = ({ hasAddress, isStopped, maySee }: Addressee): DropReason | null => {
  if (!maySee) return 'not_public';
  if (isStopped) return 'stopped';
  return hasAddress ? null : 'no_address';
};

/** The first step waits a little for the next, not for the last: steps that keep coming hold nothing up. */
const afterSettling = (waiting: readonly WaitingStep[], { now, settleMs }: Times): string => {
  const [first] = waiting;
  if (first === undefined || waiting.some(({ kind }) => isUrgentStep(kind))) return now;
  const settled = later(first.createdAt, settleMs);
  return settled > now ? settled : now;
};

const idsOf = (steps: readonly WaitingStep[]): readonly string[] => steps.map(({ id }) => id);
