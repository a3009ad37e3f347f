import { nearWords } from './near-words.ts';
import { tokensOf } from './tokens.ts';

/** What an agency is found by: its name, the parts of its slug, and the first letters of its name. */
export type SearchedAgency = { readonly slug: string; readonly name: string; readonly shortName?: string | null };

/** What the city calls it in short, else what its slug says beyond its name: "PUPR" of `dinas-pupr`, "Satpol PP" of `satpol-pp`. Null: nothing. */
export const shortName = ({ slug, name, shortName: given = null }: SearchedAgency): string | null => {
  if (given !== null) return given;
  const own = slugParts(slug);
  const said = new Set(tokensOf(name));
  return own.every((part) => said.has(part)) ? null : own.map(asWritten).join(' ');
};

/** First letters are written large throughout, what can be spoken only at its beginning. */
const asWritten = (part: string): string => {
  const vowels = part.match(/[aiueo]/g)?.length ?? 0;
  const isSpoken = part.length > 4 && vowels / part.length >= 0.25;
  return isSpoken ? `${part.charAt(0).toUpperCase()}${part.slice(1)}` : part.toUpperCase();
};

/** The agencies that somebody may mean who has typed this: all that hold each of the words, or a beginning of them, or a word almost like them. */
export const searchAgencies = <A extends SearchedAgency>(typed: string, agencies: readonly A[]): readonly A[] => {
  const wanted = tokensOf(typed.slice(0, longestTyped));
  if (wanted.length === 0) return agencies;
  return agencies.filter((agency) => {
    const words = [agency.name, agency.slug, agency.shortName ?? ''].flatMap(tokensOf).concat(callNames(agency));
    return wanted.every(
      (word) =>
        words.some((own) => own.startsWith(word)) || nearWords(word, words).length > 0 || isClipped(word, agency),
    );
  });
};

/** The agencies that words name, each with the words that are left without its name; the first to be named first. */
export const agenciesIn = <A extends SearchedAgency>(
  words: string,
  agencies: readonly A[],
): readonly { readonly agency: A; readonly rest: string }[] => {
  const tokens = tokensOf(words.slice(0, longestTyped));
  return agencies.flatMap((agency) => {
    const span = spanOf(tokens, agency);
    return span === null ? [] : [{ agency, rest: tokens.toSpliced(span.at, span.length).join(' ') }];
  });
};

/** No question is longer. */
const longestTyped = 200;
const shortestCall = 2;

/**
 * What an agency is called by alone: the whole name, the name without its kind, the slug, what it says beyond
 * the name, the first letters.
 */
const callNames = (agency: SearchedAgency): readonly string[] => {
  const name = tokensOf(agency.name);
  const [, ...further] = name;
  const initials = initialsOf(agency.name);
  return [
    name.join(''),
    ...(isPlace(agency.name) || further.length < 2 ? [] : [further.join('')]),
    tokensOf(agency.slug).join(''),
    ...(agency.shortName == null ? [] : [tokensOf(agency.shortName).join('')]),
    ...(shortName(agency) === null ? [] : [slugParts(agency.slug).join('')]),
    ...(isPlace(agency.name) ? [] : [initials, initials.slice(1)]),
  ].filter((called) => called.length >= shortestCall);
};

type Span = { readonly at: number; readonly length: number };

/** Where in the words the agency is called, to the letter if anywhere, the longest call first; a kind before it ("dinas pupr") belongs to it. */
const spanOf = (tokens: readonly string[], agency: SearchedAgency): Span | null => {
  const names = callNames(agency);
  const longest = Math.min(tokens.length, tokensOf(agency.name).length + 1);
  const span =
    firstSpan(tokens, longest, (said) => isCall(said, names) || isClipped(said, agency)) ??
    firstSpan(tokens, longest, (said) => isMistyped(said, names));
  if (span === null || !kinds.has(tokens[span.at - 1] ?? '')) return span;
  return { at: span.at - 1, length: span.length + 1 };
};

const firstSpan = (tokens: readonly string[], longest: number, isMeant: (said: string) => boolean): Span | null => {
  for (let length = longest; length > 0; length -= 1)
    for (let at = 0; at + length <= tokens.length; at += 1)
      if (isMeant(tokens.slice(at, at + length).join(''))) return { at, length };
  return null;
};

/** "dishub", "dinkes": the beginning of "dinas" and some letters of what it is for. */
const isClipped = (said: string, { name }: SearchedAgency): boolean => {
  const [kind, ...further] = tokensOf(name);
  const rest = /^di[ns](\p{L}{3,})$/u.exec(said)?.[1];
  return (
    kind === 'dinas' && rest !== undefined && !commonWords.has(said) && further.some((word) => word.includes(rest))
  );
};

/** Short names must be right to the letter; long ones may be mistyped. */
const isCall = (said: string, names: readonly string[]): boolean => !commonWords.has(said) && names.includes(said);

const isMistyped = (said: string, names: readonly string[]): boolean =>
  said.length >= shortestMistyped &&
  nearWords(
    said,
    names.filter((name) => name.length >= shortestMistyped),
  ).length > 0;

const shortestMistyped = 8;

/** Short forms that are words or other names of every day. */
const commonWords: ReadonlySet<string> = new Set('di ke kp pk ks pp bp disana disini disitu'.split(' '));

const kinds: ReadonlySet<string> = new Set(['dinas', 'badan', 'kantor', 'bagian', 'satuan']);
const places: ReadonlySet<string> = new Set(['kecamatan', 'kelurahan', 'desa']);
const smallWords: ReadonlySet<string> = new Set(['dan', 'serta', 'atau', 'untuk', 'di']);

const isPlace = (name: string): boolean => places.has(tokensOf(name)[0] ?? '');

const slugParts = (slug: string): readonly string[] => tokensOf(slug).filter((part) => !kinds.has(part));

const initialsOf = (name: string): string =>
  tokensOf(name)
    .filter((word) => !smallWords.has(word))
    .map((word) => word.charAt(0))
    .join('');
