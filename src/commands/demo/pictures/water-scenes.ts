import { day } from './palette.ts';
import type { Scene } from './scene.ts';
import { dayBehind, house, person, waves } from './shapes.ts';
import { area, box, type Canvas, curve, disc, lying, pen, placed, type Point, pointsOf } from './svg.ts';

export const waterScenes = {
  'banjir-selutut': { canvas: lying, paint: flood },
  'got-mampet': { canvas: lying, paint: blockedDrain },
} as const satisfies Readonly<Record<string, Scene>>;

const FLOOD = '#9a8b72';
const RIPPLE = '#b3a58c';

function flood(canvas: Canvas): readonly string[] {
  const feet = 860;
  const surface = 772;
  return [
    ...dayBehind(canvas, day.greySky),
    ...house([50, feet], 450),
    ...house([575, feet], 450, '#c9cfb4'),
    ...house([1100, feet], 450, '#d5c3c9'),
    ...measure([525, 600], surface),
    box([0, surface], [1600, 430], FLOOD),
    box([505, surface], [40, 160], '#a8997f'),
    box([505, surface + 103], [40, 14], '#94705c'),
    ...waves('160,850 480,950 980,860 1430,990 1160,1060 260,1050', RIPPLE),
    ...person([760, 1030], 420),
    box([690, 920], [140, 130], FLOOD),
    disc([760, 922], [92, 13], RIPPLE),
    ...chair([1180, 930]),
  ];
}

/** A stick with three marks, the second of them at the surface. */
function measure([x, y]: Point, surface: number): readonly string[] {
  return [
    box([x - 20, y], [40, 360], day.white),
    ...[-110, 0, 110].map((off) => box([x - 20, surface + off - 7], [40, 14], day.red)),
  ];
}

function chair([x, y]: Point): readonly string[] {
  const red = '#c2483d';
  const body = [
    box([-70, -190], [140, 130], red, { rx: 18 }),
    ...[-40, -8, 24].map((at) => box([at, -174], [16, 90], '#9d382f', { rx: 6 })),
    box([-84, -64], [168, 30], red, { rx: 10 }),
    box([-76, -40], [20, 90], red),
    box([56, -40], [20, 90], red),
  ];
  return [
    placed([x, y], body, { turn: 16 }),
    box([x - 150, y - 8], [300, 80], FLOOD),
    disc([x - 4, y - 6], [126, 13], RIPPLE),
  ];
}

function blockedDrain(canvas: Canvas): readonly string[] {
  return [
    box([0, 0], [canvas.width, canvas.height], day.road),
    area(day.ground, '0,0 1600,0 1600,190 0,560'),
    area('#a3b08f', '0,0 1600,0 1600,60 0,360'),
    area('#c9c3b5', '0,560 1600,190 1600,250 0,630'),
    area('#6d5b41', '0,630 1600,250 1600,470 0,900'),
    ...waves('220,700 760,610 1180,480 1450,400', '#84704f'),
    area('#d8d4c8', '0,900 1600,470 1600,540 0,980'),
    curve(
      'M552 740C520 860 620 900 560 980C520 1060 760 1090 960 1070C1220 1050 1280 960 1120 900C1000 850 900 880 860 800C840 740 860 700 846 660Z',
      {
        fill: '#6d5b41',
      },
    ),
    disc([820, 1000], [150, 24], '#84704f'),
    ...bottle([300, 720], -30, '#9fc7d6'),
    ...bottle([1010, 560], 38, '#a9d0b4'),
    ...bottle([1330, 420], -70, '#9fc7d6'),
    sandal([600, 690]),
    ...leaves('160,790 440,660 480,730 760,560 860,640 1160,540 1230,420 1480,440 720,900 1010,990'),
  ];
}

function bottle(at: Point, turn: number, colour: string): readonly string[] {
  const parts = [
    box([-64, -26], [110, 52], colour, { rx: 16 }),
    area(colour, '42,-22 70,-10 70,10 42,22'),
    box([68, -12], [22, 24], day.red, { rx: 4 }),
    box([-24, -26], [36, 52], day.white),
  ];
  return [placed(at, parts, { turn })];
}

function sandal(at: Point): string {
  const sole = 'M-80 -6C-80 -46 -20 -40 10 -40C60 -48 92 -28 92 2C92 34 50 40 6 32C-24 28 -80 40 -80 -6Z';
  return placed(
    at,
    [curve(sole, { fill: '#2f5f8f' }), curve('M-10 -38C40 -20 60 -6 64 0C56 10 30 20 -14 30', pen('#e9e4d0', 12))],
    { turn: -14 },
  );
}

function leaves(points: string): readonly string[] {
  return pointsOf(points).map((at, index) =>
    placed(at, [curve('M-28 0Q0 -24 30 0Q0 24 -28 0Z', { fill: index % 3 === 0 ? '#b08a3e' : day.crown })], {
      turn: index * 53,
    }),
  );
}
