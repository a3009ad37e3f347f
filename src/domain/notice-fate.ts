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

/**
 * Whether somebody may still be told. A reporter always; a follower of what everyone sees alone: `unsure` where the public's flags hid it and no officer has
 * looked yet, `closed` where an officer hid it or the follow ended.
 */
export type Sight = 'open' | 'unsure' | 'closed';

/** Who is told, and how they want to be. */
export type Addressee = {
  readonly hasAddress: boolean;
  /** This report's letters, or all to the address, were stopped. */
  readonly isStopped: boolean;
  readonly sight: Sight;
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
  if (addressee.sight === 'unsure') return { do: 'wait', until: later(times.now, unsureMs) };
  const settledAt = letterId === null ? afterSettling(waiting, times) : times.now;
  const until = afterQuiet(settledAt, addressee.quiet, times.zone);
  if (until > times.now) return { do: 'wait', until };
  if (letterId === null) return { do: 'settle', ids: idsOf(waiting) };
  return { do: 'send', letterId, ids: idsOf(waiting.filter((step) => step.letterId === letterId)) };
};

/** An officer who shows a report again has its letters looked at where somebody is told of that; where nobody is, this look finds it. Source: own. */
const unsureMs = 15 * 60_000;

const silenceOf = ({ hasAddress, isStopped, sight }: Addressee): DropReason | null => {
  if (sight === 'closed') return 'not_public';
  if (isStopped) return 'stopped';
  return hasAddress ? null : 'no_address';
};

/** The first step waits a little for the next, not for the last: steps that keep coming hold nothing up. */
const afterSettling = (waiting: readonly WaitingStep[], { now, settleMs }: Times): string => {
  const [first] = waiting;
  if (first === undefined || waiting.some(({ kind }) => isUrgentStep(kind))) return now;
  const settled = later(first.createdAt, settleMs);
  // Written by a clock that was ahead: nobody waits until then.
  return first.createdAt <= later(now, settleMs) && settled > now ? settled : now;
};

const idsOf = (steps: readonly WaitingStep[]): readonly string[] => steps.map(({ id }) => id);
