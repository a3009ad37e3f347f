// A map with marks on it, each an element of the page that takes the focus like any other.
import { divIcon, layerGroup, marker, point, type Map as LeafletMap } from 'leaflet';

import { isCalm, lookAtAll, openAreaMap, type AreaMapOptions } from './area-map.ts';
import type { AreaShape } from './map-names.ts';

export type MarkMapOptions = AreaMapOptions & {
  /** What is in sight at first, where no view is given. */
  readonly first: readonly AreaShape[];
  readonly view: MapView | null;
};

/** What it looks at, and from how near. */
export type MapView = MapPoint & { readonly zoom: number };

export type MapPoint = { readonly latitude: number; readonly longitude: number };

/** In degrees. */
export type MapWindow = Readonly<Record<'west' | 'south' | 'east' | 'north', number>>;

export type PlacedMark = { readonly latitude: number; readonly longitude: number; readonly element: HTMLElement };

export type MarkMap = {
  readonly window: () => MapWindow;
  readonly centre: () => MapPoint;
  readonly zoom: () => number;
  readonly mostZoom: number;
  readonly zoomBy: (steps: number) => void;
  /** Nearer, with the whole window in sight. */
  readonly fit: (window: MapWindow) => void;
  /** In place of those before. The focus that was on one of them goes to the map. */
  readonly show: (marks: readonly PlacedMark[]) => void;
  /** Whenever it has moved. */
  readonly onMove: (act: () => void) => void;
};

export const openMarkMap = (place: HTMLElement, { first, view, ...drawing }: MarkMapOptions): MarkMap => {
  const map = openAreaMap(place, drawing);
  // One finger moves the page, two the map: else nobody gets past it on a phone.
  if (matchMedia('(pointer: coarse)').matches) map.dragging.disable();
  const layer = layerGroup().addTo(map);
  if (view === null) lookAtAll(map, first);
  else map.setView([view.latitude, view.longitude], inReach(map, view.zoom), { animate: false });
  return {
    window: () => windowIn(map),
    centre: () => {
      const { lat, lng } = map.getCenter();
      return { latitude: lat, longitude: lng };
    },
    zoom: () => map.getZoom(),
    mostZoom: map.getMaxZoom(),
    zoomBy: (steps) => void map.setZoom(map.getZoom() + steps),
    fit: (window) => fitIn(map, window),
    show: (marks) => {
      const hadFocus = map.getPane('markerPane')?.contains(document.activeElement) ?? false;
      layer.clearLayers();
      for (const { latitude, longitude, element } of marks)
        marker([latitude, longitude], { icon: iconOf(element), keyboard: false }).addTo(layer);
      if (hadFocus) place.focus({ preventScroll: true });
    },
    onMove: (act) => void map.on('moveend', act),
  };
};

const windowIn = (map: LeafletMap): MapWindow => {
  const sides = map.getBounds();
  return {
    west: Math.max(-180, sides.getWest()),
    south: Math.max(-90, sides.getSouth()),
    east: Math.min(180, sides.getEast()),
    north: Math.min(90, sides.getNorth()),
  };
};

const fitIn = (map: LeafletMap, { west, south, east, north }: MapWindow): void => {
  const sides: [number, number][] = [
    [south, west],
    [north, east],
  ];
  const whole = Math.min(partedZoom, map.getBoundsZoom(sides, false, point(2 * markSize, 2 * markSize)));
  const zoom = Math.max(whole, map.getZoom() + 1);
  map.setView([(south + north) / 2, (west + east) / 2], zoom, { animate: !isCalm() });
};

const inReach = (map: LeafletMap, zoom: number): number => Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), zoom));

const iconOf = (element: HTMLElement) => divIcon({ className: '', iconSize: [markSize, markSize], html: element });

/** What a finger meets. */
const markSize = 44;
/** Here marks of a hundred meters apart stand clear of each other: nearer only takes away what lies around. */
const partedZoom = 17;
