import type { Position, Ring } from './area.ts';

/**
 * A ring with fewer corners that nowhere leaves the old one by more than `meters` (Douglas and Peucker), and each corner rounded to some 10 meters: for
 * drawing, not for deciding where a point lies. A ring that shrinks to less than a triangle is null.
 */
export const simplifiedRing = (ring: Ring, meters: number): Ring | null => {
  const open = withoutLast(ring);
  const first = open[0];
  if (first === undefined) return null;
  // Two lines, from the first corner to the one farthest from it and back: a ring has no ends to begin with.
  const far = farthest(open, (at) => distance(open[at] ?? first, first, first)).at;
  const kept = [
    ...simplifiedLine(open.slice(0, far + 1), meters),
    ...simplifiedLine([...open.slice(far), first], meters).slice(1, -1),
  ];
  const rounded = kept.map(([x, y]): Position => [round(x), round(y)]);
  const corners = rounded.filter(([x, y], at) => at === 0 || x !== rounded[at - 1]?.[0] || y !== rounded[at - 1]?.[1]);
  return corners.length < 3 ? null : corners;
};

const withoutLast = (ring: Ring): Ring => {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring.slice(0, -1) : ring;
};

/** Four digits of a degree: 11 meters. */
const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** The ends of a line always stay. Without recursion: a coast has more corners than a stack has room. */
const simplifiedLine = (line: readonly Position[], meters: number): readonly Position[] => {
  const keeps = new Set([0, line.length - 1]);
  const parts: (readonly [from: number, to: number])[] = [[0, line.length - 1]];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part;
    const [start, end] = [line[from], line[to]];
    if (start === undefined || end === undefined || to - from < 2) continue;
    const { at, away } = farthest(line.slice(from + 1, to), (between) =>
      distance(line[from + 1 + between] ?? start, start, end),
    );
    if (away <= meters) continue;
    const middle = from + 1 + at;
    keeps.add(middle);
    parts.push([from, middle], [middle, to]);
  }
  return line.filter((_, at) => keeps.has(at));
};

const farthest = (
  line: readonly unknown[],
  away: (at: number) => number,
): { readonly at: number; readonly away: number } => {
  let [at, most] = [0, -1];
  for (const next of line.keys()) {
    const distant = away(next);
    if (distant > most) [at, most] = [next, distant];
  }
  return { at, away: most };
};

const metersPerDegree = 111_195;

/** From a corner to the line between two others, in meters. */
const distance = ([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number => {
  const wide = Math.cos((y1 * Math.PI) / 180);
  const [dx, dy, px, py] = [(x2 - x1) * wide, y2 - y1, (x - x1) * wide, y - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy) * metersPerDegree;
};
