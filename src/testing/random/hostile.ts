import fc from 'fast-check';

/** Values that have broken programs before: of other types, too long, cut, of the database's own language, of the host's. */
const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nSet-Cookie: a=b',
  '\u202e\u2066\ufeff',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(50),
  'a'.repeat(11_000),
  "' or 1=1; drop table laksa.report; --",
  '<script>alert(1)</script>"\'><img src=x onerror=1>',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '99999999999999999999999999',
  '1e400',
  '0000-00-00',
  '275760-09-13',
  '2026-02-30',
  '2026-11-23T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  '1234567890',
  '%00',
  '%',
  '${7*7}{{7*7}}',
  'https://evil.example/',
  '//evil.example',
  'true',
  '[]',
  '{}',
  'null',
] as const;

export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 40 }),
  );

/** Anything that JSON can say. */
export const hostileValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: hostileText() },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null], { a: { b: [] } }),
    fc.jsonValue({ maxDepth: 3 }),
  );
