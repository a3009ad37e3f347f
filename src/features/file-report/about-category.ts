import type { Language } from '../../platform/i18n/language.ts';
import type { City } from '../../store/city.ts';
import type { CategoryAbout } from './category-about.view.tsx';

/** What the city says of a category, in one language; null: none was chosen. */
export const aboutCategory = (
  { categories }: Pick<City, 'categories'>,
  language: Language,
  slug: string,
): CategoryAbout | null => {
  const category = categories.find((one) => one.slug === slug);
  if (category === undefined) return null;
  return {
    examples: category.examples[language],
    questions: category.questions.map((question) => question[language]),
    stoppers: category.stoppers.map((stopper) => ({ words: stopper[language], phone: stopper.phone ?? null })),
  };
};
