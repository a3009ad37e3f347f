import { Delaunay } from 'd3-delaunay';

import { boxAround, boxOf, type Point, type Position, type VillageArea } from '../domain/area.ts';

/** How far a city is taken to reach beyond the outermost points of its villages: about half the way across a kelurahan. */
const reachMeters = 600;

/** Three points not on a line are the fewest that cells can be drawn around. */
const fewest = 3;

/**
 * An approximate area for each village: what lies nearer to its point than to any other, as far as the city is taken to reach. Empty for fewer
 * than three points. Two villages at the same point share a cell, which only the first of them gets.
 */
export const cellsAround = (
  villages: readonly { readonly code: string; readonly point: Point }[],
): readonly VillageArea[] => {
  if (villages.length < fewest) return [];
  const scale = Math.cos(((villages[0]?.point.latitude ?? 0) * Math.PI) / 180);
  const flat = villages.map(({ point }): Position => [point.longitude * scale, point.latitude]);
  const edge = hullOf(villages.flatMap(({ point }) => circleAround(point)).map(([x, y]): Position => [x * scale, y]));
  const { west, south, east, north } = boxAround([edge]);
  const voronoi = delaunayOf(flat).voronoi([west, south, east, north]);
  return villages.flatMap(({ code }, at) => {
    const cell = clipped(positionsOf(voronoi.cellPolygon(at)), edge);
    return cell.length < fewest
      ? []
      : [{ code, isApproximate: true, rings: [cell.map(([x, y]): Position => [rounded(x / scale), rounded(y)])] }];
  });
};

const corners = 12;

const circleAround = (point: Point): readonly Position[] => {
  const { east, north } = boxOf(point, reachMeters);
  const [rx, ry] = [east - point.longitude, north - point.latitude];
  return Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    return [point.longitude + rx * Math.cos(angle), point.latitude + ry * Math.sin(angle)];
  });
};

/** The convex hull of points, counter-clockwise: the library gives it so on a screen, where y grows downwards. */
const hullOf = (points: readonly Position[]): readonly Position[] =>
  Array.from(delaunayOf(points).hull)
    .toReversed()
    .flatMap((at): readonly Position[] => points.slice(at, at + 1));

const delaunayOf = (points: readonly Position[]) =>
  Delaunay.from(
    points,
    ([x]) => x,
    ([, y]) => y,
  );

/** A cell is null where its point is another's too. */
const positionsOf = (cell: ArrayLike<ArrayLike<number>> | null): readonly Position[] =>
  Array.from(cell ?? [], (corner): Position => [corner[0] ?? 0, corner[1] ?? 0]);

/** The part of a polygon within a convex edge that runs counter-clockwise (Sutherland and Hodgman, 1974). */
const clipped = (polygon: readonly Position[], edge: readonly Position[]): readonly Position[] =>
  edge.reduce((left, end, at) => within(left, edge.at(at - 1) ?? end, end), polygon);

const within = (polygon: readonly Position[], from: Position, to: Position): readonly Position[] =>
  polygon.flatMap((corner, at) => {
    const before = polygon.at(at - 1) ?? corner;
    const [was, is] = [sideOf(before, from, to), sideOf(corner, from, to)];
    const crossing = was < 0 === is < 0 ? [] : [between(before, corner, was / (was - is))];
    return is < 0 ? crossing : [...crossing, corner];
  });

/** Above zero on the left of a line. */
const sideOf = ([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number =>
  (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);

const between = ([x1, y1]: Position, [x2, y2]: Position, part: number): Position => [
  x1 + (x2 - x1) * part,
  y1 + (y2 - y1) * part,
];

/** To a tenth of a meter. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
