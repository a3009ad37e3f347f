import type { BlurBox } from './blur-box.ts';

/**
 * The boxes of before whose part of the picture everyone would see more of: none of the new ones holds them whole. Several that hold one together do not
 * count, for each small one keeps as many points of colour as the large one did.
 */
export const uncoveredBoxes = (before: readonly BlurBox[], after: readonly BlurBox[]): readonly BlurBox[] =>
  before.filter((box) => !after.some((other) => holds(other, box)));

const holds = (outer: BlurBox, inner: BlurBox): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;
