import { speaksOfDanger } from './danger.ts';
import { categoriesInWords } from './words/category-in-words.ts';

type Words = {
  /** The slug of the category that was chosen; empty: none was. */
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
};

type Known = Parameters<typeof categoriesInWords>[1][number] & {
  readonly stoppers: readonly { readonly phone?: string | null | undefined; readonly always?: boolean | undefined }[];
};

/**
 * Whether 112 stands above everything else: the words speak of danger, or the city says of their category that one always calls first. A stopper that
 * only asks ("is somebody hurt?") stands with its category: an alarm over each blocked drain would be read by nobody. It never blocks anything.
 */
export const isDangerous = ({ categories }: { readonly categories: readonly Known[] }, fields: Words): boolean => {
  const words = [fields.category, fields.title, fields.description, fields.place].join(' . ');
  return speaksOfDanger(words) || meantCategories(categories, fields).some(callsFirst);
};

const callsFirst = ({ stoppers }: Known): boolean =>
  stoppers.some(({ phone, always = false }) => always && phone === '112');

/** The category that was chosen; where none was, each that the words speak of. */
const meantCategories = (categories: readonly Known[], { category, title, description }: Words): readonly Known[] => {
  const slugs: readonly string[] =
    category === '' ? categoriesInWords(`${title} ${description}`, categories) : [category];
  return categories.filter(({ slug }) => slugs.includes(slug));
};
