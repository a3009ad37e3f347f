import { tokensOf } from '../../domain/words/tokens.ts';
import { searchVillages } from '../../domain/words/village-search.ts';
import type { Village } from '../../store/city.ts';

/** Which kelurahan were meant: the one of the list, else those that the typed words may name, the likeliest first. One: it is sure. */
export const meantVillages = (
  villages: readonly Village[],
  { village, village_words: words }: { readonly village: string; readonly village_words: string },
): readonly Village[] => {
  const code = undotted(village);
  if (code !== '') return villages.filter((one) => undotted(one.code) === code);
  const found = searchVillages(words, villages, mostChoices);
  const named = found.filter((one) => isNamed(words, one));
  return named.length === 1 ? named : found;
};

/** More than fit on a small screen help nobody to choose. */
const mostChoices = 6;

const isNamed = (words: string, { name, aliases }: Village): boolean => {
  const typed = squeezed(words.split(',')[0] ?? '');
  return [name, ...aliases].some((own) => squeezed(own) === typed);
};

const squeezed = (name: string): string =>
  tokensOf(name)
    .filter((token) => token !== 'kel' && token !== 'kelurahan')
    .join('');

/** A Kemendagri code is written with its dots or without. */
export const undotted = (code: string): string => code.replaceAll(/[\s.]/g, '');
