import { describe, expect, test } from 'vitest';

import { calendarFrom } from './calendar.ts';
import { holidaysOfIndonesia } from './calendar-id.ts';
import { clockPassed } from './clock-passed.ts';
import { nextClock, type ClockKind } from './clocks.ts';
import type { Report } from './report.ts';
import { posts } from './testing/city.ts';
import { applied, by, clock, filed, moved, outcomeOf, refusalOf, reporter } from './testing/life.ts';
import * as make from './testing/moves.ts';
import { later, localDay } from './time.ts';

const at = (day: number, hour = 3): string =>
  `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const received = filed(at(1));
const verified = moved(received, by(posts.verifier), make.verify(), at(1, 4));
const assigned = moved(verified, by(posts.coordinator), make.assign(), at(1, 5));
const inProgress = moved(assigned, by(posts.roadsOfficer), make.accept, at(1, 6));
const answered = moved(inProgress, by(posts.roadsOfficer), make.answer, at(2));
const resolved = moved(answered, by(posts.validator), make.approve, at(3));

const lastOf = (report: Report, kind: ClockKind) => {
  const found = report.clocks.findLast((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} clock`);
  return found;
};
/** The last day on which it is in time. */
const dueDay = (report: Report, kind: ClockKind): string =>
  localDay(later(lastOf(report, kind).dueAt, -1), 'Asia/Jakarta');
const running = (report: Report): readonly string[] =>
  report.clocks
    .filter((one) => one.stoppedAt === null)
    .map((one) => (one.pausedAt === null ? one.kind : `${one.kind} paused`));
const ended = (report: Report): readonly string[] =>
  report.clocks.filter((one) => one.stoppedAt !== null).map((one) => `${one.kind} ${one.outcome}`);

