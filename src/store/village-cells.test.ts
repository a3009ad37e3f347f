import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isInside, metersBetween, metersOutside, villageOfPoint } from '../domain/area.ts';
import { cellsAround } from './village-cells.ts';

/** Villages of a small city, some hundred meters apart at least. */
const grid = 12;
const city = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: grid }), fc.integer({ min: 0, max: grid })), {
    minLength: 4,
    maxLength: 40,
    selector: ([x, y]) => x * (grid + 1) + y,
  })
  .map((places) =>
    places.map(([x, y], at) => ({
      code: String(at),
      point: { longitude: 106.6 + x * 0.01 + y * 0.0007, latitude: -6.2 + y * 0.01 },
    })),
  );

describe('cells around the points of villages', () => {
  test('hold their own point and no other, and say that they are approximate', () => {
    fc.assert(
      fc.property(city, (villages) => {
        const cells = cellsAround(villages);
        expect(cells.map(({ code }) => code)).toEqual(villages.map(({ code }) => code));
        for (const cell of cells) {
          expect(cell.isApproximate).toBe(true);
          const held = villages.filter(({ point }) => isInside(point, cell.rings)).map(({ code }) => code);
          expect(held).toEqual([cell.code]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('give a point among them to the village nearest to it', () => {
    const among = fc.tuple(city, fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(among, ([villages, one, other, part]) => {
        const [from, to] = [villages[one % villages.length]?.point, villages[other % villages.length]?.point];
        if (from === undefined || to === undefined) return;
        const point = {
          longitude: from.longitude + (to.longitude - from.longitude) * part,
          latitude: from.latitude + (to.latitude - from.latitude) * part,
        };
        const found = villages.find(({ code }) => code === villageOfPoint(point, cellsAround(villages))?.code);
        if (found === undefined) throw new Error('a point among the villages lies in the city');
        const nearest = Math.min(...villages.map((village) => metersBetween(point, village.point)));
        // A hundredth: a plane for the whole city bends a little from one around the point.
        expect(metersBetween(point, found.point)).toBeLessThanOrEqual(nearest * 1.01 + 1);
      }),
      { numRuns: 50 },
    );
  });

  test('end where the city does', () => {
    const villages = [
      { code: 'a', point: { longitude: 106.6, latitude: -6.2 } },
      { code: 'b', point: { longitude: 106.62, latitude: -6.2 } },
      { code: 'c', point: { longitude: 106.61, latitude: -6.18 } },
    ];
    const away = { longitude: 106.6 - 0.02, latitude: -6.2 };
    for (const { rings } of cellsAround(villages)) expect(metersOutside(away, rings)).toBeGreaterThan(1_000);
  });

  test('cannot be drawn around fewer than three, nor twice around one place', () => {
    const village = { code: 'a', point: { longitude: 106.6, latitude: -6.2 } };
    expect(cellsAround([village])).toEqual([]);
    const others = [
      { code: 'b', point: { longitude: 106.62, latitude: -6.2 } },
      { code: 'c', point: { longitude: 106.61, latitude: -6.18 } },
      { code: 'd', point: village.point },
    ];
    expect(cellsAround([village, ...others])).toHaveLength(3);
  });
});
