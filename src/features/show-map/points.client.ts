// What a window of the map shows, as the server answers it.
import type { StateGroup } from '../../domain/report-filter.ts';

type Shown = { readonly title: string; readonly text: string };

/** West, south, east, north. */
export type Sides = readonly [west: number, south: number, east: number, north: number];

export type CellMark = Shown & {
  readonly count: number;
  readonly states: Readonly<Record<StateGroup, number>>;
  /** Around all of them. */
  readonly box: Sides;
  readonly isOnePlace: boolean;
  /** Where those are read that are too many to be told one by one. */
  readonly list?: string;
};
export type ReportMark = Shown & { readonly number: string; readonly state: string };

export type Point = {
  readonly geometry: { readonly coordinates: readonly [longitude: number, latitude: number] };
  readonly properties: CellMark | ReportMark;
};

export type Points = { readonly count: number; readonly said: string; readonly features: readonly Point[] };

const isPoints = (answer: unknown): answer is Points =>
  typeof answer === 'object' && answer !== null && 'features' in answer && 'said' in answer;

/** Throws when none came, or when another window was asked for meanwhile. */
export const readPoints = async (query: string, signal: AbortSignal | null = null): Promise<Points> => {
  const answer: unknown = await (await fetch(`/peta/titik?${query}`, { signal })).json();
  if (!isPoints(answer)) throw new Error('no points came');
  return answer;
};

/** Reports of one place make one mark; a square of many is one already. */
export const byPlace = (points: Points): readonly (readonly [Point, ...Point[]])[] => {
  const places = new Map<unknown, [Point, ...Point[]]>();
  for (const point of points.features) {
    const key = 'count' in point.properties ? point : point.geometry.coordinates.join(' ');
    const there = places.get(key);
    if (there === undefined) places.set(key, [point]);
    else there.push(point);
  }
  return [...places.values()];
};
