import { writtenOut } from '../../domain/words/abbreviations.ts';
import { stemOf } from '../../domain/words/stem.ts';

type Taken = { readonly word: string; readonly near: readonly string[] };
type Read = { readonly title: string | null; readonly description: string | null };

/**
 * The question as it may have been meant: in place of each word that no report holds, the word that stands in the reports found instead. Null: nothing
 * was taken for anything, or the reports do not say it. Only words that everyone reads on the page of a report are ever proposed.
 */
export const meantWords = (words: string, taken: readonly Taken[], found: readonly Read[]): string | null => {
  const instead = new Map(
    taken.flatMap(({ word, near }) => {
      const said = wordIn(found, near);
      return said === null ? [] : [[word, said] as const];
    }),
  );
  if (instead.size === 0) return null;
  return writtenOut(words)
    .map((word) => instead.get(word) ?? word)
    .join(' ');
};

const wordIn = (found: readonly Read[], near: readonly string[]): string | null => {
  const said = found.flatMap(({ title, description }) => writtenOut(`${title ?? ''} ${description ?? ''}`));
  for (const stem of near) {
    const word = said.find((one) => stemOf(one) === stem);
    if (word !== undefined) return word;
  }
  return null;
};
