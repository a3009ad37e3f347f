import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { areSameBoxes, blurGrid, boxesOfSquares, boxText, readBox } from './blur-box.ts';

describe('a box over a picture', () => {
  test('is read as it was written', () => {
    expect(readBox('0,0,1000,1000')).toEqual({ x: 0, y: 0, width: 1000, height: 1000 });
    expect(boxText({ x: 12, y: 30, width: 100, height: 40 })).toBe('12,30,100,40');
    expect(readBox('12,30,100,40')).toEqual({ x: 12, y: 30, width: 100, height: 40 });
  });

  test('lies in the picture and is large enough to hide something', () => {
    for (const text of ['', '1,2,3', '-1,0,50,50', '960,0,50,50', '0,0,1001,10', '0,0,9,50', '0,0,50,9', '1.5,0,50,50'])
      expect(readBox(text)).toBeNull();
  });

  test('is the same in whatever order it stands among others', () => {
    const [one, other] = [
      { x: 0, y: 0, width: 50, height: 50 },
      { x: 100, y: 0, width: 50, height: 50 },
    ];
    expect(areSameBoxes([one, other], [other, one])).toBe(true);
    expect(areSameBoxes([one], [one, other])).toBe(false);
    expect(areSameBoxes([], [])).toBe(true);
  });
});

describe('ticked squares', () => {
  test('side by side and below each other are one box', () => {
    expect(boxesOfSquares(['0-0', '1-0', '0-1', '1-1'])).toEqual([{ x: 0, y: 0, width: 250, height: 334 }]);
    expect(boxesOfSquares(['0-0', '7-5'])).toHaveLength(2);
    expect(boxesOfSquares([])).toEqual([]);
  });

  test('outside of the picture are none', () => {
    expect(boxesOfSquares(['8-0', '0-6', 'x', '-1-0'])).toEqual([]);
  });

  test('are hidden wholly, whichever they are', () => {
    const square = fc.record({
      column: fc.nat(blurGrid.columns - 1),
      row: fc.nat(blurGrid.rows - 1),
    });
    fc.assert(
      fc.property(fc.array(square), (ticked) => {
        const boxes = boxesOfSquares(ticked.map(({ column, row }) => `${column}-${row}`));
        for (const box of boxes) expect(readBox(boxText(box))).toEqual(box);
        for (const { column, row } of ticked) {
          const [left, top] = [(column * 1000) / blurGrid.columns, (row * 1000) / blurGrid.rows];
          const holds = boxes.some(
            ({ x, y, width, height }) =>
              x <= left &&
              y <= top &&
              x + width >= left + 1000 / blurGrid.columns &&
              y + height >= top + 1000 / blurGrid.rows,
          );
          expect(holds).toBe(true);
        }
      }),
    );
  });
});
