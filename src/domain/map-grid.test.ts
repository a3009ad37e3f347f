import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { boxRoundedOut, mostMarks, readBox, squareSide, writeBox } from './map-grid.ts';
import { publicPlace } from './public-place.ts';

const side = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const box = fc
  .tuple(side(180), side(90), side(180), side(90))
  .filter(([a, b, c, d]) => Math.abs(a - c) > 0.001 && Math.abs(b - d) > 0.001)
  .map(([a, b, c, d]) => ({
    west: Math.min(a, c),
    south: Math.min(b, d),
    east: Math.max(a, c),
    north: Math.max(b, d),
  }));

describe('the grid of a map', () => {
  it('never makes more marks of a window than a screen can hold, at any zoom', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 0, max: 19 }), (window, zoom) => {
        const width = squareSide(window, zoom);
        const along = Math.floor(window.east / width) - Math.floor(window.west / width) + 1;
        const up = Math.floor(window.north / width) - Math.floor(window.south / width) + 1;
        expect(along * up).toBeLessThanOrEqual(mostMarks);
      }),
    );
  });

  it('rounds a box out so that it holds its own corners, told and read again, and hardly more', () => {
    fc.assert(
      fc.property(box, (corners) => {
        const told = writeBox(boxRoundedOut(corners)).split(',').map(Number);
        const [west = 0, south = 0, east = 0, north = 0] = told;
        expect([west <= corners.west, south <= corners.south, east > corners.east, north > corners.north]).toEqual(
          Array.from({ length: 4 }, () => true),
        );
        expect(corners.west - west).toBeLessThan(0.000_021);
        expect(north - corners.north).toBeLessThan(0.000_021);
      }),
    );
  });

  it('takes the window that it gives, and no other shape', () => {
    fc.assert(
      fc.property(box, (window) => {
        const read = readBox(writeBox(window));
        expect(read?.west).toBeCloseTo(window.west, 4);
        expect(read?.north).toBeCloseTo(window.north, 4);
      }),
    );
    for (const odd of ['', '1,2,3', '1,2,3,4,5', '2,1,1,2', '-181,0,0,1', '0,0,1,91', 'a,b,c,d', '0,0,1e1,1'])
      expect(readBox(odd), odd).toBeNull();
  });
});

describe('the place everyone may see', () => {
  it('lies within 80 meters of the true one and has three digits', () => {
    fc.assert(
      fc.property(side(90), side(180), (latitude, longitude) => {
        const place = publicPlace({ latitude, longitude });
        expect(Math.abs(place.latitude - latitude)).toBeLessThanOrEqual(0.000_501);
        expect(place.longitude.toString()).toMatch(/^-?\d+(?:\.\d{1,3})?$/);
      }),
    );
  });
});
