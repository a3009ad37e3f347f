import { tokensOf } from './tokens.ts';

/** What a category is known by: words and phrases people use for it, a city's data. */
export type WordedCategory = { readonly slug: string; readonly words: readonly string[] };

/**
 * The categories that words speak of, the likeliest first: each phrase of a category that occurs counts once, a longer phrase more. Of two alike
 * the one that is spoken of first. A phrase matches words that begin with it from the fourth letter on ("lubang" finds "lubangnya"). Empty: no
 * word of any category occurs. A suggestion for who verifies, who decides.
 */
export const categoriesInWords = (words: string, categories: readonly WordedCategory[]): readonly string[] => {
  const tokens = tokensOf(words);
  return categories
    .map(({ slug, words: phrases }) => ({ slug, ...weigh(tokens, phrases) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.first - b.first)
    .map(({ slug }) => slug);
};

type Weighed = { readonly weight: number; readonly first: number };

const weigh = (tokens: readonly string[], phrases: readonly string[]): Weighed => {
  const found = phrases
    .map(tokensOf)
    .map((parts) => ({ length: parts.length, at: placeOf(tokens, parts) }))
    .filter(({ length, at }) => length > 0 && at >= 0);
  return {
    weight: found.reduce((sum, { length }) => sum + 2 * length - 1, 0),
    first: Math.min(...found.map(({ at }) => at)),
  };
};

const placeOf = (tokens: readonly string[], parts: readonly string[]): number =>
  tokens.findIndex((_, at) => parts.every((part, offset) => matches(tokens[at + offset] ?? '', part)));

const shortestBeginning = 4;

const matches = (token: string, part: string): boolean =>
  token === part || (part.length >= shortestBeginning && token.startsWith(part));