describe('the clocks of a report on its way', () => {
  test('filed: a first answer in 24 hours, verified in three working days, said complete in fourteen days', () => {
    expect(running(received)).toEqual(['first_answer', 'verify', 'completeness']);
    expect(lastOf(received, 'first_answer').dueAt).toBe(at(2));
    expect([dueDay(received, 'verify'), dueDay(received, 'completeness')]).toEqual(['2026-07-06', '2026-07-15']);
    expect(nextClock(received.clocks)?.kind).toBe('first_answer');
  });

  test('an information request has its own ten working days from the day it was filed', () => {
    const request = filed(at(1), { kind: 'information_request' });
    expect(dueDay(request, 'kip')).toBe('2026-07-15');
    const other = moved(request, by(posts.verifier), make.verify('complaint'), at(2));
    expect(lastOf(other, 'kip').outcome).toBe('cancelled');
    const found = moved(received, by(posts.verifier), make.verify('information_request'), at(3));
    expect([lastOf(found, 'kip').startedAt, dueDay(found, 'kip')]).toEqual([at(1), '2026-07-15']);
  });

  test('verified: the classes have their own length, and the citizen still waits for a first answer', () => {
    expect(running(verified)).toEqual(['first_answer', 'follow_up', 'answer', 'decision']);
    expect(ended(verified)).toEqual(['verify kept', 'completeness kept']);
    const due = (as: 'complaint' | 'berkadar' | 'aspiration' | 'information') =>
      dueDay(moved(received, by(posts.verifier), make.verify(as), at(1)), 'answer');
    expect([due('aspiration'), due('information'), due('complaint'), due('berkadar')]).toEqual([
      '2026-07-08',
      '2026-07-08',
      '2026-07-21',
      '2026-09-25',
    ]);
  });

  test('accepted with words: answered first, followed up; without words: neither', () => {
    expect(ended(inProgress)).toEqual(['first_answer kept', 'verify kept', 'completeness kept', 'follow_up kept']);
    const silent = moved(assigned, by(posts.roadsOfficer), { move: 'accept' }, at(1, 6));
    expect(running(silent)).toEqual(['first_answer', 'follow_up', 'answer', 'decision']);
  });

  test('a message of a post is a first answer; one of the reporter, or a note, is not', () => {
    const words = 'Sedang kami baca.';
    expect(
      lastOf(moved(received, by(posts.verifier), { move: 'message', message: words }, at(2, 2)), 'first_answer')
        .outcome,
    ).toBe('kept');
    expect(
      lastOf(moved(received, reporter, { move: 'message', message: words }, at(2, 2)), 'first_answer').stoppedAt,
    ).toBeNull();
    expect(
      lastOf(moved(received, by(posts.verifier), { move: 'note', message: words }, at(2, 2)), 'first_answer').stoppedAt,
    ).toBeNull();
  });

  test('at the due instant it is too late', () => {
    const words = { move: 'message', message: 'Sedang kami baca.' } as const;
    expect(lastOf(moved(received, by(posts.verifier), words, at(2)), 'first_answer').outcome).toBe('late');
    expect(lastOf(moved(received, by(posts.verifier), words, later(at(2), -1)), 'first_answer').outcome).toBe('kept');
  });

  test('answered: the validator has two working days while the answer clock runs on', () => {
    expect(running(answered)).toEqual(['answer', 'decision', 'validation']);
    expect(dueDay(answered, 'validation')).toBe('2026-07-06');
  });

  test('approved: everything is answered and the reporter has ten working days to reply', () => {
    expect(running(resolved)).toEqual(['reply_window']);
    expect(dueDay(resolved, 'reply_window')).toBe('2026-07-17');
    expect(ended(resolved)).toContain('answer kept');
  });

  test('a rejection proposed stops nothing; confirmed it is the answer', () => {
    const proposed = moved(received, by(posts.verifier), make.reject, at(2, 1));
    expect(running(proposed)).toEqual(['first_answer', 'verify', 'completeness']);
    const rejected = moved(proposed, by(posts.otherVerifier), make.reject, at(2, 2));
    expect(running(rejected)).toEqual(['reply_window']);
    expect(ended(rejected)).toEqual(['first_answer kept', 'verify kept', 'completeness kept']);
  });

  test('withdrawn: nothing is waited for, but what was late stays late', () => {
    const withdrawn = moved(received, reporter, make.withdraw, at(3));
    expect(running(withdrawn)).toEqual([]);
    expect(ended(withdrawn)).toEqual(['first_answer late', 'verify cancelled', 'completeness cancelled']);
  });

  test('transferred: fourteen days for the other authority while the answer clock runs on', () => {
    const transferred = moved(inProgress, by(posts.coordinator), make.transfer, at(2));
    expect(running(transferred)).toEqual(['answer', 'decision', 'outside']);
    expect(dueDay(transferred, 'outside')).toBe('2026-07-16');
    const back = moved(transferred, by(posts.coordinator), make.comeBack, at(6));
    expect(running(back)).toEqual(['answer', 'decision']);
    expect(lastOf(back, 'answer').dueAt).toBe(lastOf(inProgress, 'answer').dueAt);
  });

  test('transferred before it was verified and back: only now it has to be answered', () => {
    const transferred = moved(received, by(posts.coordinator), make.transfer, at(2));
    const back = moved(transferred, { kind: 'authority' }, make.comeBack, at(6));
    expect(running(back)).toEqual(['follow_up', 'answer', 'decision']);
    expect(lastOf(back, 'answer').startedAt).toBe(at(6));
  });
});

