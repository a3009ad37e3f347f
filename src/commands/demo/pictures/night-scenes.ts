import { night } from './palette.ts';
import { type Scene, standing } from './scene.ts';
import { lamp, lightCone, nightBehind } from './shapes.ts';
import { area, box, type Canvas, cornersOf, curve, disc, line, lying, pen, type Point, pointsOf, upTo } from './svg.ts';

export const nightScenes = {
  'gang-gelap': { canvas: lying, paint: darkLane },
  'lampu-taman-menyala': { canvas: lying, paint: litPark },
} as const satisfies Readonly<Record<string, Scene>>;

function darkLane(canvas: Canvas): readonly string[] {
  const lampNear: Point = [1320, 1200];
  const lampFar: Point = [868, 500];
  return [
    ...nightBehind(canvas),
    area('#141b29', '690,350 800,280 910,350'),
    box([700, 350], [200, 180], '#1f2737'),
    box([772, 400], [44, 52], night.window),
    area(night.road, '700,520 900,520 1640,1200 -40,1200'),
    area('#07090c', '700,520 714,520 250,1200 70,1200'),
    ...wall('-10,-40 700,350 700,520 -10,1190'),
    ...wall('1610,-40 900,350 900,520 1610,1190'),
    ...[4.4, 2.2, 1.3].map((far) => lamp(standing(lampNear, lampFar, far), { height: 900 / far })),
  ];
}

/** A wall that runs away, with the lines of its rows of stones: near top, far top, far foot, near foot. */
function wall(corners: string): readonly string[] {
  const [nearTop, farTop, farFoot, nearFoot] = cornersOf(corners);
  return [
    area(night.wall, corners),
    ...upTo(6).map((at) =>
      line('#232937', 5, [
        [nearTop[0], nearTop[1] + ((nearFoot[1] - nearTop[1]) * (at + 1)) / 7],
        [farTop[0], farTop[1] + ((farFoot[1] - farTop[1]) * (at + 1)) / 7],
      ]),
    ),
    line('#3c4457', 14, [nearTop, farTop]),
  ];
}

function litPark(canvas: Canvas): readonly string[] {
  return [
    ...nightBehind(canvas),
    box([0, 480], [1600, 720], '#22382f'),
    curve('M-40 1010C420 900 760 1060 1160 930S1560 720 1680 740', pen('#3d4a47', 90)),
    ...pointsOf('250,560 1380,540 820,520').flatMap(nightTree),
    ...parkLamp([330, 860]),
    ...parkLamp([830, 880]),
    ...parkLamp([1300, 780]),
    disc([580, 912], [40, 9], '#16261f'),
    disc([580, 874], 38, '#d8d4c8'),
    curve('M546 862Q580 884 614 862M580 836V912', pen('#b5473c', 7)),
  ];
}

function nightTree([x, y]: Point): readonly string[] {
  return [
    box([x - 10, y - 120], [20, 140], '#15201c'),
    disc([x - 50, y - 140], 66, '#1b2d26'),
    disc([x + 50, y - 140], 66, '#1b2d26'),
    disc([x, y - 200], 78, '#1b2d26'),
  ];
}

/** A low lamp with a hat; its light falls on the lawn. */
function parkLamp([x, y]: Point): readonly string[] {
  return [
    disc([x, y], [210, 44], night.light, { 'fill-opacity': 0.2 }),
    lightCone([
      [x - 22, y - 236],
      [x + 22, y - 236],
      [x + 210, y],
      [x - 210, y],
    ]),
    box([x - 8, y - 220], [16, 224], night.post),
    disc([x, y - 240], 30, night.window),
    area(night.head, [
      [x - 56, y - 252],
      [x - 14, y - 286],
      [x + 14, y - 286],
      [x + 56, y - 252],
    ]),
  ];
}
