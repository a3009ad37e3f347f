import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { isOpenAssignment } from './assignment.ts';
import { nextClock } from './clocks.ts';
import { payloadProblems } from './event.ts';
import { decide, lifecycle, movesFor } from './lifecycle.ts';
import type { MoveCommand, MoveName } from './move.ts';
import { seesReport } from './permission.ts';
import { isFinal, type Report, type ReportState } from './report.ts';
import { contextAt, idOf, posts } from './testing/city.ts';
import { applied, by, filed, moved, reporter } from './testing/life.ts';
import * as make from './testing/moves.ts';
import { lives } from './testing/random-life.ts';
import { hearingOf, releaseVoice, shareAnswer, type SharedAnswer } from './voices.ts';

/** Many lives of many steps: slow on a machine that has other things to do. */
vi.setConfig({ testTimeout: 60_000 });

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const answer: SharedAnswer = {
  primaryId: idOf(555),
  answeredByPostId: posts.roadsOfficer.id,
  words: 'Sudah ditambal.',
  publicWords: 'Sudah ditambal.',
};
const received = filed(at(1));
const told = (voice: Report, when = at(5), more = answer) => {
  const outcome = shareAnswer(voice, more, contextAt(when));
  if (outcome === null) throw new Error('nothing is told');
  return { outcome, voice: applied(voice, outcome) };
};
const clockOf = (report: Report, kind: string) => report.clocks.findLast((clock) => clock.kind === kind);

