import { brokenPavement, mendedPavement, pavement } from './pavement.ts';
import { day } from './palette.ts';
import type { Scene } from './scene.ts';
import { dayBehind, roadAway, waves } from './shapes.ts';
import { area, box, type Canvas, curve, disc, line, lying, pen, placed, type Point, upright, upTo } from './svg.ts';

export const roadScenes = {
  'lubang-jalur-motor': { canvas: upright, paint: pothole },
  'trotoar-ambles': { canvas: lying, paint: sunkenPavement },
  'trotoar-ambles-sesudah': { canvas: lying, paint: evenPavement },
  'trotoar-bebas-motor': { canvas: lying, paint: freePavement },
} as const satisfies Readonly<Record<string, Scene>>;

function pothole(canvas: Canvas): readonly string[] {
  const shore = canvas.horizon;
  return [
    ...dayBehind(canvas),
    box([0, shore], [1200, 90], day.water),
    ...waves([
      [180, shore + 30],
      [420, shore + 46],
      [820, shore + 32],
      [1060, shore + 42],
    ]),
    area(day.ground, [
      [0, shore + 76],
      [1200, shore + 60],
      [1200, shore + 110],
      [0, shore + 110],
    ]),
    ...roadAway('-120,1600 545,720 655,720 1320,1600'),
    ...hole([385, 1245]),
    ...ruler([205, 1392], 6),
  ];
}

/** A ragged hole: broken asphalt around it, dark within, water where it is deepest. */
function hole(middle: Point): readonly string[] {
  return [
    area('#8d9297', ragged(middle, [196, 98], 23)),
    area('#565b60', ragged([middle[0], middle[1] + 6], [178, 82], 19)),
    area('#3a3e42', ragged([middle[0] + 4, middle[1] + 18], [146, 60], 17)),
    disc([middle[0] + 20, middle[1] + 34], [96, 32], day.water),
    disc([middle[0] + 2, middle[1] + 28], [44, 8], day.wave),
    ...[-202, 192, 226].map((x, at) => disc([middle[0] + x, middle[1] + 30 - at * 44], [15, 9], '#8d9297')),
    curve(
      `M${middle[0] - 180} ${middle[1] - 40}l-24 -34l-4 -34M${middle[0] + 120} ${middle[1] - 76}l24 -50l44 -22`,
      pen('#565b60', 6),
    ),
  ];
}

function ragged([x, y]: Point, [wide, high]: Point, corners: number): readonly Point[] {
  return upTo(corners).map((at) => {
    const turn = (at / corners) * 2 * Math.PI;
    const reach = 0.88 + ((at * 7) % 5) * 0.045;
    return [Math.round(x + Math.cos(turn) * wide * reach), Math.round(y + Math.sin(turn) * high * reach)];
  });
}

function ruler([x, y]: Point, fields: number): readonly string[] {
  return upTo(fields).map((at) => box([x + at * 60, y], [60, 34], at % 2 === 0 ? day.warning : day.white));
}

function sunkenPavement(canvas: Canvas): readonly string[] {
  return [...besideTheStop(canvas), ...brokenPavement(), ...wheelchair([1130, 1010])];
}

function evenPavement(canvas: Canvas): readonly string[] {
  return [...besideTheStop(canvas), ...mendedPavement()];
}

function besideTheStop(canvas: Canvas): readonly string[] {
  return [...dayBehind(canvas), ...pavement(), ...busStop([150, 700])];
}

/** A roof on two posts, a back wall and a bench, by the foot of its left post. */
function busStop([x, y]: Point): readonly string[] {
  return [
    box([x + 20, y - 330], [420, 220], day.wave, { 'fill-opacity': 0.7 }),
    box([x, y - 370], [20, 380], '#59636b'),
    box([x + 440, y - 370], [20, 380], '#59636b'),
    area(day.blue, [
      [x - 40, y - 370],
      [x - 10, y - 420],
      [x + 470, y - 420],
      [x + 500, y - 370],
    ]),
    box([x + 70, y - 90], [320, 24], day.trunk),
    ...[90, 350].map((post) => box([x + post, y - 66], [16, 66], '#59636b')),
  ];
}

function wheelchair(at: Point): string {
  const grey = '#d4d9dc';
  return placed(at, [
    line('#59636b', 14, '-74,-190 -60,-20 58,-20 84,40 118,40'),
    box([-66, -44], [130, 24], day.blue, { rx: 8 }),
    box([-84, -176], [24, 150], day.blue, { rx: 8 }),
    line('#59636b', 12, '-74,-186 -108,-196'),
    line('#59636b', 10, '-56,-84 46,-84 52,-30'),
    disc([-34, 0], 78, 'none', pen(grey, 13)),
    disc([-34, 0], 14, grey),
    disc([72, 52], 27, 'none', pen(grey, 11)),
  ]);
}

function freePavement(canvas: Canvas): readonly string[] {
  return [
    ...dayBehind(canvas),
    ...upTo(3).flatMap((at) => shopFront([40 + at * 530, 690], day.shops[at] ?? day.wall)),
    ...pavement(),
    ...noParking([1290, 860]),
  ];
}

function shopFront([x, y]: Point, wall: string): readonly string[] {
  return [
    box([x, y - 480], [500, 480], wall),
    box([x - 10, y - 500], [520, 28], day.roof),
    box([x + 40, y - 250], [250, 190], day.wave),
    box([x + 330, y - 270], [130, 270], day.trunk),
    disc([x + 440, y - 130], 7, day.warning),
    ...upTo(6).map((at) =>
      area(at % 2 === 0 ? day.red : day.white, [
        [x + 20 + at * 77, y - 330],
        [x + 97 + at * 77, y - 330],
        [x + 97 + at * 77, y - 270],
        [x + 20 + at * 77, y - 270],
      ]),
    ),
  ];
}

function noParking([x, y]: Point): readonly string[] {
  return [
    box([x - 9, y - 440], [18, 440], '#59636b'),
    disc([x, y - 470], 96, '#c0392b'),
    disc([x, y - 470], 72, '#2d5fa6'),
    line('#c0392b', 22, [
      [x - 54, y - 524],
      [x + 54, y - 416],
    ]),
  ];
}