describe('a question to the reporter', () => {
  const asked = moved(inProgress, by(posts.roadsOfficer), make.ask, at(3));

  test('pauses what the city owes and gives the reporter thirty days', () => {
    expect(running(asked)).toEqual(['answer paused', 'decision paused', 'completion']);
    expect(dueDay(asked, 'completion')).toBe('2026-08-02');
    expect(nextClock(asked.clocks)?.kind).toBe('completion');
  });

  test('gives back the days it took, and no more', () => {
    const provided = moved(asked, reporter, make.provide, at(10));
    expect(dueDay(inProgress, 'answer')).toBe('2026-07-21');
    expect(dueDay(provided, 'answer')).toBe('2026-07-28');
    expect(dueDay(provided, 'decision')).toBe('2026-09-06');
    expect(lastOf(provided, 'answer').pausedMs).toBe(7 * 86_400_000);
  });

  test('entered twice gives back both', () => {
    const provided = moved(asked, reporter, make.provide, at(10));
    const again = moved(moved(provided, by(posts.roadsOfficer), make.ask, at(13)), reporter, make.provide, at(15));
    expect(dueDay(again, 'answer')).toBe('2026-07-30');
    expect(lastOf(again, 'answer').pausedMs).toBe(9 * 86_400_000);
  });

  test('gives back a holiday that was added meanwhile as well', () => {
    const added = calendarFrom('Asia/Jakarta', [...holidaysOfIndonesia, { day: '2026-07-14', kind: 'regional' }]);
    const provided = moved(asked, reporter, make.provide, at(10), { calendar: added });
    expect(dueDay(provided, 'answer')).toBe('2026-07-29');
  });

  test('says of a new report that it is incomplete', () => {
    const incomplete = moved(received, by(posts.verifier), make.ask, at(2, 1));
    expect(ended(incomplete)).toEqual(['first_answer kept', 'completeness kept']);
    expect(running(incomplete)).toEqual(['verify paused', 'completion']);
    expect(running(moved(incomplete, reporter, make.provide, at(6)))).toEqual(['verify']);
  });

  test('unanswered for thirty days closes the report on the day, however late the sweep', () => {
    const { id, dueAt } = lastOf(asked, 'completion');
    const outcome = outcomeOf(asked, clock, { move: 'expire', clockId: id }, '2026-09-01T00:00:00.000Z');
    expect(outcome.events[0]).toMatchObject({ kind: 'expired', at: dueAt, payload: { closedReason: 'not_completed' } });
    const closed = applied(asked, outcome);
    expect(closed).toMatchObject({ state: 'closed', closedReason: 'not_completed', holderPostId: null });
    expect(lastOf(closed, 'completion')).toMatchObject({ stoppedAt: dueAt, outcome: 'lapsed' });
    expect(lastOf(closed, 'answer').outcome).toBe('cancelled');
    expect(closed.assignments.map((one) => one.state)).toEqual(['returned']);
  });
});

describe('the reply window', () => {
  const { id, dueAt } = lastOf(resolved, 'reply_window');
  const expire = { move: 'expire', clockId: id } as const;

  test('closes what is resolved, not a moment before its end', () => {
    expect(refusalOf(resolved, clock, expire, later(dueAt, -1))).toEqual({ kind: 'state_forbids', state: 'resolved' });
    expect(moved(resolved, clock, expire, dueAt)).toMatchObject({ state: 'closed', closedReason: 'no_reply' });
  });

  test('only lapses on what is over, silently', () => {
    const rejected = moved(
      moved(received, by(posts.verifier), make.reject, at(2)),
      by(posts.otherVerifier),
      make.reject,
      at(2),
    );
    const end = lastOf(rejected, 'reply_window');
    const outcome = outcomeOf(rejected, clock, { move: 'expire', clockId: end.id }, '2026-08-01T00:00:00.000Z');
    expect(outcome.events[0]).toMatchObject({ kind: 'expired', tellsReporter: false, at: end.dueAt });
    expect(applied(rejected, outcome)).toMatchObject({ state: 'rejected', closedReason: null });
    expect(refusalOf(applied(rejected, outcome), reporter, make.dispute, at(4))).toEqual({
      kind: 'state_forbids',
      state: 'rejected',
    });
  });

  test('is not the business of another clock, nor expired twice', () => {
    const other = lastOf(answered, 'validation').id;
    expect(refusalOf(resolved, clock, { move: 'expire', clockId: other }, '2026-08-01T00:00:00.000Z')).toEqual({
      kind: 'state_forbids',
      state: 'resolved',
    });
    const closed = moved(resolved, clock, expire, dueAt);
    expect(refusalOf(closed, clock, expire, '2026-08-01T00:00:00.000Z')).toEqual({
      kind: 'state_forbids',
      state: 'closed',
    });
  });
});

