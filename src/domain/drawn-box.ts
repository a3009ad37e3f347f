import { leastBoxSide, type BlurBox } from './blur-box.ts';

const whole = 1000;
/** Of a box that nobody drew: added by a button or by a tap. */
const side = 160;

type Point = { readonly x: number; readonly y: number };

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** From one corner to the one across, in whatever direction it was drawn. */
export const boxBetween = (one: Point, other: Point): BlurBox => {
  const x = within(Math.min(one.x, other.x), 0, whole - leastBoxSide);
  const y = within(Math.min(one.y, other.y), 0, whole - leastBoxSide);
  const width = within(Math.max(one.x, other.x) - x, leastBoxSide, whole - x);
  const height = within(Math.max(one.y, other.y) - y, leastBoxSide, whole - y);
  return { x, y, width, height };
};

/** Around a point, as far as the picture goes. */
export const boxAround = ({ x, y }: Point): BlurBox => ({
  x: within(x - side / 2, 0, whole - side),
  y: within(y - side / 2, 0, whole - side),
  width: side,
  height: side,
});

/** As far as the picture goes; it keeps its size. */
export const movedBox = (box: BlurBox, by: Point): BlurBox => ({
  ...box,
  x: within(box.x + by.x, 0, whole - box.width),
  y: within(box.y + by.y, 0, whole - box.height),
});

/** At its lower right corner. */
export const sizedBox = (box: BlurBox, by: Point): BlurBox => ({
  ...box,
  width: within(box.width + by.x, leastBoxSide, whole - box.x),
  height: within(box.height + by.y, leastBoxSide, whole - box.y),
});
