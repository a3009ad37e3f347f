import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { isOpenAssignment, type Assignment } from './assignment.ts';
import { isWorkingDay, workingDaysBetween } from './calendar.ts';
import { dueOfClock } from './clock-due.ts';
import { nextClock, openOf, type RunningClock } from './clocks.ts';
import { payloadProblems } from './event.ts';
import { decide, lifecycle, movesFor } from './lifecycle.ts';
import { moveNames, type MoveName } from './move.ts';
import type { NewEvent } from './outcome.ts';
import { seesReport } from './permission.ts';
import { mayBePublic } from './publication.ts';
import { classOf, isFinal, type ReportState } from './report.ts';
import { idOf, policy, posts } from './testing/city.ts';
import { answererOf, applied, by, outcomeOf } from './testing/life.ts';
import { commandOf, everybody, lives, type Step } from './testing/random-life.ts';
import { localDay, later } from './time.ts';
import { sitsAtDesk } from './who.ts';

/** Many lives of many steps: slow on a machine that has other things to do. */
vi.setConfig({ testTimeout: 60_000 });

/** Each step of each life; fast-check prints seed and path of a life that fails. */
const always = (holds: (step: Step) => void, runs = 100) => {
  fc.assert(
    fc.property(lives, (steps) => {
      for (const step of steps) holds(step);
    }),
    { numRuns: runs },
  );
};

test('every open report has a holder and a next date; what is over has neither holder nor work', () => {
  always(({ after }) => {
    const open = after.assignments.filter(isOpenAssignment).length;
    if (isFinal(after.state)) {
      expect([after.holderPostId, open]).toEqual([null, 0]);
      return;
    }
    expect(after.holderPostId, after.state).not.toBeNull();
    expect(nextClock(after.clocks), after.state).not.toBeNull();
  });
});

test('no report moves outside the table', () => {
  always(({ before, after, command }) => {
    if (command.move === 'sweep') {
      expect(after.state).toBe(before.state);
      return;
    }
    const row = lifecycle[command.move];
    expect([...row.from, ...(row.besides ?? [])]).toContain(before.state);
    const to: readonly ReportState[] = row.to === 'unchanged' ? [before.state] : [row.to].flat();
    expect(to).toContain(after.state);
  });
});

test('a report that is set right stays where it is, unless it turns out berkadar', () => {
  always(({ before, after, command }) => {
    if (command.move === 'reclassify' && after.class !== 'berkadar') expect(after.state).toBe(before.state);
  });
});

test('whoever holds an open report can do something with it, and where it is theirs to act, move it on', () => {
  const theirs: readonly ReportState[] = [
    'received',
    'verified',
    'assigned',
    'in_progress',
    'answered',
    'disputed',
    'transferred',
  ];
  always(({ after, context }) => {
    if (isFinal(after.state)) return;
    const holder = Object.values(posts).find((post) => post.id === after.holderPostId);
    if (holder === undefined) throw new Error('held by nobody');
    const moves = movesFor(after, by(holder), { ...context, answeredBy: answererOf(after) });
    expect(moves, after.state).toContain('message');
    const onward = moves.filter(
      (move) => lifecycle[move].to !== 'unchanged' && !['ask_reporter', 'reclassify'].includes(move),
    );
    if (theirs.includes(after.state)) expect(onward, after.state).not.toEqual([]);
  });
});

test('the forms shown are exactly the moves that are not refused by state or post', () => {
  always(({ after, context, actor }) => {
    const now = { ...context, answeredBy: answererOf(after) };
    const shown = movesFor(after, actor, now);
    for (const [index, move] of moveNames.entries()) {
      const decided = decide(after, actor, commandOf(move, index, now.at), now);
      const isBarred = !decided.ok && decided.refusal.kind !== 'incomplete';
      // Whether an expiry is due depends on the clock it names.
      if (move !== 'expire') expect(isBarred, move).toBe(!shown.includes(move));
    }
  });
});

