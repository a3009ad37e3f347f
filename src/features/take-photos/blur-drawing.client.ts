import { boxText, mostBoxes, type BlurBox } from '../../domain/blur-box.ts';

export type Words = Readonly<
  Record<'add' | 'added' | 'keys' | 'line' | 'now' | 'picture' | 'remove' | 'removed' | 'tooMany', string>
>;

/** A box on the picture and in the form. */
export type Drawn = {
  readonly element: HTMLButtonElement;
  readonly input: HTMLInputElement;
  readonly box: () => BlurBox;
  readonly place: (box: BlurBox) => void;
};

/** All boxes of a picture. */
export type Drawing = {
  readonly stage: HTMLElement;
  readonly words: Words;
  /** Says aloud what was done. */
  readonly say: (text: string) => void;
  readonly boxes: Drawn[];
  chosen: Drawn | undefined;
};

/** Undefined: there are as many as may be. */
export const addBox = (drawing: Drawing, box: BlurBox): Drawn | undefined => {
  const { boxes, stage, words } = drawing;
  if (boxes.length >= mostBoxes) {
    drawing.say(fill(words.tooMany, { count: mostBoxes }));
    return undefined;
  }
  const drawn = newBox(box);
  boxes.push(drawn);
  stage.append(drawn.element, drawn.input);
  drawn.element.addEventListener('focus', () => {
    drawing.chosen = drawn;
    nameBoxes(drawing);
  });
  nameBoxes(drawing);
  return drawn;
};

/** Whoever added it goes on with it. */
export const announceAdded = ({ boxes, words, say }: Drawing, drawn: Drawn | undefined): void => {
  if (drawn === undefined) return;
  drawn.element.focus();
  say(fill(words.added, { number: boxes.length }));
};

export const changeBox = (drawing: Drawing, drawn: Drawn, box: BlurBox): void => {
  drawn.place(box);
  nameBoxes(drawing);
  drawing.say(lineOf(drawing.words, drawing.boxes.indexOf(drawn) + 1, box));
};

/** The chosen one. The one before it has the focus then, or `otherwise`: nobody starts again at the top of the page. */
export const removeBox = (drawing: Drawing, otherwise: HTMLElement): void => {
  const { boxes, chosen, words } = drawing;
  if (chosen === undefined) return;
  const at = boxes.indexOf(chosen);
  boxes.splice(at, 1);
  chosen.element.remove();
  chosen.input.remove();
  drawing.chosen = undefined;
  nameBoxes(drawing);
  (boxes[Math.max(0, at - 1)]?.element ?? otherwise).focus();
  drawing.say(fill(words.removed, { count: boxes.length }));
};

/** The box that something on the page belongs to. */
export const boxOf = ({ boxes }: Drawing, target: EventTarget | null): Drawn | undefined =>
  boxes.find(({ element }) => target instanceof Node && element.contains(target));

export const fill = (words: string, values: Readonly<Record<string, number>>): string =>
  words.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

const lineOf = (words: Words, number: number, box: BlurBox): string =>
  fill(words.line, {
    number,
    left: Math.round(box.x / 10),
    top: Math.round(box.y / 10),
    width: Math.round(box.width / 10),
    height: Math.round(box.height / 10),
  });

const nameBoxes = ({ boxes, chosen, words }: Drawing): void => {
  for (const [at, drawn] of boxes.entries()) {
    drawn.element.setAttribute('aria-label', lineOf(words, at + 1, drawn.box()));
    drawn.element.setAttribute('aria-pressed', String(drawn === chosen));
  }
};

const newBox = (first: BlurBox): Drawn => {
  let box = first;
  const element = Object.assign(document.createElement('button'), { type: 'button', className: 'blur-box' });
  const input = Object.assign(document.createElement('input'), { type: 'hidden', name: 'box' });
  element.append(Object.assign(document.createElement('span'), { className: 'blur-grip' }));
  const place = (next: BlurBox): void => {
    box = next;
    input.value = boxText(next);
    Object.assign(element.style, {
      left: `${next.x / 10}%`,
      top: `${next.y / 10}%`,
      width: `${next.width / 10}%`,
      height: `${next.height / 10}%`,
    });
  };
  place(first);
  return { element, input, box: () => box, place };
};
