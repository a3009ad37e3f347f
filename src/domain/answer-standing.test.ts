import { describe, expect, it } from 'vitest';

import { answerStanding } from './answer-standing.ts';
import type { EventKind } from './event.ts';

const after = (...kinds: readonly EventKind[]) =>
  answerStanding(kinds.map((kind, day) => ({ kind, at: `2026-03-0${day + 1}T00:00:00.000Z` })));

describe('an answer', () => {
  it.each([
    ['stands once it was approved', ['answered', 'approved'], null, false],
    ['is disputed from that day on', ['approved', 'disputed'], '02', false],
    ['stands when somebody above has upheld it', ['approved', 'disputed', 'upheld'], null, false],
    ['is one of before when the work goes on', ['approved', 'disputed', 'reopened', 'assigned'], '02', true],
    ['is followed by another that stands', ['approved', 'disputed', 'reopened', 'answered', 'approved'], null, false],
    [
      'of before is not upheld with what was decided later',
      ['approved', 'disputed', 'reopened', 'rejected', 'disputed', 'upheld'],
      '02',
      true,
    ],
    ['that was shared is disputed alike', ['answer_shared', 'disputed'], '02', false],
  ] as const)('%s', (_, kinds, day, isEarlier) => {
    expect(after(...kinds)).toEqual({
      disputedAt: day === null ? null : `2026-03-${day}T00:00:00.000Z`,
      isEarlier,
    });
  });
});
