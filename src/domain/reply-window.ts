import type { ClosedReason, Report } from './report.ts';

/** These end without an answer to object to: the reporter's own doing, or an offer that ran out. */
const withoutObjection: readonly (ClosedReason | null)[] = ['withdrawn', 'not_completed', 'no_reply'];

/** What is resolved may be disputed; what is over, while its reply window would still run, also when the reporter has stopped it by confirming. */
export const mayStillObject = (report: Report, at: string): boolean => {
  if (report.state === 'resolved') return true;
  if (withoutObjection.includes(report.closedReason)) return false;
  return report.clocks.some((clock) => clock.kind === 'reply_window' && clock.outcome !== 'lapsed' && at < clock.dueAt);
};
