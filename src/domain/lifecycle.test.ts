import { describe, expect, test } from 'vitest';

import { payloadProblems } from './event.ts';
import { lifecycle, movesFor } from './lifecycle.ts';
import type { MoveContext } from './move-context.ts';
import { moveNames, type MoveCommand } from './move.ts';
import { seesIdentity, seesReport } from './permission.ts';
import type { Report } from './report.ts';
import { contextAt, idOf, policy, posts, roads } from './testing/city.ts';
import { answererOf, applied, by, clock, filed, moved, outcomeOf, refusalOf, reporter } from './testing/life.ts';
import * as make from './testing/moves.ts';

const at = (day: number, hour = 3): string =>
  `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const received = filed(at(1));
const verified = moved(received, by(posts.verifier), make.verify(), at(1, 4));
const assigned = moved(verified, by(posts.coordinator), make.assign(), at(1, 5));
const inProgress = moved(assigned, by(posts.roadsOfficer), make.accept, at(1, 6));
const answered = moved(inProgress, by(posts.roadsOfficer), make.answer, at(2));
const resolved = moved(answered, by(posts.validator), make.approve, at(3));
const closed = moved(resolved, reporter, make.confirm, at(6));
const asked = moved(received, by(posts.verifier), make.ask, at(2));
const proposed = moved(received, by(posts.verifier), make.reject, at(2));
const rejected = moved(proposed, by(posts.otherVerifier), make.reject, at(2));
const disputed = moved(resolved, reporter, make.dispute, at(6));
const upheld = moved(disputed, by(posts.coordinator), make.uphold, at(7));
const transferred = moved(verified, by(posts.coordinator), make.transfer, at(2));
/** What asks for information has a clock that may be made longer. */
const request = moved(
  filed(at(1), { kind: 'information_request' }),
  by(posts.verifier),
  make.verify('information_request'),
  at(1, 4),
);
const requestAssigned = moved(request, by(posts.coordinator), make.assign(), at(1, 5));
const requestInProgress = moved(requestAssigned, by(posts.roadsOfficer), make.accept, at(1, 6));
const requestAnswered = moved(requestInProgress, by(posts.roadsOfficer), make.answer, at(2));
const states: readonly Report[] = [
  received,
  asked,
  verified,
  assigned,
  inProgress,
  answered,
  resolved,
  disputed,
  transferred,
  rejected,
  closed,
  upheld,
];

describe('a report travels', () => {
  test('from filed to confirmed, each step in the hands of who must act', () => {
    const way = [received, verified, assigned, inProgress, answered, resolved, closed];
    expect(way.map((report) => report.state)).toEqual([
      'received',
      'verified',
      'assigned',
      'in_progress',
      'answered',
      'resolved',
      'closed',
    ]);
    expect(way.map((report) => report.holderPostId)).toEqual([
      posts.verifier.id,
      posts.coordinator.id,
      posts.roadsOfficer.id,
      posts.roadsOfficer.id,
      posts.validator.id,
      posts.roadsOfficer.id,
      null,
    ]);
    expect(closed.closedReason).toBe('confirmed');
  });

  test('at once to its agency where a rule says so, and both events say it', () => {
    const rule = { postId: posts.roadsOfficer.id, agencyId: roads, assignsAtOnce: true };
    const outcome = outcomeOf(received, by(posts.verifier), make.verify(), at(1), { rule });
    expect(outcome.events.map((event) => [event.kind, event.payload['to'], event.byRule ?? false])).toEqual([
      ['verified', 'verified', false],
      ['assigned', 'assigned', true],
    ]);
    expect(applied(received, outcome)).toMatchObject({ state: 'assigned', holderPostId: posts.roadsOfficer.id });
  });

  test('not at once when the rule only proposes, nor ever when it is berkadar', () => {
    const rule = { postId: posts.roadsOfficer.id, agencyId: roads, assignsAtOnce: false };
    expect(moved(received, by(posts.verifier), make.verify(), at(1), { rule }).state).toBe('verified');
    const berkadar = moved(received, by(posts.verifier), make.verify('berkadar'), at(1), {
      rule: { ...rule, assignsAtOnce: true },
    });
    expect(berkadar).toMatchObject({ state: 'verified', holderPostId: posts.inspectorate.id, publication: 'hidden' });
  });

  test('every move of the way writes an event of a closed shape', () => {
    const outcomes = [
      outcomeOf(received, by(posts.verifier), make.verify(), at(1)),
      outcomeOf(inProgress, by(posts.roadsOfficer), make.promise('2026-07-20'), at(2)),
      outcomeOf(resolved, reporter, make.confirm, at(4)),
      outcomeOf(disputed, by(posts.coordinator), make.uphold, at(7)),
    ];
    const problems = outcomes.flatMap((outcome) =>
      outcome.events.flatMap((event) => payloadProblems(event.kind, event.payload)),
    );
    expect(problems).toEqual([]);
  });
});

describe('the table', () => {
  test('names every move once', () => {
    expect(Object.keys(lifecycle)).toEqual([...moveNames]);
  });

  test.each(moveNames)('%s is refused with 409 from every state it does not leave from', (move) => {
    const row = lifecycle[move];
    const elsewhere = states.filter((report) => ![...row.from, ...(row.besides ?? [])].includes(report.state));
    for (const report of elsewhere) {
      for (const actor of [by(posts.verifier), by(posts.coordinator), by(posts.roadsOfficer), reporter, clock]) {
        const command = { move, clockId: idOf(3000) } as MoveCommand;
        expect(refusalOf(report, actor, command, at(10))).toEqual({ kind: 'state_forbids', state: report.state });
      }
    }
  });

  test('somebody may make each move from each state it leaves from', () => {
    const everybody = [
      ...Object.values(posts).map(by),
      reporter,
      clock,
      { kind: 'authority' } as const,
      { kind: 'rule' } as const,
    ];
    const requests = [request, requestAssigned, requestInProgress, requestAnswered];
    const merged = (report: Report) => ({ ...report, mergedInto: idOf(5) });
    const possible = new Set(
      [...states, ...states.map(merged), proposed, ...requests].flatMap((report) =>
        everybody.flatMap((actor) =>
          [report.filedAt, at(7), '2026-08-30T00:00:00.000Z'].flatMap((when) =>
            movesFor(report, actor, { policy, answeredBy: answererOf(report), at: when }).map(
              (move) => `${move} from ${report.state}`,
            ),
          ),
        ),
      ),
    );
    const table = moveNames.flatMap((move) => lifecycle[move].from.map((state) => `${move} from ${state}`));
    expect(table.filter((edge) => !possible.has(edge))).toEqual([]);
  });
});

describe('what a post may do now', () => {
  const mayOn = (report: Report, post: (typeof posts)[keyof typeof posts]) =>
    movesFor(report, by(post), { policy, answeredBy: answererOf(report), at: at(7) });

  test('the verifier of a new report verifies, asks or rejects it, and may set its record right', () => {
    expect(mayOn(received, posts.verifier)).toEqual([
      'verify',
      'ask_reporter',
      'reject',
      'merge',
      'reclassify',
      'relocate',
      'retitle',
      'mask',
      'note',
      'message',
    ]);
  });

  test('the post assigned accepts, asks or gives back', () => {
    expect(mayOn(assigned, posts.roadsOfficer)).toEqual([
      'ask_reporter',
      'accept',
      'return_to_coordinator',
      'note',
      'message',
    ]);
  });

  test('an agency that has nothing to do with it may nothing', () => {
    expect(states.map((report) => mayOn(report, posts.lightsOfficer))).toEqual(states.map(() => []));
  });

  test('who oversees or administers changes nothing', () => {
    expect(
      states.flatMap((report) => [...mayOn(report, posts.ombudsman), ...mayOn(report, posts.administrator)]),
    ).toEqual([]);
  });
});

describe('hands that are kept apart', () => {
  const rejectedBySelf = () => refusalOf(proposed, by(posts.verifier), make.reject, at(2));

  test('who answered neither approves nor sends back', () => {
    const both = posts.otherValidator;
    const theirs = moved(verified, by(posts.coordinator), make.assign(both), at(1));
    const done = moved(moved(theirs, by(both), make.accept, at(1)), by(both), make.answer, at(2));
    expect(refusalOf(done, by(both), make.approve, at(2))).toEqual({ kind: 'same_hands' });
    expect(refusalOf(done, by(both), make.sendBack, at(2))).toEqual({ kind: 'same_hands' });
    expect(moved(done, by(posts.validator), make.approve, at(2)).state).toBe('resolved');
  });

  test('nor does who gave an earlier part of the answer', () => {
    const both = posts.otherValidator;
    const two = moved(
      moved(verified, by(posts.coordinator), make.assign(both), at(1)),
      by(posts.coordinator),
      make.assign(posts.lightsOfficer),
      at(1),
    );
    const first = moved(moved(two, by(both), make.accept, at(1)), by(both), make.answer, at(2));
    const second = moved(
      moved(first, by(posts.lightsOfficer), make.accept, at(2)),
      by(posts.lightsOfficer),
      make.answer,
      at(2),
    );
    expect(second).toMatchObject({ state: 'answered', answeredByPostId: posts.lightsOfficer.id });
    expect(refusalOf(second, by(both), make.approve, at(2))).toEqual({ kind: 'same_hands' });
  });

  test('a rejection takes two, and the reporter hears only of the second', () => {
    expect(proposed).toMatchObject({
      state: 'received',
      rejectProposedByPostId: posts.verifier.id,
      holderPostId: posts.coordinator.id,
    });
    expect(outcomeOf(received, by(posts.verifier), make.reject, at(2)).events[0]).toMatchObject({
      kind: 'reject_proposed',
      tellsReporter: false,
    });
    expect(rejectedBySelf()).toEqual({ kind: 'same_hands' });
    expect(moved(proposed, by(posts.coordinator), make.reject, at(2)).state).toBe('rejected');
    expect(rejected).toMatchObject({ state: 'rejected', holderPostId: null });
  });

  test('the coordinator confirms a rejection and proposes none', () => {
    expect(refusalOf(received, by(posts.coordinator), make.reject, at(2))).toEqual({ kind: 'post_may_not' });
  });

  test('one is enough where the city says so', () => {
    const alone = { policy: { ...policy, rejectNeedsSecond: false } };
    expect(moved(received, by(posts.verifier), make.reject, at(2), alone).state).toBe('rejected');
  });

  test('an objection is judged above who answered', () => {
    expect(refusalOf(disputed, by(posts.roadsOfficer), make.reopen, at(7))).toEqual({ kind: 'post_may_not' });
    expect(refusalOf(disputed, by(posts.validator), make.reopen, at(7))).toEqual({ kind: 'post_may_not' });
    expect(moved(disputed, by(posts.roadsHead), make.reopen, at(7)).state).toBe('in_progress');
    expect(moved(disputed, by(posts.leadership), make.uphold, at(7))).toMatchObject({
      state: 'closed',
      closedReason: 'upheld',
    });
  });

  test('by no head of equal rank', () => {
    const head = posts.roadsHead;
    const theirs = moved(verified, by(posts.coordinator), make.assign(head), at(1));
    const done = moved(moved(theirs, by(head), make.accept, at(1)), by(head), make.answer, at(2));
    const objected = moved(moved(done, by(posts.validator), make.approve, at(3)), reporter, make.dispute, at(6));
    const secondHead = by({ ...head, id: idOf(20), slug: 'roads-second-head' });
    expect(refusalOf(objected, secondHead, make.reopen, at(7))).toEqual({ kind: 'post_may_not' });
    expect(moved(disputed, secondHead, make.reopen, at(7)).state).toBe('in_progress');
  });

  test('nor by who may not read it', () => {
    const secret = { ...disputed, isSecret: true };
    expect(refusalOf(secret, by(posts.leadership), make.reopen, at(7))).toEqual({ kind: 'post_may_not' });
    expect(moved(secret, by(posts.coordinator), make.reopen, at(7)).state).toBe('in_progress');
  });

  test('what the coordinator decided is heard by the leadership', () => {
    const handedOver = moved(transferred, by(posts.coordinator), make.close, at(5));
    const objected = moved(handedOver, reporter, make.dispute, at(6));
    expect(objected.holderPostId).toBe(posts.leadership.id);
    expect(refusalOf(objected, by(posts.coordinator), make.uphold, at(7))).toEqual({ kind: 'same_hands' });
  });
});

describe('several agencies on one report', () => {
  const two = moved(assigned, by(posts.coordinator), make.assign(posts.lightsOfficer), at(1));
  const oneBegan = moved(two, by(posts.roadsOfficer), make.accept, at(1));

  test('each accepts its own, and only its own', () => {
    expect(oneBegan.state).toBe('in_progress');
    expect(refusalOf(oneBegan, by(posts.roadsOfficer), make.accept, at(2))).toEqual({
      kind: 'state_forbids',
      state: 'in_progress',
    });
    expect(moved(oneBegan, by(posts.lightsOfficer), make.accept, at(2)).state).toBe('in_progress');
    expect(refusalOf(oneBegan, by(posts.lightsOfficer), make.answer, at(2))).toEqual({
      kind: 'state_forbids',
      state: 'in_progress',
    });
  });

  test('it is answered when all are done', () => {
    const first = moved(oneBegan, by(posts.roadsOfficer), make.answer, at(2));
    expect(first).toMatchObject({ state: 'in_progress', holderPostId: posts.lightsOfficer.id });
    const second = moved(
      moved(first, by(posts.lightsOfficer), make.accept, at(2)),
      by(posts.lightsOfficer),
      make.answer,
      at(3),
    );
    expect(second).toMatchObject({ state: 'answered', holderPostId: posts.validator.id });
  });

  test('one gives back while the other goes on', () => {
    expect(moved(oneBegan, by(posts.lightsOfficer), make.giveBack, at(2))).toMatchObject({
      state: 'in_progress',
      timesReturned: 1,
    });
    expect(moved(assigned, by(posts.roadsOfficer), make.giveBack, at(2))).toMatchObject({
      state: 'verified',
      holderPostId: posts.coordinator.id,
    });
  });

  test('who holds it keeps it, though another was there before', () => {
    const asking = moved(oneBegan, by(posts.lightsOfficer), make.ask, at(2));
    const goesOn = moved(asking, reporter, make.provide, at(3));
    expect(goesOn.assignments[0]?.postId).toBe(posts.roadsOfficer.id);
    expect(goesOn).toMatchObject({ state: 'in_progress', holderPostId: posts.lightsOfficer.id });
  });

  test('a third that gives back leaves it offered, while one of the others has not accepted', () => {
    const added = [posts.lightsOfficer, posts.otherValidator].reduce(
      (report, post) => moved(report, by(posts.coordinator), make.assign(post), at(2)),
      inProgress,
    );
    expect(moved(added, by(posts.otherValidator), make.giveBack, at(3)).state).toBe('assigned');
    const began = moved(added, by(posts.lightsOfficer), make.accept, at(3));
    expect(moved(began, by(posts.otherValidator), make.giveBack, at(3)).state).toBe('in_progress');
  });

  test('who has begun may answer although another was added since', () => {
    const added = moved(inProgress, by(posts.coordinator), make.assign(posts.lightsOfficer), at(2));
    expect(added.state).toBe('assigned');
    expect(moved(added, by(posts.roadsOfficer), make.answer, at(3)).assignments.map((one) => one.state)).toEqual([
      'done',
      'offered',
    ]);
  });

  test('not the same post twice, and ten at most', () => {
    expect(refusalOf(assigned, by(posts.coordinator), make.assign(), at(2))).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'post', problem: 'not_allowed' }],
    });
    const ten = Array.from({ length: 10 }, (_, index) => ({ id: idOf(600 + index), agencyId: roads }));
    const full = ten.reduce((report, post) => moved(report, by(posts.coordinator), make.assign(post), at(2)), verified);
    expect(refusalOf(full, by(posts.coordinator), make.assign(posts.lightsOfficer), at(2))).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'post', problem: 'too_many' }],
    });
  });

  test('the head of an agency hands the work on inside it, not outside and not double', () => {
    const handed = moved(inProgress, by(posts.roadsHead), make.assign(posts.roadsCrew), at(2));
    expect(handed.assignments.map((one) => [one.postId, one.state])).toEqual([
      [posts.roadsOfficer.id, 'returned'],
      [posts.roadsCrew.id, 'offered'],
    ]);
    expect(handed).toMatchObject({ state: 'assigned', holderPostId: posts.roadsCrew.id, timesReturned: 0 });
    expect(refusalOf(inProgress, by(posts.roadsHead), make.assign(posts.lightsOfficer), at(2))).toEqual({
      kind: 'incomplete',
      problems: [{ field: 'post', problem: 'not_allowed' }],
    });
  });

  test('a report sent back goes to all who answered', () => {
    const sentBack = moved(answered, by(posts.validator), make.sendBack, at(3));
    expect(sentBack).toMatchObject({ state: 'in_progress', holderPostId: posts.roadsOfficer.id });
    expect(sentBack.assignments.map((one) => one.state)).toEqual(['accepted']);
  });
});

describe('patience has an end', () => {
  const twice = moved(
    moved(moved(asked, reporter, make.provide, at(3)), by(posts.verifier), make.ask, at(4)),
    reporter,
    make.provide,
    at(5),
  );

  test('the third question is the coordinator’s', () => {
    expect(twice).toMatchObject({ state: 'received', questionsAsked: 2 });
    expect(refusalOf(twice, by(posts.verifier), make.ask, at(6))).toEqual({ kind: 'post_may_not' });
    expect(moved(twice, by(posts.coordinator), make.ask, at(6))).toMatchObject({
      state: 'needs_info',
      holderPostId: posts.coordinator.id,
    });
  });

  test('at the third return the coordinator’s decision binds', () => {
    const returned = (report: Report) =>
      moved(moved(report, by(posts.roadsOfficer), make.giveBack, at(3)), by(posts.coordinator), make.assign(), at(3));
    const second = returned(returned(assigned));
    expect(second.timesReturned).toBe(2);
    expect(refusalOf(second, by(posts.roadsOfficer), make.giveBack, at(4))).toEqual({ kind: 'returns_used_up' });
    expect(movesFor(second, by(posts.roadsOfficer), contextAt(at(4)))).not.toContain('return_to_coordinator');
    expect(refusalOf(second, by(posts.lightsOfficer), make.giveBack, at(4))).toEqual({ kind: 'post_may_not' });
  });

  test('what came back from the reporter goes on where it stood', () => {
    const paused = moved(inProgress, by(posts.roadsOfficer), make.ask, at(2));
    expect(paused).toMatchObject({
      state: 'needs_info',
      stateBefore: 'in_progress',
      holderPostId: posts.roadsOfficer.id,
    });
    expect(moved(paused, by(posts.operator), make.provide, at(3))).toMatchObject({
      state: 'in_progress',
      stateBefore: null,
    });
  });
});

describe('an agency that may not give back any more', () => {
  const returned = (report: Report) =>
    moved(moved(report, by(posts.roadsOfficer), make.giveBack, at(3)), by(posts.coordinator), make.assign(), at(3));
  const bound = returned(returned(assigned));
  const partsOf = (report: Report) =>
    report.assignments.slice(2).map((one) => [one.postId, one.state] satisfies [string, string]);
  const toLights = (report: Report) => moved(report, by(posts.coordinator), make.assign(posts.lightsOfficer), at(4));

  test('is relieved by the coordinator, who names another: neither holds it nor is waited for', () => {
    const relieved = toLights(bound);
    expect(partsOf(relieved)).toEqual([
      [posts.roadsOfficer.id, 'returned'],
      [posts.lightsOfficer.id, 'offered'],
    ]);
    expect(relieved).toMatchObject({ state: 'assigned', holderPostId: posts.lightsOfficer.id, timesReturned: 2 });
    const taken = moved(relieved, by(posts.lightsOfficer), make.accept, at(4));
    expect(moved(taken, by(posts.lightsOfficer), make.answer, at(5)).state).toBe('answered');
    expect(refusalOf(taken, by(posts.roadsOfficer), make.answer, at(5))).toEqual({ kind: 'post_may_not' });
  });

  test('also when it has accepted what it gave back before', () => {
    expect(partsOf(toLights(moved(bound, by(posts.roadsOfficer), make.accept, at(3))))).toEqual([
      [posts.roadsOfficer.id, 'returned'],
      [posts.lightsOfficer.id, 'offered'],
    ]);
  });

  test('without another losing what it has accepted', () => {
    const lightsAtWork = moved(
      moved(assigned, by(posts.coordinator), make.assign(posts.lightsOfficer), at(2)),
      by(posts.lightsOfficer),
      make.accept,
      at(2),
    );
    const offeredOnce = moved(
      returned(returned(lightsAtWork)),
      by(posts.coordinator),
      make.assign(posts.roadsCrew),
      at(4),
    );
    expect(offeredOnce.assignments.filter((one) => one.state !== 'returned').map((one) => one.postId)).toEqual([
      posts.lightsOfficer.id,
      posts.roadsCrew.id,
    ]);
  });

  test('nor what is done', () => {
    const lightsDone = moved(
      moved(
        moved(assigned, by(posts.coordinator), make.assign(posts.lightsOfficer), at(2)),
        by(posts.lightsOfficer),
        make.accept,
        at(2),
      ),
      by(posts.lightsOfficer),
      make.answer,
      at(2),
    );
    const again = { ...lightsDone, timesReturned: policy.maxReturns - 1 };
    const relieved = moved(again, by(posts.coordinator), make.assign(posts.roadsCrew), at(4));
    expect(relieved.assignments.map((one) => one.state)).toEqual(['returned', 'done', 'offered']);
  });

  test('makes room for the one that takes its place', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ id: idOf(600 + index), agencyId: roads }));
    const full = ten.reduce((report, post) => moved(report, by(posts.coordinator), make.assign(post), at(2)), verified);
    const bindingFull = { ...full, timesReturned: policy.maxReturns - 1 };
    const relieved = toLights(bindingFull);
    expect(relieved.assignments.filter((one) => one.state === 'offered').map((one) => one.postId)).toEqual([
      posts.lightsOfficer.id,
    ]);
  });

  test('before that nobody is relieved: the coordinator adds', () => {
    const once = returned(assigned);
    expect(once.timesReturned).toBe(1);
    expect(toLights(once).assignments.map((one) => one.state)).toEqual(['returned', 'offered', 'offered']);
  });
});

describe('the reporter', () => {
  test('objects to what is resolved, confirmed or rejected while the window would still run', () => {
    expect(disputed).toMatchObject({ state: 'disputed', stateBefore: 'resolved', holderPostId: posts.coordinator.id });
    expect(moved(closed, reporter, make.dispute, at(7))).toMatchObject({
      state: 'disputed',
      stateBefore: 'closed',
      closedReason: null,
    });
    const objected = moved(rejected, reporter, make.dispute, at(7));
    expect(objected).toMatchObject({ state: 'disputed', stateBefore: 'rejected' });
    expect(moved(objected, by(posts.coordinator), make.uphold, at(8))).toMatchObject({
      state: 'rejected',
      closedReason: null,
    });
    expect(moved(objected, by(posts.coordinator), make.reopen, at(8))).toMatchObject({
      state: 'verified',
      holderPostId: posts.coordinator.id,
    });
  });

  test('is too late when the window has ended, to the millisecond', () => {
    const end = resolved.clocks.find((one) => one.kind === 'reply_window')?.dueAt ?? '';
    expect(end).toBe('2026-07-17T17:00:00.000Z');
    expect(refusalOf(closed, reporter, make.dispute, end)).toEqual({ kind: 'state_forbids', state: 'closed' });
    expect(moved(closed, reporter, make.dispute, '2026-07-17T16:59:59.999Z').state).toBe('disputed');
  });

  test('does not object to what they withdrew', () => {
    const reopened = moved(disputed, by(posts.coordinator), make.reopen, at(7));
    const withdrawn = moved(reopened, reporter, make.withdraw, at(8));
    expect(withdrawn).toMatchObject({ state: 'closed', closedReason: 'withdrawn', holderPostId: null });
    expect(refusalOf(withdrawn, reporter, make.dispute, at(9))).toEqual({ kind: 'state_forbids', state: 'closed' });
  });

  test('makes no move of a post, and a post none of theirs', () => {
    expect(refusalOf(received, reporter, make.verify(), at(2))).toEqual({ kind: 'post_may_not' });
    expect(refusalOf(resolved, by(posts.coordinator), make.confirm, at(4))).toEqual({ kind: 'post_may_not' });
  });

  test('is told what concerns them, and not what posts say to each other', () => {
    const told = (report: Report, post: (typeof posts)[keyof typeof posts], command: MoveCommand) =>
      outcomeOf(report, by(post), command, at(4)).events.map((event) => event.tellsReporter);
    expect(told(answered, posts.validator, make.approve)).toEqual([true]);
    expect(told(received, posts.verifier, { move: 'note', message: 'Perlu dicek.' })).toEqual([false]);
    expect(told(received, posts.verifier, { move: 'message', message: 'Sedang kami baca.' })).toEqual([true]);
    expect(
      outcomeOf(received, reporter, { move: 'message', message: 'Ada kabar?' }, at(4)).events[0]?.tellsReporter,
    ).toBe(false);
  });
});

describe('what a move must carry', () => {
  const problems = (report: Report, post: (typeof posts)[keyof typeof posts], command: MoveCommand, more = {}) => {
    const refusal = refusalOf(report, by(post), command, at(4), more);
    return refusal.kind === 'incomplete'
      ? refusal.problems.map(({ field, problem }) => `${field} ${problem}`)
      : refusal.kind;
  };

  test('a reason of its list and words', () => {
    expect(problems(received, posts.verifier, { move: 'reject', reason: '', message: ' ' })).toEqual([
      'reason required',
      'message required',
    ]);
    expect(problems(received, posts.verifier, { ...make.reject, reason: 'not_our_authority' } as MoveCommand)).toEqual([
      'reason unknown',
    ]);
    expect(problems(received, posts.verifier, { ...make.reject, message: 'x'.repeat(10_001) } as MoveCommand)).toEqual([
      'message too_long',
    ]);
  });

  test('class and category, of those there are', () => {
    const command = {
      move: 'verify',
      class: 'gossip',
      categoryId: '',
      publish: { photos: [] },
    } as unknown as MoveCommand;
    expect(problems(received, posts.verifier, command)).toEqual(['category required', 'class unknown']);
  });

  test('proof where the category asks for it', () => {
    expect(problems(inProgress, posts.roadsOfficer, make.answer, { category: { needsProof: true } })).toEqual([
      'proof required',
    ]);
  });

  test('files by their ids, and checks of the list', () => {
    const withFile = { move: 'answer', message: 'Selesai.', proof: ['foto rumah Budi.jpg'] } as const;
    expect(problems(inProgress, posts.roadsOfficer, withFile)).toEqual(['proof unknown']);
    expect(problems(received, posts.verifier, { ...make.verify(), publish: { photos: ['a'] } } as MoveCommand)).toEqual(
      ['photos unknown'],
    );
    for (const checks of [['Budi sudah puas'], ['question_answered', '']])
      expect(problems(answered, posts.validator, { move: 'approve', checks })).toEqual(['checks unknown']);
    const seen: MoveCommand = { move: 'approve', checks: ['question_answered', 'proof_shows_it'] };
    expect(outcomeOf(answered, by(posts.validator), seen, at(3)).events[0]?.payload['checks']).toEqual(seen.checks);
    const twice: MoveCommand = { move: 'approve', checks: ['proof_shows_it', 'proof_shows_it'] };
    expect(outcomeOf(answered, by(posts.validator), twice, at(3)).events[0]?.payload['checks']).toEqual([
      'proof_shows_it',
    ]);
  });

  test('a day that exists and is not over', () => {
    expect(problems(inProgress, posts.roadsOfficer, make.promise('2026-02-30'))).toEqual(['until not_a_date']);
    expect(problems(inProgress, posts.roadsOfficer, make.promise('9999-12-31'))).toEqual(['until not_a_date']);
    expect(problems(inProgress, posts.roadsOfficer, make.promise('2026-07-03'))).toEqual(['until in_the_past']);
    expect(moved(inProgress, by(posts.roadsOfficer), make.promise('2026-07-04'), at(4)).state).toBe('in_progress');
  });

  test('no day that is promised already; a later or an earlier one may be', () => {
    const promised = moved(inProgress, by(posts.roadsOfficer), make.promise('2026-07-10'), at(4));
    expect(problems(promised, posts.roadsOfficer, make.promise('2026-07-10'))).toEqual(['until not_allowed']);
    for (const until of ['2026-07-09', '2026-07-11'])
      expect(moved(promised, by(posts.roadsOfficer), make.promise(until), at(4)).clocks.at(-1)?.stoppedAt).toBeNull();
  });

  test('no day more than a year ahead, counted in the zone of the city', () => {
    const lateEvening = '2026-07-04T16:59:59.000Z'; // 23:59 in Jakarta
    const promise = (until: string, when: string) => {
      const refusal = refusalOf(inProgress, by(posts.roadsOfficer), make.promise(until), when);
      return refusal.kind === 'incomplete' ? refusal.problems : refusal.kind;
    };
    const tooFar = [{ field: 'until', problem: 'too_far_ahead' }];
    expect(promise('2027-07-05', at(4))).toEqual(tooFar);
    expect(promise('9998-12-31', at(4))).toEqual(tooFar);
    expect(promise('2027-07-05', lateEvening)).toEqual(tooFar);
    expect(moved(inProgress, by(posts.roadsOfficer), make.promise('2027-07-04'), at(4)).state).toBe('in_progress');
    const pastMidnight = '2026-07-04T17:00:00.000Z';
    expect(moved(inProgress, by(posts.roadsOfficer), make.promise('2027-07-05'), pastMidnight).state).toBe(
      'in_progress',
    );
  });

  test('a rating of one to five, or none', () => {
    const refusal = refusalOf(resolved, reporter, { move: 'confirm', rating: 6 }, at(4));
    expect(refusal).toEqual({ kind: 'incomplete', problems: [{ field: 'rating', problem: 'unknown' }] });
    expect(moved(resolved, reporter, { move: 'confirm' }, at(4)).state).toBe('closed');
  });

  test('some change, when a record is set right', () => {
    expect(problems(received, posts.verifier, { move: 'reclassify' })).toEqual(['change required']);
    expect(problems(received, posts.verifier, { move: 'relocate' })).toEqual(['change required']);
  });

  test('a listed reason to take something from the public', () => {
    expect(problems(verified, posts.verifier, { move: 'mask', publication: 'withdrawn_from_public' })).toEqual([
      'reason required',
    ]);
    const outcome = outcomeOf(
      verified,
      by(posts.verifier),
      { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' },
      at(4),
    );
    expect(outcome.report).toMatchObject({ publication: 'withdrawn_from_public', publicationReason: 'personal_data' });
  });

  test('and to hide it, which is no way around that; what nobody could read is hidden without', () => {
    const hide: MoveCommand = { move: 'mask', publication: 'hidden' };
    const withdrawn = { ...verified, publication: 'withdrawn_from_public' } as const;
    const titleOnly = { ...verified, publication: 'title_only' } as const;
    for (const shown of [verified, titleOnly, withdrawn])
      expect(problems(shown, posts.verifier, hide)).toEqual(['reason required']);
    expect(moved(verified, by(posts.verifier), { ...hide, reason: 'insult' }, at(4)).publication).toBe('hidden');
    expect(moved({ ...verified, publication: 'hidden' }, by(posts.verifier), hide, at(4)).publication).toBe('hidden');
  });

  test('a verification, before everyone reads anything of it', () => {
    const show = (publication: 'public' | 'title_only'): MoveCommand => ({ move: 'mask', publication });
    const classed = moved(received, by(posts.verifier), { move: 'reclassify', class: 'aspiration' }, at(1));
    const classedAndAsked = moved(classed, by(posts.verifier), make.ask, at(2));
    const backUnread = moved(
      moved(received, by(posts.coordinator), make.transfer, at(2)),
      by(posts.coordinator),
      make.comeBack,
      at(3),
    );
    for (const unread of [received, asked, classed, classedAndAsked, rejected, backUnread]) {
      expect(problems(unread, posts.verifier, show('public'))).toEqual(['publication not_allowed']);
      expect(problems(unread, posts.verifier, show('title_only'))).toEqual(['publication not_allowed']);
    }
    const looked = moved(backUnread, by(posts.coordinator), { move: 'reclassify', class: 'complaint' }, at(4));
    expect(moved(looked, by(posts.coordinator), show('public'), at(4)).publication).toBe('public');
  });
});

describe('merging', () => {
  const primary = {
    id: idOf(77),
    state: 'verified',
    mergedInto: null,
    isSecret: false,
    class: null,
    voices: 0,
  } as const;
  const merge: MoveCommand = { move: 'merge', primaryId: primary.id };
  const unmerge: MoveCommand = { move: 'unmerge', reason: 'not_the_same' };

  test('and unmerging leave everything as it was but two events', () => {
    const merged = moved(inProgress, by(posts.verifier), merge, at(2), { primary });
    expect(merged.mergedInto).toBe(primary.id);
    expect(moved(merged, by(posts.verifier), unmerge, at(3))).toEqual({
      ...inProgress,
      version: inProgress.version + 2,
      happened: [...inProgress.happened, 'merged', 'unmerged'],
    });
  });

  test('makes no circle, and ties nothing to what is over', () => {
    const problem = (other: MoveContext['primary']) =>
      refusalOf(inProgress, by(posts.verifier), merge, at(2), { primary: other });
    expect(problem(null)).toMatchObject({ problems: [{ field: 'primary', problem: 'unknown' }] });
    expect(problem({ ...primary, id: inProgress.id })).toMatchObject({
      problems: [{ field: 'primary', problem: 'not_allowed' }],
    });
    expect(problem({ ...primary, mergedInto: idOf(78) })).toMatchObject({
      problems: [{ field: 'primary', problem: 'not_allowed' }],
    });
    for (const state of ['closed', 'rejected'] as const)
      expect(problem({ ...primary, state })).toMatchObject({
        problems: [{ field: 'primary', problem: 'not_allowed' }],
      });
  });

  test('ties no chain: what others are merged into is merged into nothing', () => {
    expect(refusalOf(inProgress, by(posts.verifier), merge, at(2), { primary, hasVoices: true })).toMatchObject({
      kind: 'incomplete',
      problems: [{ field: 'primary', problem: 'not_allowed' }],
    });
  });

  test('once at a time', () => {
    const merged = moved(inProgress, by(posts.verifier), merge, at(2), { primary });
    expect(refusalOf(merged, by(posts.verifier), merge, at(3), { primary })).toEqual({
      kind: 'state_forbids',
      state: 'in_progress',
    });
    expect(refusalOf(inProgress, by(posts.verifier), unmerge, at(3))).toEqual({
      kind: 'state_forbids',
      state: 'in_progress',
    });
  });
});

describe('what nobody else may read', () => {
  const secret = filed(at(1), { isSecret: true });
  const berkadar = moved(received, by(posts.verifier), make.verify('berkadar'), at(1));

  test('a secret report publishes nothing, whatever the move carries', () => {
    const outcome = outcomeOf(secret, by(posts.verifier), make.verify(), at(1));
    expect(outcome.report).toMatchObject({ publication: 'hidden', publicTitle: null, publicDescription: null });
    expect(outcome.events[0]?.secrets).toEqual({});
    const publish: MoveCommand = { move: 'mask', publication: 'public' };
    expect(refusalOf(secret, by(posts.verifier), publish, at(2))).toMatchObject({
      problems: [{ field: 'publication', problem: 'not_allowed' }],
    });
  });

  test('words make a report public, a title alone title_only', () => {
    const published = (publish: object) =>
      outcomeOf(
        received,
        by(posts.verifier),
        { ...make.verify(), publish: { photos: [], ...publish } } as MoveCommand,
        at(1),
      ).report.publication;
    expect([
      published({ title: 'A', description: 'B' }),
      published({ title: 'A' }),
      published({}),
      published({ title: ' ' }),
    ]).toEqual(['public', 'title_only', 'hidden', 'hidden']);
  });

  test('the answer is public from its approval on', () => {
    expect(outcomeOf(inProgress, by(posts.roadsOfficer), make.answer, at(2)).report.publicAnswer).toBeUndefined();
    expect(
      outcomeOf(answered, by(posts.validator), make.approve, at(3), { answerWords: 'Sudah ditambal.' }).report
        .publicAnswer,
    ).toBe('Sudah ditambal.');
    const hidden = { ...answered, isSecret: true };
    expect(
      outcomeOf(hidden, by(posts.validator), make.approve, at(3), { answerWords: 'Sudah ditambal.' }).report
        .publicAnswer,
    ).toBeNull();
  });

  test('a berkadar report is the inspectorate’s, and no desk’s', () => {
    expect(movesFor(berkadar, by(posts.coordinator), contextAt(at(2)))).toEqual([]);
    expect(movesFor(berkadar, by(posts.verifier), contextAt(at(2)))).toEqual([]);
    const own = moved(berkadar, by(posts.inspectorate), make.assign(posts.inspectorate), at(2));
    expect(own).toMatchObject({ state: 'assigned', holderPostId: posts.inspectorate.id });
  });

  test('a berkadar answer of another post is judged by the inspectorate, and by no validator', () => {
    const given = moved(berkadar, by(posts.inspectorate), make.assign(posts.otherValidator), at(2));
    const accepted = moved(given, by(posts.otherValidator), make.accept, at(2));
    const done = moved(accepted, by(posts.otherValidator), make.answer, at(3));
    expect(done).toMatchObject({ state: 'answered', holderPostId: posts.inspectorate.id });
    for (const post of [posts.validator, posts.leadership]) {
      expect(seesReport(post, done)).toBe(false);
      expect(refusalOf(done, by(post), make.approve, at(4))).toEqual({ kind: 'post_may_not' });
      expect(refusalOf(done, by(post), make.sendBack, at(4))).toEqual({ kind: 'post_may_not' });
    }
    const readingValidator = by({ ...posts.validator, roles: ['validator', 'ombudsman'] });
    expect(refusalOf(done, readingValidator, make.approve, at(4))).toEqual({ kind: 'post_may_not' });
    expect(moved(done, by(posts.inspectorate), make.approve, at(4)).state).toBe('resolved');
  });

  test('and one in which the inspectorate has a part by the leadership, which reads it while it holds it', () => {
    const parts = [posts.inspectorate, posts.otherValidator];
    const given = parts.reduce(
      (report, post) => moved(report, by(posts.inspectorate), make.assign(post), at(2)),
      berkadar,
    );
    const done = parts.reduce(
      (report, post) => moved(moved(report, by(post), make.accept, at(2)), by(post), make.answer, at(3)),
      given,
    );
    expect(done).toMatchObject({ state: 'answered', holderPostId: posts.leadership.id });
    expect(refusalOf(done, by(posts.inspectorate), make.approve, at(4))).toEqual({ kind: 'same_hands' });
    expect(refusalOf(done, by(posts.validator), make.approve, at(4))).toEqual({ kind: 'post_may_not' });
    const sentBack = moved(done, by(posts.leadership), make.sendBack, at(4));
    expect(seesReport(posts.leadership, sentBack)).toBe(false);
    expect(moved(done, by(posts.leadership), make.approve, at(4))).toMatchObject({
      state: 'resolved',
      holderPostId: posts.inspectorate.id,
    });
  });

  test('an objection to a berkadar answer goes past every desk, and nobody new learns who the reporter is', () => {
    const own = moved(berkadar, by(posts.inspectorate), make.assign(posts.inspectorate), at(2));
    const accepted = moved(own, by(posts.inspectorate), make.accept, at(2));
    const done = moved(accepted, by(posts.inspectorate), make.answer, at(3));
    const objected = moved(moved(done, by(posts.leadership), make.approve, at(4)), reporter, make.dispute, at(5));
    expect(objected).toMatchObject({ state: 'disputed', holderPostId: posts.leadership.id });
    expect(refusalOf(objected, by(posts.coordinator), make.reopen, at(6))).toEqual({ kind: 'post_may_not' });
    expect(seesReport(posts.coordinator, objected)).toBe(false);
    expect(Object.values(posts).filter((post) => seesIdentity(post, objected))).toEqual([posts.inspectorate]);
    expect(moved(objected, by(posts.leadership), make.reopen, at(6))).toMatchObject({
      state: 'in_progress',
      holderPostId: posts.inspectorate.id,
    });
  });

  test('what turns out berkadar is hidden at once and taken from the agencies', () => {
    const reclassify: MoveCommand = { move: 'reclassify', class: 'berkadar' };
    const taken = { state: 'verified', holderPostId: posts.inspectorate.id, publication: 'hidden' };
    for (const report of [assigned, inProgress, answered]) {
      const now = moved(report, by(posts.coordinator), reclassify, at(4));
      expect(now).toMatchObject(taken);
      expect(now.assignments.map((one) => one.state)).toEqual(['returned']);
      expect(movesFor(now, by(posts.roadsOfficer), contextAt(at(5)))).toEqual([]);
    }
    const waiting = moved(
      moved(inProgress, by(posts.roadsOfficer), make.ask, at(2)),
      by(posts.coordinator),
      reclassify,
      at(3),
    );
    expect(waiting).toMatchObject({
      state: 'needs_info',
      stateBefore: 'verified',
      holderPostId: posts.inspectorate.id,
    });
    expect(moved(resolved, by(posts.coordinator), reclassify, at(4))).toMatchObject({
      state: 'resolved',
      holderPostId: posts.inspectorate.id,
    });
  });

  test('any other change of class leaves the report where it is', () => {
    const reclassified = moved(inProgress, by(posts.coordinator), { move: 'reclassify', class: 'aspiration' }, at(2));
    expect(reclassified).toMatchObject({
      state: 'in_progress',
      holderPostId: posts.roadsOfficer.id,
      class: 'aspiration',
    });
  });
});
