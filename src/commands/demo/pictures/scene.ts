import { between, type Canvas, type Point } from './svg.ts';

/** What a picture shows, without its band; it is painted from the back to the front. */
export type Scene = { readonly canvas: Canvas; readonly paint: (canvas: Canvas) => readonly string[] };

/** Where something stands on an edge that runs from the near point to the far one; twice as far away is half as large. */
export function standing(near: Point, far: Point, distance: number): Point {
  return between(far, near, 1 / distance);
}
