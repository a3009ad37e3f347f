import { describe, expect, test } from 'vitest';

import { isUntouched } from './correction.ts';
import { decide, movesFor } from './lifecycle.ts';
import type { MoveCommand } from './move.ts';
import { contextAt, posts } from './testing/city.ts';
import { applied, by, filed, reporter } from './testing/life.ts';
import { later } from './time.ts';
import { wordsNow } from './words-now.ts';

const start = '2026-07-01T03:00:00.000Z';
const report = filed(start);
const minutes = (count: number): string => later(start, count * 60_000);
const correct: MoveCommand = { move: 'correct', description: 'Lampu padam di Jalan Melati.', place: 'depan SD' };

const decided = (command: MoveCommand, at: string, actor = reporter) => decide(report, actor, command, contextAt(at));

describe('a report is corrected', () => {
  test('by its reporter, within half an hour', () => {
    const outcome = decided(correct, minutes(29));
    expect(outcome.ok && outcome.value.events).toMatchObject([
      {
        kind: 'corrected',
        payload: {},
        secrets: { description: 'Lampu padam di Jalan Melati.', place: 'depan SD' },
        tellsReporter: false,
      },
    ]);
    expect(decided(correct, minutes(30))).toMatchObject({ ok: false, refusal: { kind: 'state_forbids' } });
  });

  test('by nobody else', () => {
    expect(decided(correct, minutes(1), by(posts.verifier))).toMatchObject({ refusal: { kind: 'post_may_not' } });
  });

  test('once, and not after anybody has done anything with it', () => {
    const context = contextAt(minutes(5));
    const after = (command: MoveCommand, actor = reporter) => {
      const made = decide(report, actor, command, context);
      if (!made.ok) throw new Error('the step was not made');
      return movesFor(applied(report, made.value), reporter, context);
    };
    expect(movesFor(report, reporter, context)).toContain('correct');
    expect(after(correct)).not.toContain('correct');
    expect(after({ move: 'note', message: 'Cek.' }, by(posts.verifier))).not.toContain('correct');
  });

  test('also after the same form brought another photo, and it is nobody else who has done something then', () => {
    const withPhoto = { ...report, version: 2, happened: ['filed', 'photos_added'] };
    const outcome = decide(withPhoto, reporter, correct, contextAt(minutes(5)));
    expect(outcome.ok).toBe(true);
    expect(isUntouched(withPhoto.happened)).toBe(true);
    expect(isUntouched(['filed', 'photos_added', 'corrected'])).toBe(true);
    expect(isUntouched(['filed', 'noted'])).toBe(false);
  });

  test('with words: none are no correction', () => {
    expect(decided({ move: 'correct', description: ' \n' }, minutes(1))).toMatchObject({
      refusal: { kind: 'incomplete', problems: [{ field: 'description', problem: 'required' }] },
    });
  });
});

describe('the words that count', () => {
  const filing = { kind: 'filed', words: { title: 'Lampu', description: 'Padam', place: 'SD', latitude: '-6.1' } };

  test('are those of the filing', () => {
    expect(wordsNow([filing, { kind: 'verified', words: {} }])).toEqual(filing.words);
    expect(wordsNow([])).toEqual({});
  });

  test('are those of the correction, also where it left one out; where it is stays', () => {
    const correction = { kind: 'corrected', words: { description: 'Padam lagi' } };
    expect(wordsNow([filing, correction])).toEqual({ description: 'Padam lagi', latitude: '-6.1' });
  });
});
