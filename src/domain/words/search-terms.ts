import { writtenOut } from './abbreviations.ts';
import { skeletonOf } from './skeleton.ts';
import { stemOf } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** Letters PostgreSQL takes in one lexeme are many more; a word so long is none. */
const longestWord = 40;
const mostForms = 600;

/** What a text is found by: the stems of its words, each once, short forms written out, without the words that stand everywhere. */
export const searchTermsOf = (text: string): readonly string[] => [...new Set(searchFormsOf(text).map(stemOf))];

/** The words that those stems were made of, as they are written. */
export const searchFormsOf = (text: string): readonly string[] => [...new Set(tellingTokens(text))].slice(0, mostForms);

const tellingTokens = (text: string): readonly string[] =>
  writtenOut(text).filter((word) => !stopWords.has(word) && word.length <= longestWord);

/** One word that is looked for: as it was typed, and the stem it is found by. */
export type Wanted = { readonly word: string; readonly stem: string };

const mostWanted = 8;

/** The words of a question, the first eight that tell something; where none does ("yang", "ini"), those that were typed. */
export const wantedIn = (question: string): readonly Wanted[] => {
  const telling = tellingTokens(question);
  const words = telling.length > 0 ? telling : writtenOut(question).filter((word) => word.length <= longestWord);
  const byStem = new Map(words.map((word) => [stemOf(word), word]));
  return [...byStem].map(([stem, word]) => ({ stem, word })).slice(0, mostWanted);
};

/**
 * The keys under which a word is met by what was typed almost like it: itself, itself without any one letter, and its consonants ("lmp" for "lampu",
 * behind "~"). Two words that are one letter apart, or two swapped, have a key in common.
 */
export const keysOf = (word: string): readonly string[] => {
  const letters = [...word];
  if (letters.length < shortestAlike || /\d/.test(word)) return [word];
  const without = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  const bones = skeletonOf(word);
  return [...new Set([word, ...without, ...(bones.length < shortestSkeleton ? [] : [`~${bones}`])])];
};

/** In shorter words every letter counts. */
const shortestAlike = 4;
const shortestSkeleton = 3;
