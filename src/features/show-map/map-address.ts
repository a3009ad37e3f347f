import { choicesFrom, longestChoice, type Choices, type FilterName } from '../../domain/report-filter.ts';

export type MapQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

export const firstOf = (value: MapQuery[string]): string => [value ?? ''].flat()[0] ?? '';

/** What an address asks for; `clean` takes out what no text may hold. */
export const readChoices = (query: MapQuery, clean: (text: string) => string): Choices =>
  choicesFrom((name) => clean(firstOf(query[name])).trim().slice(0, longestChoice));

/** What cuts, as it stands in an address. */
export const queryOf = (choices: Partial<Choices>): string =>
  new URLSearchParams(Object.entries(choices).filter(([, value]) => value !== '')).toString();

/** The page of the map, or the list, cut alike. */
export const addressOf = (path: '/peta' | '/laporan', choices: Partial<Choices>): string => {
  const query = queryOf(choices);
  return query === '' ? path : `${path}?${query}`;
};

export const without = (choices: Choices, name: FilterName): Choices => ({ ...choices, [name]: '' });
