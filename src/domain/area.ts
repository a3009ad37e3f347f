/** In degrees, WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** As GeoJSON has it: longitude first; the last position may repeat the first. */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];

/** Where a village lies: rings counted even-odd, so that a ring within a ring is a hole and rings side by side are parts. */
export type VillageArea = {
  readonly code: string;
  readonly rings: readonly Ring[];
  /** A cell around its point, drawn for want of true boundaries. */
  readonly isApproximate: boolean;
};

/** The village of a point; `meters`: how far outside of it the point lies, 0 inside. */
export type VillageOfPoint = { readonly code: string; readonly meters: number; readonly isApproximate: boolean };

/** A telephone knows its place to some tens of meters, a boundary is drawn no better: this far outside still counts as inside. */
export const toleranceMeters = 150;

/**
 * The village a point lies in; else the nearest within the tolerance; else none: it is outside of them all. Of two areas that both hold it, a true
 * one goes before an approximate one.
 */
export const villageOfPoint = (point: Point, areas: readonly VillageArea[]): VillageOfPoint | null => {
  const nearest = nearestVillage(point, areas);
  return nearest !== null && nearest.meters <= toleranceMeters ? nearest : null;
};

/** The village that a point lies in or nearest to, however far away. */
export const nearestVillage = (point: Point, areas: readonly VillageArea[]): VillageOfPoint | null =>
  areas
    .map(({ code, rings, isApproximate }) => ({ code, isApproximate, meters: metersOutside(point, rings) }))
    .toSorted((a, b) => a.meters - b.meters || Number(a.isApproximate) - Number(b.isApproximate))[0] ?? null;

/** How far a point lies outside of rings, in meters; 0 inside; infinite where there are none. */
export const metersOutside = (point: Point, rings: readonly Ring[]): number => {
  if (isInside(point, rings)) return 0;
  const from = flatAround(point);
  return Math.min(...rings.map((ring) => nearestOf(ring.map(from))));
};

/** Whether a point lies within an odd number of rings. */
export const isInside = ({ latitude: y, longitude: x }: Point, rings: readonly Ring[]): boolean => {
  let inside = false;
  for (const ring of rings)
    for (const [at, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
};

/** The sides of a box, in degrees. */
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

/** The smallest box around rings. */
export const boxAround = (rings: readonly Ring[]): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
};

/** A box that reaches some meters around a point. */
export const boxOf = ({ latitude, longitude }: Point, meters: number): Box => {
  const [dx, dy] = [meters / metersPerLongitude(latitude), meters / metersPerLatitude];
  return { west: longitude - dx, south: latitude - dy, east: longitude + dx, north: latitude + dy };
};

/** How far two points lie apart, in meters; true to a percent within a province. */
export const metersBetween = (one: Point, other: Point): number =>
  Math.hypot(...flatAround(one)([other.longitude, other.latitude]));

/** One degree of latitude; of longitude, at a latitude. */
const metersPerLatitude = 111_195;
const metersPerLongitude = (latitude: number): number =>
  metersPerLatitude * Math.max(0.01, Math.cos((latitude * Math.PI) / 180));

type Flat = readonly [x: number, y: number];

/** The neighbourhood of a point as a plane, in meters from it. */
const flatAround = ({ latitude, longitude }: Point): ((position: Position) => Flat) => {
  const perLongitude = metersPerLongitude(latitude);
  return ([x, y]) => [(x - longitude) * perLongitude, (y - latitude) * metersPerLatitude];
};

/** How near a ring comes to the origin. */
const nearestOf = (ring: readonly Flat[]): number => {
  let nearest = Infinity;
  for (const [at, end] of ring.entries())
    nearest = Math.min(nearest, toOrigin(ring[at === 0 ? ring.length - 1 : at - 1] ?? end, end));
  return nearest;
};

const toOrigin = ([x1, y1]: Flat, [x2, y2]: Flat): number => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
};
