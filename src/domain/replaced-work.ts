import type { Actor } from './actor.ts';
import { isOpenAssignment, type Assignment } from './assignment.ts';
import type { CommandOf } from './move.ts';
import type { Policy } from './policy.ts';
import type { Report } from './report.ts';
import { areReturnsUsedUp } from './returns.ts';
import { sitsAtDesk } from './who.ts';

/**
 * The assignments that give way to a new one. Inside an agency its head hands the work on: it moves there, it is not doubled. The coordinator adds an
 * agency, as long as one that is wrong can still give back. From then on the coordinator alone can relieve it, and does so by naming another: what
 * nobody has accepted gives way, and what is with a post that has given it back before. Who took it up at once keeps it, and so does who is done.
 * Source: the outside contract, "up to 10 open assignments; at the third the coordinator's decision binds".
 */
export const replacedWork = (
  report: Report,
  actor: Actor,
  { agencyId }: Pick<CommandOf<'assign'>, 'agencyId'>,
  policy: Policy,
): readonly Assignment[] => {
  if (actor.kind !== 'post') return [];
  const open = report.assignments.filter(isOpenAssignment);
  if (!sitsAtDesk(actor.post, 'coordinator', report)) return open.filter((one) => one.agencyId === agencyId);
  return areReturnsUsedUp(report, policy) ? open.filter((one) => isUnwilling(one, report)) : [];
};

const isUnwilling = ({ state, postId }: Assignment, { assignments }: Report): boolean =>
  state === 'offered' || assignments.some((one) => one.postId === postId && one.state === 'returned');
