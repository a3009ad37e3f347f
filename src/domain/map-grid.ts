import type { Box } from './area.ts';

/** More marks than this cover each other on any screen, and weigh on a cheap phone. */
export const mostMarks = 300;

/** From here on a map shows single reports: a street and its neighbours. */
export const singleZoom = 16;

/** As maps of the world count them. */
export const zooms = { least: 0, most: 19 } as const;

/** Room for a mark that a finger can meet. */
const markPixels = 72;
/** The world is one picture of this many pixels at zoom 0. */
const worldPixels = 256;

/** The side of the squares whose reports make one mark, in degrees: at a zoom, and wide enough that a window holds no more than `mostMarks`. */
export const squareSide = ({ west, south, east, north }: Box, zoom: number): number => {
  let side = (360 * markPixels) / (worldPixels * 2 ** zoom);
  const squares = (from: number, to: number): number => Math.ceil((to - from) / side) + 1;
  while (squares(west, east) * squares(south, north) > mostMarks) side *= 2;
  return side;
};

/** `106.5,-6.3,106.8,-6.1`: west, south, east, north. Null: no window on the earth. */
export const readBox = (text: string): Box | null => {
  const sides = text.split(',').map((side) => (/^-?\d{1,3}(?:\.\d{1,20})?$/.test(side) ? Number(side) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = sides;
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return sides.length === 4 && isOnEarth && west < east && south < north ? { west, south, east, north } : null;
};

export const writeBox = ({ west, south, east, north }: Box): string =>
  [west, south, east, north].map((side) => side.toFixed(boxDigits)).join(',');

/** A meter: a window need not be told more exactly. */
const boxDigits = 5;

/** Told by `writeBox` it still holds, half-open, every point that it holds now, those on its east and north sides too. */
export const boxRoundedOut = ({ west, south, east, north }: Box): Box => ({
  west: notAbove(west),
  south: notAbove(south),
  east: above(east),
  north: above(north),
});

const told = (degrees: number): number => Number(degrees.toFixed(boxDigits));
const step = 10 ** -boxDigits;

const notAbove = (degrees: number): number => (told(degrees) > degrees ? told(degrees - step) : told(degrees));
const above = (degrees: number): number => (told(degrees) > degrees ? told(degrees) : told(degrees + step));
