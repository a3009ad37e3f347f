import { choicesFrom, groupMark, longestChoice, type FilterName } from '../../domain/report-filter.ts';
import type { ListAddress } from './list-form.view.tsx';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export const firstOf = (value: string | readonly string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

/** What an address asks for; `clean` takes out what no text may hold. */
export const readAddress = (query: Query, clean: (text: string) => string): ListAddress => {
  const read = (name: string, longest: number): string => clean(firstOf(query[name])).trim().slice(0, longest);
  return {
    words: read('q', longestSearch),
    choices: choicesFrom((name) => read(name, longestChoice)),
    isOldestFirst: read('urut', longestChoice) === oldest,
  };
};

const longestSearch = 200;
const oldest = 'terlama';

/** The path of a list; what cuts nothing is left out of it. */
export const writeAddress = ({ words, choices, isOldestFirst }: ListAddress, after?: string): string => {
  const query = new URLSearchParams(
    Object.entries({ q: words, ...choices, urut: isOldestFirst ? oldest : '', sesudah: after ?? '' }).filter(
      ([, value]) => value !== '',
    ),
  ).toString();
  return query === '' ? '/laporan' : `/laporan?${query}`;
};

/** The same list without one of its cuts. */
export const without = (address: ListAddress, name: FilterName): ListAddress => ({
  ...address,
  choices: { ...address.choices, [name]: '' },
});

/** Whether its feed holds what the list does, and no more. */
export const isWhatFeedHolds = ({ words, isOldestFirst, choices }: ListAddress): boolean =>
  words === '' &&
  !isOldestFirst &&
  !choices.tentang.startsWith(groupMark) &&
  Object.entries(choices).every(([name, value]) => value === '' || knownToFeeds.has(name));

const knownToFeeds: ReadonlySet<string> = new Set(['wilayah', 'tentang', 'instansi'] satisfies readonly FilterName[]);

/** The feed of what is in a list; a feed knows an area, a matter and an agency, and no words. */
export const feedOf = ({ choices: { wilayah, tentang, instansi } }: ListAddress): string => {
  const matter = tentang.startsWith(groupMark) ? '' : tentang;
  const cuts = Object.entries({ wilayah, topik: matter, instansi }).filter(([, value]) => value !== '');
  return cuts.length === 0 ? '/umpan.atom' : `/umpan.atom?${new URLSearchParams(cuts).toString()}`;
};
