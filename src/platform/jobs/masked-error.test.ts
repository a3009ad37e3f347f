import { expect, test } from 'vitest';

import { maskedError } from './masked-error.ts';

test.each([
  ['550 5.1.1 <warga@example.org>: no such user', '550 5.1.1 <[address]>: no such user'],
  ['cannot text +62 812-3456-7890 today', 'cannot text [number] today'],
  ['NIK 3671010101900001 is wrong', 'NIK [number] is wrong'],
  ['report 01930000-0000-7000-8000-00000000000b is gone', 'report 01930000-0000-7000-8000-00000000000b is gone'],
  ['answered 450 after 3 tries in 2026', 'answered 450 after 3 tries in 2026'],
  ['', 'an error without words'],
])('"%s" is kept as "%s"', (words, kept) => {
  expect(maskedError(new Error(words)).message).toBe(kept);
});

test('neither the cause nor the first line of the frames brings the contact back', () => {
  const masked = maskedError(new Error('to warga@example.org', { cause: new Error('warga@example.org') }));
  expect(masked.cause).toBeUndefined();
  expect(masked.stack).not.toContain('warga');
  expect(masked.stack).toContain('masked-error.test.ts');
});

test('what is thrown need not be an error, and a novel is cut', () => {
  expect(maskedError('plain words').message).toBe('plain words');
  expect(maskedError(new Error('x '.repeat(1000))).message).toHaveLength(500);
});
