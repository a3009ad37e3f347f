// The map of the public reports, and beside it as a list what is in sight. Comes with Leaflet when it is asked for; the page works without.
import { writeBox } from '../../domain/map-grid.ts';
import { addStyle } from '../../platform/browser/add-style.ts';
import type { AreaShape } from '../../platform/browser/area-map.ts';
import { makeElement } from '../../platform/browser/make-element.ts';
import { openMarkMap, type MarkMap } from '../../platform/browser/mark-map.ts';
import { drawMark, sharesOf, type Mark } from './mark.client.ts';
import { byPlace, readPoints, type Point, type Points } from './points.client.ts';

type Drawn = {
  readonly style: string | null;
  readonly tiles: { readonly url: string; readonly attribution: string } | null;
  readonly areas: readonly (AreaShape & { readonly code: string })[];
};

const isDrawn = (answer: unknown): answer is Drawn =>
  typeof answer === 'object' && answer !== null && 'areas' in answer && 'style' in answer;

const readDrawn = async (): Promise<Drawn> => {
  const answer: unknown = await (await fetch('/lapor/wilayah.json')).json();
  if (!isDrawn(answer)) throw new Error('no areas came');
  return answer;
};

const open = async (part: HTMLElement): Promise<void> => {
  const drawn = await readDrawn();
  const { style, tiles, areas } = drawn;
  if (style !== null) await addStyle(style);
  show(part, tiles?.attribution);
  const place = part.querySelector<HTMLElement>('.map-place');
  if (place === null) throw new Error('a page without a place for its map');
  const chosen = areas.filter(({ code }) => code.startsWith(part.dataset['area'] ?? ''));
  const first = chosen.length > 0 ? chosen : areas;
  const map = openMarkMap(place, { shapes: areas, tiles: tiles?.url ?? null, first });
  for (const button of part.querySelectorAll<HTMLElement>('[data-zoom]'))
    button.addEventListener('click', () => map.zoomBy(Number(button.dataset['zoom'])));
  follow(map, part);
  place.focus();
};

const show = (part: HTMLElement, attribution: string | undefined): void => {
  part.querySelector('[data-map-offer]')?.remove();
  part.querySelector('[data-map-shown]')?.removeAttribute('hidden');
  const owed = part.querySelector<HTMLElement>('[data-map-owed]');
  if (owed === null || attribution === undefined) return;
  owed.textContent = attribution;
  owed.hidden = false;
};

/** Asks for what is in sight whenever the map has come to rest. */
const follow = (map: MarkMap, part: HTMLElement): void => {
  const said = part.querySelector('output');
  let asking = new AbortController();
  let waiting: number | undefined;
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const points = await readPoints(queryOf(map, part), signal);
      const marks = marksOf(map, part, points);
      map.show(marks.map(drawMark));
      list(part, points, marks);
      if (said !== null) said.textContent = points.said;
    } catch {
      if (!signal.aborted && said !== null) said.textContent = part.dataset['failed'] ?? '';
    }
  };
  map.onMove(() => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), restMs);
  });
  void ask();
};

/** The glide of one key. */
const restMs = 250;

const queryOf = (map: MarkMap, part: HTMLElement): string => {
  const query = new URLSearchParams(part.dataset['query']);
  query.set('kotak', writeBox(map.window()));
  query.set('zoom', String(map.zoom()));
  return query.toString();
};

const marksOf = (map: MarkMap, part: HTMLElement, points: Points): readonly Mark[] =>
  byPlace(points).map((there): Mark => {
    const [point] = there;
    const { properties } = point;
    const shares = sharesOf(there);
    if ('count' in properties) {
      const { count, title, text } = properties;
      return { point, count, shares, name: `${title}. ${text}`, goes: () => nearer(map, part, point) };
    }
    if (there.length === 1)
      return { point, count: 1, shares, name: `${properties.title}. ${properties.text}`, goes: pageOf(properties) };
    const name = (part.dataset['together'] ?? '#').replace('#', String(there.length));
    return { point, count: there.length, shares, name, goes: () => lookInList(part, point) };
  });

const pageOf = ({ number }: { readonly number: string }): string => `/laporan/${number}`;

/** Some steps towards a mark; as near as it gets, its reports are in the list. */
const nearer = (map: MarkMap, part: HTMLElement, point: Point): void => {
  const [longitude, latitude] = point.geometry.coordinates;
  const zoom = map.zoom();
  if (zoom >= map.mostZoom) return lookInList(part, point);
  map.lookAt(latitude, longitude, Math.min(map.mostZoom, zoom + steps));
};

const steps = 3;

const placeOf = ({ geometry }: Point): string => geometry.coordinates.join(' ');

const lookInList = (part: HTMLElement, point: Point): void =>
  part.querySelector<HTMLElement>(`[data-place="${placeOf(point)}"] :is(a, button)`)?.focus();

const list = (part: HTMLElement, points: Points, marks: readonly Mark[]): void => {
  const items = points.features.map((point) => {
    const { properties } = point;
    const mark = marks.find((one) => one.point === point);
    const goes = 'number' in properties ? pageOf(properties) : mark?.goes;
    const head =
      typeof goes === 'string'
        ? makeElement('a', { href: goes }, properties.title)
        : makeElement('button', { type: 'button', onclick: goes ?? null }, properties.title);
    const item = makeElement('li', {}, head, makeElement('span', { className: 'quiet' }, properties.text));
    item.dataset['place'] = placeOf(point);
    return item;
  });
  const place = part.querySelector<HTMLElement>('[data-map-list]');
  const hadFocus = place?.contains(document.activeElement) ?? false;
  place?.replaceChildren(...items);
  // What had it is gone.
  if (hadFocus) place?.focus();
};

document.querySelector('[data-public-map]')?.addEventListener('map', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const tell = (name: string) => () => void target.dispatchEvent(new Event(name));
  open(target).then(tell('mapopen'), tell('nomap'));
});
