import { day, night } from './palette.ts';
import type { Scene } from './scene.ts';
import { dayBehind, house, roadAway, tape } from './shapes.ts';
import {
  area,
  between,
  box,
  type Canvas,
  curve,
  disc,
  line,
  lying,
  pen,
  placed,
  type Point,
  upright,
  upTo,
} from './svg.ts';

export const streetScenes = {
  'kabel-menjuntai': { canvas: upright, paint: hangingCable },
  'palang-kereta': { canvas: lying, paint: levelCrossing },
} as const satisfies Readonly<Record<string, Scene>>;

function hangingCable(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas, day.greySky),
    ...house([-170, 860], 420),
    ...house([960, 860], 420, '#c9cfb4'),
    ...roadAway('150,1600 560,640 640,640 1050,1600'),
    ...pole([170, 1230]),
    ...pole([1030, 1230]),
    curve('M170 250Q600 400 1030 250', pen(day.dark, 9)),
    curve('M170 310C330 380 470 480 500 720', pen(day.dark, 10)),
    curve('M1030 310C1010 400 990 430 980 500', pen(day.dark, 10)),
    sparks([500, 728]),
    ...tape([170, 1100], [1030, 1130], 32),
  ];
}

function pole([x, y]: Point): readonly string[] {
  return [
    box([x - 16, y - 1040], [32, 1040], '#6b7075'),
    box([x - 90, y - 990], [180, 20], '#59636b'),
    ...[-76, 0, 76].map((off) => box([x + off - 8, y - 1012], [16, 26], '#e9e4d0', { rx: 5 })),
    disc([x, y], [44, 12], '#8b8678'),
  ];
}

function sparks(at: Point): string {
  const strokes = ['-22,22 -64,56', '0,32 2,88', '22,22 66,52'];
  return placed(
    at,
    strokes.map((points) => line('#f2b705', 12, points)),
  );
}

function levelCrossing(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    ...roadAway('260,1200 740,480 830,480 1310,1200'),
    ...rails(),
    ...train([1330, 800]),
    ...signal([1180, 930]),
    ...barrier([310, 1040]),
  ];
}

/** Two rails on their bed across the whole picture; over the road the bed is paved. */
function rails(): readonly string[] {
  return [
    box([0, 690], [1600, 150], '#8a8375'),
    ...upTo(24).map((at) => box([at * 70 - 10, 712], [30, 112], '#5f5245')),
    area('#7b8085', '590,690 985,690 1085,840 490,840'),
    ...[738, 792].flatMap((y) => [
      line('#3d454c', 15, [
        [0, y],
        [1600, y],
      ]),
      line('#aab2b8', 5, [
        [0, y - 4],
        [1600, y - 4],
      ]),
    ]),
  ];
}

function train([x, y]: Point): readonly string[] {
  return [
    curve(`M${x} ${y - 20}V${y - 270}Q${x + 20} ${y - 350} ${x + 110} ${y - 350}H1600V${y - 20}Z`, { fill: '#8b949b' }),
    curve(`M${x + 22} ${y - 190}V${y - 260}Q${x + 40} ${y - 310} ${x + 110} ${y - 310}H${x + 130}V${y - 190}Z`, {
      fill: '#33404b',
    }),
    box([x + 165, y - 300], [105, 110], '#33404b'),
    box([x, y - 130], [270, 26], day.white),
    disc([x + 24, y - 75], 14, '#ffe9a8'),
    ...[80, 200].map((off) => disc([x + off, y - 16], 30, '#3d454c')),
  ];
}

/** A post with two red lights on a dark board. */
function signal([x, y]: Point): readonly string[] {
  return [
    box([x - 10, y - 420], [20, 420], '#59636b'),
    box([x - 110, y - 470], [220, 92], day.dark, { rx: 46 }),
    ...[-56, 56].flatMap((off) => [
      disc([x + off, y - 424], 46, '#e0382d', { 'fill-opacity': 0.35 }),
      disc([x + off, y - 424], 32, '#e0382d'),
    ]),
  ];
}

/** A beam of red and white fields, raised to 60 degrees from the level. */
function barrier([x, y]: Point): readonly string[] {
  const hinge: Point = [x, y - 130];
  const end: Point = [x + 340, y - 130 - 589];
  return [
    ...upTo(8).map((at) =>
      line(at % 2 === 0 ? '#d8433a' : day.white, 26, [between(hinge, end, at / 8), between(hinge, end, (at + 1) / 8)], {
        'stroke-linecap': 'butt',
      }),
    ),
    box([x - 38, y - 180], [76, 190], '#59636b', { rx: 10 }),
    disc(hinge, 20, night.head),
  ];
}
