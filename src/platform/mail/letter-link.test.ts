import { expect, test } from 'vitest';

import { letterLink } from './letter-link.ts';

test('an address in a letter says its language where that is not the usual one, beside what it asks already', () => {
  expect(letterLink('https://satu.example/lacak/123', 'id')).toBe('https://satu.example/lacak/123');
  expect(letterLink('https://satu.example/lacak/123', 'en')).toBe('https://satu.example/lacak/123?lang=en');
  expect(letterLink('https://satu.example/lacak?nomor=123', 'en')).toBe('https://satu.example/lacak?nomor=123&lang=en');
});
