import { day } from './palette.ts';
import type { Scene } from './scene.ts';
import { dayBehind, lamp, roadAway, tape, tree } from './shapes.ts';
import { area, box, type Canvas, curve, disc, line, lying, pen, placed, type Point } from './svg.ts';

export const parkScenes = {
  'pohon-timpa-lampu': { canvas: lying, paint: fallenTree },
  'pohon-timpa-lampu-sesudah': { canvas: lying, paint: clearedTree },
  'ranting-dipangkas': { canvas: lying, paint: trimmedTrees },
  'bangku-taman': { canvas: lying, paint: parkBenches },
} as const satisfies Readonly<Record<string, Scene>>;

const ROAD = '240,1200 850,480 950,480 1560,1200';
const BENT_LAMP: Point = [330, 1010];

function fallenTree(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    ...roadAway(ROAD),
    ...car([900, 628], 0.5),
    ...car([800, 690], 0.8),
    ...car([1010, 720], 0.95),
    line('#66492f', 92, '930,925 400,830'),
    line(day.trunk, 76, '930,918 400,824'),
    disc([938, 920], [30, 44], '#c9a877'),
    disc([938, 920], [15, 24], '#b08f5f'),
    line(day.trunk, 26, '640,860 700,770'),
    ...[
      [180, 860, 120],
      [300, 770, 110],
      [330, 890, 120],
      [420, 800, 92],
      [220, 770, 96],
    ].map(([x = 0, y = 0, r = 0]) => disc([x, y], r, day.crown)),
    ...[
      [250, 790, 54],
      [360, 840, 44],
      [170, 850, 46],
    ].map(([x = 0, y = 0, r = 0]) => disc([x, y], r, '#6f9a5d')),
    ...bentLamp(),
  ];
}

function clearedTree(canvas: Canvas): readonly string[] {
  const pieces: readonly Point[] = [
    [150, 880],
    [262, 880],
    [374, 880],
    [206, 786],
    [318, 786],
  ];
  return [
    ...dayBehind(canvas),
    ...roadAway(ROAD),
    ...pieces.flatMap((at) => [
      disc(at, 56, day.trunk),
      disc(at, 46, '#c9a877'),
      disc(at, 28, '#b99866'),
      disc(at, 11, '#a88452'),
    ]),
    ...bentLamp(),
    ...[90, 520].map((x) => box([x - 8, 880], [16, 200], '#59636b')),
    ...tape([90, 920], [520, 920], 26),
    ...tape([90, 1010], [520, 1010], 26),
  ];
}

/** A post that leans by 35 degrees, the cable hanging from its head. */
function bentLamp(): readonly string[] {
  return [
    lamp(BENT_LAMP, { height: 620, arm: 0.6, lean: 35 }),
    curve('M752 550C730 640 742 700 722 790S748 860 736 884', pen(day.dark, 8)),
  ];
}

/** A grey car from the front, without a plate. */
function car(at: Point, scale: number): readonly string[] {
  const parts = [
    area('#8d959b', '-62,-84 -44,-136 44,-136 62,-84'),
    area('#4a5560', '-50,-86 -36,-126 36,-126 50,-86'),
    box([-84, -88], [168, 62], '#8d959b', { rx: 16 }),
    box([-76, -34], [34, 34], day.dark, { rx: 8 }),
    box([42, -34], [34, 34], day.dark, { rx: 8 }),
    disc([-60, -62], 12, '#ffe9a8'),
    disc([60, -62], 12, '#ffe9a8'),
    box([-30, -56], [60, 12], '#59636b', { rx: 6 }),
  ];
  return [placed(at, parts, { scale })];
}

function trimmedTrees(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    ...roadAway('330,1200 750,480 850,480 1270,1200'),
    ...trimmed([300, 880], 1),
    ...trimmed([1405, 880], -1),
    ...trafficLight([1200, 930]),
  ];
}

/** A tree whose crown ends in a straight line on the side of the road: 1 is the right, -1 the left. */
function trimmed([x, y]: Point, side: 1 | -1): readonly string[] {
  const edge = x + side * 110;
  const sweep = side === 1 ? 0 : 1;
  return [
    box([x - 28, y - 330], [56, 330], day.trunk),
    line(day.trunk, 26, [
      [x, y - 300],
      [edge - side * 12, y - 430],
    ]),
    curve(`M${edge} ${y - 760}A250 250 0 1 ${sweep} ${edge} ${y - 300}Z`, { fill: day.crown }),
    disc([x - side * 90, y - 610], 70, '#6f9a5d'),
    ...[-690, -590, -480, -380].map((off) => disc([edge, y + off], [9, 18], '#c9a877')),
  ];
}

function trafficLight([x, y]: Point): readonly string[] {
  return [
    box([x - 13, y - 330], [26, 330], '#59636b'),
    box([x - 62, y - 610], [124, 300], day.dark, { rx: 24 }),
    disc([x, y - 550], 36, '#5a2723'),
    disc([x, y - 460], 36, '#5f4a1a'),
    disc([x, y - 370], 48, '#3fc46a', { 'fill-opacity': 0.35 }),
    disc([x, y - 370], 36, '#3fc46a'),
  ];
}

function parkBenches(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    box([0, 480], [1600, 720], '#9dbb83'),
    curve(
      'M700 1260C480 960 1180 860 980 700S760 560 800 484L830 484C820 560 920 590 1090 690C1380 880 900 960 1120 1260Z',
      { fill: '#d6c7a1' },
    ),
    ...tree([170, 830], 620),
    ...tree([1490, 780], 600),
    bench([610, 690], 0.62),
    bench([1310, 850], 0.8),
    bench([440, 960], 1.15),
  ];
}

/** A bench with a back and two arms, seen from the front. */
function bench(at: Point, scale: number): string {
  const wood = '#a8713f';
  return placed(
    at,
    [
      disc([0, 4], [190, 14], '#86a36d'),
      ...[-150, 134].map((x) => box([x, -150], [16, 150], '#3d454c')),
      ...[-160, -122].map((y) => box([-170, y], [340, 28], wood, { rx: 5 })),
      box([-176, -78], [352, 22], wood, { rx: 5 }),
      box([-176, -56], [352, 12], '#85572e', { rx: 5 }),
      ...[-168, 148].map((x) => box([x, -112], [20, 50], '#3d454c', { rx: 6 })),
    ],
    { scale },
  );
}
