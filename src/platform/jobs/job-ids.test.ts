import { describe, expect, test } from 'vitest';

import { checkJobIds, idOf, readJobIds } from './job-ids.ts';

const tenantId = '01930000-0000-7000-8000-00000000000a';

describe('a job', () => {
  test.each([
    { reportId: '01930000-0000-7000-8000-00000000000b' },
    { seq: 12, position: 0 },
    { language: 'id', state: 'needs_info', channel: 'email', number: '1234567890', village: '36.71.01.1001' },
  ])('may hold %o', (ids) => {
    expect(() => checkJobIds({ tenantId, ...ids })).not.toThrow();
    expect(readJobIds({ tenantId, ...ids })).toEqual({ tenantId, ...ids });
  });

  test.each([
    { text: 'lubang di jalan' },
    { to: 'warga@example.org' },
    { phone: '+6281234567890' },
    { name: 'Siti Aminah' },
    { list: ['a'] },
    { nested: { a: 1 } },
    { empty: '' },
    { gone: null },
    { not: Number.NaN },
    { long: 'a'.repeat(49) },
    { 'a name with blanks': 1 },
  ])('never holds %o', (ids) => {
    expect(() => checkJobIds({ tenantId, ...ids })).toThrow(/ids|camelCase/);
  });

  test('does not repeat a contact in its refusal', () => {
    expect(() => checkJobIds({ tenantId, to: 'warga@example.org' })).toThrow(/^((?!warga).)*$/);
  });

  test.each([{}, { tenantId: 'demo' }, { tenantId: 7 }])('always says whose it is: %o does not', (ids) => {
    expect(() => checkJobIds(ids)).toThrow('tenantId');
    expect(() => readJobIds(ids)).toThrow('no list of ids');
  });

  test('without an id that its task asks for fails', () => {
    expect(idOf({ tenantId, seq: 4 }, 'seq')).toBe('4');
    expect(() => idOf({ tenantId }, 'seq')).toThrow('without seq');
  });
});
