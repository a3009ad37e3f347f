import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { metersOutside, type Ring } from './area.ts';
import { simplifiedRing } from './simplified-ring.ts';

const square: Ring = [
  [106.6, -6.2],
  [106.61, -6.2],
  [106.61, -6.19],
  [106.6, -6.19],
];

describe('a ring that is drawn', () => {
  it('loses the corners that nobody would see, and the repeated last one', () => {
    const waved: Ring = [...square.slice(0, 1), [106.605, -6.200_02], ...square.slice(1), [106.6, -6.2]];
    expect(simplifiedRing(waved, 20)).toEqual(square);
  });

  it('keeps a corner that stands out', () => {
    const pointed: Ring = [...square.slice(0, 1), [106.605, -6.201], ...square.slice(1)];
    expect(simplifiedRing(pointed, 20)).toContainEqual([106.605, -6.201]);
  });

  it('is nothing when nothing would be seen of it', () => {
    expect(
      simplifiedRing(
        [
          [106.6, -6.2],
          [106.600_01, -6.2],
          [106.600_01, -6.200_01],
        ],
        20,
      ),
    ).toBeNull();
    expect(simplifiedRing([], 20)).toBeNull();
  });

  it('never leaves the old one by more than was allowed and the rounding', () => {
    const corner = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.2, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 5, maxLength: 80 }), (corners) => {
        const ring = corners.map(([, radius], at): Ring[number] => [
          106.6 + 0.02 * radius * Math.cos((2 * Math.PI * at) / corners.length),
          -6.2 + 0.02 * radius * Math.sin((2 * Math.PI * at) / corners.length),
        ]);
        const drawn = simplifiedRing(ring, 20) ?? [];
        for (const [longitude, latitude] of ring)
          expect(edgeDistance({ latitude, longitude }, drawn)).toBeLessThan(20 + 8);
      }),
    );
  });

  it('takes ten thousand corners', () => {
    const coast = Array.from({ length: 10_000 }, (_, at): Ring[number] => [
      106.6 + 0.02 * Math.cos((2 * Math.PI * at) / 10_000),
      -6.2 + 0.02 * Math.sin((2 * Math.PI * at) / 10_000),
    ]);
    expect((simplifiedRing(coast, 20) ?? []).length).toBeLessThan(120);
  });
});

/** To the line of the ring itself, from inside too: every side as a ring of two corners has no inside. */
const edgeDistance = (point: Parameters<typeof metersOutside>[0], ring: Ring): number =>
  Math.min(...ring.map((corner, at) => metersOutside(point, [[ring.at(at - 1) ?? corner, corner]])));
