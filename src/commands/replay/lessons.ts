import type { Row } from './row.ts';

/** What real texts are like, counted. */
export type Lessons = {
  readonly texts: number;
  readonly longest: { readonly row: string; readonly characters: number; readonly bytes: number } | null;
  /** Characters. */
  readonly median: number;
  readonly p95: number;
  readonly empty: number;
  readonly severalLines: number;
  /** Share of texts with at least 20 letters, nine of ten of them capitals. */
  readonly allCapitalsShare: number;
  /** Texts that look like UTF-8 read as Latin-1, or that hold a character nobody could read. */
  readonly mojibake: readonly string[];
  readonly emoji: number;
  readonly controlCharacters: number;
  /** Texts that were sent before, letter for letter. */
  readonly repeated: number;
  /** The same, with case, blanks and punctuation left out. */
  readonly repeatedInSubstance: number;
  /** Texts that look like several complaints in one: a list of numbers or dashes. */
  readonly lists: number;
};

export const lessonsOf = (rows: readonly Row[]): Lessons => {
  const lengths = rows.map(({ text }) => [...text].length).toSorted((a, b) => a - b);
  const count = (test: (text: string) => boolean): number => rows.filter(({ text }) => test(text)).length;
  return {
    texts: rows.length,
    longest: longestOf(rows),
    median: quantile(lengths, 0.5),
    p95: quantile(lengths, 0.95),
    empty: count((text) => text.trim() === ''),
    severalLines: count((text) => text.trim().includes('\n')),
    allCapitalsShare: rows.length === 0 ? 0 : count(isAllCapitals) / rows.length,
    mojibake: rows.filter(({ text }) => isMojibake(text)).map(({ id }) => id),
    emoji: count((text) => /\p{Emoji_Presentation}/u.test(text)),
    controlCharacters: count((text) => /[^\P{Cc}\n\r\t]/u.test(text)),
    repeated: repeats(rows.map(({ text }) => text)),
    repeatedInSubstance: repeats(rows.map(({ text }) => substanceOf(text))),
    lists: count((text) => (text.match(/(^|\n|\s)(\d{1,2}[.)]|-)\s*\p{L}/gu) ?? []).length >= 3),
  };
};

/** The value below which a share of sorted numbers lies; 0 of none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const longestOf = (rows: readonly Row[]): Lessons['longest'] => {
  const longest = rows.reduce<Row | null>(
    (best, row) => (best === null || row.text.length > best.text.length ? row : best),
    null,
  );
  return longest === null
    ? null
    : { row: longest.id, characters: [...longest.text].length, bytes: Buffer.byteLength(longest.text) };
};

const isAllCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length >= 20 && capitals.length >= 0.9 * letters.length;
};

/** `Ã©`, `â€™`, `Â ` and their like, and U+FFFD. */
const isMojibake = (text: string): boolean =>
  /[\u00c2-\u00c3][\u0080-\u00bf]|\u00e2[\u0080-\u009f\u20ac]|\u00f0\u0178|\ufffd/.test(text);

const substanceOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const repeats = (texts: readonly string[]): number => texts.length - new Set(texts).size;
