/** An element with its properties and what stands in it; words go in as words, never as markup. */
export const makeElement = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  about: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = Object.assign(document.createElement(tag), about);
  made.append(...children);
  return made;
};

/** A button that sends no form. */
export const makeButton = (className: string, shown: string, act: () => void, label?: string): HTMLButtonElement => {
  const made = makeElement('button', { type: 'button', className, onclick: act }, shown);
  if (label !== undefined) made.setAttribute('aria-label', label);
  return made;
};

/** A drawing of one path on a field of 24, never read aloud. */
export const makeDrawing = (className: string, path: string): SVGSVGElement => {
  const drawing = document.createElementNS(svg, 'svg');
  for (const [name, value] of [
    ['class', className],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
  ] as const)
    drawing.setAttribute(name, value);
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
};

const svg = 'http://www.w3.org/2000/svg';
