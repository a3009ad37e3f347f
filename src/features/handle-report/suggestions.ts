import { wordsNow } from '../../domain/words-now.ts';
import { categoriesInWords } from '../../domain/words/category-in-words.ts';
import { villageFinder } from '../../domain/words/village-in-words.ts';
import type { Category, Village } from '../../store/city.ts';
import type { Making } from './making.ts';

/** The category that the reporter's words speak of most, where the reporter chose none. */
export const suggestedCategory = (making: Making): Category | null => {
  const { city, story } = making;
  if (story.categoryId !== null) return null;
  const [likeliest] = categoriesInWords(allWords(making), city.categories);
  return city.categories.find(({ slug }) => slug === likeliest) ?? null;
};

/** The village that the reporter's words name, where the reporter chose none and they name one alone. */
export const suggestedVillage = (making: Making): Village | null => {
  const { city, story } = making;
  if (story.villageCode !== null) return null;
  const [only, ...more] = villageFinder(city.villages)(allWords(making));
  return more.length > 0 ? null : (city.villages.find(({ code }) => code === only?.code) ?? null);
};

const allWords = ({ story }: Making): string => {
  const { title, description, place } = wordsNow(story.events);
  // Apart: a name does not begin in one and end in another.
  return [place, title, description].join(' | ');
};
