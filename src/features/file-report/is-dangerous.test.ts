import { describe, expect, it } from 'vitest';

import type { Category } from '../../store/city.ts';
import { isDangerous } from './is-dangerous.ts';
import { noFields } from './report-fields.ts';

const category = (slug: string, words: readonly string[], phone?: string): Category => ({
  id: slug,
  slug,
  group: 'g',
  groupName: { id: 'g', en: 'g' },
  name: { id: slug, en: slug },
  examples: { id: [], en: [] },
  questions: [],
  stoppers: phone === undefined ? [] : [{ id: 'Telepon.', en: 'Call.', phone }],
  promise: null,
  laporName: null,
  needsProof: false,
  isSensitive: false,
  words,
});
const city = {
  categories: [
    category('kabel-menjuntai', ['kabel', 'menjuntai'], '112'),
    category('jalan-rusak', ['lubang', 'aspal']),
    category('listrik', ['padam'], '123'),
  ],
};
const of = (fields: Partial<typeof noFields>): boolean => isDangerous(city, { ...noFields, ...fields });

describe('112 stands above everything else', () => {
  it('when the city says of the chosen category that one calls 112 first', () => {
    expect(of({ category: 'kabel-menjuntai', description: 'Di depan rumah.' })).toBe(true);
    expect(of({ category: 'jalan-rusak', description: 'Di depan rumah.' })).toBe(false);
    expect(of({ category: 'listrik', description: 'Di depan rumah.' })).toBe(false);
  });

  it('when none was chosen and the words speak of such a category alone', () => {
    expect(of({ description: 'Kabel menjuntai di gang.' })).toBe(true);
    expect(of({ description: 'Ada lubang dekat kabel.' })).toBe(false);
  });

  it('not when another was chosen than the words speak of', () => {
    expect(of({ category: 'jalan-rusak', description: 'Galian kabel.' })).toBe(false);
  });

  it('when the words speak of danger, whatever was chosen', () => {
    expect(of({ category: 'jalan-rusak', description: 'Ada kebakaran!' })).toBe(true);
    expect(of({})).toBe(false);
  });
});