describe('an answer that does not stand', () => {
  test('sent back after its due day is as late as if it had never been answered', () => {
    const late = '2026-07-27T03:00:00.000Z';
    const sentBack = moved(answered, by(posts.validator), make.sendBack, late);
    expect(lastOf(sentBack, 'answer')).toMatchObject({ stoppedAt: null, dueAt: lastOf(inProgress, 'answer').dueAt });
    const again = moved(sentBack, by(posts.roadsOfficer), make.answer, late);
    expect(lastOf(moved(again, by(posts.validator), make.approve, late), 'answer').outcome).toBe('late');
    expect(lastOf(sentBack, 'validation').outcome).toBe('late');
  });

  test('reopened goes on without the days it was resolved', () => {
    const disputed = moved(resolved, reporter, make.dispute, at(10));
    expect(running(disputed)).toEqual(['validation']);
    expect(dueDay(disputed, 'validation')).toBe('2026-07-17');
    const reopened = moved(disputed, by(posts.coordinator), make.reopen, at(14));
    expect(running(reopened)).toEqual(['answer', 'decision']);
    // Approved on the 3rd with 12 working days left; disputed on the 10th; the days of the dispute count.
    expect(dueDay(reopened, 'answer')).toBe('2026-07-28');
    expect(dueDay(reopened, 'decision')).toBe('2026-09-06');
  });

  test('reopened after a confirmation goes on from the day of the objection', () => {
    const confirmed = moved(resolved, reporter, make.confirm, at(6));
    const reopened = moved(
      moved(confirmed, reporter, make.dispute, at(10)),
      by(posts.coordinator),
      make.reopen,
      at(14),
    );
    expect(dueDay(reopened, 'answer')).toBe('2026-07-28');
  });

  test('upheld opens the way to object again', () => {
    const upheld = moved(moved(resolved, reporter, make.dispute, at(10)), by(posts.coordinator), make.uphold, at(13));
    expect(running(upheld)).toEqual(['reply_window']);
    expect(lastOf(upheld, 'validation').outcome).toBe('kept');
  });

  test('a rejection reopened starts the clocks of a verified report', () => {
    const rejected = moved(
      moved(received, by(posts.verifier), make.reject, at(2)),
      by(posts.otherVerifier),
      make.reject,
      at(2),
    );
    const reopened = moved(moved(rejected, reporter, make.dispute, at(6)), by(posts.coordinator), make.reopen, at(7));
    expect(running(reopened)).toEqual(['follow_up', 'answer', 'decision']);
    expect(lastOf(reopened, 'answer').startedAt).toBe(at(7));
  });
});

