import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { leastBoxSide, type BlurBox } from './blur-box.ts';
import { uncoveredBoxes } from './uncovered-boxes.ts';

const face: BlurBox = { x: 100, y: 100, width: 200, height: 200 };
const plate: BlurBox = { x: 600, y: 700, width: 150, height: 50 };

describe('boxes drawn anew over a picture', () => {
  test('uncover what was taken away, made smaller or moved', () => {
    expect(uncoveredBoxes([face, plate], [face])).toEqual([plate]);
    expect(uncoveredBoxes([face, plate], [])).toEqual([face, plate]);
    expect(uncoveredBoxes([face], [{ ...face, width: 199 }])).toEqual([face]);
    expect(uncoveredBoxes([face], [{ ...face, x: 101 }])).toEqual([face]);
  });

  test('uncover nothing where they hide the same, or more', () => {
    expect(uncoveredBoxes([], [])).toEqual([]);
    expect(uncoveredBoxes([], [face])).toEqual([]);
    expect(uncoveredBoxes([face, plate], [plate, face])).toEqual([]);
    expect(uncoveredBoxes([face], [{ x: 90, y: 90, width: 220, height: 220 }])).toEqual([]);
  });

  test('uncover a box that is cut in two: small boxes keep more of their colours than a large one', () => {
    const [left, right] = [
      { ...face, width: 100 },
      { ...face, x: 200, width: 100 },
    ];
    expect(uncoveredBoxes([face], [left, right])).toEqual([face]);
  });

  test('never uncover anything by one box more', () => {
    const side = fc.integer({ min: leastBoxSide, max: 500 });
    const corner = fc.integer({ min: 0, max: 500 });
    const box = fc.record({ x: corner, y: corner, width: side, height: side });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), fc.array(box, { maxLength: 8 }), box, (before, after, more) => {
        const uncovered = uncoveredBoxes(before, after);
        expect(uncovered).toEqual(expect.arrayContaining([...uncoveredBoxes(before, [...after, more])]));
        expect(uncoveredBoxes(before, [...before, more])).toEqual([]);
      }),
    );
  });
});
