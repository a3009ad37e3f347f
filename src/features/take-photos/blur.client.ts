// Draws boxes over a picture by mouse, finger and keyboard; without it squares over the picture are ticked.

import { areSameBoxes, readBox, type BlurBox } from '../../domain/blur-box.ts';
import { boxAround, boxBetween, movedBox, sizedBox } from '../../domain/drawn-box.ts';
import {
  addBox,
  announceAdded,
  boxOf,
  changeBox,
  fill,
  removeBox,
  type Drawing,
  type Words,
} from './blur-drawing.client.ts';

type Point = { readonly x: number; readonly y: number };

/** One hundredth of the picture for each press of a key. */
const step = 10;
/** Less is a tap. */
const leastDrag = 15;
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** Where on the picture, in thousandths. */
const pointOn = (stage: HTMLElement, { clientX, clientY }: PointerEvent): Point => {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: ((clientX - left) * 1000) / width, y: ((clientY - top) * 1000) / height };
};

type Following = { readonly onMove: (to: Point) => void; readonly onEnd?: () => void };

/** Follows the pointer until it is lifted. */
const follow = (stage: HTMLElement, { pointerId }: PointerEvent, { onMove, onEnd }: Following): void => {
  stage.setPointerCapture(pointerId);
  const over = new AbortController();
  const on = (type: 'pointermove' | 'pointerup' | 'pointercancel', does: (event: PointerEvent) => void): void =>
    stage.addEventListener(type, (event) => event.pointerId === pointerId && does(event), { signal: over.signal });
  const end = (): void => {
    over.abort();
    onEnd?.();
  };
  on('pointermove', (event) => onMove(pointOn(stage, event)));
  on('pointerup', end);
  on('pointercancel', end);
};

const drawByPointer = (drawing: Drawing): void => {
  const { stage } = drawing;
  stage.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    const from = pointOn(stage, event);
    const held = boxOf(drawing, event.target);
    if (held === undefined) return drawNew(drawing, event, from);
    const [before, does] = [held.box(), event.target === held.element ? movedBox : sizedBox];
    held.element.focus();
    follow(stage, event, {
      onMove: (to) => changeBox(drawing, held, does(before, { x: to.x - from.x, y: to.y - from.y })),
    });
  });
};

/** A tap makes a box as large as a face may be. */
const drawNew = (drawing: Drawing, event: PointerEvent, from: Point): void => {
  const drawn = addBox(drawing, boxAround(from));
  if (drawn === undefined) return;
  let isDrag = false;
  follow(drawing.stage, event, {
    onMove: (to) => {
      isDrag ||= Math.abs(to.x - from.x) > leastDrag || Math.abs(to.y - from.y) > leastDrag;
      if (isDrag) changeBox(drawing, drawn, boxBetween(from, to));
    },
    onEnd: () => announceAdded(drawing, drawn),
  });
};

const drawByKeys = (drawing: Drawing, otherwise: HTMLElement): void =>
  drawing.stage.addEventListener('keydown', (event) => {
    const drawn = boxOf(drawing, event.target);
    const by = arrows[event.key];
    if (drawn === undefined) return;
    if (by !== undefined) changeBox(drawing, drawn, (event.shiftKey ? sizedBox : movedBox)(drawn.box(), by));
    else if (event.key === 'Delete' || event.key === 'Backspace') removeBox(drawing, otherwise);
    else return;
    event.preventDefault();
  });

const button = (label: string, onPress: () => void): HTMLButtonElement => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  made.className = 'button button-secondary';
  made.addEventListener('click', onPress);
  return made;
};

/** Whoever leaves with boxes that were not saved is asked by the browser, in its own words. */
const warnOfUnsaved = (drawing: Drawing, root: HTMLElement): void => {
  const saved = boxesIn((root.dataset['saved'] ?? '').split(' '));
  let isSaving = false;
  root.closest('form')?.addEventListener('submit', () => {
    isSaving = true;
  });
  window.addEventListener('pageshow', () => {
    isSaving = false;
  });
  window.addEventListener('beforeunload', (event) => {
    const drawn = drawing.boxes.map(({ box }) => box());
    if (isSaving || areSameBoxes(saved, drawn)) return;
    event.preventDefault();
    Object.assign(event, { returnValue: true }); // what browsers of before 2023 ask for
  });
};

const boxesIn = (texts: readonly string[]): readonly BlurBox[] => texts.flatMap((text) => readBox(text) ?? []);

/** The boxes that the page came with; what stood for them without script makes way. */
const takeBoxes = (stage: HTMLElement): readonly BlurBox[] => {
  const before = [...document.querySelectorAll<HTMLInputElement>('.blur-kept input[name="box"]:checked')];
  for (const part of stage.querySelectorAll('.blur-squares, .blur-drawn')) part.remove();
  document.querySelector('.blur-kept')?.remove();
  return boxesIn(before.map(({ value }) => value));
};

const run = (root: HTMLElement, stage: HTMLElement): void => {
  const words: Words = JSON.parse(root.dataset['blur'] ?? '{}');
  const boxes = takeBoxes(stage);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const say = (text: string): void => void (status.textContent = text);
  const drawing: Drawing = { stage, words, say, boxes: [], chosen: undefined };
  const add = button(words.add, () => announceAdded(drawing, addBox(drawing, boxAround({ x: 500, y: 500 }))));
  const tools = Object.assign(document.createElement('div'), { className: 'buttons' });
  tools.append(
    add,
    button(words.remove, () => removeBox(drawing, add)),
  );
  root.append(
    tools,
    status,
    Object.assign(document.createElement('p'), { className: 'quiet', textContent: words.keys }),
  );
  stage.classList.add('blur-drawing');
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', words.picture);
  for (const box of boxes) addBox(drawing, box);
  say(fill(words.now, { count: boxes.length }));
  drawByPointer(drawing);
  drawByKeys(drawing, add);
  warnOfUnsaved(drawing, root);
};

const root = document.querySelector<HTMLElement>('[data-blur]');
const stage = root?.querySelector<HTMLElement>('.blur-stage') ?? null;
if (root !== null && stage !== null) run(root, stage);
