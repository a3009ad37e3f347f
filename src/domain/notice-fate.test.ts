import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { fateOf, type Addressee, type WaitingStep } from './notice-fate.ts';
import { noticeSteps, isAmong, isUrgentStep } from './notice-steps.ts';
import { later } from './time.ts';

/** A Monday, nine in the morning in Jakarta. */
const nine = '2026-11-23T02:00:00.000Z';
const zone = 'Asia/Jakarta';
const minute = 60_000;

const anybody: Addressee = {
  hasAddress: true,
  isStopped: false,
  sight: 'open',
  steps: 'all',
  quiet: { from: '20:00', until: '06:00' },
};

const step = (kind: WaitingStep['kind'], createdAt = nine, letterId: string | null = null): WaitingStep => ({
  id: `${kind} ${createdAt}`,
  letterId,
  kind,
  clock: null,
  createdAt,
});

const at = (now: string) => ({ now, zone, settleMs: 2 * minute });

describe('what waits for somebody', () => {
  test('waits two minutes for the next step, counted from the first', () => {
    const both = [step('verified'), step('assigned', later(nine, minute))];
    expect(fateOf(both, anybody, at(later(nine, minute)))).toEqual({ do: 'wait', until: later(nine, 2 * minute) });
    expect(fateOf(both, anybody, at(later(nine, 2 * minute)))).toEqual({ do: 'settle', ids: both.map(({ id }) => id) });
  });

  test.each(['filed', 'reporter_asked', 'approved'] as const)(
    'goes at once with %s, and what waited goes with it',
    (kind) => {
      const both = [step('accepted'), step(kind)];
      expect(fateOf(both, anybody, at(nine))).toEqual({ do: 'settle', ids: both.map(({ id }) => id) });
    },
  );

  test('goes in the morning, whatever it is and however it was settled', () => {
    const night = '2026-11-23T15:00:00.000Z';
    const morning = '2026-11-23T23:00:00.000Z';
    expect(fateOf([step('approved', night)], anybody, at(night))).toEqual({ do: 'wait', until: morning });
    expect(fateOf([step('approved', nine, 'a letter')], anybody, at(night))).toEqual({ do: 'wait', until: morning });
  });

  test('goes after a settled letter, and never with it', () => {
    const waiting = [step('filed', nine, 'a letter'), step('approved', later(nine, minute))];
    expect(fateOf(waiting, anybody, at(later(nine, minute)))).toEqual({
      do: 'send',
      letterId: 'a letter',
      ids: [waiting[0]?.id],
    });
  });

  test.each([
    ['stopped', { isStopped: true }],
    ['no_address', { hasAddress: false }],
    ['not_public', { sight: 'closed' }],
  ] as const)('is dropped as %s, also out of a settled letter', (reason, more) => {
    const waiting = [step('filed', nine, 'a letter'), step('approved')];
    expect(fateOf(waiting, { ...anybody, ...more }, at(nine))).toEqual({
      do: 'drop',
      ids: waiting.map(({ id }) => id),
      reason,
    });
  });

  test('stays, settled or not, as long as it is not known whether everyone may see the report again, and is looked at again by itself', () => {
    const unsure: Addressee = { ...anybody, sight: 'unsure' };
    const until = later(nine, 15 * minute);
    expect(fateOf([step('approved')], unsure, at(nine))).toEqual({ do: 'wait', until });
    expect(fateOf([step('approved', nine, 'a letter')], unsure, at(nine))).toEqual({ do: 'wait', until });
    expect(fateOf([step('approved')], { ...unsure, isStopped: true }, at(nine))).toMatchObject({ reason: 'stopped' });
    expect(fateOf([step('accepted')], { ...unsure, steps: 'end' }, at(nine))).toMatchObject({ reason: 'not_wanted' });
  });

  it('comes to an end, whatever somebody chose: each step is dropped with its reason, or part of exactly one letter', () => {
    const kinds = ['filed', 'verified', 'assigned', 'accepted', 'reporter_asked', 'approved', 'confirmed'] as const;
    const steps = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, fc.constantFrom(...noticeSteps), fc.nat(3_000), (chosen, wanted, minutes) => {
        let now = later(nine, minutes * minute);
        let waiting = chosen.map((kind, index) => ({ ...step(kind, now), id: String(index) }));
        const sent: string[] = [];
        const dropped: string[] = [];
        for (let looks = 0; waiting.length > 0 && looks < 10; looks += 1) {
          const fate = fateOf(waiting, { ...anybody, steps: wanted }, at(now));
          if (fate.do === 'wait') now = fate.until;
          if (fate.do === 'settle')
            waiting = waiting.map((one) => (fate.ids.includes(one.id) ? { ...one, letterId: 'one' } : one));
          if (fate.do === 'send') sent.push(...fate.ids);
          if (fate.do === 'drop') dropped.push(...fate.ids);
          if (fate.do === 'send' || fate.do === 'drop') waiting = waiting.filter(({ id }) => !fate.ids.includes(id));
        }
        const isWanted = (id: string) => isAmong(wanted, { kind: chosen[Number(id)] ?? 'filed', clock: null });
        const ids = chosen.map((_kind, index) => String(index));
        expect(sent).toEqual(ids.filter(isWanted));
        expect(dropped).toEqual(ids.filter((id) => !isWanted(id)));
      }),
    );
  });

  test('what is urgent is what somebody needs or has just asked for', () => {
    expect((['filed', 'accepted', 'approved', 'message_sent'] as const).filter(isUrgentStep)).toEqual([
      'filed',
      'approved',
    ]);
  });
});