test('no legal clock is lengthened but by a question to the reporter, a reopening, another class, or the one extension of the law', () => {
  const mayChange: readonly string[] = ['provide_info', 'reopen', 'reclassify'];
  always(({ before, after, command }) => {
    for (const was of before.clocks) {
      const is = after.clocks.find((one) => one.id === was.id);
      expect(is).toMatchObject({ kind: was.kind, startedAt: was.startedAt });
      // What ends while its reporter is asked has the days of the question back, and then ends.
      const endsAsked = was.pausedAt !== null && is?.stoppedAt !== null;
      const isMadeLonger = command.move === 'extend' && was.kind === 'kip' && was.extendedAt === null;
      if (isMadeLonger && is?.extendedAt !== null) expect(is?.dueAt && is.dueAt > was.dueAt).toBe(true);
      else if (!mayChange.includes(command.move) && !endsAsked)
        expect(is?.dueAt, `${was.kind} by ${command.move}`).toBe(was.dueAt);
    }
  });
});

test('the clock of a request for information runs in such a request while an answer is owed, and in nothing else', () => {
  always(({ after }) => {
    const isRequest = classOf(after) === 'information_request';
    const isOwed = openOf(after.clocks, ['verify', 'answer']).length > 0;
    const runs = openOf(after.clocks, ['kip']).length;
    if (!isRequest) expect(runs).toBe(0);
    if (isRequest && isOwed) expect(runs).toBe(1);
  }, 300);
});

test('a question or a reopening gives back the working days it took, and not one more', () => {
  const zone = 'Asia/Jakarta';
  const day = (instant: string) => localDay(later(instant, -1), zone);
  always(({ before, after, command, context }) => {
    if (command.move !== 'provide_info' && command.move !== 'reopen') return;
    const disputed = before.clocks.findLast((one) => one.kind === 'validation')?.startedAt;
    for (const was of before.clocks.filter((one) => one.kind === 'answer' || one.kind === 'verify')) {
      const is = after.clocks.find((one) => one.id === was.id);
      const from = command.move === 'reopen' ? was.stoppedAt : was.pausedAt;
      const until = command.move === 'reopen' ? disputed : context.at;
      if (is === undefined || from === null || until === undefined || is.dueAt === was.dueAt) continue;
      // Found to be of another class while it stood still, it has the length of that from here on.
      if (dueOfClock(before, was, context).dueAt !== was.dueAt) continue;
      expect(is.dueAt > was.dueAt).toBe(true);
      const given = workingDaysBetween(day(was.dueAt), day(is.dueAt), context);
      const taken = workingDaysBetween(localDay(from, zone), localDay(until, zone), context);
      // Asked on its last day and answered on a day off, it is the next working day.
      const rolls = day(was.dueAt) === localDay(from, zone) && !isWorkingDay(localDay(until, zone), context);
      expect(given).toBe(taken + (rolls ? 1 : 0));
    }
  });
});

test('every event has the closed shape of its kind, and an expiry or a passing bears its own date', () => {
  always(({ outcome, command, context }) => {
    for (const event of outcome.events) {
      expect(payloadProblems(event.kind, event.payload)).toEqual([]);
      const isDated = command.move === 'expire' || command.move === 'sweep';
      expect(event.at === undefined).toBe(!isDated);
      if (event.at !== undefined) expect(event.at <= context.at).toBe(true);
    }
  });
});

test('merged and unmerged, a report is as it was but for two events', () => {
  always(({ after, context }) => {
    const may = everybody.find((actor) => movesFor(after, actor, context).includes('merge'));
    if (may === undefined || !mayBePublic(after)) return;
    const merged = applied(after, outcomeOf(after, may, commandOf('merge', 0, context.at), context.at, context));
    const unmerged = applied(merged, outcomeOf(merged, may, commandOf('unmerge', 0, context.at), context.at, context));
    expect(unmerged).toEqual({
      ...after,
      version: after.version + 2,
      happened: [...after.happened, 'merged', 'unmerged'],
    });
    expect(merged).toEqual({
      ...after,
      version: after.version + 1,
      happened: [...after.happened, 'merged'],
      mergedInto: idOf(555),
    });
  }, 60);
});

test('a secret or berkadar report is never made public', () => {
  always(({ before, after, outcome }) => {
    if (!before.isSecret && after.class !== 'berkadar') return;
    const { publicTitle, publicDescription, publicAnswer } = outcome.report;
    expect([publicTitle ?? null, publicDescription ?? null, publicAnswer ?? null]).toEqual([null, null, null]);
    if (outcome.report.publication !== undefined) expect(outcome.report.publication).toBe('hidden');
  });
});

