import { day } from './palette.ts';
import { area, box, curve, disc, line, pen, type Point, upTo } from './svg.ts';

const TOP = 700;
const ROWS = 3;
const COLUMNS = 17;
const ROW_HEIGHT = 66;
const TILE = 108;
const SLANT = 34;
const KERB = TOP + ROWS * ROW_HEIGHT;

/** The columns and rows where nothing is level any more. */
const broken: readonly Point[] = [
  [6, 0],
  [7, 0],
  [10, 0],
  [5, 1],
  [6, 1],
  [7, 1],
  [8, 1],
  [9, 1],
  [10, 1],
  [4, 2],
  [6, 2],
  [7, 2],
  [8, 2],
  [9, 2],
  [11, 2],
  [12, 1],
];

/** A pavement of square tiles across the picture, its kerb and the road before it. */
export function pavement(): readonly string[] {
  return [
    box([0, TOP], [1600, ROWS * ROW_HEIGHT], '#a39d90'),
    ...cells().map(([column, row]) => tile([column, row])),
    box([0, KERB], [1600, 30], day.kerb),
    box([0, KERB + 24], [1600, 10], '#b4afa2'),
    box([0, KERB + 34], [1600, 400], day.road),
    ...upTo(6).map((at) => box([at * 300 - 60, KERB + 160], [150, 14], day.line)),
  ];
}

/** The same with a hollow of sand, and tiles that lie tilted or are gone. */
export function brokenPavement(): readonly string[] {
  const [x, y] = corner([8, 1]);
  return [
    ...broken.map((cell) => area('#8b7f68', square(cell))),
    disc([x + 40, y + 36], [240, 82], '#cdb07c'),
    disc([x + 30, y + 46], [170, 52], '#b0925f'),
    disc([x + 20, y + 54], [90, 24], '#8f744a'),
    ...broken.filter((_, at) => at % 2 === 0).map((cell, at) => tilted(cell, at)),
    curve(`M${x - 190} ${y - 50}l-40 60l26 30M${x + 260} ${y - 30}l34 52l-20 44`, pen('#6d6353', 6)),
  ];
}

/** The same made even: every tile, a ramp through the kerb, a row of yellow tiles to feel with a stick. */
export function mendedPavement(): readonly string[] {
  const guides = upTo(COLUMNS).map((column): Point => [column, 1]);
  return [
    ...guides.flatMap((cell) => [area(day.warning, square(cell)), ...ribs(cell)]),
    area('#e6e2d6', [
      [690, TOP + 132],
      [910, TOP + 132],
      [980, KERB + 44],
      [620, KERB + 44],
    ]),
    line('#b4afa2', 5, [
      [690, TOP + 132],
      [620, KERB + 44],
    ]),
    line('#b4afa2', 5, [
      [910, TOP + 132],
      [980, KERB + 44],
    ]),
  ];
}

function cells(): readonly Point[] {
  return upTo(ROWS).flatMap((row) => upTo(COLUMNS).map((column): Point => [column, row]));
}

function tile([column, row]: Point): string {
  return area((column + row) % 2 === 0 ? '#c9c3b5' : '#c0baab', square([column, row]));
}

function corner([column, row]: Point): Point {
  return [column * TILE - (row + 1) * SLANT, TOP + row * ROW_HEIGHT];
}

function square(cell: Point): readonly Point[] {
  const [x, y] = corner(cell);
  return [
    [x + 3, y + 3],
    [x + TILE - 3, y + 3],
    [x + TILE - SLANT - 3, y + ROW_HEIGHT - 3],
    [x - SLANT + 3, y + ROW_HEIGHT - 3],
  ];
}

/** A tile that has come loose: one edge stands up, its side in shadow. */
function tilted(cell: Point, at: number): string {
  const [x, y] = corner(cell);
  const up = 26 + (at % 3) * 12;
  const high: readonly Point[] = [
    [x + 8, y - up],
    [x + TILE - 10, y - up + 12],
  ];
  return [
    area('#857e70', [...high, [x + TILE - 26, y + 48], [x - 14, y + 44]]),
    area('#d3cdc0', [...high, [x + TILE - 30, y + 34], [x - 18, y + 30]]),
  ].join('');
}

function ribs(cell: Point): readonly string[] {
  const [x, y] = corner(cell);
  return [16, 33, 50].map((down) =>
    line('#c48d17', 5, [
      [x + 12 - (SLANT * down) / ROW_HEIGHT, y + down],
      [x + TILE - 14 - (SLANT * down) / ROW_HEIGHT, y + down],
    ]),
  );
}
