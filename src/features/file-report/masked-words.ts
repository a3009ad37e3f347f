import { findPersonalData, type PersonalDataKind } from '../../domain/personal-data/personal-data.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import type { ReportFields } from './report-fields.view.tsx';

/** A text as everyone would read it: words, and between them what likely leads to somebody. */
export type PublicPiece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'personal'; readonly kind: PersonalDataKind; readonly text: string; readonly isShown: boolean };

/** The pieces of a text in their order. A piece stays visible where the reporter said so of the same words. */
export const publicPieces = (typed: string, shown: readonly string[]): readonly PublicPiece[] => {
  const text = withoutTricks(typed);
  const pieces: PublicPiece[] = [];
  let at = 0;
  for (const { kind, from, to } of findPersonalData(text)) {
    const found = text.slice(from, to);
    pieces.push({ is: 'words', text: text.slice(at, from) });
    pieces.push({ is: 'personal', kind, text: found, isShown: shown.includes(lineIn(found)) });
    at = to;
  }
  return [...pieces, { is: 'words', text: text.slice(at) } as const].filter((piece) => piece.text !== '');
};

/** What likely leads to somebody in these words, each piece once. */
export const personalPieces = ({ title, description, shown }: ReportFields) => {
  const all = [title, description].flatMap((text) => publicPieces(text, shown)).filter((one) => one.is === 'personal');
  return [...new Map(all.map((one) => [lineIn(one.text), { ...one, text: lineIn(one.text) }])).values()];
};

/** The pieces that the reporter wants seen, of those that are there. */
export const shownPieces = (fields: ReportFields): readonly string[] =>
  personalPieces(fields).flatMap(({ text, isShown }) => (isShown ? [text] : []));

/** As a form sends it back: browsers make one kind of line break of every other. */
const lineIn = (piece: string): string => piece.replaceAll(/\s+/g, ' ').trim();
