import { categoriesInWords } from '../../domain/words/category-in-words.ts';
import { villageFinder, type VillageFinder } from '../../domain/words/village-in-words.ts';
import type { Category, City } from '../../store/city.ts';
import { categoryOfRow } from './category-of-row.ts';
import { otherCategory } from './rehearsal.ts';
import type { Row } from './row.ts';

/** By what a verifier decides: by what the city suggests from the words alone, or by what the table says. */
export const routings = ['rules', 'recorded'] as const;
export type Routing = (typeof routings)[number];

export type Route = { readonly category: Category; readonly village: string | undefined };

/** How a verifier sorts a row; made once for a city. */
export const routerFor = (city: City, routing: Routing): ((row: Row) => Route) => {
  if (routing === 'recorded')
    return (row) => ({ category: categoryOfRow(city, row.category), village: ownVillage(city, row.villageCode) });
  const find = villageFinder(city.villages);
  return (row) => ({ category: categoryInWords(city, row), village: onlyVillage(find, row) });
};

/** What a citizen wrote, as the city's suggestions read it: place and text apart, so that no name begins in one and ends in the other. */
export const wordsOf = ({ place, text }: Row): string => `${place} | ${text}`;

/** Never a sensitive one: whom such a report is about may not see who rehearsed it. */
const categoryInWords = (city: City, row: Row): Category => {
  const open = city.categories.filter(({ isSensitive }) => !isSensitive);
  const [likeliest = otherCategory] = categoriesInWords(wordsOf(row), open);
  const category = open.find(({ slug }) => slug === likeliest) ?? open[0];
  if (category === undefined) throw new Error('the city has no category');
  return category;
};

const onlyVillage = (find: VillageFinder, row: Row): string | undefined => {
  const [only, ...more] = find(wordsOf(row));
  return more.length > 0 ? undefined : only?.code;
};

const ownVillage = ({ villages }: City, code: string): string | undefined =>
  villages.find((village) => village.code === code)?.code;
