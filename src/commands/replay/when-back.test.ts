import { expect, test } from 'vitest';

import { whenBack } from './when-back.ts';

const failing = (error: Error, times: number) => {
  let asked = 0;
  return {
    ask: async (): Promise<number> => {
      asked += 1;
      if (asked <= times) throw error;
      return asked;
    },
    asked: () => asked,
  };
};

test('a database that is away is asked again until it is back', async () => {
  for (const error of [
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
    new Error('Connection terminated unexpectedly'),
    new Error('not asked', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) }),
  ])
    expect(await whenBack(failing(error, 2).ask)).toBe(3);
});

test('what the database says of the statement itself is heard at once', async () => {
  const refused = failing(Object.assign(new Error('no such table'), { code: '42P01' }), 1);
  await expect(whenBack(refused.ask)).rejects.toThrow('no such table');
  expect(refused.asked()).toBe(1);
});
