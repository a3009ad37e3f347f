import type { Actor } from '../actor.ts';
import { changedClock, startedClock } from '../changed-clock.ts';
import type { ClockChange, RunningClock } from '../clocks.ts';
import { fileReport, type FilingFacts } from '../filing.ts';
import { decide } from '../lifecycle.ts';
import type { MoveContext } from '../move-context.ts';
import type { MoveCommand } from '../move.ts';
import type { AssignmentChange, Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import type { Post } from '../role.ts';
import { contextAt, idOf, posts } from './city.ts';

/** Applies an outcome in memory, as the store does in a transaction. */
export const applied = (report: Report, outcome: Outcome): Report => {
  const merged = outcome.merges.at(-1);
  return {
    ...report,
    ...known(outcome.report),
    version: report.version + outcome.events.length,
    happened: [...report.happened, ...outcome.events.map(({ kind }) => kind)],
    clocks: outcome.clocks.reduce(withClock, report.clocks),
    assignments: outcome.assignments.reduce(withAssignment, report.assignments),
    mergedInto: merged === undefined ? report.mergedInto : merged.do === 'merge' ? merged.primaryId : null,
  };
};

const known = ({
  publicTitle: _t,
  publicDescription: _d,
  publicAnswer: _a,
  publicationReason: _p,
  rating: _r,
  ...rest
}: Outcome['report']) => rest;

const withAssignment = (assignments: Report['assignments'], change: AssignmentChange): Report['assignments'] => {
  if (change.do === 'set')
    return assignments.map((one) => (one.id === change.id ? { ...one, state: change.state } : one));
  const { postId, agencyId } = change;
  return [...assignments, { id: idOf(2000 + assignments.length), postId, agencyId, state: 'offered' }];
};

const withClock = (clocks: readonly RunningClock[], change: ClockChange): readonly RunningClock[] => {
  if (change.do === 'start')
    return [...clocks, startedClock(change, { id: idOf(3000 + clocks.length), policyVersion: 1 })];
  if (!clocks.some((clock) => clock.id === change.id)) throw new Error(`no clock ${change.id}`);
  return clocks.map((clock) => (clock.id === change.id ? changedClock(clock, change) : clock));
};

export const by = (post: Post) => ({ kind: 'post', post }) as const satisfies Actor;
export const reporter: Actor = { kind: 'reporter' };
export const clock: Actor = { kind: 'clock' };

const facts: FilingFacts = {
  id: idOf(1000),
  number: '1234567894',
  kind: 'complaint',
  channel: 'web',
  categoryId: null,
  villageCode: null,
  occurredOn: null,
  isAnonymous: false,
  isSecret: false,
  title: 'Jalan berlubang',
  description: 'Ada lubang besar di depan sekolah.',
  place: 'depan SD',
  latitude: -6.1781,
  longitude: 106.63,
};

export const filed = (at: string, more: Partial<FilingFacts> = {}): Report => {
  const { report, outcome } = fileReport({ ...facts, ...more }, contextAt(at));
  return applied(report, outcome);
};

/** The post that answered, which the store looks up. */
export const answererOf = (report: Report): Post | null =>
  Object.values(posts).find((post) => post.id === report.answeredByPostId) ?? null;

/** One move that must succeed. */
export const moved = (
  report: Report,
  actor: Actor,
  command: MoveCommand,
  at: string,
  more: Partial<MoveContext> = {},
): Report => applied(report, outcomeOf(report, actor, command, at, more));

export const outcomeOf = (
  report: Report,
  actor: Actor,
  command: MoveCommand,
  at: string,
  more: Partial<MoveContext> = {},
): Outcome => {
  const decided = decide(report, actor, command, contextAt(at, { answeredBy: answererOf(report), ...more }));
  if (!decided.ok) throw new Error(`${command.move} refused: ${JSON.stringify(decided.refusal)}`);
  return decided.value;
};

/** One move that must be refused. */
export const refusalOf = (
  report: Report,
  actor: Actor,
  command: MoveCommand,
  at: string,
  more: Partial<MoveContext> = {},
): Refusal => {
  const decided = decide(report, actor, command, contextAt(at, { answeredBy: answererOf(report), ...more }));
  if (decided.ok) throw new Error(`${command.move} was not refused`);
  return decided.refusal;
};
