import type { Span } from './span.ts';

/** A text as it is read: signs of other shapes (full width, in circles) are the plain ones, what has no shape is gone. */
export type PlainText = {
  readonly plain: string;
  /** Where a piece of the plain text stands in the written one. */
  readonly written: (piece: Span) => Span;
};

/** Has no shape of its own, or stands around the sign before it, as the key around a digit: it goes with that sign. */
const shapeless = /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]$/u;

export const plainTextOf = (text: string): PlainText => {
  let [plain, at] = ['', 0];
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const sign of text) {
    const read = shapeless.test(sign) ? '' : sign.normalize('NFKC');
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    if (read === '' && ends.length > 0) ends[ends.length - 1] = at + sign.length;
    plain += read;
    at += sign.length;
  }
  return { plain, written: ({ from, to }) => ({ from: starts[from] ?? at, to: ends[to - 1] ?? at }) };
};
