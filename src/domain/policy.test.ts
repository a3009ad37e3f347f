import { describe, expect, test } from 'vitest';

import { clockKinds } from './clocks.ts';
import { confidences, defaultPolicyRules } from './policy-default.ts';
import { boundsOf } from './policy-bounds.ts';
import { faultyKey, lengthOf, measuredClocks, policyFrom } from './policy.ts';
import { statusOf } from './refusal.ts';

const rule = (key: string, value: unknown) => ({ key, value, source: 'the city', confidence: 'own' }) as const;

describe('the policy of a city', () => {
  test('measures every clock but a promise', () => {
    expect(new Set([...measuredClocks, 'answer', 'promise'])).toEqual(new Set(clockKinds));
  });

  test('has a source and a confidence for every rule, each once', () => {
    expect(new Set(defaultPolicyRules.map((one) => one.key)).size).toBe(defaultPolicyRules.length);
    expect(defaultPolicyRules.every((one) => one.source !== '' && confidences.includes(one.confidence))).toBe(true);
  });

  test('is what its rules say, and the default where they are silent', () => {
    const policy = policyFrom(3, [
      rule('clock.answer.complaint', { n: 7, unit: 'calendar_days' }),
      rule('week.saturday_works', true),
    ]);
    expect(policy.version).toBe(3);
    expect(lengthOf(policy, 'answer', 'complaint')).toEqual({ n: 7, unit: 'calendar_days' });
    expect(lengthOf(policy, 'answer', 'berkadar')).toEqual({ n: 60, unit: 'working_days' });
    expect(lengthOf(policy, 'first_answer', 'berkadar')).toEqual({ n: 24, unit: 'hours' });
    expect([policy.saturdayWorks, policy.jointLeaveWorks, policy.rejectNeedsSecond]).toEqual([true, false, true]);
  });

  test('reads every rule it starts with', () => {
    for (const { key } of defaultPolicyRules) expect(() => policyFrom(1, [rule(key, 'nonsense')])).toThrow(key);
  });

  test.each([
    ['clock.verify', { n: 0, unit: 'hours' }],
    ['clock.verify', { n: 3, unit: 'moons' }],
    ['clock.verify', 3],
    ['week.saturday_works', 'yes'],
    ['office_hours.from', '8 pagi'],
    ['office_hours.until', '24:00'],
    ['office_hours.until', '07:30'],
    ['assign.max_open', -1],
    ['assign.max_open', 0],
    ['assign.max_open', 101],
    ['merge.max_voices', 0],
    ['merge.max_voices', 1_001],
    ['ask_reporter.max_by_holder', 11],
    ['return_to_coordinator.max', 0],
    ['return_to_coordinator.max', 11],
    ['notices.due_soon_hours', 1_001],
    ['escalation.leadership', 'soon'],
    ['escalation.leadership', 1_001],
    ['notices.quiet_from', '8 malam'],
    ['notices.due_soon_hours', -1],
    ['notices.digest_at', '24:00'],
  ])('makes no sense with %s = %j', (key, value) => {
    expect(() => policyFrom(1, [rule(key, value)])).toThrow(key);
  });

  test('adds to the time for a request for information only in the unit it has', () => {
    const kip = rule('clock.kip', { n: 14, unit: 'calendar_days' });
    const extension = rule('clock.kip_extension', { n: 7, unit: 'calendar_days' });
    expect(faultyKey([kip])).toBe('clock.kip_extension');
    expect(faultyKey([extension])).toBe('clock.kip_extension');
    expect(faultyKey([kip, extension])).toBeNull();
    expect(policyFrom(1, [kip]).kipExtension.unit).toBe('working_days');
  });
});

test.each(['clock.verify', 'assign.max_open', 'escalation.holder', 'notices.unopened_days'])(
  'the rule %s can be set to its least and to its most, and to nothing beyond',
  (key) => {
    const bounds = boundsOf(key);
    if (bounds === null) throw new Error(`${key} is a number`);
    const valueOf = (n: number) => (key.startsWith('clock.') ? { n, unit: 'hours' } : n);
    const set = (n: number) => faultyKey([rule(key, valueOf(n))]);
    expect([bounds.least - 1, bounds.least, bounds.most, bounds.most + 1].map(set)).toEqual([key, null, null, key]);
  },
);

test('a refusal has the status of the contract', () => {
  expect(statusOf({ kind: 'state_forbids', state: 'closed' })).toBe(409);
  expect(statusOf({ kind: 'post_may_not' })).toBe(403);
  expect(statusOf({ kind: 'incomplete', problems: [] })).toBe(422);
  expect(statusOf({ kind: 'changed_meanwhile', version: 2 })).toBe(412);
});
