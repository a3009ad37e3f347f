import { describe, expect, it } from 'vitest';

import { photoPlace } from './photo.ts';

describe('the place of a picture', () => {
  it('is two numbers on the earth', () => {
    expect(photoPlace(-6.19, 106.64)).toEqual({ latitude: -6.19, longitude: 106.64 });
    expect(photoPlace(0, 106.64)).toEqual({ latitude: 0, longitude: 106.64 });
  });

  it.each([
    [Number.NaN, Number.NaN],
    [0, 0],
    [91, 10],
    [10, 181],
    [undefined, undefined],
    ['-6.19', '106.64'],
    [Infinity, 0],
  ])('is none where a camera writes %s, %s', (latitude, longitude) => {
    expect(photoPlace(latitude, longitude)).toBeNull();
  });
});
