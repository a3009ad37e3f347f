import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  boxAround,
  boxOf,
  isInside,
  metersBetween,
  metersOutside,
  nearestVillage,
  villageOfPoint,
  type Ring,
} from './area.ts';

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const at = (longitude: number, latitude: number) => ({ longitude, latitude });
const area = (code: string, ...rings: readonly Ring[]) => ({ code, rings, isApproximate: false });

/** About one kilometer. */
const side = 0.009;
const west = area('west', square(106.6, -6.2, side));
const east = area('east', square(106.6 + side, -6.2, side));

describe('the village of a point', () => {
  test('is the one it lies in', () => {
    expect(villageOfPoint(at(106.604, -6.195), [west, east])).toEqual({
      code: 'west',
      meters: 0,
      isApproximate: false,
    });
    expect(villageOfPoint(at(106.613, -6.195), [west, east])?.code).toBe('east');
  });

  test('is the nearest for a point a little outside, and none further out', () => {
    const [near, far] = [at(106.6 - 0.0009, -6.195), at(106.6 - 0.0018, -6.195)];
    expect(villageOfPoint(near, [east, west])).toMatchObject({ code: 'west', meters: expect.closeTo(99.5, 0) });
    expect(villageOfPoint(far, [east, west])).toBeNull();
    expect(villageOfPoint(near, [])).toBeNull();
  });

  test('has a nearest one, however far away', () => {
    expect(nearestVillage(at(106.5, -6.195), [east, west])?.code).toBe('west');
    expect(nearestVillage(at(106.7, -6.195), [east, west])?.meters).toBeGreaterThan(5_000);
    expect(nearestVillage(at(106.5, -6.195), [])).toBeNull();
  });

  test('is by a true boundary where an approximate one says otherwise', () => {
    const cell = { ...area('cell', square(106.6, -6.2, side)), isApproximate: true };
    expect(villageOfPoint(at(106.604, -6.195), [cell, west])?.code).toBe('west');
  });

  test('is not one that has a hole there', () => {
    const ringed = area('ringed', square(106.6, -6.2, side), square(106.603, -6.197, 0.003));
    expect(isInside(at(106.6045, -6.1955), ringed.rings)).toBe(false);
    expect(isInside(at(106.601, -6.1955), ringed.rings)).toBe(true);
  });
});

const degrees = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const place = fc.record({ longitude: degrees(95, 141), latitude: degrees(-11, 6) });

describe('a point and a convex ring', () => {
  /** Corners at rising angles on an ellipse around a place. */
  const around = fc.tuple(place, fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 12 }));
  const ringOf = ({ longitude, latitude }: ReturnType<typeof at>, angles: readonly number[]): Ring =>
    angles
      .toSorted((a, b) => a - b)
      .map((angle) => (angle * Math.PI) / 180)
      .map((angle) => [longitude + 0.02 * Math.cos(angle), latitude + 0.01 * Math.sin(angle)]);

  test('a mean of its corners lies inside, whichever way round it is written', () => {
    fc.assert(
      fc.property(around, ([centre, angles]) => {
        const ring = ringOf(centre, angles);
        const middle = at(mean(ring.map(([x]) => x)), mean(ring.map(([, y]) => y)));
        return isInside(middle, [ring]) && isInside(middle, [ring.toReversed()]);
      }),
    );
  });

  test('what lies outside of its box lies outside of it', () => {
    fc.assert(
      fc.property(around, place, ([centre, angles], point) => {
        const ring = ringOf(centre, angles);
        const box = boxAround([ring]);
        const isBeyond =
          point.longitude < box.west ||
          point.longitude > box.east ||
          point.latitude < box.south ||
          point.latitude > box.north;
        return !isBeyond || (!isInside(point, [ring]) && metersOutside(point, [ring]) > 0);
      }),
    );
  });

  test('it is no further from the ring than from its nearest corner', () => {
    fc.assert(
      fc.property(around, degrees(-0.05, 0.05), degrees(-0.05, 0.05), ([centre, angles], dx, dy) => {
        const ring = ringOf(centre, angles);
        const point = at(centre.longitude + dx, centre.latitude + dy);
        const corners = ring.map(([x, y]) => metersBetween(point, at(x, y)));
        return metersOutside(point, [ring]) <= Math.min(...corners) + 1e-6;
      }),
    );
  });
});

test('a box of some meters around a point reaches that far and no further', () => {
  fc.assert(
    fc.property(place, degrees(1, 5_000), (point, meters) => {
      const { east: right, north } = boxOf(point, meters);
      expect(metersBetween(point, at(right, point.latitude))).toBeCloseTo(meters, 3);
      expect(metersBetween(point, at(point.longitude, north))).toBeCloseTo(meters, 3);
    }),
  );
});

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