test('a berkadar report is held, read and judged by no general validator', () => {
  always(({ before, after, actor, command }) => {
    if (after.class !== 'berkadar') return;
    expect(after.holderPostId).not.toBe(posts.validator.id);
    expect(seesReport(posts.validator, after)).toBe(false);
    if (before.class !== 'berkadar' || !['approve', 'send_back'].includes(command.move)) return;
    expect([posts.inspectorate, posts.leadership].map(by)).toContainEqual(actor);
  });
});

test('whatever words of a post the reporter is told are the first answer, where it is still owed', () => {
  const told = new Set<MoveName>();
  always(({ after, context }) => {
    const owed = { ...after, clocks: after.clocks.map(asIfUnanswered) };
    const now = { ...context, answeredBy: answererOf(after) };
    for (const actor of Object.values(posts).map(by)) {
      for (const move of movesFor(owed, actor, now)) {
        const decided = decide(owed, actor, commandOf(move, 1, now.at), now);
        if (!decided.ok || !decided.value.events.some(hasToldWords)) continue;
        told.add(move);
        expect(openOf(applied(owed, decided.value).clocks, ['first_answer']), move).toEqual([]);
      }
    }
  }, 60);
  expect([...told]).toEqual(expect.arrayContaining(['ask_reporter', 'accept', 'message']));
});

const asIfUnanswered = (clock: RunningClock): RunningClock =>
  clock.kind === 'first_answer' ? { ...clock, stoppedAt: null, outcome: null } : clock;

/** Those of an unmerging stay among the desks, and those of `provide_info` are the reporter's own, written down by the counter. */
const hasToldWords = ({ kind, tellsReporter, secrets }: NewEvent): boolean =>
  tellsReporter && secrets['message'] !== undefined && kind !== 'unmerged' && kind !== 'info_provided';

test('no report is stuck with an agency that may not give it back: what the coordinator decides then, one post has to take up', () => {
  let relieved = 0;
  always(({ after, context }) => {
    const bound = { ...after, timesReturned: policy.maxReturns - 1 };
    const gaveBack = (postId: string) =>
      after.assignments.some((one) => one.postId === postId && one.state === 'returned');
    for (const actor of [posts.coordinator, posts.inspectorate].map(by)) {
      const decided = decide(bound, actor, commandOf('assign', 3, context.at), context);
      if (!decided.ok || !sitsAtDesk(actor.post, 'coordinator', bound)) continue;
      const { assignments } = applied(bound, decided.value);
      relieved += after.assignments.filter(isOpenAssignment).length;
      expect(assignments.filter((one) => one.state === 'offered')).toHaveLength(1);
      expect(assignments.filter((one) => one.state === 'accepted' && gaveBack(one.postId))).toEqual([]);
      const isKept = ({ state, postId }: Assignment) => state === 'done' || (state === 'accepted' && !gaveBack(postId));
      expect(assignments.filter(isKept)).toEqual(after.assignments.filter(isKept));
    }
  });
  expect(relieved).toBeGreaterThan(0);
});

test('nobody judges their own answer', () => {
  always(({ before, actor, command }) => {
    if (actor.kind !== 'post' || !['approve', 'send_back', 'uphold', 'reopen'].includes(command.move)) return;
    expect(actor.post.id).not.toBe(before.answeredByPostId);
  });
});

test('patience is counted: at most ten agencies at once, two questions by who is not the coordinator, two returns', () => {
  always(({ before, after, actor, command }) => {
    expect(after.assignments.filter(isOpenAssignment).length).toBeLessThanOrEqual(policy.maxAssignments);
    expect(after.timesReturned).toBeLessThan(policy.maxReturns);
    if (command.move !== 'ask_reporter' || before.questionsAsked < policy.maxQuestionsByHolder) return;
    const desk = before.class === 'berkadar' ? 'inspectorate' : 'coordinator';
    expect(actor.kind === 'post' && actor.post.roles).toContain(desk);
  });
});

test('lives are long enough to mean something', () => {
  const reached = new Set<string>();
  for (const steps of fc.sample(lives, { numRuns: 300, seed: 2026 })) {
    for (const step of steps) reached.add(step.command.move).add(step.after.state);
  }
  for (const move of moveNames) expect(reached).toContain(move);
  for (const state of ['resolved', 'disputed', 'transferred', 'rejected', 'closed', 'answered'])
    expect(reached).toContain(state);
});
