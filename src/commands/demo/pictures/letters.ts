import { curve, pen, placed, type Point } from './svg.ts';

type Letter = { readonly width: number; readonly strokes: string };

const BOWL = 'M4 6a2 2 0 1 0-4 0a2 2 0 1 0 4 0';

/**
 * Letters as strokes of a pen, since a server may have no font at all: capitals and stems from 0, the small ones from 4,
 * all down to the line at 8. There are those that the names of the pictures need, no more.
 */
const letters: Readonly<Record<string, Letter>> = {
  ' ': { width: 1.6, strokes: '' },
  '-': { width: 2.2, strokes: 'M0 6H2.2' },
  a: { width: 4, strokes: `${BOWL}M4 4V8` },
  b: { width: 4, strokes: `${BOWL}M0 0V8` },
  c: { width: 3.5, strokes: 'M3.5 4.7A2 2 0 1 0 3.5 7.3' },
  d: { width: 4, strokes: `${BOWL}M4 0V8` },
  e: { width: 4, strokes: 'M0 6H4A2 2 0 1 0 3.4 7.4' },
  g: { width: 4, strokes: `${BOWL}M4 4V9a2 2 0 0 1-3.7 1` },
  h: { width: 4, strokes: 'M0 0V8M0 6a2 2 0 0 1 4 0V8' },
  i: { width: 0.2, strokes: 'M0.1 4V8M0.1 1.6v0.1' },
  j: { width: 1.2, strokes: 'M1.2 4V9.4a1.4 1.4 0 0 1-1.4 1.4M1.2 1.6v0.1' },
  k: { width: 3.4, strokes: 'M0 0V8M3.2 4L0 6.4M1.3 5.5L3.4 8' },
  l: { width: 0.2, strokes: 'M0.1 0V8' },
  m: { width: 6, strokes: 'M0 4V8M0 5.5a1.5 1.5 0 0 1 3 0V8M3 5.5a1.5 1.5 0 0 1 3 0V8' },
  n: { width: 4, strokes: 'M0 4V8M0 6a2 2 0 0 1 4 0V8' },
  o: { width: 4, strokes: BOWL },
  p: { width: 4, strokes: `${BOWL}M0 4V11` },
  r: { width: 2.4, strokes: 'M0 4V8M0 6.2a2.2 2.2 0 0 1 2.4-2.1' },
  s: { width: 3.4, strokes: 'M3.2 4.7C2.8 3.7 0.2 3.7 0.2 5C0.2 6.2 3.4 5.8 3.4 7.1C3.4 8.4 0.6 8.2 0 7.3' },
  t: { width: 2.6, strokes: 'M1.1 2V6.8A1.2 1.2 0 0 0 2.6 7.9M0 4H2.6' },
  u: { width: 4, strokes: 'M0 4V6a2 2 0 0 0 4 0V4M4 4V8' },
  y: { width: 4, strokes: 'M0 4L2.1 8M4 4L1.1 10.8' },
  P: { width: 4.2, strokes: 'M0 8V0H2A2.2 2.2 0 0 1 2 4.4H0' },
  S: { width: 4.2, strokes: 'M4 1.3C3.4-0.5 0.3-0.4 0.3 1.9C0.3 4.4 4.2 3.6 4.2 6.1C4.2 8.6 0.8 8.4 0 6.7' },
  T: { width: 5, strokes: 'M0 0H5M2.5 0V8' },
};

const UNITS_OF_HEIGHT = 8;
const GAP = 1.7;

/** The width that words take in letters of a height, both in pixels. */
export function widthOf(words: string, height: number): number {
  const units = [...words].reduce((sum, letter) => sum + letterOf(letter).width + GAP, -GAP);
  return (units * height) / UNITS_OF_HEIGHT;
}

/** Words written with a round pen, their upper left corner here; the height is that of a capital. */
export function writing(words: string, at: Point, height: number, colour: string): string {
  let right = 0;
  const strokes = [...words].map((letter) => {
    const { width, strokes: d } = letterOf(letter);
    const left = right;
    right += width + GAP;
    return d === '' ? '' : placed([left, 0], [curve(d, pen(colour, 0.95))]);
  });
  return placed(at, strokes, { scale: height / UNITS_OF_HEIGHT });
}

function letterOf(letter: string): Letter {
  const found = letters[letter];
  if (found === undefined) throw new Error(`no strokes for the letter "${letter}"`);
  return found;
}
