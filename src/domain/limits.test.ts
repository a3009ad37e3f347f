import { describe, expect, it } from 'vitest';

import { hasVisibleWords } from './limits.ts';

describe('words', () => {
  it.each(['', ' \n', '\u200B', '\u2060\u200D', '\u3164', '\u115F', '\uFFA0', '\u2800', '\uFE0F', '\u202E'])(
    'of %j cannot be seen',
    (words) => expect(hasVisibleWords(words)).toBe(false),
  );

  it.each(['a', '.', '👍', '\u200Bya', '道'])('of %j are seen', (words) => expect(hasVisibleWords(words)).toBe(true));
});
