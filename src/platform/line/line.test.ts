import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';

import { openLine, type Answers, type LineEnd } from './line.ts';

/** Two ends of one wire, over which only what JSON can say gets through. */
const wire = (): readonly [LineEnd, LineEnd] => {
  const [left, right] = [new EventEmitter(), new EventEmitter()];
  const end = (own: EventEmitter, other: EventEmitter): LineEnd => ({
    send: (message) => setImmediate(() => other.emit('message', JSON.parse(JSON.stringify(message)))),
    on: (event, hear) => own.on(event, hear),
  });
  return [end(left, right), end(right, left)];
};

const lines = (answers: Answers) => {
  const [left, right] = wire();
  openLine(right, answers);
  return openLine(left, {});
};

test('both ends ask at once, and each question gets its own answer', async () => {
  let asked = 0;
  const line = lines({ count: async () => (asked += 1), twice: () => 'again' });
  expect(await Promise.all([line.ask('count'), line.ask('twice'), line.ask('count')])).toEqual([1, 'again', 2]);
});

test('what the other does not know, fails over or does not say in time is rejected, without its reasons', async () => {
  const line = lines({
    breaks: () => Promise.reject(new Error('a word of a citizen')),
    sleeps: () => new Promise(() => undefined),
  });
  await expect(line.ask('nothing')).rejects.toThrow('could not say: nothing');
  await expect(line.ask('breaks')).rejects.toThrow(/^the other process could not say: breaks$/);
  await expect(line.ask('sleeps', 20)).rejects.toThrow('did not say in time');
});

test('what is told is heard and not answered, and other messages on the wire are left alone', async () => {
  const heard: unknown[] = [];
  const [left, right] = wire();
  openLine(right, { news: (words) => void heard.push(words) });
  left.send?.({ cmd: 'something else' });
  openLine(left, {}).tell('news', { kind: 'TypeError' });
  openLine(left, {}).tell('unknown', {});
  await expect.poll(() => heard).toEqual([{ kind: 'TypeError' }]);
});
