// A map under a fixed cross: whatever lies under the cross is the point. Drawn by Leaflet from rings; pictures of the ground only from where it is told.
import { map as createMap, polygon, tileLayer, type Map as LeafletMap } from 'leaflet';

import { makeElement } from './make-element.ts';

export type PointMapOptions = {
  /** Rings as GeoJSON has them, longitude first. */
  readonly shapes: readonly {
    readonly name: string;
    readonly rings: readonly (readonly (readonly [number, number])[])[];
  }[];
  readonly tiles: string | null;
  /** Where to begin; null: with all shapes in sight. */
  readonly start: readonly [latitude: number, longitude: number] | null;
  /** After every move, and at once, which is by nobody's hand. */
  readonly onMove: (latitude: number, longitude: number, isByHand: boolean) => void;
};

export type PointMap = { readonly zoom: (steps: number) => void; readonly remove: () => void };

/** Arrows, + and - move it while it has the focus; a tap brings what is tapped under the cross. */
export const showPointMap = (place: HTMLElement, options: PointMapOptions): PointMap => {
  const { shapes, tiles, start, onMove } = options;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = createMap(place, {
    attributionControl: false,
    zoomControl: false,
    keyboardPanDelta: panPixels,
    zoomAnimation: !isCalm,
    inertia: !isCalm,
    fadeAnimation: false,
    minZoom: 9,
    maxZoom: 18,
  });
  for (const { name, rings } of shapes)
    polygon(
      rings.map((ring) => ring.map(([longitude, latitude]): [number, number] => [latitude, longitude])),
      { className: 'map-area', interactive: false },
    )
      .bindTooltip(makeElement('span', {}, name), { permanent: true, direction: 'center', className: 'map-name' })
      .addTo(map);
  if (tiles !== null) tileLayer(tiles, { referrerPolicy: 'origin' }).addTo(map);
  look(map, shapes, start);
  const tell = (isByHand: boolean): void => {
    const { lat, lng } = map.getCenter();
    onMove(lat, lng, isByHand);
  };
  const near = (): void => void place.classList.toggle('map-near', map.getZoom() >= nameZoom);
  map.on('zoomend', near);
  near();
  map.on('moveend', () => tell(true));
  map.on('click', ({ latlng }) => void map.panTo(latlng, { animate: !isCalm }));
  tell(false);
  return { zoom: (steps) => void map.setZoom(map.getZoom() + steps), remove: () => void map.remove() };
};

/** Some 50 meters where a street fills the map: fine enough to walk up to a door. */
const panPixels = 40;
/** From here on names find room in the areas. */
const nameZoom = 14;
/** One street and its neighbours. */
const streetZoom = 16;

const look = (map: LeafletMap, shapes: PointMapOptions['shapes'], start: PointMapOptions['start']): void => {
  const corners = shapes
    .flatMap(({ rings }) => rings.flat())
    .map(([longitude, latitude]): [number, number] => [latitude, longitude]);
  if (start !== null) lookAt(map, start, corners);
  else if (corners.length > 0) map.fitBounds(corners, { animate: false });
  else map.setView(middleOfCountry, 9);
};

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

const middleOfCountry: [number, number] = [-2.5, 118];
