import { speaksOfDanger } from '../../domain/danger.ts';
import { categoriesInWords } from '../../domain/words/category-in-words.ts';
import type { Category, City } from '../../store/city.ts';
import type { ReportFields } from './report-fields.view.tsx';

/**
 * Whether 112 stands above everything else: the words speak of danger, or the city says of their category that one calls first. It never blocks
 * anything.
 */
export const isDangerous = (city: Pick<City, 'categories'>, fields: ReportFields): boolean => {
  const words = [fields.category, fields.title, fields.description, fields.place].join(' . ');
  return speaksOfDanger(words) || callsFirst(meantCategory(city, fields));
};

const callsFirst = (category: Category | undefined): boolean =>
  category?.stoppers.some(({ phone }) => phone === '112') ?? false;

/** The category that was chosen; where none was, the one that the words speak of, when they speak of no other. */
const meantCategory = (
  { categories }: Pick<City, 'categories'>,
  { category, title, description }: ReportFields,
): Category | undefined => {
  if (category !== '') return categories.find(({ slug }) => slug === category);
  const [slug, ...others] = categoriesInWords(`${title} ${description}`, categories);
  return others.length === 0 ? categories.find((one) => one.slug === slug) : undefined;
};
