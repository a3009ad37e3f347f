// Says of a category that is chosen how long such reports take, what they look like, and whose matter they may be instead.

import { phonePieces } from '../../ui/phone-words.ts';

type Stopper = { readonly words: string; readonly phone: string | null };
type About = {
  readonly words: string | null;
  readonly examples: readonly string[];
  readonly questions: readonly string[];
  readonly stoppers: readonly Stopper[];
};

const nothing: About = { words: null, examples: [], questions: [], stoppers: [] };

const isAbout = (answer: unknown): answer is About =>
  typeof answer === 'object' &&
  answer !== null &&
  'examples' in answer &&
  'questions' in answer &&
  'stoppers' in answer;

const element = (tag: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

const linesOf = (title: string, lines: readonly string[]): readonly HTMLElement[] => {
  if (lines.length === 0) return [];
  const list = element('ul', 'field-hint', '');
  list.append(...lines.map((line) => element('li', '', line)));
  return [element('p', 'field-hint', title), list];
};

const stopperOf = ({ words, phone }: Stopper): HTMLElement => {
  const made = element('p', 'notice notice-warning', '');
  made.append(...phonePieces(words, phone).map((piece) => (piece.isPhone ? callOf(piece.words) : piece.words)));
  return made;
};

const callOf = (phone: string): HTMLElement => Object.assign(element('a', '', phone), { href: `tel:${phone}` });

/** Examples are read where they stand; what to know before filing is said aloud. */
const show = (place: HTMLElement, about: About): void => {
  const aloud = place.querySelector<HTMLElement>('[data-stoppers]');
  aloud?.replaceChildren(...about.stoppers.map(stopperOf));
  place.replaceChildren(
    ...(about.words === null ? [] : [element('p', 'field-hint', about.words)]),
    ...linesOf(place.dataset['examples'] ?? '', about.examples),
    ...linesOf(place.dataset['questions'] ?? '', about.questions),
    ...(aloud === null ? [] : [aloud]),
  );
};

const start = (choice: HTMLSelectElement, place: HTMLElement): void => {
  const ask = async (slug: string): Promise<void> => {
    const answer = await fetch(`/lapor/lama?category=${encodeURIComponent(slug)}`);
    const about: unknown = await answer.json();
    // Another may have been chosen while this one was on its way.
    if (isAbout(about) && choice.value === slug) show(place, about);
  };
  choice.addEventListener('change', () => {
    show(place, nothing);
    if (choice.value !== '') void ask(choice.value).catch(() => undefined); // a help that does not come is not missed
  });
};

const choice = document.querySelector<HTMLSelectElement>('select[name=category]');
const place = document.querySelector<HTMLElement>('[data-about-category]');
if (choice !== null && place !== null) start(choice, place);
