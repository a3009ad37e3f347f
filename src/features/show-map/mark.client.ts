// A mark on the map: a number in a ring whose parts are the shares of the states, or a dot for a single report. Its name says the same in words.
import { isStateGroup, stateGroups, type StateGroup } from '../../domain/report-filter.ts';
import { makeElement } from '../../platform/browser/make-element.ts';
import type { PlacedMark } from '../../platform/browser/mark-map.ts';
import type { Point, Sides } from './points.client.ts';

export type Mark = {
  readonly point: Point;
  readonly title: string;
  readonly text: string;
  readonly count: number;
  readonly shares: Shares;
  /** Where it leads. */
  readonly href?: string;
  /** Else what is to be in sight once it is pressed. */
  readonly box?: Sides;
  /** Else what is then told one by one. */
  readonly members?: () => Promise<readonly Point[]>;
};

export type Press = (mark: Mark) => void;

/** By which a mark is known again when it is drawn anew. */
export const placeOfMark = ({ point }: Mark): string => point.geometry.coordinates.toReversed().join(',');

type Shares = Readonly<Partial<Record<StateGroup, number>>>;

export const drawMark = ({ mark, press }: { readonly mark: Mark; readonly press: Press }): PlacedMark => {
  const { point, title, text, count, shares, href } = mark;
  const [longitude, latitude] = point.geometry.coordinates;
  const drawn = ringOf(shares, count > 1 ? String(count) : '');
  const control =
    href === undefined
      ? makeElement('button', { type: 'button', onclick: () => press(mark), className: 'map-mark' })
      : makeElement('a', { href, className: 'map-mark' });
  const name = text === '' ? title : `${title}. ${text}`;
  control.setAttribute('aria-label', name);
  control.title = name;
  control.append(drawn);
  return { latitude, longitude, element: control };
};

/** By how many reports stand in which state. */
export const sharesOf = (points: readonly Point[]): Shares => {
  const shares: Partial<Record<StateGroup, number>> = {};
  for (const { properties } of points) {
    if ('states' in properties) return properties.states;
    const group = groupOf(properties.state);
    if (group !== undefined) shares[group] = (shares[group] ?? 0) + 1;
  }
  return shares;
};

const groupOf = (state: string): StateGroup | undefined =>
  Object.keys(stateGroups)
    .filter(isStateGroup)
    .find((group) => stateGroups[group].some((one) => one === state));

const svg = 'http://www.w3.org/2000/svg';

const ringOf = (shares: Shares, words: string): SVGSVGElement => {
  const drawing = made('svg', { viewBox: '0 0 44 44', 'aria-hidden': 'true' });
  drawing.append(made('circle', { class: 'map-ground', cx: '22', cy: '22', r: '19' }));
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let before = 0;
  for (const [group, share] of Object.entries(shares)) {
    if (share === 0) continue;
    const part = (share / whole) * 100;
    drawing.append(
      made('circle', {
        class: `map-share map-of-${group}`,
        cx: '22',
        cy: '22',
        r: words === '' ? '7' : '17',
        pathLength: '100',
        'stroke-dasharray': `${part} ${100 - part}`,
        'stroke-dashoffset': String(-before),
      }),
    );
    before += part;
  }
  const label = made('text', { x: '22', y: '27', 'text-anchor': 'middle' });
  label.textContent = words;
  drawing.append(label);
  return drawing;
};

const made = <Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] => {
  const element = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
