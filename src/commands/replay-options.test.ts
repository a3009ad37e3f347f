import { expect, test } from 'vitest';

import { readReplayOptions } from './replay-options.ts';

test('a table is replayed by the rules of the city unless something else is said', () => {
  expect(readReplayOptions(['/a.csv'])).toEqual({
    file: '/a.csv',
    limit: Infinity,
    perSecond: Infinity,
    routing: 'rules',
    tenantSlug: 'replay-rules',
    origin: undefined,
    json: undefined,
  });
  expect(readReplayOptions(['/a.csv', '--routing', 'recorded']).tenantSlug).toBe('replay-recorded');
  expect(readReplayOptions(['/a.csv', '--limit', '7', '--rate', '3'])).toMatchObject({ limit: 7, perSecond: 3 });
});

test('the report as JSON goes to a file, or to whoever reads the output', () => {
  expect(readReplayOptions(['/a.csv', '--json', '/b.json', '--limit', '7']).json).toEqual({ file: '/b.json' });
  expect(readReplayOptions(['/a.csv', '--json']).json).toBe('stdout');
  expect(readReplayOptions(['/a.csv', '--json', '--limit', '7'])).toMatchObject({ json: 'stdout', limit: 7 });
});

test.each([
  [[], 'replay takes a file'],
  [['--limit', '7'], 'replay takes a file'],
  [['/a.csv', '--limit', '0'], '--limit takes a whole number from 1'],
  [['/a.csv', '--routing', 'dice'], '--routing takes rules or recorded'],
  [['/a.csv', '--tenant', 'Kota Satu'], '--tenant takes small letters'],
])('%j is refused with what it takes', (args, says) => {
  expect(() => readReplayOptions(args)).toThrow(says);
});
