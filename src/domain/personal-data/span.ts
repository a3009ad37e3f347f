/** A piece of a text, half-open, in UTF-16 units as `slice` counts. */
export type Span = { readonly from: number; readonly to: number };

/** Blanks and marks that people put between the groups of a number; never the end of a line. */
export const gap = String.raw`[ \t\u00a0.\-\u2010-\u2015]`;

/** The same, with the strokes that join groups where what is found is checked in another way too. */
export const strokedGap = String.raw`[ \t\u00a0.\-\u2010-\u2015/_]`;

/** The bounds of a word in every script: `\b` knows ASCII alone. */
export const wordStart = String.raw`(?<![\p{L}\d])`;
export const wordEnd = String.raw`(?![\p{L}\d])`;

export const digitsOf = (written: string): string => written.replaceAll(/\D/g, '');

/** 150.000 and 1.500.000: how prices are written, and no number that leads to anybody. */
export const isAmount = (written: string): boolean => /^\d{1,3}(\.\d{3})+$/.test(written);

/** 20-11-2024, 20/11/2024, 20.11.2024 10.30, 2024-11-20. */
export const isDate = (written: string): boolean =>
  /^(\d{1,2}[-./ ]\d{1,2}[-./ ](19|20)\d{2}(?!\d)|(19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?!\d))/.test(written);

/** 2022 2023 2024, 2022-2023-2024. */
export const isYears = (written: string): boolean => /^(?:19|20)\d{2}(?:\D(?:19|20)\d{2})+$/.test(written);

/** A find that is taken for what it looks like, with what it stands in. */
export type Find = Span &
  Found & {
    /** The group `whole` where the pattern has one, else the same piece. */
    readonly whole: Span;
  };

export type Found = {
  readonly written: string;
  /** Some of what stands before it. */
  readonly before: string;
  readonly match: RegExpExecArray;
};

type Taking = (found: Found) => boolean;

/**
 * Where a pattern is found and the find is taken for what it looks like. The span is the group `own` where the pattern has one, else all of it. What is
 * not taken is searched again from its second character: the real thing may begin inside it. Patterns bound all their repetitions, so that a text is read
 * in a time that grows as it does, however it is made.
 */
export const spansOf = (text: string, pattern: RegExp, isTaken: Taking = () => true): Span[] =>
  findsOf(text, pattern, isTaken).map(({ from, to }) => ({ from, to }));

export const findsOf = (text: string, pattern: RegExp, isTaken: Taking = () => true): Find[] => {
  const search = new RegExp(pattern.source, `${pattern.flags.replaceAll(/[dgy]/g, '')}dg`);
  const finds: Find[] = [];
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const groups = match.indices?.groups;
    const [from, to] = groups?.['own'] ?? [match.index, match.index + match[0].length];
    const [start, end] = groups?.['whole'] ?? [from, to];
    const found = { written: text.slice(from, to), before: text.slice(Math.max(0, from - 40), from), match };
    if (isTaken(found)) finds.push({ from, to, whole: { from: start, to: end }, ...found });
    else search.lastIndex = match.index + 1;
  }
  return finds;
};
