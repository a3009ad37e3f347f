import { widthOf, writing } from './letters.ts';
import { day, night } from './palette.ts';
import {
  area,
  between,
  box,
  type Canvas,
  cornersOf,
  disc,
  line,
  placed,
  type Point,
  type Points,
  pointsOf,
  upTo,
} from './svg.ts';

type RoadColours = { readonly road: string; readonly kerb: string; readonly line: string };

/** The band along the lower edge, which says of every picture that it is none of a place. */
export function band({ width, height }: Canvas, name: string): readonly string[] {
  const top = height - 96;
  return [
    box([0, top], [width, 96], '#1f2933', { 'fill-opacity': 0.85 }),
    writing('gambar contoh', [48, top + 24], 40, '#ffffff'),
    writing(name, [width - 48 - widthOf(name, 23), top + 38], 23, '#ffffff'),
  ];
}

/** Sky over ground, with clouds and a far line of trees. */
export function dayBehind(canvas: Canvas, sky: string = day.sky): readonly string[] {
  const { width, height, horizon } = canvas;
  return [
    box([0, 0], [width, horizon], sky),
    ...upTo(3).map((at) => cloud([width * (0.16 + at * 0.34), horizon * (0.28 + (at % 2) * 0.2)])),
    ...upTo(14).map((at) => farTree([(width * (at + 0.3)) / 13, horizon], 34 + ((at * 29) % 30))),
    box([0, horizon], [width, height - horizon], day.ground),
  ];
}

export function nightBehind({ width, height, horizon }: Canvas): readonly string[] {
  return [
    box([0, 0], [width, horizon], night.sky),
    ...upTo(22).map((at) => disc([(at * 373) % width, 30 + ((at * 149) % (horizon - 120))], 2 + (at % 2), night.star)),
    ...upTo(14).map((at) => disc([(width * at) / 13, horizon], [70, 20 + ((at * 29) % 40)], night.far)),
    box([0, horizon], [width, height - horizon], night.ground),
  ];
}

/**
 * A road that runs away, with a kerb on either side and a dashed line along its middle. Its corners: near left, far left,
 * far right, near right.
 */
export function roadAway(corners: string, colours: RoadColours = day): readonly string[] {
  const [nearLeft, farLeft, farRight, nearRight] = cornersOf(corners);
  const middleNear = between(nearLeft, nearRight, 0.5);
  const middleFar = between(farLeft, farRight, 0.5);
  return [
    area(colours.kerb, [left(nearLeft, 46), left(farLeft, 5), left(farRight, -5), left(nearRight, -46)]),
    area(colours.road, corners),
    ...[1.08, 1.35, 1.75, 2.4, 3.6, 6].map((near) =>
      area(colours.line, dash(middleFar, middleNear, [1 / near, 1 / (near * 1.14)])),
    ),
  ];
}

/** A lamp post by its foot; a lit one throws a cone down to its foot. Leaning is in degrees, clockwise. */
export type Lamp = { readonly height: number; readonly lit?: boolean; readonly arm?: number; readonly lean?: number };

export function lamp(foot: Point, { height, lit = false, arm = -1, lean = 0 }: Lamp): string {
  const reach = height * 0.22 * arm;
  const head: Point = [reach, -height];
  const cone: readonly Point[] = [head, [reach - height * 0.34, 0], [reach + height * 0.34, 0]];
  const post = [
    line(night.post, height * 0.03, [[0, 0], [0, -height * 0.97], head]),
    disc(head, [height * 0.075, height * 0.03], lit ? night.window : night.head),
  ];
  return placed(foot, [...(lit ? [lightCone(cone)] : []), ...post], { turn: lean });
}

export function lightCone(corners: readonly Point[]): string {
  return area(night.light, corners, { 'fill-opacity': 0.35 });
}

export function tree([x, y]: Point, height: number): readonly string[] {
  const crown = height * 0.27;
  return [
    box([x - height * 0.04, y - height * 0.5], [height * 0.08, height * 0.5], day.trunk),
    disc([x - crown * 0.62, y - height * 0.55], crown * 0.8, day.crown),
    disc([x + crown * 0.62, y - height * 0.55], crown * 0.8, day.crown),
    disc([x, y - height * 0.74], crown, day.crown),
    disc([x - crown * 0.25, y - height * 0.8], crown * 0.5, '#6f9a5d'),
  ];
}

/** A house front by the left end of its foot: a wall with door and window under a roof. */
export function house([x, y]: Point, width: number, wall: string = day.wall): readonly string[] {
  const tall = width * 0.8;
  const top = y - tall;
  return [
    area(day.roof, [
      [x - width * 0.05, top],
      [x + width * 0.2, top - width * 0.28],
      [x + width * 0.8, top - width * 0.28],
      [x + width * 1.05, top],
    ]),
    box([x, top], [width, tall], wall),
    box([x + width * 0.14, y - tall * 0.68], [width * 0.24, tall * 0.68], day.trunk),
    disc([x + width * 0.34, y - tall * 0.33], width * 0.014, day.warning),
    box([x + width * 0.54, y - tall * 0.7], [width * 0.32, tall * 0.34], day.white),
    box([x + width * 0.56, y - tall * 0.67], [width * 0.28, tall * 0.28], day.wave),
    box([x + width * 0.69, y - tall * 0.67], [width * 0.02, tall * 0.28], day.white),
  ];
}

/** A grey figure without a face, by where it stands. */
export function person([x, y]: Point, height: number): readonly string[] {
  const wide = height * 0.2;
  return [
    box([x - wide * 0.42, y - height * 0.5], [wide * 0.36, height * 0.5], '#666e75', { rx: wide * 0.15 }),
    box([x + wide * 0.06, y - height * 0.5], [wide * 0.36, height * 0.5], '#666e75', { rx: wide * 0.15 }),
    box([x - wide * 0.62, y - height * 0.84], [wide * 1.24, height * 0.45], day.figure, { rx: wide * 0.45 }),
    disc([x, y - height * 0.92], height * 0.08, day.figure),
  ];
}

/** Warning tape between two points: yellow with dark fields. */
export function tape(from: Point, to: Point, width: number): readonly string[] {
  const dashes = { 'stroke-dasharray': `${width * 1.6} ${width * 1.6}`, 'stroke-linecap': 'butt' };
  return [
    line(day.warning, width, [from, to], { 'stroke-linecap': 'butt' }),
    line(day.dark, width, [from, to], dashes),
  ];
}

/** Light strokes on water, each around its point. */
export function waves(points: Points, colour: string = day.wave): readonly string[] {
  return pointsOf(points).map(([x, y]) =>
    line(
      colour,
      7,
      upTo(7).map((at): Point => [x + at * 24 - 72, y + (at % 2) * 9]),
    ),
  );
}

function cloud([x, y]: Point): string {
  const white = { 'fill-opacity': 0.55 };
  return [disc([x, y], [110, 26], '#ffffff', white), disc([x + 40, y - 20], [60, 28], '#ffffff', white)].join('');
}

function farTree(foot: Point, height: number): string {
  return disc(foot, [height * 1.9, height], day.far);
}

function left([x, y]: Point, by: number): Point {
  return [x - by, y];
}

/** One dash of a line that runs away, from one share of the way to another; it narrows as the road does. */
function dash(far: Point, near: Point, [from, to]: Point): readonly Point[] {
  const [nearX, nearY] = between(far, near, from);
  const [farX, farY] = between(far, near, to);
  return [
    [nearX - 11 * from, nearY],
    [farX - 11 * to, farY],
    [farX + 11 * to, farY],
    [nearX + 11 * from, nearY],
  ];
}
