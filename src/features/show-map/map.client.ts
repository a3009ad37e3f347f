// The map of the public reports, and beside it as a list what is in sight. Comes with Leaflet when it is asked for; the page works without.
import { writeBox } from '../../domain/map-grid.ts';
import { addStyle } from '../../platform/browser/add-style.ts';
import type { AreaShape } from '../../platform/browser/map-names.ts';
import { openMarkMap, type MapWindow, type MarkMap } from '../../platform/browser/mark-map.ts';
import { keepView, readView } from './kept-view.client.ts';
import { drawList } from './list.client.ts';
import { drawMark, type Mark, type Press } from './mark.client.ts';
import { marksOf } from './marks.client.ts';
import { openGroup } from './open-group.client.ts';
import { readPoints, type CellMark, type Points, type Sides } from './points.client.ts';

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
  const view = readView(location.hash);
  const map = openMarkMap(place, { shapes: areas.map(apart), tiles: tiles?.url ?? null, first, view });
  for (const button of part.querySelectorAll<HTMLElement>('[data-zoom]'))
    button.addEventListener('click', () => map.zoomBy(Number(button.dataset['zoom'])));
  place.focus();
  follow(map, part, view?.group ?? null);
};

/** `Sukarasa, Tangerang` is Sukarasa in Tangerang. */
const apart = ({ name, rings }: AreaShape): AreaShape => {
  const at = name.lastIndexOf(', ');
  return at < 0 ? { name, rings } : { name: name.slice(0, at), within: name.slice(at + 2), rings };
};

const show = (part: HTMLElement, attribution: string | undefined): void => {
  part.querySelector('[data-map-offer]')?.remove();
  part.querySelector('[data-map-shown]')?.removeAttribute('hidden');
  const owed = part.querySelector<HTMLElement>('[data-map-owed]');
  if (owed === null || attribution === undefined) return;
  owed.textContent = attribution;
  owed.hidden = false;
};

/** Asks for what is in sight whenever the map has come to rest. `wanted`: the group that is to be open at first. */
const follow = (map: MarkMap, part: HTMLElement, wanted: string | null): void => {
  const said = part.querySelector('output');
  const say = (words: string): void => said?.replaceChildren(words);
  const fail = (): void => say(part.dataset['failed'] ?? '');
  const keep = (): void => keepView({ ...map.centre(), zoom: map.zoom(), group: group.place() });
  const group = openGroup(part, wanted, keep);
  let asking = new AbortController();
  let waiting: number | undefined;
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    keep();
    try {
      const points = await readPoints(queryOf(part, map.window(), map.zoom()), signal);
      const marks = draw(map, part, points, (all, mark) => void group.press(all, mark).catch(fail));
      say(points.said);
      await group.again(marks);
    } catch {
      if (!signal.aborted) fail();
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

const queryOf = (part: HTMLElement, window: MapWindow, zoom: number): string => {
  const query = new URLSearchParams(part.dataset['query']);
  query.set('kotak', writeBox(window));
  query.set('zoom', String(zoom));
  return query.toString();
};

const windowOf = ([west, south, east, north]: Sides): MapWindow => ({ west, south, east, north });

/** `tell`: what is done with a mark that is to be told one by one. */
const draw = (
  map: MarkMap,
  part: HTMLElement,
  points: Points,
  tell: (marks: readonly Mark[], mark: Mark) => void,
): readonly Mark[] => {
  const membersOf = async ({ box }: CellMark) =>
    (await readPoints(queryOf(part, windowOf(box), map.mostZoom))).features;
  const together = part.dataset['together'] ?? '#';
  const marks = marksOf(points, { isNearest: map.zoom() >= map.mostZoom, together, membersOf });
  const press: Press = (mark: Mark) => {
    if (mark.box !== undefined) map.fit(windowOf(mark.box));
    else tell(marks, mark);
  };
  map.show(marks.map((mark) => drawMark({ mark, press })));
  drawList(part, marks, press);
  return marks;
};

document.querySelector('[data-public-map]')?.addEventListener('map', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const tell = (name: string) => () => void target.dispatchEvent(new Event(name));
  open(target).then(tell('mapopen'), tell('nomap'));
});
