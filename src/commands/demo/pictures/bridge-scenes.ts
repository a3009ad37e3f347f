import { day, night } from './palette.ts';
import { type Scene, standing } from './scene.ts';
import { dayBehind, lamp, nightBehind, roadAway, waves } from './shapes.ts';
import { area, between, box, type Canvas, disc, line, lying, pen, placed, type Point, upTo } from './svg.ts';

export const bridgeScenes = {
  'pagar-jembatan': { canvas: lying, paint: brokenRailing },
  'lampu-jembatan': { canvas: lying, paint: (canvas) => nightBridge(canvas, [0, 6]) },
  'lampu-jembatan-sesudah': { canvas: lying, paint: (canvas) => nightBridge(canvas, upTo(7)) },
} as const satisfies Readonly<Record<string, Scene>>;

function brokenRailing(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    area(day.water, '0,560 1600,560 1600,1200 0,1200'),
    ...waves('150,660 330,790 110,900 1460,650 1320,760 1500,900'),
    area('#8b8678', '690,500 910,500 1500,1240 100,1240'),
    area('#bdb7a8', '700,480 900,480 1460,1200 140,1200'),
    ...[1.2, 1.5, 1.95, 2.7, 4.2].map((far) =>
      line('#a39d90', 5, [standing([140, 1200], [700, 480], far), standing([1460, 1200], [900, 480], far)]),
    ),
    ...wholeSide([140, 1200], [700, 480]),
    ...brokenSide([1460, 1200], [900, 480]),
    bicycle([790, 900]),
  ];
}

const POSTS = [1.2, 1.5, 1.95, 2.7, 4.2] as const;

function wholeSide(near: Point, far: Point): readonly string[] {
  const tops = (height: number) => POSTS.map((away): Point => above(standing(near, far, away), height / away));
  const posts = POSTS.map((away) => {
    const foot = standing(near, far, away);
    return line('#e8e4da', 34 / away, [foot, above(foot, 340 / away)]);
  });
  return [line('#d5d0c4', 18, tops(320)), line('#d5d0c4', 14, tops(170)), ...posts];
}

/** Stumps, and two poles of bamboo tied across them. */
function brokenSide(near: Point, far: Point): readonly string[] {
  const stumps = POSTS.map((away, at) => {
    const foot = standing(near, far, away);
    return [
      line('#e8e4da', 34 / away, [foot, above(foot, (60 + (at % 2) * 40) / away)], { 'stroke-linecap': 'butt' }),
      line('#59636b', 5, [above(foot, 60 / away), above([foot[0] + 12 / away, foot[1]], 150 / away)]),
    ].join('');
  });
  const [first, last] = [standing(near, far, 1.2), standing(near, far, 4.2)];
  const poles = [
    line(day.warning, 18, [above(first, 240), last]),
    line(day.warning, 18, [above(first, 40), above(last, 110)]),
  ];
  const crossing = above(between(first, last, 0.645), 85);
  return [
    ...stumps,
    ...poles,
    line('#7a5a3c', 9, [
      [crossing[0] - 14, crossing[1] - 22],
      [crossing[0] + 14, crossing[1] + 22],
    ]),
  ];
}

function bicycle(at: Point): string {
  const grey = '#59636b';
  return placed(at, [
    disc([-110, 0], 76, 'none', pen('#3d454c', 10)),
    disc([110, 0], 76, 'none', pen('#3d454c', 10)),
    line(grey, 12, '-110,0 -50,-120 70,-120 0,0 -110,0'),
    line(grey, 12, '-62,-148 -50,-120 0,0'),
    line(grey, 12, '110,0 62,-160 92,-174'),
    box([-96, -162], [66, 16], '#3d454c', { rx: 8 }),
    disc([0, 0], 17, '#3d454c'),
  ]);
}

function above([x, y]: Point, by: number): Point {
  return [x, y - by];
}

/** A bridge whose lamps stand on the right, counted from the nearest. */
function nightBridge(canvas: Canvas, lit: readonly number[]): readonly string[] {
  const near: Point = [1440, 1200];
  const far: Point = [812, 480];
  const distances = [1.28, 1.6, 2, 2.6, 3.5, 4.8, 7];
  const lamps = distances.map((distance, at) =>
    lamp(standing(near, far, distance), { height: 900 / distance, lit: lit.includes(at) }),
  );
  return [
    ...nightBehind(canvas),
    box([0, 480], [1600, 720], '#1a2938'),
    ...waves('160,600 90,820 300,700 1440,610 1520,790 1290,560', '#2b4154'),
    ...roadAway('120,1200 786,480 814,480 1480,1200', night),
    ...darkRailing([90, 1180], [786, 480]),
    ...darkRailing([1510, 1180], [814, 480]),
    ...lorry([690, 800]),
    ...lamps.toReversed(),
  ];
}

function darkRailing(near: Point, far: Point): readonly string[] {
  const feet = [1.05, 1.3, 1.62, 2.1, 2.8, 3.9, 5.8].map((distance) => ({
    distance,
    foot: standing(near, far, distance),
  }));
  const posts = feet.map(({ distance, foot: [x, y] }) =>
    line(night.post, 16 / distance, [
      [x, y],
      [x, y - 190 / distance],
    ]),
  );
  const rail = (height: number) => line(night.post, 9, [[near[0], near[1] - height], far]);
  return [...posts, rail(190), rail(100)];
}

/** The back of a lorry: a dark box and two red lights. */
function lorry([x, y]: Point): readonly string[] {
  return [
    box([x - 100, y - 250], [200, 220], '#10151c', { rx: 6 }),
    box([x - 88, y - 238], [176, 172], '#1a212b'),
    line('#10151c', 5, [
      [x, y - 238],
      [x, y - 66],
    ]),
    box([x - 84, y - 40], [42, 42], '#0a0d11', { rx: 8 }),
    box([x + 42, y - 40], [42, 42], '#0a0d11', { rx: 8 }),
    disc([x - 78, y - 48], 13, '#e0382d'),
    disc([x + 78, y - 48], 13, '#e0382d'),
  ];
}
