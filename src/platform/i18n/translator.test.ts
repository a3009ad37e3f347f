import { expect, test } from 'vitest';
import { createTranslators } from './translator.ts';

const { id, en } = createTranslators({
  id: { door: { open: 'Pintu terbuka', of: 'Pintu {{name}}', count_other: '{{count, number}} pintu' } },
  en: {
    door: {
      open: 'The door is open',
      of: 'Door of {{name}}',
      count_one: 'one door',
      count_other: '{{count, number}} doors',
    },
  },
});

test('each language has its own words for one key', () => {
  expect(id('door.open')).toBe('Pintu terbuka');
  expect(en('door.open')).toBe('The door is open');
  expect(id('door.open')).toBe('Pintu terbuka');
});

test('a count chooses the plural of its language and is written in its figures', () => {
  expect([0, 1, 2].map((count) => en('door.count', { count }))).toEqual(['0 doors', 'one door', '2 doors']);
  expect(id('door.count', { count: 1 })).toBe('1 pintu');
  expect(id('door.count', { count: 12_345 })).toBe('12.345 pintu');
  expect(en('door.count', { count: 12_345 })).toBe('12,345 doors');
});

test('what a citizen wrote is put in as it is: not escaped, not read as a text key, not filled in again', () => {
  const name = '$t(door.open) {{name}} <b> & "x"';
  expect(en('door.of', { name })).toBe(`Door of ${name}`);
});

test('a gap without a value throws instead of leaving a hole', () => {
  expect(() => en('door.of')).toThrow('has no value for name');
  expect(() => en('door.of', { other: 'x' })).toThrow('has no value for name');
});
