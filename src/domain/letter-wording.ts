import { withoutTricks } from './shown-text.ts';

/** The city's own words in its letters, by what they replace, then by language. What it does not name is said in Laksa's words. */
export type WordingByLanguage = Readonly<Record<string, WordingPair>>;
export type WordingPair = { readonly id?: string | undefined; readonly en?: string | undefined };

/** What may stand in them: `{{number}}` as it is shown, and the name of the city. */
export const wordingPlaceholders = ['number', 'city'] as const;
export type WordingValues = Readonly<Record<(typeof wordingPlaceholders)[number], string>>;

/** So much fits on the screen of a telephone beside the rest of a letter. */
export const longestWording = 400;

/**
 * Why words cannot stand in a letter: braces that name nothing we could fill in; more than one paragraph, a web address, or signs that make words
 * read otherwise than they are written, with which a letter could be forged; too many of them. Null: they can.
 */
export const wordingProblem = (words: string): 'unknown' | 'not_allowed' | 'too_long' | null => {
  if (/[{}]/.test(words.replaceAll(placeholder, ' '))) return 'unknown';
  if (withoutTricks(words) !== words || /[\n\t\u2028\u2029]/.test(words) || namesAddress(words)) return 'not_allowed';
  return [...words].length > longestWording ? 'too_long' : null;
};

/** The words as they go: one paragraph, whatever was kept. */
export const filledWording = (words: string, values: WordingValues): string =>
  withoutTricks(words.replaceAll(/\s+/g, ' ')).replaceAll(placeholder, (found) => {
    const name = wordingPlaceholders.find((one) => found.includes(one));
    return name === undefined ? found : values[name];
  });

/** What is checked is what is filled in. */
const placeholder = new RegExp(`\\{\\{ *(?:${wordingPlaceholders.join('|')}) *\\}\\}`, 'g');

/** What a mail program makes a link of, also where its dots are another script's and signs without a shape stand between. */
const namesAddress = (words: string): boolean => {
  const plain = words
    .replaceAll(placeholder, 'x')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFKC')
    .replaceAll('\u3002', '.');
  return /:\/\/|https?:|mailto:|tel:|www\.|[\p{L}\p{N}_-]\.\p{L}{2,}|(?:\d{1,3}\.){3}\d/iu.test(plain);
};
