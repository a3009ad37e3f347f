import { describe, expect, it } from 'vitest';

import { shareInTime, toldOf, usualMs, type AnswerRecord } from './answer-record.ts';

const record = (more: Partial<AnswerRecord>): AnswerRecord => ({
  open: 3,
  late: 1,
  due: 10,
  inTime: 9,
  answered: 10,
  medianMs: 3_600_000,
  reopened: 2,
  ...more,
});

describe('how an office answers', () => {
  it('is a share of all whose time has come, and never rounded up to all', () => {
    expect(shareInTime(record({}))).toBe(90);
    expect(shareInTime(record({ due: 1_000, inTime: 999 }))).toBe(99);
    expect(shareInTime(record({ due: 6, inTime: 6 }))).toBe(100);
    expect(shareInTime(record({ due: 7, inTime: 0 }))).toBe(0);
  });

  it('is not said of fewer than five', () => {
    expect(shareInTime(record({ due: 4, inTime: 4 }))).toBeNull();
    expect(shareInTime(record({ due: 5, inTime: 4 }))).toBe(80);
    expect(usualMs(record({ answered: 4 }))).toBeNull();
    expect(toldOf(record({ due: 4 })).reopened).toBeNull();
    expect(toldOf(record({ due: 5 })).reopened).toBe(2);
    expect(usualMs(record({ answered: 5 }))).toBe(3_600_000);
    expect(usualMs(record({ answered: 0, medianMs: null }))).toBeNull();
  });
});
