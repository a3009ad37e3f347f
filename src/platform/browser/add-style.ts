import { makeElement } from './make-element.ts';

/** Brings a stylesheet to the page, once; there when the promise is kept. A map is shown when its style is there: without, it has no height. */
export const addStyle = (href: string): Promise<void> =>
  new Promise((come, fail) => {
    if (document.querySelector(`link[href="${href}"]`) !== null) return come();
    document.head.append(makeElement('link', { rel: 'stylesheet', href, onload: () => come(), onerror: fail }));
  });
