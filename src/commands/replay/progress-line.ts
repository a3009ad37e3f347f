import type { Clock } from '../../platform/clock/clock.ts';
import type { Progress } from './replay.ts';

/** A line every two seconds: how far, how fast, and where the table's time stands. */
const everyMs = 2_000;

export const progressLine = (clock: Clock, say: (line: string) => void): ((progress: Progress) => void) => {
  const began = clock.now().getTime();
  let told = began;
  let filedBefore: number | undefined;
  return ({ rows, filed, answered, retries, at }) => {
    filedBefore ??= filed;
    const now = clock.now().getTime();
    if (now - told < everyMs) return;
    told = now;
    const perSecond = ((filed - filedBefore) * 1000) / Math.max(1, now - began);
    say(
      `${at.toISOString().slice(0, 10)}: ${filed} of ${rows} filed, ${answered} answered, ${perSecond.toFixed(1)} a second${retries === 0 ? '' : `, ${retries} asked again`}`,
    );
  };
};
