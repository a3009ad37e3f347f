import { day } from './palette.ts';
import type { Scene } from './scene.ts';
import { area, box, disc, line, lying, placed, type Point } from './svg.ts';

export const indoorScenes = {
  'bak-air-tertutup': { canvas: lying, paint: coveredTub },
} as const satisfies Readonly<Record<string, Scene>>;

function coveredTub(): readonly string[] {
  return [
    box([0, 0], [1600, 1200], '#e4e6df'),
    ...[150, 300, 450, 600].map((y) =>
      line('#d3d6cd', 4, [
        [0, y],
        [1600, y],
      ]),
    ),
    ...[200, 500, 800, 1100, 1400].map((x) =>
      line('#d3d6cd', 4, [
        [x, 0],
        [x, 750],
      ]),
    ),
    box([0, 750], [1600, 450], '#b7b3a6'),
    ...[840, 940, 1050].map((y) =>
      line('#a5a193', 4, [
        [0, y],
        [1600, y],
      ]),
    ),
    line('#8b949b', 26, '820,210 820,250 700,250 700,310'),
    disc([820, 200], [46, 16], day.red),
    area('#3f7f96', '400,470 1000,470 950,960 450,960'),
    area('#4f92aa', '430,500 520,500 540,940 470,940'),
    disc([700, 960], [250, 24], '#3f7f96'),
    box([366, 420], [668, 62], '#2d6377', { rx: 24 }),
    box([366, 420], [668, 26], '#5aa0b8', { rx: 13 }),
    box([630, 388], [140, 36], '#2d6377', { rx: 16 }),
    ...brush([1160, 960]),
    ...sachet([1370, 980]),
  ];
}

function brush([x, y]: Point): readonly string[] {
  const handle = line(day.trunk, 26, '0,-420 0,-70');
  return [
    placed(
      [x, y],
      [handle, box([-64, -80], [128, 44], '#5d4630', { rx: 10 }), box([-58, -38], [116, 64], day.line, { rx: 6 })],
      { turn: 8 },
    ),
  ];
}

function sachet([x, y]: Point): readonly string[] {
  return [
    area('#ffffff', [
      [x - 70, y - 90],
      [x + 62, y - 106],
      [x + 78, y + 42],
      [x - 58, y + 56],
    ]),
    line('#d8d4c8', 7, [
      [x - 68, y - 70],
      [x + 64, y - 86],
    ]),
    line('#d8d4c8', 7, [
      [x - 60, y + 36],
      [x + 76, y + 22],
    ]),
  ];
}
