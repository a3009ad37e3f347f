import { makeButton, makeDrawing, makeElement } from './make-element.ts';
import { showPointMap, type PointMap, type PointMapOptions } from './point-map.ts';

export type Point = { readonly latitude: number; readonly longitude: number };

export type PointDialogOptions = Pick<PointMapOptions, 'shapes' | 'tiles' | 'start'> & {
  readonly words: Readonly<
    Record<'title' | 'hint' | 'keys' | 'first' | 'choose' | 'close' | 'zoomIn' | 'zoomOut', string>
  >;
  /** What stands under the map: whom it is owed to, how true it is. */
  readonly legend: readonly string[];
  /** How a point is called aloud. */
  readonly nameOf: (point: Point) => string;
};

/**
 * Asks for a point on a map; it takes none that nobody pointed at, such as the middle of the city it began with. Null: closed without one, by its
 * button or the Escape key. The browser gives the focus back to where it was.
 */
export const askPoint = (options: PointDialogOptions): Promise<Point | null> =>
  new Promise((answer) => {
    const { words, legend, nameOf, ...drawing } = options;
    const under = makeElement('output', {});
    const announce = announcer(under);
    let at: Point | null = null;
    let chosen: Point | null = null;
    let isPointed = options.start !== null;
    const choose = (): void => {
      if (!isPointed) {
        announce(words.first);
        return;
      }
      chosen = at;
      dialog.close();
    };
    const place = mapPlace(words.title, choose);
    const dialog = dialogOf(
      words,
      [frameOf(words, place, (steps) => map.zoom(steps)), under, ...linesOf(legend)],
      choose,
    );
    dialog.addEventListener('close', () => {
      map.remove();
      dialog.remove();
      answer(chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
    const map: PointMap = showPointMap(place, {
      ...drawing,
      onMove: (latitude, longitude, isByHand) => {
        isPointed ||= isByHand;
        at = { latitude, longitude };
        announce(nameOf(at));
      },
    });
    // The dialogue has given it the focus before there was a map, and a map listens to keys from the moment it gets it.
    place.blur();
    place.focus();
  });

type Words = PointDialogOptions['words'];

/** Only when the map has come to rest: a name for every key held down is a flood. */
const announcer = (under: HTMLOutputElement): ((words: string) => void) => {
  let waiting: number | undefined;
  return (words) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      under.textContent = words;
    }, restMs);
  };
};
const restMs = 300;

/** An application to a screen reader: the arrows are the map's, not the reader's. */
const mapPlace = (label: string, choose: () => void): HTMLElement => {
  const place = makeElement('div', { className: 'map-place', tabIndex: 0 });
  for (const [name, value] of [
    ['role', 'application'],
    ['aria-label', label],
    ['aria-describedby', keysId],
  ] as const)
    place.setAttribute(name, value);
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // else the key goes on to the button that gets the focus back, and opens the map again
    choose();
  });
  return place;
};

const frameOf = (words: Words, place: HTMLElement, zoom: (steps: number) => void): HTMLElement =>
  makeElement(
    'div',
    { className: 'map-frame' },
    place,
    makeDrawing('map-cross', 'M12 1v8m0 6v8M1 12h8m6 0h8'),
    makeElement(
      'div',
      { className: 'map-zoom' },
      makeButton('', '+', () => zoom(1), words.zoomIn),
      makeButton('', '−', () => zoom(-1), words.zoomOut),
    ),
  );

const dialogOf = (words: Words, middle: readonly Node[], choose: () => void): HTMLDialogElement => {
  const dialog = makeElement(
    'dialog',
    { className: 'map-dialog' },
    makeElement('h2', { id: titleId }, words.title),
    makeElement('p', {}, words.hint),
    makeElement('p', { id: keysId, className: 'map-keys' }, words.keys),
    ...middle,
    makeElement(
      'div',
      { className: 'buttons' },
      makeButton('button', words.choose, choose),
      makeButton('button button-secondary', words.close, () => dialog.close()),
    ),
  );
  dialog.setAttribute('aria-labelledby', titleId);
  return dialog;
};

const [titleId, keysId] = ['map-title', 'map-keys'];

const linesOf = (lines: readonly string[]): readonly Node[] =>
  lines.filter((line) => line !== '').map((line) => makeElement('p', {}, line));
