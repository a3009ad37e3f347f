import { day } from './palette.ts';
import { curve, pen, placed, type Point } from './svg.ts';

/** A tied bag by the middle of its foot and its size; the colour follows from its place in the heap. */
export type Bag = readonly [x: number, y: number, size: number];

const COLOURS = [day.dark, day.blue, day.white, '#3a4046', '#5b86b8'] as const;

export function bags(list: readonly Bag[]): readonly string[] {
  return list.map(([x, y, size], at) => bag([x, y], size, COLOURS[at % COLOURS.length] ?? day.dark));
}

function bag(foot: Point, size: number, colour: string): string {
  const body =
    'M-0.16 -1.02C-0.7 -0.86 -0.84 -0.2 -0.66 -0.04C-0.4 0.06 0.4 0.06 0.66 -0.04C0.84 -0.2 0.7 -0.86 0.16 -1.02Z';
  const knot = 'M0 -1L-0.26 -1.26L-0.06 -1.2L0.02 -1.32L0.1 -1.2L0.28 -1.24Z';
  const edge = { stroke: '#1f2933', 'stroke-opacity': 0.25, 'stroke-width': 0.03 };
  return placed(
    foot,
    [
      curve(knot, { fill: colour, ...edge }),
      curve(body, { fill: colour, ...edge }),
      curve('M-0.4 -0.7C-0.52 -0.5 -0.52 -0.36 -0.48 -0.24', { ...pen('#ffffff', 0.07), 'stroke-opacity': 0.3 }),
    ],
    { scale: size },
  );
}
