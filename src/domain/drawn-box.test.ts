import fc from 'fast-check';
import { expect, test } from 'vitest';

import { boxText, readBox } from './blur-box.ts';
import { boxAround, boxBetween, movedBox, sizedBox } from './drawn-box.ts';

test('a box is drawn from any corner to the one across', () => {
  const box = { x: 100, y: 200, width: 300, height: 400 };
  expect(boxBetween({ x: 100, y: 200 }, { x: 400, y: 600 })).toEqual(box);
  expect(boxBetween({ x: 400, y: 200 }, { x: 100, y: 600 })).toEqual(box);
});

test('a box is moved with its size and sized at its lower right corner', () => {
  const box = boxAround({ x: 500, y: 500 });
  expect(movedBox(box, { x: -10, y: 10 })).toEqual({ ...box, x: box.x - 10, y: box.y + 10 });
  expect(sizedBox(box, { x: -10, y: 10 })).toEqual({ ...box, width: box.width - 10, height: box.height + 10 });
});

test('whatever is done, it stays a box of the picture', () => {
  const at = fc.record({
    x: fc.double({ min: -3000, max: 3000, noNaN: true }),
    y: fc.double({ min: -3000, max: 3000, noNaN: true }),
  });
  const isBox = (box: Parameters<typeof boxText>[0]) => expect(readBox(boxText(box))).toEqual(box);
  fc.assert(
    fc.property(at, at, at, (one, other, by) => {
      for (const box of [boxBetween(one, other), boxAround(one)])
        for (const done of [box, movedBox(box, by), sizedBox(box, by), sizedBox(movedBox(box, by), other)]) isBox(done);
    }),
  );
});
