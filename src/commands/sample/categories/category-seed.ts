import type { Words } from '../../../store/city.ts';
import type { CategoryPlan } from '../../../store/new-city-plan.ts';
import type { OfficeSlug } from '../agencies.ts';

/** A kind of report in the words of the people who file it; its nearest category of SP4N-LAPOR! and its office are always named. */
export type CategorySeed = Omit<CategoryPlan, 'group' | 'agency'> & {
  readonly lapor: string;
  readonly agency: OfficeSlug;
};

export type CategoryGroup = {
  readonly slug: string;
  readonly name: Words;
  readonly categories: readonly CategorySeed[];
};

/** The phrases of a list that is written with commas. */
export const phrases = (list: string): readonly string[] => list.split(',').map((phrase) => phrase.trim());
