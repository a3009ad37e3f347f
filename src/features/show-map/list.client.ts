// Beside the map the same marks as a list; what lies in one place is told there one by one.
import { makeElement } from '../../platform/browser/make-element.ts';
import type { Mark, Press } from './mark.client.ts';
import { pageOf } from './marks.client.ts';
import type { Point } from './points.client.ts';

const placeOf = (part: HTMLElement) => part.querySelector<HTMLElement>('[data-map-list]');

/** In place of the list before. The focus that was in it stays with it, or goes to the map when nothing is left. */
export const drawList = (part: HTMLElement, marks: readonly Mark[], press: Press): void => {
  const place = placeOf(part);
  const hadFocus = place?.contains(document.activeElement) ?? false;
  place?.replaceChildren(
    ...marks.map((mark) => {
      const { title, text, href, members } = mark;
      const head =
        href === undefined
          ? makeElement('button', { type: 'button', onclick: () => press(mark) }, title)
          : makeElement('a', { href }, title);
      if (members !== undefined) head.setAttribute('aria-expanded', 'false');
      return makeElement('li', {}, head, makeElement('span', { className: 'quiet' }, text));
    }),
  );
  if (hadFocus) (marks.length > 0 ? place : part.querySelector<HTMLElement>('.map-place'))?.focus();
};

/** Opens the reports of one item; its own button closes them again. The open list; null: there is none. */
export const unfold = async (
  part: HTMLElement,
  at: number,
  members: () => Promise<readonly Point[]>,
): Promise<HTMLElement | null> => {
  const item = placeOf(part)?.children[at];
  const head = item?.querySelector('button');
  if (item === undefined || head == null) return null;
  const open = item.querySelector('ul');
  const closes = open !== null && head === document.activeElement;
  head.setAttribute('aria-expanded', String(!closes));
  if (closes) {
    open.remove();
    return null;
  }
  const list = open ?? makeElement('ul', {}, ...(await members()).flatMap(linkTo));
  item.append(list);
  return list;
};

const linkTo = ({ properties }: Point): readonly HTMLElement[] =>
  'number' in properties
    ? [
        makeElement(
          'li',
          {},
          makeElement('a', { href: pageOf(properties) }, properties.title),
          makeElement('span', { className: 'quiet' }, properties.text),
        ),
      ]
    : [];
