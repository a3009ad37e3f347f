import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { createPdf } from 'pdfmake';

export type Sheet = Parameters<typeof createPdf>[0];
type MakePdf = (sheet: Sheet) => Promise<Buffer>;

/**
 * Every reader of PDF has Helvetica, with the letters of western Europe: 5 kB. For all others Roboto goes along, in pieces: 24 kB, some
 * 100 ms, and so much garbage that many in a row would take a process 200 MB; so it is taken where it is needed.
 */
export const typefaceOf = (text: string): 'Helvetica' | 'Roboto' => (western.test(text) ? 'Helvetica' : 'Roboto');

/** Windows-1252, but for the controls. */
const western =
  /^[\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*$/u;

/** Loaded when the first sheet is asked for (some 25 MB, most of a second): most processes never make one. */
export const loadPdfMaker = (): Promise<MakePdf> => (maker ??= load());
let maker: Promise<MakePdf> | undefined;

const load = async (): Promise<MakePdf> => {
  const { default: pdfmake } = await import('pdfmake');
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const [normal, bold] = [join(folder, 'Roboto-Regular.ttf'), join(folder, 'Roboto-Medium.ttf')];
  const typefaces = { Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold' }, Roboto: { normal, bold } };
  const sources = Object.values(typefaces).flatMap((one) => [one.normal, one.bold]);
  pdfmake.setFonts(typefaces);
  // A sheet is made of text alone: nothing is fetched for it, and no file but its typefaces is opened.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => sources.includes(path));
  // One after the other: each leaves megabytes behind, and many at once would leave all of them at once.
  let last: Promise<unknown> = Promise.resolve();
  return (sheet) => {
    const made = last.then(() => pdfmake.createPdf(sheet).getBuffer());
    last = made.catch(() => undefined);
    return made;
  };
};
