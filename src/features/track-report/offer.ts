import { expiringClocks, isRunning } from '../../domain/clocks.ts';
import type { Report } from '../../domain/report.ts';
import { dueParts, type ClockReader } from '../../ui/clock-words.ts';

/** Until when the reporter may act, and what happens then; null: nothing is offered, or its time is over. At most one offer runs at a time. */
export const offerOf = ({ state, clocks }: Pick<Report, 'state' | 'clocks'>, reader: ClockReader): string | null => {
  const clock = clocks.find((one) => isRunning(one) && expiringClocks.some((kind) => kind === one.kind));
  if (clock === undefined || clock.dueAt <= reader.now) return null;
  const parts = dueParts(clock.dueAt, reader);
  if (clock.kind === 'completion') return reader.t('trackReport.offer.completion', parts);
  return reader.t(state === 'resolved' ? 'trackReport.offer.reply' : 'trackReport.offer.objection', parts);
};
