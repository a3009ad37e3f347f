import { describe, expect, it } from 'vitest';

import { isDangerous } from './is-dangerous.ts';

type Stopper = { readonly phone: string; readonly always?: boolean };
const noFields = { category: '', title: '', description: '', place: '' };

const category = (slug: string, words: readonly string[], ...stoppers: readonly Stopper[]) => ({
  slug,
  words,
  stoppers,
});
const call = { phone: '112' };
const city = {
  categories: [
    category('kekerasan', ['dilecehkan', 'kekerasan'], { ...call, always: true }),
    category('drainase', ['got', 'mampet'], call),
    category('listrik', ['padam'], { ...call, phone: '123', always: true }),
  ],
};
const of = (fields: Partial<typeof noFields>): boolean => isDangerous(city, { ...noFields, ...fields });

describe('112 stands above everything else', () => {
  it('when the city says of the chosen category that one always calls 112 first', () => {
    expect(of({ category: 'kekerasan', description: 'Di depan rumah.' })).toBe(true);
    expect(of({ category: 'drainase', description: 'Di depan rumah.' })).toBe(false);
    expect(of({ category: 'listrik', description: 'Di depan rumah.' })).toBe(false);
  });

  it('when none was chosen and the words speak of such a category', () => {
    expect(of({ description: 'Saya dilecehkan di angkot.' })).toBe(true);
    expect(of({ description: 'Got mampet, lalu saya dilecehkan.' })).toBe(true);
    expect(of({ description: 'Got mampet dekat rumah.' })).toBe(false);
  });

  it('not when another was chosen than the words speak of', () => {
    expect(of({ category: 'drainase', description: 'Saya dilecehkan di angkot.' })).toBe(false);
  });

  it('when the words speak of danger, whatever was chosen', () => {
    expect(of({ category: 'drainase', description: 'Ada kebakaran!' })).toBe(true);
    expect(of({})).toBe(false);
  });
});
