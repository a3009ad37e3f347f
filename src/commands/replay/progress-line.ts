import type { Clock } from '../../platform/clock/clock.ts';
import type { Progress } from './replay.ts';

/** A line every two seconds: how far, how fast. */
const everyMs = 2_000;

export const progressLine = (clock: Clock, say: (line: string) => void): ((progress: Progress) => void) => {
  const began = clock.now().getTime();
  let told = began;
  let closedBefore: number | undefined;
  return ({ rows, filed, closed, retries }) => {
    closedBefore ??= closed;
    const at = clock.now().getTime();
    if (at - told < everyMs && closed < rows) return;
    told = at;
    const perSecond = ((closed - closedBefore) * 1000) / Math.max(1, at - began);
    say(
      `${filed} of ${rows} filed, ${closed} closed, ${perSecond.toFixed(1)} a second${retries === 0 ? '' : `, ${retries} asked again`}`,
    );
  };
};
