import { describe, expect, test } from 'vitest';

import { keepAnswers } from './kept-answers.ts';

const start = (forMs = 1_000, most = 2) => {
  let at = 1_000_000;
  const asked: string[] = [];
  const keep = keepAnswers<number>({ forMs, most, clock: { now: () => new Date(at) } });
  const ask = (question: string, answer: () => Promise<number> = async () => asked.length) =>
    keep(question, () => {
      asked.push(question);
      return answer();
    });
  return { ask, asked, pass: (ms: number) => (at += ms) };
};

describe('an answer that is kept', () => {
  test('is found once for all who ask the same at once and soon after, and again when its time is over', async () => {
    const { ask, asked, pass } = start();
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2]);
    pass(999);
    expect(await ask('a')).toBe(1);
    pass(1);
    expect(await ask('a')).toBe(3);
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  test('is not one that failed: the next who asks looks again', async () => {
    const { ask, asked } = start();
    const fails = () => Promise.reject(new Error('gone'));
    const both = await Promise.allSettled([ask('a', fails), ask('a', fails)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe(2);
    expect(asked).toEqual(['a', 'a']);
  });

  test('gives way to those asked since when there are too many', async () => {
    const { ask, asked } = start();
    for (const question of ['a', 'b', 'c', 'b', 'a']) await ask(question);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  test('is asked again when the clock went back, and always where nothing is kept', async () => {
    const back = start();
    await back.ask('a');
    back.pass(-1);
    await back.ask('a');
    expect(back.asked).toHaveLength(2);
    const never = start(0);
    await never.ask('a');
    await never.ask('a');
    expect(never.asked).toHaveLength(2);
  });
});
