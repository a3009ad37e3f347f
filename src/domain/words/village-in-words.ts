import { tokensOf } from './tokens.ts';

/** What is known of a village to find it by; aliases: other spellings and names that people use. */
export type NamedVillage = {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly aliases?: readonly string[];
};

/** `called`: the words say "kelurahan X" or "desa X". `mentioned`: they only use the name. */
export type FoundVillage = { readonly code: string; readonly how: 'called' | 'mentioned' };

/** Finds the villages of a city that words name; made once for a city. */
export type VillageFinder = (words: string) => readonly FoundVillage[];

/**
 * The villages that words name, the surest first: those called a village, else those mentioned. A name may be written in one word or several
 * ("Jemur Wonosari", "jemurwonosari"). A name after "jalan" is a street and after "kecamatan" a district, which shares its name with many a
 * village; a district that is named decides between villages mentioned in several. What is the name of one village is never the alias of another.
 * Empty: none is named.
 */
export const villageFinder = (villages: readonly NamedVillage[]): VillageFinder => {
  const byName = villagesByName(villages);
  const districts = new Set(villages.map(({ districtName }) => squeezed(districtName)));
  const longest = Math.max(1, ...villages.flatMap(namesOf).map((name) => tokensOf(name).length)) + 1;
  return (words) => {
    const tokens = tokensOf(words);
    const named = namesIn(tokens, longest, (name) => byName.has(name));
    const called = named.filter(({ before }) => villageWords.has(before));
    if (called.length > 0) return found(called, byName, 'called');
    const mentioned = named.filter(
      ({ name, before }) => name.length >= shortestAlone && !streetWords.has(before) && !districtWords.has(before),
    );
    const inDistricts = districtsIn(tokens, longest, districts);
    const all = found(mentioned, byName, 'mentioned');
    const districtOf = new Map(villages.map(({ code, districtName }) => [code, squeezed(districtName)]));
    const inside = all.filter(({ code }) => inDistricts.has(districtOf.get(code) ?? ''));
    return inside.length > 0 ? inside : all;
  };
};

const namesOf = ({ name, aliases = [] }: NamedVillage): readonly string[] => [name, ...aliases];

const villagesByName = (villages: readonly NamedVillage[]): ReadonlyMap<string, readonly NamedVillage[]> => {
  const named = Map.groupBy(villages, ({ name }) => squeezed(name));
  const other = villages.flatMap((village) =>
    (village.aliases ?? []).map((alias) => ({ village, name: squeezed(alias) })),
  );
  const aliased = Map.groupBy(
    other.filter(({ name }) => !named.has(name)),
    ({ name }) => name,
  );
  return new Map([
    ...named,
    ...[...aliased].map(([name, own]) => [name, [...new Set(own.map(({ village }) => village))]] as const),
  ]);
};

/** Shorter names are words of every day too: "Gaga", "Petir". */
const shortestAlone = 5;

const villageWords: ReadonlySet<string> = new Set(['kel', 'kelurahan', 'desa', 'ds', 'klurahan', 'lurah']);
const districtWords: ReadonlySet<string> = new Set(['kec', 'kecamatan', 'camat']);
const streetWords: ReadonlySet<string> = new Set(
  'jalan jl jln raya gang gg pasar perumahan perum stasiun terminal sungai kali'.split(' '),
);

type Named = { readonly name: string; readonly before: string };

/** The names in a row of words, the longest first at each place; none overlaps another. */
const namesIn = (tokens: readonly string[], longest: number, isName: (name: string) => boolean): readonly Named[] => {
  const names: Named[] = [];
  for (let at = 0; at < tokens.length;) {
    const taken = longestAt(tokens, at, { longest, isName });
    if (taken > 0) names.push({ name: tokens.slice(at, at + taken).join(''), before: tokens[at - 1] ?? '' });
    at += Math.max(1, taken);
  }
  return names;
};

type Search = { readonly longest: number; readonly isName: (name: string) => boolean };

const longestAt = (tokens: readonly string[], at: number, { longest, isName }: Search): number => {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1)
    if (isName(tokens.slice(at, at + length).join(''))) return length;
  return 0;
};

const districtsIn = (tokens: readonly string[], longest: number, districts: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    namesIn(tokens, longest, (name) => districts.has(name))
      .filter(({ before }) => districtWords.has(before))
      .map(({ name }) => name),
  );

const found = (
  named: readonly Named[],
  byName: ReadonlyMap<string, readonly NamedVillage[]>,
  how: FoundVillage['how'],
): readonly FoundVillage[] =>
  [...new Set(named.flatMap(({ name }) => byName.get(name) ?? []))].map(({ code }) => ({ code, how }));

const squeezed = (name: string): string => tokensOf(name).join('');
