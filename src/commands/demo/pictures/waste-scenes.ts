import { bags } from './bags.ts';
import { heap, inside, slidOut } from './heaps.ts';
import { writing } from './letters.ts';
import { day } from './palette.ts';
import type { Scene } from './scene.ts';
import { dayBehind, roadAway, waves } from './shapes.ts';
import { area, box, type Canvas, curve, disc, line, lying, pen, placed, type Point } from './svg.ts';

export const wasteScenes = {
  'sampah-pinggir-kali': { canvas: lying, paint: heapByTheStream },
  'tps-meluber': { canvas: lying, paint: fullEnclosure },
  'tps-meluber-sesudah': { canvas: lying, paint: emptyEnclosure },
} as const satisfies Readonly<Record<string, Scene>>;

function heapByTheStream(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    area('#9fae8b', '600,480 700,480 620,1200 -60,1200'),
    area(day.water, '560,480 640,480 430,1200 -260,1200'),
    ...waves('500,590 390,730 240,900 120,1040'),
    ...roadAway('640,1200 800,480 890,480 1640,1200'),
    ...bags(heap),
    ...[430, 560, 690, 820].map((x, at) => smell([x, 640 - (at % 2) * 34])),
  ];
}

function smell([x, y]: Point): string {
  return curve(`M${x} ${y}c-34 -30 34 -56 0 -88s34 -58 0 -90`, { ...pen('#7d8a4e', 11), 'stroke-opacity': 0.75 });
}

function fullEnclosure(canvas: Canvas): readonly string[] {
  return [
    ...besideTheStation(canvas),
    ...backWalls('#8f8878'),
    ...bags(inside),
    crate([590, 560], -12),
    crate([1010, 520], 16),
    ...frontWall(),
    ...bags(slidOut),
    crate([1140, 1010], 24),
    ...handcart([1350, 960]),
  ];
}

function emptyEnclosure(canvas: Canvas): readonly string[] {
  return [
    ...besideTheStation(canvas),
    ...backWalls('#c3cdd0'),
    disc([760, 770], [200, 26], '#dde6e8'),
    disc([960, 810], [110, 18], '#dde6e8'),
    ...frontWall(),
    disc([930, 900], [120, 16], '#7d868c'),
    ...lorryBack([1600, 1040]),
  ];
}

/** A platform edge and rails far back, the road in front. */
function besideTheStation(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    box([0, 430], [1600, 34], '#c9c3b5'),
    box([0, 430], [1600, 8], day.warning),
    box([0, 464], [1600, 36], '#8a8375'),
    line('#59636b', 5, '0,474 1600,474'),
    line('#59636b', 6, '0,490 1600,490'),
    box([0, 858], [1600, 26], day.kerb),
    box([0, 882], [1600, 330], day.road),
    ...[60, 420, 780, 1140, 1500].map((x) => box([x, 1050], [170, 13], day.line)),
  ];
}

function backWalls(floor: string): readonly string[] {
  return [
    box([430, 560], [700, 180], '#bda185'),
    area(floor, '430,740 1130,740 1200,858 360,858'),
    area('#a98d72', '360,620 430,560 430,740 360,858'),
    area('#a98d72', '1200,620 1130,560 1130,740 1200,858'),
  ];
}

/** What can be read from the road; its right half is the way in. */
function frontWall(): readonly string[] {
  return [
    box([350, 690], [400, 180], day.wall),
    box([344, 680], [412, 18], '#c2a083'),
    writing('TPS', [460, 734], 92, '#59422f'),
    box([1180, 640], [30, 230], day.wall),
  ];
}

function crate(at: Point, turn: number): string {
  return placed(
    at,
    [
      box([-70, -70], [140, 100], '#b98a4f'),
      ...[-56, -20, 16].map((y) => box([-70, y - 10], [140, 20], '#d0a468')),
      box([-70, -70], [14, 100], '#94693a'),
      box([56, -70], [14, 100], '#94693a'),
    ],
    { turn },
  );
}

function handcart([x, y]: Point): readonly string[] {
  return [
    ...bags([
      [x - 70, y - 90, 84],
      [x + 30, y - 96, 92],
      [x + 96, y - 86, 72],
      [x - 20, y - 140, 78],
    ]),
    area('#4f7a4a', [
      [x - 140, y - 110],
      [x + 150, y - 110],
      [x + 120, y + 20],
      [x - 110, y + 20],
    ]),
    line('#59636b', 12, [
      [x + 140, y - 90],
      [x + 226, y - 120],
    ]),
    disc([x, y + 24], 56, 'none', pen(day.dark, 14)),
    disc([x, y + 24], 12, day.dark),
  ];
}

/** The tail of a green lorry that is driving off to the right. */
function lorryBack([x, y]: Point): readonly string[] {
  return [
    area('#4f8a57', [
      [x - 330, y - 420],
      [x, y - 420],
      [x, y - 90],
      [x - 300, y - 90],
    ]),
    ...[-240, -150, -60].map((at) =>
      line('#3d6f45', 10, [
        [x + at, y - 400],
        [x + at, y - 110],
      ]),
    ),
    box([x - 310, y - 96], [310, 34], '#39424a'),
    disc([x - 286, y - 80], 13, '#d8433a'),
    disc([x - 180, y - 44], 70, day.dark),
    disc([x - 180, y - 44], 30, '#8b949b'),
  ];
}
