import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { systemClock } from '../../platform/clock/clock.ts';
import { eachAtPace } from './pace.ts';

describe('work at a pace', () => {
  it('is done once each, never more at a time than was said', async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    await eachAtPace([...Array(30).keys()], systemClock, { atOnce: 3, perSecond: Infinity }, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await pause(1);
      now -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([...Array(30).keys()]);
    expect(most).toBe(3);
  });

  it('takes its time where it shall', async () => {
    const began = performance.now();
    await eachAtPace([1, 2, 3, 4], systemClock, { atOnce: 4, perSecond: 20 }, async () => undefined);
    expect(performance.now() - began).toBeGreaterThan(140);
  });

  it('ends with the first that fails, and begins no other', async () => {
    let begun = 0;
    const work = eachAtPace([...Array(50).keys()], systemClock, { atOnce: 2, perSecond: Infinity }, async (item) => {
      begun += 1;
      await pause(1);
      if (item === 3) throw new Error('the service is gone');
    });
    await expect(work).rejects.toThrow('the service is gone');
    expect(begun).toBeLessThan(8);
  });
});