describe('the answer of a primary', () => {
  test('is the answer of a voice that waits for one: it is resolved, and its reporter may reply', () => {
    const { outcome, voice } = told(received);
    expect(voice).toMatchObject({ state: 'resolved', answeredByPostId: posts.roadsOfficer.id });
    expect(outcome.events).toEqual([
      {
        kind: 'answer_shared',
        payload: { from: 'received', to: 'resolved', primaryId: answer.primaryId },
        secrets: { message: 'Sudah ditambal.' },
        tellsReporter: true,
        byRule: true,
      },
    ]);
    expect(clockOf(voice, 'first_answer')?.outcome).toBe('kept');
    expect(clockOf(voice, 'verify')?.outcome).toBe('cancelled');
    expect(nextClock(voice.clocks)?.kind).toBe('reply_window');
    const may = movesFor(voice, reporter, contextAt(at(6)));
    expect(may).toEqual(expect.arrayContaining(['confirm', 'dispute']));
  });

  test('comes late where the promise of the voice itself is over', () => {
    const { voice } = told(received, '2026-03-04T00:00:00.000Z');
    expect(clockOf(voice, 'first_answer')?.outcome).toBe('late');
  });

  test('ends the work of a voice and a question to its reporter', () => {
    const asked = moved(received, by(posts.verifier), make.ask, at(2));
    const { voice } = told(asked);
    expect(voice).toMatchObject({ state: 'resolved', stateBefore: null });
    expect(clockOf(voice, 'completion')?.outcome).toBe('cancelled');
    const verified = moved(received, by(posts.verifier), make.verify(), at(2));
    const worked = told(moved(verified, by(posts.coordinator), make.assign(posts.lightsOfficer), at(3))).voice;
    expect(worked.assignments.filter(isOpenAssignment)).toEqual([]);
    const disputed = moved(worked, reporter, make.dispute, at(6));
    expect(disputed.state).toBe('disputed');
  });

  test('is no public word of a voice that is secret, nor of a primary that is not public', () => {
    expect(told(received).outcome.report.publicAnswer).toBe('Sudah ditambal.');
    expect(told({ ...received, isSecret: true }).outcome.report.publicAnswer).toBeNull();
    expect(told(received, at(5), { ...answer, publicWords: null }).outcome.report.publicAnswer).toBeNull();
  });

  test('reaches a voice that has an answer already as words alone, and one that is over not at all', () => {
    const resolved = told(received).voice;
    const again = told(resolved, at(7));
    expect(again.voice).toMatchObject({ state: resolved.state, version: resolved.version + 1 });
    expect(again.outcome.events[0]?.payload).toEqual({ primaryId: answer.primaryId });
    const closed = moved(resolved, reporter, make.confirm, at(8));
    expect(shareAnswer(closed, answer, contextAt(at(9)))).toBeNull();
  });

  test('leaves every voice with a holder, a next date and its legal clocks as they were due', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        for (const { after, context } of steps) {
          const outcome = shareAnswer(after, answer, context);
          if (outcome === null) {
            expect(isFinal(after.state)).toBe(true);
            continue;
          }
          const voice = applied(after, outcome);
          expect(voice.holderPostId).not.toBeNull();
          expect(nextClock(voice.clocks), after.state).not.toBeNull();
          for (const was of after.clocks) {
            const is = voice.clocks.find(({ id }) => id === was.id);
            if (was.pausedAt === null) expect(is?.dueAt).toBe(was.dueAt);
            else expect((is?.dueAt ?? '') >= was.dueAt).toBe(true);
          }
          for (const event of outcome.events) expect(payloadProblems(event.kind, event.payload)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a primary that is over', () => {
  const merged = { ...received, mergedInto: idOf(555) };

  test('lets go what waited for it, and nothing that has its answer', () => {
    const outcome = releaseVoice(merged, idOf(555), 'over');
    expect(outcome).toMatchObject({
      merges: [{ do: 'unmerge' }],
      events: [{ kind: 'unmerged', payload: { primaryId: idOf(555), reason: 'primary_ended' }, tellsReporter: true }],
    });
    expect(outcome && applied(merged, outcome)).toEqual({ ...received, version: 2, happened: ['filed', 'unmerged'] });
    expect(releaseVoice(told(received).voice, idOf(555), 'over')).toBeNull();
  });

  test('is one that has just come to its end; an approval shares its answer; all else is nobody’s concern', () => {
    const hearing = (move: MoveName, before: ReportState, after: ReportState) =>
      hearingOf(move, { state: before, class: null, isSecret: false }, { state: after, class: null });
    expect(hearing('approve', 'answered', 'resolved')).toBe('answer');
    for (const [move, before, after] of [
      ['withdraw', 'in_progress', 'closed'],
      ['reject', 'received', 'rejected'],
      ['expire', 'needs_info', 'closed'],
      ['close', 'transferred', 'closed'],
    ] as const)
      expect(hearing(move, before, after)).toBe('over');
    expect(hearing('reclassify', 'closed', 'closed')).toBeNull();
    expect(hearing('answer', 'in_progress', 'answered')).toBeNull();
  });
});

describe('what is confidential', () => {
  const primary = {
    id: idOf(77),
    state: 'verified',
    mergedInto: null,
    isSecret: false,
    class: null,
    voices: 0,
  } as const;
  const merge: MoveCommand = { move: 'merge', primaryId: primary.id };
  const mergeInto = (voice: Report, more: object) =>
    decide(voice, by(posts.verifier), merge, contextAt(at(2), { primary: { ...primary, ...more } }));
  const refused = { refusal: { problems: [{ field: 'primary', problem: 'not_allowed' }] } };

  test('is merged into nothing, and nothing into it', () => {
    expect(mergeInto(received, {})).toMatchObject({ ok: true });
    expect(mergeInto(filed(at(1), { isSecret: true }), {})).toMatchObject(refused);
    expect(mergeInto(received, { isSecret: true })).toMatchObject(refused);
    expect(mergeInto(received, { class: 'berkadar' })).toMatchObject(refused);
  });

  test('parts from the others the moment it is known to be, and they from it, answered or not', () => {
    const merged = moved(received, by(posts.verifier), merge, at(2), { primary });
    const parted = moved(merged, by(posts.verifier), { move: 'reclassify', class: 'berkadar' }, at(3));
    expect(parted.mergedInto).toBeNull();
    const [before, after] = [
      { state: 'answered', class: 'complaint', isSecret: false },
      { state: 'verified', class: 'berkadar', isSecret: false },
    ] as const;
    expect(hearingOf('reclassify', before, after)).toBe('confidential');
    expect(hearingOf('approve', { ...before, isSecret: true }, { ...before, state: 'resolved' })).toBe('confidential');
    expect(hearingOf('approve', { ...after, state: 'answered' }, { ...after, state: 'resolved' })).toBeNull();
    expect(releaseVoice(told(received).voice, idOf(555), 'confidential')).toMatchObject({
      merges: [{ do: 'unmerge' }],
    });
  });

  test('is not read by who answered the primary alone: the coordinator keeps watch over a voice', () => {
    const { voice } = told(received);
    expect(voice.holderPostId).toBe(posts.coordinator.id);
    expect(seesReport(posts.roadsOfficer, voice)).toBe(false);
  });
});

test('a voice whose reporter was being asked has its days back when a dispute sets its clocks going again', () => {
  const verified = moved(received, by(posts.verifier), make.verify(), at(2));
  const asked = moved(verified, by(posts.coordinator), make.ask, at(3));
  const due = clockOf(asked, 'answer')?.dueAt ?? '';
  const { voice } = told(asked, '2026-03-16T05:00:00.000Z');
  expect(clockOf(voice, 'answer')).toMatchObject({ outcome: 'kept', pausedAt: null });
  expect((clockOf(voice, 'answer')?.dueAt ?? '') > due).toBe(true);
});

test('so many are merged into one, and no more: an approval answers them all at once', () => {
  const primary = { id: idOf(77), state: 'verified', mergedInto: null, isSecret: false, class: null } as const;
  const merge = (voices: number) =>
    decide(
      received,
      by(posts.verifier),
      { move: 'merge', primaryId: primary.id },
      contextAt(at(2), { primary: { ...primary, voices } }),
    );
  expect(merge(199)).toMatchObject({ ok: true });
  expect(merge(200)).toMatchObject({ refusal: { problems: [{ field: 'primary', problem: 'too_many' }] } });
});

test('nothing is merged into a report whose answer has gone out', () => {
  const primary = {
    id: idOf(77),
    state: 'resolved',
    mergedInto: null,
    isSecret: false,
    class: null,
    voices: 0,
  } as const;
  const command: MoveCommand = { move: 'merge', primaryId: primary.id };
  expect(decide(received, by(posts.verifier), command, contextAt(at(2), { primary }))).toMatchObject({
    refusal: { problems: [{ field: 'primary', problem: 'not_allowed' }] },
  });
  expect(lifecycle.merge.to).toBe('unchanged');
});
