// The names of areas on a map: as many as stand clear of each other, of the marks and of the edges.
import { Marker, tooltip, type Map as LeafletMap, type Point } from 'leaflet';

import { makeElement } from './make-element.ts';

export type AreaShape = {
  readonly name: string;
  /** What it is a part of: from afar that is named instead. */
  readonly within?: string;
  /** As GeoJSON has them, longitude first. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
};

type Named = Pick<AreaShape, 'name' | 'rings'> & { readonly isWide: boolean };
type Name = { readonly at: [number, number]; readonly element: HTMLElement; readonly isWide: boolean };
/** The middle of a box in pixels and its half sides. */
type Taken = readonly [x: number, y: number, halfWidth: number, halfHeight: number];

/** From here on areas have room for their names; before, what they are a part of. */
const nameZoom = 14;

export const showNames = (map: LeafletMap, shapes: readonly AreaShape[]): void => {
  let names: readonly Name[] = [];
  let waiting = 0;
  const settle = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => settleNames(map, names));
  };
  map.whenReady(() => {
    names = [...widerThan(shapes), ...shapes.map((shape) => ({ ...shape, isWide: false }))].flatMap((named) =>
      nameOn(map, named),
    );
    settle();
  });
  map.on(changes, settle);
  map.on('unload', () => {
    map.off(changes, settle);
    cancelAnimationFrame(waiting);
  });
};

/** After each of them another name may find room. */
const changes = 'moveend layeradd layerremove';

const widerThan = (shapes: readonly AreaShape[]): readonly Named[] => {
  const rings = new Map<string, AreaShape['rings'][number][]>();
  for (const { within, rings: own } of shapes)
    if (within !== undefined) rings.set(within, [...(rings.get(within) ?? []), ...own]);
  return [...rings].map(([name, all]) => ({ name, rings: all, isWide: true }));
};

const nameOn = (map: LeafletMap, { name, rings, isWide }: Named): readonly Name[] => {
  const at = middleOf(rings);
  const shown = tooltip({
    permanent: true,
    direction: 'center',
    className: `map-name${isWide ? ' map-name-wide' : ''}`,
  })
    .setLatLng(at)
    .setContent(makeElement('span', {}, name))
    .addTo(map);
  const element = shown.getElement();
  return element === undefined ? [] : [{ at, element, isWide }];
};

/** Where their ground balances, latitude first. */
const middleOf = (rings: AreaShape['rings']): [number, number] => {
  let [weight, latitude, longitude] = [0, 0, 0];
  for (const ring of rings)
    for (const [at, [x, y]] of ring.entries()) {
      // Each side weighs by its length: near enough to the middle of the ground, whichever way the ring runs.
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
      const length = Math.hypot(nextX - x, nextY - y);
      weight += length;
      latitude += (length * (y + nextY)) / 2;
      longitude += (length * (x + nextX)) / 2;
    }
  return [latitude / weight, longitude / weight];
};

const settleNames = (map: LeafletMap, names: readonly Name[]): void => {
  const size = map.getSize();
  const taken = marksOn(map);
  const isFar = map.getZoom() < nameZoom;
  for (const { at, element, isWide } of names) {
    const half = [element.offsetWidth / 2, element.offsetHeight / 2] as const;
    const spot = isWide === isFar ? spotFor(map.latLngToContainerPoint(at), half, size, taken) : undefined;
    element.classList.toggle('map-name-shown', spot !== undefined);
    if (spot === undefined) continue;
    element.style.marginTop = `${spot.aside}px`;
    taken.push(spot.box);
  }
};

const marksOn = (map: LeafletMap): Taken[] => {
  const taken: Taken[] = [];
  map.eachLayer((layer) => {
    if (!(layer instanceof Marker)) return;
    const { x, y } = map.latLngToContainerPoint(layer.getLatLng());
    taken.push([x, y, halfMark, halfMark]);
  });
  return taken;
};

const halfMark = 20;

/** In its middle; else below or above what stands there. */
const spotFor = ({ x, y }: Point, [width, height]: readonly [number, number], size: Point, taken: readonly Taken[]) =>
  [0, 30, -30]
    .map((aside) => ({ aside, box: [x, y + aside, width, height] as const }))
    .find(
      ({ box: [, atY] }) =>
        x >= width &&
        x + width <= size.x &&
        atY >= height &&
        atY + height <= size.y &&
        taken.every(([tx, ty, tw, th]) => Math.abs(tx - x) >= tw + width || Math.abs(ty - atY) >= th + height),
    );
