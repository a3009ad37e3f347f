import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { startLoop } from './loop.ts';

const never = 3_600_000;
const noError = (error: unknown): void => {
  throw error;
};

describe('work that comes back', () => {
  it('is done at once, and again each time it is woken', async () => {
    let rounds = 0;
    const round = async () => {
      rounds += 1;
      return false;
    };
    const loop = startLoop({ everyMs: never, round, onError: noError });
    await expect.poll(() => rounds).toBe(1);
    loop.wake();
    await expect.poll(() => rounds).toBe(2);
    await pause(20);
    expect(rounds).toBe(2);
    await loop.stop();
  });

  it('is done again after a while when nobody wakes it', async () => {
    let rounds = 0;
    const round = async () => {
      rounds += 1;
      return false;
    };
    const loop = startLoop({ everyMs: 10, round, onError: noError });
    await expect.poll(() => rounds).toBeGreaterThan(3);
    await loop.stop();
  });

  it('goes on without a pause while more is waiting', async () => {
    let left = 5;
    const round = async () => {
      left -= 1;
      return left > 0;
    };
    const loop = startLoop({ everyMs: never, round, onError: noError });
    await expect.poll(() => left).toBe(0);
    await loop.stop();
  });

  it('that is woken while it works looks once more: what came meanwhile is not left lying', async () => {
    let rounds = 0;
    let release: () => void = () => undefined;
    const round = () => {
      rounds += 1;
      return new Promise<boolean>((resolve) => {
        release = () => resolve(false);
      });
    };
    const loop = startLoop({ everyMs: never, round, onError: noError });
    await expect.poll(() => rounds).toBe(1);
    loop.wake();
    loop.wake();
    release();
    await expect.poll(() => rounds).toBe(2);
    release();
    await pause(20);
    expect(rounds).toBe(2);
    await loop.stop();
  });

  it('is never done twice at a time', async () => {
    let running = 0;
    let most = 0;
    const round = async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(5);
      running -= 1;
      return false;
    };
    const loop = startLoop({ everyMs: 1, round, onError: noError });
    for (let n = 0; n < 20; n += 1) {
      loop.wake();
      await pause(2);
    }
    await loop.stop();
    expect(most).toBe(1);
  });

  it('that fails says so, pauses longer each time, wakes for nobody, and is itself again after it succeeded', async () => {
    const errors: unknown[] = [];
    let rounds = 0;
    const round = async () => {
      rounds += 1;
      if (rounds <= 3) throw new Error(`round ${rounds}`);
      return false;
    };
    const started = performance.now();
    const loop = startLoop({ everyMs: 10, round, onError: (error) => void errors.push(error) });
    await expect.poll(() => rounds).toBe(1);
    loop.wake();
    await expect.poll(() => rounds, { timeout: 5_000 }).toBeGreaterThan(4);
    expect(performance.now() - started).toBeGreaterThan(20 + 40 + 80 - 5);
    expect(errors).toHaveLength(3);
    await loop.stop();
  });

  it('that is stopped ends its round, and begins no other', async () => {
    let isDone = false;
    let rounds = 0;
    const round = async () => {
      rounds += 1;
      await pause(30);
      isDone = true;
      return true;
    };
    const loop = startLoop({ everyMs: 1, round, onError: noError });
    await expect.poll(() => rounds).toBe(1);
    await loop.stop();
    expect(isDone).toBe(true);
    await pause(20);
    expect(rounds).toBe(1);
  });

  it('woken often, it rests between two rounds and does together what came meanwhile', async () => {
    let rounds = 0;
    const loop = startLoop({
      everyMs: 10_000,
      restMs: 40,
      round: async () => {
        rounds += 1;
        return false;
      },
      onError: () => undefined,
    });
    for (let wake = 0; wake < 20; wake += 1) {
      loop.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rounds).toBeGreaterThan(1);
    expect(rounds).toBeLessThan(8);
    await loop.stop();
  });
});
