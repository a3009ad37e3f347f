import { expect, test } from 'vitest';
import { parseLanguage } from './language.ts';

test('Indonesian is spoken to who says nothing', () => {
  expect(parseLanguage(undefined, undefined, undefined)).toBe('id');
  expect(parseLanguage('', '', '')).toBe('id');
});

test('the address wins over the cookie, and the cookie over the browser', () => {
  expect(parseLanguage('id', 'en', 'id')).toBe('en');
  expect(parseLanguage('en', undefined, 'id')).toBe('en');
  expect(parseLanguage(undefined, undefined, 'en-GB,en;q=0.9')).toBe('en');
});

test('a language that is not ours is passed over, not guessed at', () => {
  expect(parseLanguage('xx', 'english', 'fr;q=1, en;q=0.2')).toBe('en');
  expect(parseLanguage('../../etc', '<b>', '*')).toBe('id');
});

test('the browser gets the language it weighs most, and none that it refuses', () => {
  expect(parseLanguage(undefined, undefined, 'en;q=0.4, id;q=0.8')).toBe('id');
  expect(parseLanguage(undefined, undefined, 'id;q=0, en;q=0.1')).toBe('en');
  expect(parseLanguage(undefined, undefined, 'en;q=nonsense')).toBe('id');
});

test('an old Android that calls Indonesian "in" is understood', () => {
  expect(parseLanguage(undefined, undefined, 'in-ID, en;q=0.5')).toBe('id');
});
