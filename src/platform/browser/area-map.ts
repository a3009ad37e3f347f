// A map drawn by Leaflet from rings; pictures of the ground only from where it is told.
import { map as createMap, polygon, tileLayer, type Map as LeafletMap } from 'leaflet';

import { showNames, type AreaShape } from './map-names.ts';

export type AreaMapOptions = { readonly shapes: readonly AreaShape[]; readonly tiles: string | null };

/** Who asks for less motion is shown none. */
export const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Areas with their names. Arrows, + and - move it while it has the focus. */
export const openAreaMap = (place: HTMLElement, { shapes, tiles }: AreaMapOptions): LeafletMap => {
  const moves = !isCalm();
  const map = createMap(place, {
    attributionControl: false,
    zoomControl: false,
    keyboardPanDelta: panPixels,
    zoomAnimation: moves,
    inertia: moves,
    fadeAnimation: false,
    minZoom: 9,
    maxZoom: 18,
  });
  for (const { rings } of shapes)
    polygon(
      rings.map((ring) => ring.map(([longitude, latitude]): [number, number] => [latitude, longitude])),
      { className: 'map-area', interactive: false },
    ).addTo(map);
  if (tiles !== null) tileLayer(tiles, { referrerPolicy: 'origin' }).addTo(map);
  showNames(map, shapes);
  return map;
};

/** Some 50 meters where a street fills the map: fine enough to walk up to a door. */
const panPixels = 40;

/** Every corner of the areas, latitude first, as Leaflet has them. */
export const cornersOf = (shapes: readonly AreaShape[]): [number, number][] =>
  shapes.flatMap(({ rings }) => rings.flat()).map(([longitude, latitude]): [number, number] => [latitude, longitude]);

/** All areas in sight; where there are none, the country. */
export const lookAtAll = (map: LeafletMap, shapes: readonly AreaShape[]): void => {
  const corners = cornersOf(shapes);
  if (corners.length > 0) map.fitBounds(corners, { animate: false });
  else map.setView(middleOfCountry, 9);
};

const middleOfCountry: [number, number] = [-2.5, 118];
