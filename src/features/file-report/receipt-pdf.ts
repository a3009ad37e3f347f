import type { Content } from 'pdfmake';

import { languages } from '../../platform/i18n/language.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { textFor } from '../../ui/texts/text.ts';
import { loadPdfMaker, typefaceOf, type Sheet } from './pdf-maker.ts';
import type { Receipt } from './receipt.view.tsx';

/** The receipt as a file to keep. */
export const receiptPdf = async (frame: PageFrame, receipt: Receipt): Promise<Buffer> => {
  const makePdf = await loadPdfMaker();
  return makePdf(documentOf(frame, receipt));
};

const documentOf = (frame: PageFrame, receipt: Receipt): Sheet => {
  const { city, language, t } = frame;
  const texts = [city.name, ...receipt.facts.flatMap(({ term, details }) => [term, details]), ...receipt.foot];
  return {
    info: { title: `${receipt.title} ${receipt.number}`, author: city.name, creator: 'Laksa', producer: 'Laksa' },
    language,
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: typefaceOf(texts.map(shown).join('\n')), fontSize: 10.5, lineHeight: 1.25 },
    content: [
      ...noticesOf(frame).map((line): Content => ({ text: shown(line), bold: true, margin: [0, 0, 0, 4] })),
      { text: shown(city.name), color: '#444444', margin: [0, 8, 0, 0] },
      { text: shown(receipt.title), fontSize: 18, bold: true },
      { text: receipt.number, fontSize: 14, bold: true, margin: [0, 0, 0, 12] },
      factsOf(receipt),
      ...receipt.foot.map((line): Content => ({ text: shown(line), color: '#444444', margin: [0, 10, 0, 0] })),
      ...(texts.some((text) => shown(text).includes(unshown))
        ? [
            {
              text: t('fileReport.receipt.unshown', { sign: unshown }),
              color: '#444444',
              margin: [0, 4, 0, 0],
            } satisfies Content,
          ]
        : []),
    ],
    footer: (page, pages) => ({
      text: t('fileReport.receipt.page', { page, pages, number: receipt.number }),
      fontSize: 9,
      color: '#444444',
      margin: [56, 20, 56, 0],
    }),
  };
};

const factsOf = ({ facts }: Receipt): Content => ({
  layout: 'lightHorizontalLines',
  table: {
    widths: [130, '*'],
    dontBreakRows: true,
    body: facts.map(({ term, details }) => [{ text: shown(term), color: '#444444' }, { text: shown(details) }]),
  },
});

/** A demonstration and a rehearsal say so in both languages, on paper too. */
const noticesOf = ({ city, t }: PageFrame): readonly string[] => [
  ...(city.isDemo ? languages.map((language) => textFor(language)('layout.demo', { city: city.name })) : []),
  ...(city.isRehearsal ? languages.map((language) => textFor(language)('layout.rehearsal')) : []),
  ...(city.clock === undefined ? [] : [t('layout.clock', { moment: city.clock })]),
];

/** In place of what the typeface has no shape for: emoji, scripts other than Latin, Greek and Cyrillic. */
const unshown = '¤';
const unshownSigns =
  /[^\n\u0020-\u007e\u00a0-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0486\u1ea0-\u1ef9\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u20ac\u2116\u2122\u2212]+/gu;

const shown = (text: string): string => text.normalize('NFC').replaceAll(unshownSigns, unshown);
