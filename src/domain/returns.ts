import type { Policy } from './policy.ts';
import type { Report } from './report.ts';

/**
 * Whether no post may give the report back any more, and the coordinator's decision binds. Counted for the report, whoever gave it back. Source: the
 * outside contract, "at the third the coordinator's decision binds".
 */
export const areReturnsUsedUp = (
  { timesReturned }: Pick<Report, 'timesReturned'>,
  { maxReturns }: Pick<Policy, 'maxReturns'>,
): boolean => timesReturned + 1 >= maxReturns;
