import { expect, test } from 'vitest';

import { lessonsOf } from './lessons.ts';
import { isWhole, printReport, spreadOf, type ReplayReport } from './report.ts';
import { inventedRow } from './testing/invented-row.ts';

const whole: ReplayReport = {
  routing: 'rules',
  rows: 4,
  acknowledged: 4,
  refused: [],
  answered: 2,
  withoutAnswer: ['c'],
  negativeAnswer: ['d'],
  stored: 4,
  missing: [],
  doubled: [],
  differing: [],
  states: { closed: 2, assigned: 2 },
  clocks: { first_answer: { kept: 1, late: 1, running: 2, passed: 3 } },
  villages: {
    known: 4,
    namedOne: 2,
    right: 1,
    wrong: 1,
    wrongInSameDistrict: 1,
    namedSeveral: 0,
    rightAmongSeveral: 0,
  },
  agencies: { assigned: 4, comparable: 0, same: 0 },
  repeats: { rows: 1, offered: 1 },
  oracle: { reports: 4, clocks: 20, differing: [] },
  retries: 0,
  tookMs: 2000,
  filedPerSecond: 2,
  filingMs: spreadOf([3, 1, 2]),
  routingMs: spreadOf([]),
  answeringMs: spreadOf([]),
  lessons: lessonsOf([inventedRow('a')]),
};

test('a replay is whole when all is stored as it was sent and what was answered is closed', () => {
  expect(isWhole(whole)).toBe(true);
  const difference = { number: '4812073356', kind: 'answer', startedAt: '2022-01-01', written: null, told: {} };
  for (const flaw of [
    { acknowledged: 3 },
    { stored: 3 },
    { missing: ['a'] },
    { doubled: ['a'] },
    { differing: ['a'] },
    { answered: 1 },
    { states: { closed: 1, answered: 1, assigned: 2 } },
    { oracle: { reports: 4, clocks: 20, differing: [difference] } },
  ] satisfies readonly Partial<ReplayReport>[])
    expect([flaw, isWhole({ ...whole, ...flaw })]).toEqual([flaw, false]);
});

test('its report says what came, what the city did, and shares of what they are shares of', () => {
  const printed = printReport(whole);
  expect(printed).toMatch(/^without response +1: c$/m);
  expect(printed).toMatch(/^within 24 hours +1 of 4 \(25\.0 %\)$/m);
  expect(printed).toMatch(/^village right +1 of 2 \(50\.0 %\); 1 wrong, 1 of them in the same district/m);
  expect(printed).toMatch(/^agency the same +0 of 0 of those/m);
  expect(printed).toMatch(/^oracle +20 clocks of 4 reports, 0 differ$/m);
  expect(printed).toMatch(/^filing +p50 2 ms, p95 3 ms$/m);
});
