import { tokensOf } from '../../domain/words/tokens.ts';
import { searchVillages } from '../../domain/words/village-search.ts';
import type { Village } from '../../store/city.ts';

/**
 * Which kelurahan were meant: the one of the list, else those that the typed words may name, the likeliest first. One: it is sure. A kecamatan is
 * often called like one kelurahan, which need not lie in it (Jatiuwung): unless the words say which of them is meant, all that they may name are given.
 */
export const meantVillages = (
  villages: readonly Village[],
  { village, village_words: words }: { readonly village: string; readonly village_words: string },
): readonly Village[] => {
  const code = undotted(village);
  if (code !== '') return villages.filter((one) => undotted(one.code) === code);
  const found = searchVillages(words, villages, mostChoices);
  const named = saysDistrict(words) ? [] : found.filter((one) => isNamed(words, one));
  const around = villagesOfDistrict(words, villages).filter((one) => !named.includes(one));
  if (around.length > 0) return [...named, ...around];
  return named.length === 1 ? named : found;
};

/** More than fit on a small screen help nobody to choose; those of one kecamatan are shown whole. */
const mostChoices = 10;

const villageTitles: ReadonlySet<string> = new Set(['kel', 'kelurahan', 'klurahan']);
const districtTitles: ReadonlySet<string> = new Set(['kec', 'kecamatan']);

const saysVillage = (words: string): boolean => tokensOf(words).some((token) => villageTitles.has(token));
const saysDistrict = (words: string): boolean => tokensOf(words).some((token) => districtTitles.has(token));

const isNamed = (words: string, { name, aliases }: Village): boolean => {
  const typed = squeezed(words.split(',')[0] ?? '');
  return [name, ...aliases].some((own) => squeezed(own) === typed);
};

/** Words that are the name of a kecamatan alone, and do not say that a kelurahan is meant. */
const villagesOfDistrict = (words: string, villages: readonly Village[]): readonly Village[] =>
  saysVillage(words) || words.includes(',')
    ? []
    : villages
        .filter(({ districtName }) => squeezed(districtName) === squeezed(words))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const squeezed = (name: string): string =>
  tokensOf(name)
    .filter((token) => !villageTitles.has(token) && !districtTitles.has(token))
    .join('');

/** A Kemendagri code is written with its dots or without. */
export const undotted = (code: string): string => code.replaceAll(/[\s.]/g, '');
