// A map under a fixed cross: whatever lies under the cross is the point.
import type { Map as LeafletMap } from 'leaflet';

import { cornersOf, isCalm, lookAtAll, openAreaMap, type AreaMapOptions } from './area-map.ts';

export type PointMapOptions = AreaMapOptions & {
  /** Where to begin; null: with all shapes in sight. */
  readonly start: readonly [latitude: number, longitude: number] | null;
  /** After every move, and at once, which is by nobody's hand. */
  readonly onMove: (latitude: number, longitude: number, isByHand: boolean) => void;
};

export type PointMap = { readonly zoom: (steps: number) => void; readonly remove: () => void };

/** Arrows, + and - move it while it has the focus; a tap brings what is tapped under the cross. */
export const showPointMap = (place: HTMLElement, options: PointMapOptions): PointMap => {
  const { shapes, tiles, start, onMove } = options;
  const map = openAreaMap(place, { shapes, tiles });
  look(map, shapes, start);
  const tell = (isByHand: boolean): void => {
    const { lat, lng } = map.getCenter();
    onMove(lat, lng, isByHand);
  };
  map.on('moveend', () => tell(true));
  map.on('click', ({ latlng }) => void map.panTo(latlng, { animate: !isCalm() }));
  tell(false);
  return { zoom: (steps) => void map.setZoom(map.getZoom() + steps), remove: () => void map.remove() };
};

/** One street and its neighbours. */
const streetZoom = 16;

const look = (map: LeafletMap, shapes: PointMapOptions['shapes'], start: PointMapOptions['start']): void =>
  start === null ? lookAtAll(map, shapes) : lookAt(map, start, cornersOf(shapes));

/** Close by; a place outside of all that is drawn so that the way back is in sight. */
const lookAt = (
  map: LeafletMap,
  [latitude, longitude]: readonly [number, number],
  corners: readonly [number, number][],
): void => {
  const [away, aside] = [
    Math.max(...corners.map(([one]) => Math.abs(one - latitude))),
    Math.max(...corners.map(([, one]) => Math.abs(one - longitude))),
  ];
  const isBetween = (at: 0 | 1, value: number): boolean =>
    corners.some((corner) => corner[at] <= value) && corners.some((corner) => corner[at] >= value);
  const isAmong = corners.length === 0 || (isBetween(0, latitude) && isBetween(1, longitude));
  if (isAmong) map.setView([latitude, longitude], streetZoom);
  else
    map.fitBounds(
      [
        [latitude - away, longitude - aside],
        [latitude + away, longitude + aside],
      ],
      { animate: false },
    );
};
