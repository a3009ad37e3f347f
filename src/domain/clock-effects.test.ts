import { describe, expect, test } from 'vitest';

import type { Actor } from './actor.ts';
import { clockKinds, lastOf, type ClockKind, type RunningClock } from './clocks.ts';
import { moveNames, type MoveCommand } from './move.ts';
import type { Report } from './report.ts';
import { idOf, posts } from './testing/city.ts';
import { by, clock, filed, moved, reporter } from './testing/life.ts';
import * as make from './testing/moves.ts';

const at = (day: number, hour = 3): string =>
  `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const verifier = by(posts.verifier);
const coordinator = by(posts.coordinator);
const roads = by(posts.roadsOfficer);
const lights = by(posts.lightsOfficer);
const validator = by(posts.validator);
const authority: Actor = { kind: 'authority' };

/** Reports with as many clocks as can run at once: an information request, taken up without a word, with a date promised without a word. */
const silent: MoveCommand = { move: 'accept' };
const received = filed(at(1), { kind: 'information_request' });
const verified = moved(received, verifier, make.verify('information_request'), at(1, 4));
const assigned = moved(verified, coordinator, make.assign(), at(1, 5));
const begun = moved(assigned, roads, silent, at(1, 6));
const busy = moved(begun, roads, make.promise('2026-07-20'), at(1, 7));
const answered = moved(busy, roads, make.answer, at(1, 8));
const resolved = moved(answered, validator, make.approve, at(1, 9));
const confirmed = moved(resolved, reporter, make.confirm, at(1, 10));
const disputed = moved(resolved, reporter, make.dispute, at(1, 10));
const proposed = moved(received, verifier, make.reject, at(1, 4));
const rejected = moved(proposed, by(posts.otherVerifier), make.reject, at(1, 5));
const rejectionDisputed = moved(rejected, reporter, make.dispute, at(1, 6));
const askedAtIntake = moved(received, verifier, make.ask, at(1, 4));
const askedAtWork = moved(busy, roads, make.ask, at(1, 8));
const passedOnUnread = moved(received, coordinator, make.transfer, at(1, 4));
const passedOn = moved(busy, coordinator, make.transfer, at(1, 8));
const handedOver = moved(passedOn, coordinator, make.close, at(1, 9));
const primary = { id: idOf(77), state: 'verified', mergedInto: null, isSecret: false, class: null, voices: 0 } as const;
const merge: MoveCommand = { move: 'merge', primaryId: primary.id };
const merged = moved(busy, verifier, merge, at(1, 8), { primary });
const complaint = moved(filed(at(1)), verifier, make.verify('complaint'), at(1, 4));
const complaintResolved = moved(
  moved(
    moved(moved(complaint, coordinator, make.assign(), at(1, 5)), roads, make.accept, at(1, 6)),
    roads,
    make.answer,
    at(1, 7),
  ),
  validator,
  make.approve,
  at(1, 8),
);
const ofTwo = moved(busy, coordinator, make.assign(posts.lightsOfficer), at(1, 8));

const expiry = (report: Report, kind: 'reply_window' | 'completion'): MoveCommand => ({
  move: 'expire',
  clockId: lastOf(report.clocks, kind)?.id ?? '',
});
const reclassify = (as: 'complaint' | 'information_request'): MoveCommand => ({ move: 'reclassify', class: as });
const complaintFoundToAsk = moved(
  moved(complaintResolved, reporter, make.dispute, at(1, 9)),
  coordinator,
  reclassify('information_request'),
  at(1, 10),
);
const foundToAskAgain = (
  [
    [coordinator, reclassify('complaint')],
    [roads, make.answer],
    [validator, make.approve],
    [coordinator, reclassify('information_request')],
    [reporter, make.dispute],
  ] as const
).reduce((report, [actor, command], n) => moved(report, actor, command, at(1, 8 + n)), busy);
const promiseWithWords: MoveCommand = {
  move: 'postpone',
  reason: 'weather',
  until: '2026-07-21',
  message: 'Kami tunggu cuaca.',
};

/**
 * What can happen to a clock. `stopped`: it happened, in time. `late`: it ended after its due date, however it ended. `lapsed`: an offer to the reporter
 * ran out. `moved`: a promise gave way to another date. `measuredAnew`: the same clock with another due date.
 */
type Effect =
  | 'started'
  | 'stopped'
  | 'late'
  | 'cancelled'
  | 'lapsed'
  | 'moved'
  | 'paused'
  | 'resumed'
  | 'continued'
  | 'measuredAnew';
/** Clocks that are not named are untouched. */
type Effects = { readonly [Kind in Effect]?: readonly ClockKind[] };

/** By hand from the tables of the outside contract: its moves (section 5) and its clocks (section 6). */
const table: readonly (readonly [string, Report, Actor, MoveCommand, Effects])[] = [
  [
    'a report verified has been looked at and said complete; now it is to be taken up, answered and decided',
    received,
    verifier,
    make.verify('information_request'),
    { stopped: ['verify', 'completeness'], started: ['follow_up', 'answer', 'decision'] },
  ],
  [
    'verified as something else than a request for information, it has no clock of such a request',
    received,
    verifier,
    make.verify('complaint'),
    { stopped: ['verify', 'completeness'], cancelled: ['kip'], started: ['follow_up', 'answer', 'decision'] },
  ],
  [
    'a question at intake is a first answer, says that something is missing, and waits',
    received,
    verifier,
    make.ask,
    { stopped: ['first_answer', 'completeness'], paused: ['verify'], started: ['completion'] },
  ],
  [
    'a question at work pauses what is owed, but neither a request for information nor a promise',
    busy,
    roads,
    make.ask,
    { stopped: ['first_answer'], paused: ['follow_up', 'answer', 'decision'], started: ['completion'] },
  ],
  [
    'what was missing at intake is there',
    askedAtIntake,
    reporter,
    make.provide,
    { stopped: ['completion'], resumed: ['verify'] },
  ],
  [
    'what was missing at work is there',
    askedAtWork,
    reporter,
    make.provide,
    { stopped: ['completion'], resumed: ['follow_up', 'answer', 'decision'] },
  ],
  ['a rejection proposed is none yet', received, verifier, make.reject, {}],
  [
    'a rejection confirmed is the answer, and can be objected to',
    proposed,
    by(posts.otherVerifier),
    make.reject,
    { stopped: ['first_answer', 'verify', 'completeness', 'kip'], started: ['reply_window'] },
  ],
  ['an assignment is not heard by any clock', verified, coordinator, make.assign(), {}],
  ['nor is a second one', busy, coordinator, make.assign(posts.lightsOfficer), {}],
  [
    'taken up with words: a first answer, and followed up',
    assigned,
    roads,
    make.accept,
    { stopped: ['first_answer', 'follow_up'] },
  ],
  ['taken up without a word: neither', assigned, roads, silent, {}],
  ['given back: everything runs on', busy, roads, make.giveBack, {}],
  [
    'a date promised without a word is no first answer',
    begun,
    roads,
    make.promise('2026-07-20'),
    { started: ['promise'] },
  ],
  [
    'a date promised with words is one',
    begun,
    roads,
    promiseWithWords,
    { stopped: ['first_answer'], started: ['promise'] },
  ],
  [
    'a later date takes the place of the one before',
    busy,
    roads,
    make.promise('2026-07-25'),
    { moved: ['promise'], started: ['promise'] },
  ],
  [
    'more time for a request for information, with its reason: a first answer, and its own clock alone is longer',
    busy,
    roads,
    make.extend,
    { stopped: ['first_answer'], measuredAnew: ['kip'] },
  ],
  ['an answer waits for its validation and ends nothing', busy, roads, make.answer, { started: ['validation'] }],
  ['nor does a part of an answer, which waits for the others', ofTwo, roads, make.answer, {}],
  ['an answer sent back was none', answered, validator, make.sendBack, { stopped: ['validation'] }],
  [
    'an answer approved is everything that was owed',
    answered,
    validator,
    make.approve,
    {
      stopped: ['first_answer', 'follow_up', 'answer', 'decision', 'kip', 'validation', 'promise'],
      started: ['reply_window'],
    },
  ],
  ['the reporter is content', resolved, reporter, make.confirm, { stopped: ['reply_window'] }],
  [
    'the reporter is silent to the end of the window',
    resolved,
    clock,
    expiry(resolved, 'reply_window'),
    { lapsed: ['reply_window'] },
  ],
  [
    'the window of what is rejected closes',
    rejected,
    clock,
    expiry(rejected, 'reply_window'),
    { lapsed: ['reply_window'] },
  ],
  [
    'the reporter never gave what was asked: nothing is owed any more, but what ran out meanwhile stays late',
    askedAtWork,
    clock,
    expiry(askedAtWork, 'completion'),
    { lapsed: ['completion'], cancelled: ['follow_up', 'answer', 'decision'], late: ['kip', 'promise'] },
  ],
  [
    'an objection is to be heard',
    resolved,
    reporter,
    make.dispute,
    { stopped: ['reply_window'], started: ['validation'] },
  ],
  ['also after a confirmation', confirmed, reporter, make.dispute, { started: ['validation'] }],
  [
    'an objection that is right: the answer was none',
    disputed,
    coordinator,
    make.reopen,
    { stopped: ['validation'], continued: ['answer', 'decision', 'kip'] },
  ],
  [
    'an objection to a rejection that is right: now it is to be taken up',
    rejectionDisputed,
    coordinator,
    make.reopen,
    { stopped: ['validation'], started: ['follow_up', 'answer', 'decision'], continued: ['kip'] },
  ],
  [
    'an objection to what turned out to be no request for information: its law is not taken up again',
    moved(disputed, coordinator, reclassify('complaint'), at(1, 11)),
    coordinator,
    make.reopen,
    { stopped: ['validation'], continued: ['answer', 'decision'] },
  ],
  [
    'an objection to what turned out to be a request for information: it is owed since it was filed',
    complaintFoundToAsk,
    coordinator,
    make.reopen,
    { stopped: ['validation'], started: ['kip'], continued: ['answer', 'decision'] },
  ],
  [
    'an objection to what was one, was none, and is one again: it has the clock it had',
    foundToAskAgain,
    coordinator,
    make.reopen,
    { stopped: ['validation'], continued: ['answer', 'decision', 'kip'] },
  ],
  [
    'an answer that stands can be objected to once more',
    disputed,
    coordinator,
    make.uphold,
    { stopped: ['validation'], started: ['reply_window'] },
  ],
  [
    'a rejection that stands, too',
    rejectionDisputed,
    coordinator,
    make.uphold,
    { stopped: ['validation'], started: ['reply_window'] },
  ],
  [
    'what is withdrawn owes nothing',
    busy,
    reporter,
    make.withdraw,
    { cancelled: ['first_answer', 'follow_up', 'answer', 'decision', 'kip', 'promise'] },
  ],
  [
    'passed on unread: verified by that, and the other authority has its time',
    received,
    coordinator,
    make.transfer,
    { stopped: ['first_answer', 'verify', 'completeness'], started: ['outside'] },
  ],
  [
    'passed on from work: nobody here takes it up or keeps a promise, the answer is owed on',
    busy,
    coordinator,
    make.transfer,
    { stopped: ['first_answer'], cancelled: ['follow_up', 'promise'], started: ['outside'] },
  ],
  [
    'back unread: now it is to be taken up',
    passedOnUnread,
    authority,
    make.comeBack,
    { stopped: ['outside'], started: ['follow_up', 'answer', 'decision'] },
  ],
  [
    'back unread, and found to ask for information while it was away',
    moved(
      moved(filed(at(1)), coordinator, make.transfer, at(1, 4)),
      coordinator,
      reclassify('information_request'),
      at(1, 5),
    ),
    authority,
    make.comeBack,
    { stopped: ['outside'], started: ['follow_up', 'answer', 'decision', 'kip'] },
  ],
  ['back to work: what was owed is still owed', passedOn, coordinator, make.comeBack, { stopped: ['outside'] }],
  [
    'answered by the other authority',
    passedOn,
    coordinator,
    make.close,
    { stopped: ['answer', 'decision', 'kip', 'outside'], started: ['reply_window'] },
  ],
  [
    'handed over and objected to',
    handedOver,
    reporter,
    make.dispute,
    { stopped: ['reply_window'], started: ['validation'] },
  ],
  ['merged: every clock of its own', busy, verifier, merge, {}],
  ['unmerged', merged, verifier, { move: 'unmerge', reason: 'not_the_same', message: 'Lain tempat.' }, {}],
  [
    'another class has another length, and another law',
    busy,
    coordinator,
    reclassify('complaint'),
    { measuredAnew: ['answer'], cancelled: ['kip'] },
  ],
  [
    'what turns out a request for information has its clock, while an answer is owed',
    complaint,
    coordinator,
    reclassify('information_request'),
    { measuredAnew: ['answer'], started: ['kip'] },
  ],
  [
    'what was a request for information once takes up the clock it had',
    moved(busy, coordinator, reclassify('complaint'), at(1, 9)),
    coordinator,
    reclassify('information_request'),
    { measuredAnew: ['answer'], continued: ['kip'] },
  ],
  [
    'what was a request for information at intake already',
    filed(at(1)),
    verifier,
    reclassify('information_request'),
    { started: ['kip'] },
  ],
  ['and none once the answer is approved', complaintResolved, coordinator, reclassify('information_request'), {}],
  ['moved on the map', busy, verifier, { move: 'relocate', place: 'seberang' }, {}],
  ['another title', busy, verifier, { move: 'retitle', title: 'Judul' }, {}],
  ['other public words', busy, verifier, { move: 'mask', description: 'Isi.' }, {}],
  ['a note among posts', busy, roads, { move: 'note', message: 'Cek.' }, {}],
  ['words of a post', busy, roads, { move: 'message', message: 'Kami baca.' }, { stopped: ['first_answer'] }],
  ['words mended by who wrote them', filed(at(1, 12)), reporter, { move: 'correct', description: 'Isi.' }, {}],
  ['words of the reporter', busy, reporter, { move: 'message', message: 'Halo?' }, {}],
];

describe('what moves do to clocks', () => {
  test.each(table)('%s', (_says, before, actor, command, expected) => {
    const when = command.move === 'expire' ? '2026-09-30T00:00:00.000Z' : at(1, 12);
    expect(effectsOn(before, moved(before, actor, command, when, { primary }))).toEqual(expected);
  });

  test('every move is in the table, and every clock is started and ended by some', () => {
    expect(new Set(table.map(([, , , { move }]) => move))).toEqual(new Set(moveNames));
    const started = table.flatMap(([, , , , effects]) => effects.started ?? []);
    const ended = table.flatMap(([, , , , effects]) => effects.stopped ?? []);
    // These three begin with the filing itself.
    const atFiling = ['first_answer', 'verify', 'completeness'];
    expect(clockKinds.filter((kind) => !started.includes(kind))).toEqual(atFiling);
    expect(clockKinds.filter((kind) => !ended.includes(kind))).toEqual([]);
  });

  test.each([
    ['a report reopened', disputed, make.reopen],
    ['an answer upheld', disputed, make.uphold],
    ['a report taken back', passedOn, { ...make.comeBack, message: 'Kami tangani lagi.' } as MoveCommand],
    ['a report handed over', passedOn, { ...make.close, message: 'Sudah dijawab provinsi.' } as MoveCommand],
  ])('the words of %s are a first answer, where there was none', (_says, report, command) => {
    const unanswered = { ...report, clocks: report.clocks.map(asIfNeverStopped) };
    expect(effectsOn(unanswered, moved(unanswered, coordinator, command, at(1, 12))).stopped).toContain('first_answer');
  });

  test('a request for information that is reopened was filed when it was filed, whenever it was found to be one', () => {
    const reopened = moved(complaintFoundToAsk, coordinator, make.reopen, at(1, 12));
    const { startedAt, dueAt } = lastOf(reopened.clocks, 'kip') ?? {};
    expect([startedAt, dueAt]).toEqual([at(1), lastOf(received.clocks, 'kip')?.dueAt]);
  });

  test('words of each post are a first answer, whoever is first', () => {
    const words: MoveCommand = { move: 'message', message: 'Sedang kami baca.' };
    for (const actor of [coordinator, roads, lights])
      expect(effectsOn(ofTwo, moved(ofTwo, actor, words, at(1, 12)))).toEqual({ stopped: ['first_answer'] });
  });
});

const asIfNeverStopped = (one: RunningClock): RunningClock =>
  one.kind === 'first_answer' ? { ...one, stoppedAt: null, outcome: null } : one;

/** Read off the clocks themselves, before and after. */
const effectsOn = (before: Report, after: Report): Effects => {
  const effects: { [Kind in Effect]?: ClockKind[] } = {};
  for (const kind of clockKinds) {
    for (const is of after.clocks.filter((one) => one.kind === kind)) {
      const effect = effectOn(
        before.clocks.find((one) => one.id === is.id),
        is,
      );
      if (effect !== null) effects[effect] = [...(effects[effect] ?? []), kind];
    }
  }
  return effects;
};

const effectOn = (was: RunningClock | undefined, is: RunningClock): Effect | null => {
  if (was === undefined) return 'started';
  if (was.stoppedAt === null && is.outcome !== null) return is.outcome === 'kept' ? 'stopped' : is.outcome;
  if (was.stoppedAt !== null) return is.stoppedAt === null ? 'continued' : null;
  if (was.pausedAt === null && is.pausedAt !== null) return 'paused';
  if (was.pausedAt !== null && is.pausedAt === null) return 'resumed';
  return was.dueAt === is.dueAt ? null : 'measuredAnew';
};
