/** Why a password is not taken: `personal` has the login, the name or the city in it; `common` is found in lists of stolen ones, or guessed from them. */
export type PasswordProblem = 'too_short' | 'too_long' | 'personal' | 'common';

/** Whose password it is to be. */
export type PasswordOwner = { readonly login: string; readonly name: string; readonly city?: string | undefined };

export const shortestPassword = 12;
export const longestPassword = 128;

/**
 * What is wrong with a new password; null: nothing. Length and lists of what is guessed first, offline; no rule about kinds of characters, and no date
 * on which it ends (NIST SP 800-63B, 5.1.1.2). The lists are read when the first password is judged, and stay in memory (about 20 MB).
 */
export const passwordProblem = async (password: string, owner: PasswordOwner): Promise<PasswordProblem | null> => {
  const { length } = [...password];
  if (length < shortestPassword) return 'too_short';
  if (password.length > longestPassword) return 'too_long';
  if (isPersonal(password, owner)) return 'personal';
  const { check } = await (lists ??= readLists());
  return check(password, wordsOf(owner)) < leastGuesses ? 'common' : null;
};

/** 10^8: "somewhat guessable" and below is refused. */
const leastGuesses = 1e8;

let lists: Promise<{ readonly check: (password: string, words: string[]) => number }> | undefined;

const readLists = async () => {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  const judge = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return { check: (password: string, words: string[]) => judge.check(password, words).guesses };
};

const wordsOf = ({ login, name, city = '' }: PasswordOwner): string[] =>
  ['laksa', login, ...`${login} ${name} ${city}`.split(/[^\p{L}\p{N}]+/u)]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= shortestWord);

const shortestWord = 4;

/** Made of such words alone, with a few letters and digits beside them. */
const isPersonal = (password: string, owner: PasswordOwner): boolean => {
  const rest = wordsOf(owner)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return rest !== password.toLowerCase() && rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < shortestPassword / 2;
};