describe('a promised date', () => {
  const promised = moved(inProgress, by(posts.roadsOfficer), make.promise('2026-07-10'), at(2));

  test('is a clock of its own and moves no other', () => {
    expect(lastOf(promised, 'promise').dueAt).toBe('2026-07-10T17:00:00.000Z');
    const others = (report: Report) => report.clocks.filter((one) => one.kind !== 'promise');
    expect(others(promised)).toEqual(others(inProgress));
  });

  test('gives way to a later one, counted apart from kept and late', () => {
    const again = moved(promised, by(posts.roadsOfficer), make.promise('2026-07-20'), at(8));
    expect(again.clocks.filter((one) => one.kind === 'promise').map((one) => one.outcome)).toEqual(['moved', null]);
  });

  test('that gives way to an earlier one is moved as well', () => {
    const again = moved(promised, by(posts.roadsOfficer), make.promise('2026-07-09'), at(8));
    expect(again.clocks.filter((one) => one.kind === 'promise').map((one) => one.outcome)).toEqual(['moved', null]);
  });

  test('that was missed stays missed, whatever is promised afterwards', () => {
    const outcomes = (report: Report) =>
      report.clocks.filter((one) => one.kind === 'promise').map((one) => one.outcome);
    const next = (when: string) => moved(promised, by(posts.roadsOfficer), make.promise('2026-07-20'), when);
    expect(outcomes(next('2026-07-10T16:59:59.999Z'))).toEqual(['moved', null]);
    expect(outcomes(next('2026-07-10T17:00:00.000Z'))).toEqual(['late', null]);
  });

  test('is kept by an approved answer', () => {
    const done = moved(
      moved(promised, by(posts.roadsOfficer), make.answer, at(9)),
      by(posts.validator),
      make.approve,
      at(10),
    );
    expect(lastOf(done, 'promise').outcome).toBe('kept');
  });
});

describe('another class', () => {
  test('keeps the start and changes the length, also on the due day', () => {
    const day = '2026-07-21T10:00:00.000Z';
    const berkadar = moved(inProgress, by(posts.coordinator), { move: 'reclassify', class: 'berkadar' }, day);
    expect(lastOf(berkadar, 'answer')).toMatchObject({ startedAt: at(1, 4) });
    expect(dueDay(berkadar, 'answer')).toBe('2026-09-25');
    const aspiration = moved(inProgress, by(posts.coordinator), { move: 'reclassify', class: 'aspiration' }, day);
    expect(dueDay(aspiration, 'answer')).toBe('2026-07-08');
  });

  test('keeps the days of a pause', () => {
    const provided = moved(moved(inProgress, by(posts.roadsOfficer), make.ask, at(3)), reporter, make.provide, at(6));
    const aspiration = moved(provided, by(posts.coordinator), { move: 'reclassify', class: 'aspiration' }, at(7));
    expect(dueDay(aspiration, 'answer')).toBe('2026-07-09');
  });
});

describe('a clock that has passed', () => {
  const { id, dueAt } = lastOf(received, 'first_answer');

  test('is marked once, dated by its due date', () => {
    const outcome = clockPassed(received, id, '2026-07-09T00:00:00.000Z');
    expect(outcome?.events).toEqual([
      {
        kind: 'clock_passed',
        payload: { clock: 'first_answer', clockId: id, dueAt },
        secrets: {},
        tellsReporter: false,
        at: dueAt,
      },
    ]);
    if (outcome === null) throw new Error('nothing to mark');
    const passed = applied(received, outcome);
    expect(lastOf(passed, 'first_answer')).toMatchObject({ passedAt: dueAt, stoppedAt: null });
    expect(clockPassed(passed, id, '2026-07-10T00:00:00.000Z')).toBeNull();
  });

  test('tells the reporter of what was promised to them', () => {
    const answer = lastOf(inProgress, 'answer').id;
    expect(clockPassed(inProgress, answer, '2026-08-01T00:00:00.000Z')?.events[0]?.tellsReporter).toBe(true);
  });

  test('is not marked early, nor when stopped, paused or one that expires', () => {
    const late = '2026-12-01T00:00:00.000Z';
    const asked = moved(inProgress, by(posts.roadsOfficer), make.ask, at(3));
    expect(clockPassed(received, id, later(dueAt, -1))).toBeNull();
    expect(clockPassed(inProgress, id, late)).toBeNull();
    expect(clockPassed(asked, lastOf(asked, 'answer').id, late)).toBeNull();
    expect(clockPassed(asked, lastOf(asked, 'completion').id, late)).toBeNull();
    expect(clockPassed(resolved, lastOf(resolved, 'reply_window').id, late)).toBeNull();
    expect(clockPassed(received, 'unknown', late)).toBeNull();
  });
});
