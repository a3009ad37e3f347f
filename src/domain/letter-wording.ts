/** The city's own words in its letters, by what they replace, then by language. What it does not name is said in Laksa's words. */
export type WordingByLanguage = Readonly<Record<string, WordingPair>>;
export type WordingPair = { readonly id?: string | undefined; readonly en?: string | undefined };

/** What may stand in them: `{{number}}` as it is shown, and the name of the city. */
export const wordingPlaceholders = ['number', 'city'] as const;
export type WordingValues = Readonly<Record<(typeof wordingPlaceholders)[number], string>>;

/** So much fits on the screen of a telephone beside the rest of a letter. */
export const longestWording = 400;

/** Braces that name nothing we could fill in, as they were typed. */
export const strangePlaceholders = (words: string): readonly string[] =>
  [...words.matchAll(/\{+[^{}]*\}*|\}+/g)].map(([found]) => found).filter((found) => nameIn(found) === null);

/** The words as they go. */
export const filledWording = (words: string, values: WordingValues): string =>
  words.replaceAll(placeholder, (found) => {
    const name = nameIn(found);
    return name === null ? found : values[name];
  });

const placeholder = /\{\{\s*[a-z]+\s*\}\}/g;

const nameIn = (found: string): keyof WordingValues | null =>
  wordingPlaceholders.find((name) => found.replaceAll(' ', '') === `{{${name}}}`) ?? null;
