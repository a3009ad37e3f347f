import type { Actor, ActorKind } from './actor.ts';
import { isOpenAssignment, type Assignment } from './assignment.ts';
import { hasAnswered } from './has-answered.ts';
import type { MoveContext } from './move-context.ts';
import { allows, seesReport } from './permission.ts';
import type { Refusal } from './refusal.ts';
import type { Report } from './report.ts';
import { areReturnsUsedUp } from './returns.ts';
import type { Post, Role } from './role.ts';

/** What decides who may, besides the report and the actor. */
export type WhoContext = Pick<MoveContext, 'policy' | 'answeredBy'>;

/** Whether somebody may, and if not, why. `not_yet`: the right post, but its own assignment is not at that point. `bound`: by the coordinator's decision. */
type Verdict = 'may' | 'may_not' | 'same_hands' | 'bound' | 'not_yet';
type Judge = (post: Post, report: Report, context: WhoContext) => Verdict;

const mayIf = (holds: boolean): Verdict => (holds ? 'may' : 'may_not');

/** The inspectorate does for berkadar what verifier and coordinator do for all others: the accused may sit in any other office. */
export const sitsAtDesk = (post: Post, role: 'verifier' | 'coordinator', report: Pick<Report, 'class'>): boolean =>
  post.roles.includes(report.class === 'berkadar' ? 'inspectorate' : role);

const atDesk =
  (role: 'verifier' | 'coordinator'): Judge =>
  (post, report) =>
    mayIf(sitsAtDesk(post, role, report));

const assigned =
  (state: Assignment['state'] | 'open'): Judge =>
  (post, report) => {
    const own = report.assignments.filter(
      (assignment) => assignment.postId === post.id && isOpenAssignment(assignment),
    );
    if (own.length === 0) return 'may_not';
    return state === 'open' || own.some((assignment) => assignment.state === state) ? 'may' : 'not_yet';
  };

const verifier = atDesk('verifier');
const coordinator = atDesk('coordinator');
const assignedPost = assigned('open');

/** The reporter is asked twice at most; then the coordinator decides whether to ask again. */
const whileFewQuestions =
  (judge: Judge): Judge =>
  (post, report, context) =>
    report.questionsAsked < context.policy.maxQuestionsByHolder ? judge(post, report, context) : 'may_not';

/** At the last return the coordinator's decision binds. */
const whileFewReturns =
  (judge: Judge): Judge =>
  (post, report, context) => {
    const verdict = judge(post, report, context);
    return verdict === 'may' && areReturnsUsedUp(report, context.policy) ? 'bound' : verdict;
  };

/** A rejection is proposed by a verifier and confirmed by another pair of eyes. */
const unlessProposer =
  (judge: Judge): Judge =>
  (post, report, context) =>
    report.rejectProposedByPostId === post.id ? 'same_hands' : judge(post, report, context);

const onceProposed =
  (judge: Judge): Judge =>
  (post, report, context) =>
    report.rejectProposedByPostId === null ? 'may_not' : judge(post, report, context);

const unlessAnswered =
  (judge: Judge): Judge =>
  (post, report, context) => {
    const verdict = judge(post, report, context);
    return verdict === 'may' && hasAnswered(post.id, report) ? 'same_hands' : verdict;
  };

/** Who judges an answer reads it; of berkadar the inspectorate, or the leadership where the inspectorate itself has answered and it holds the report. */
const validator: Judge = (post, report) => {
  const validators: readonly Role[] = report.class === 'berkadar' ? ['inspectorate', 'leadership'] : ['validator'];
  return mayIf(post.roles.some((role) => validators.includes(role)) && seesReport(post, report));
};

const above: Judge = (post, report, context) => mayIf(isAbove(post, context.answeredBy) && seesReport(post, report));

const headOfAssignedAgency: Judge = (post, report) =>
  mayIf(post.roles.includes('agency_head') && openAgencies(report).some((agencyId) => agencyId === post.agencyId));

const judges = {
  verifier,
  verifier_asking: whileFewQuestions(verifier),
  verifier_rejecting: unlessProposer(verifier),
  coordinator,
  coordinator_confirming: onceProposed(unlessProposer(coordinator)),
  /** The post assigned: before it has accepted, after, and in both cases. */
  offered_post: assigned('offered'),
  accepted_post: assigned('accepted'),
  /** The post at which the report is, and every other that works on it. */
  holder: (post, report, context) => (report.holderPostId === post.id ? 'may' : assignedPost(post, report, context)),
  assigned_post_asking: whileFewQuestions(assignedPost),
  assigned_post_returning: whileFewReturns(assignedPost),
  head_of_assigned_agency: headOfAssignedAgency,
  validator_never_who_answered: unlessAnswered(validator),
  above_who_answered: unlessAnswered(above),
  intake_operator: (post) => mayIf(post.roles.includes('intake_operator')),
  who_sees_it: (post, report) => mayIf(allows(post, 'take_part') && seesReport(post, report)),
} as const satisfies Record<string, Judge>;

type PostWho = keyof typeof judges;
export type Who = PostWho | Exclude<ActorKind, 'post'>;

/** Null when one of these may; otherwise the refusal that says most. */
export const refusalOfActor = (
  who: readonly Who[],
  actor: Actor,
  report: Report,
  context: WhoContext,
): Refusal | null => {
  const verdicts = who.map((one) => verdictOf(one, actor, report, context));
  if (verdicts.includes('may')) return null;
  if (verdicts.includes('same_hands')) return { kind: 'same_hands' };
  if (verdicts.includes('bound')) return { kind: 'returns_used_up' };
  if (verdicts.includes('not_yet')) return { kind: 'state_forbids', state: report.state };
  return { kind: 'post_may_not' };
};

const verdictOf = (who: Who, actor: Actor, report: Report, context: WhoContext): Verdict => {
  if (actor.kind !== 'post') return mayIf(who === actor.kind);
  return isPostWho(who) ? judges[who](actor.post, report, context) : 'may_not';
};

const isPostWho = (who: Who): who is PostWho => Object.hasOwn(judges, who);

const openAgencies = (report: Report): readonly string[] =>
  report.assignments.filter(isOpenAssignment).map((assignment) => assignment.agencyId);

/** The head of an agency is above its officers; coordinator and leadership are above every agency. */
const isAbove = (post: Post, answeredBy: Post | null): boolean => {
  if (post.roles.some((role) => role === 'coordinator' || role === 'leadership')) return true;
  if (answeredBy === null || answeredBy.agencyId === null) return false;
  return (
    post.roles.includes('agency_head') &&
    post.agencyId === answeredBy.agencyId &&
    !answeredBy.roles.includes('agency_head')
  );
};
