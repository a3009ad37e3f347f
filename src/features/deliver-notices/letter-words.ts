import { filledWording } from '../../domain/letter-wording.ts';
import { showNumber } from '../../domain/report-number.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { wordingText, type WordingKey } from '../../ui/wording-keys.ts';
import type { LetterFacts } from './letter-facts.ts';

/** Says what a city may say in its own words. */
export type Sayer = (key: WordingKey) => string;

/** Whoever signs a letter is shown as its sender, as far as a list of letters has room for the words of the city. */
export const senderOf = (say: Sayer, { language, city }: Pick<LetterFacts, 'language' | 'city'>): string => {
  const own = say('signature');
  return [...own].length <= longestSender ? own : textFor(language)('notice.signature', { city: city.name });
};

const longestSender = 60;

/** In the city's words where it has any, else in ours. */
export const sayerOf = (
  { wording, language, number, city }: Pick<LetterFacts, 'wording' | 'language' | 'number' | 'city'>,
  t: Text = textFor(language),
): Sayer => {
  const values = { number: showNumber(number), city: city.name };
  return (key) => {
    const own = wording?.[key]?.[language];
    return own === undefined || own === '' ? t(wordingText(key), { city: city.name }) : filledWording(own, values);
  };
};
