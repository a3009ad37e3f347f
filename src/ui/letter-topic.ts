import type { Language } from '../platform/i18n/language.ts';
import { oneLine } from './one-line.ts';
import { textFor } from './texts/text.ts';

/** What a report is about, in names that a city has given: never anybody's words. */
export type LetterTopic = {
  readonly category: { readonly id: string; readonly en: string } | null;
  readonly village: string | null;
  /** A village of the country, not a ward of a town. */
  readonly isDesa: boolean | null;
};

/** "Lampu jalan, Kel. Sukasari", or as much of it as is known; null: nothing is. */
export const topicWords = (topic: LetterTopic | null, language: Language): string | null => {
  if (topic === null) return null;
  const { category, village, isDesa } = topic;
  const t = textFor(language);
  const words = [
    ...(category === null ? [] : [category[language]]),
    ...(village === null ? [] : [t(isDesa === true ? 'notice.desa' : 'notice.kelurahan', { village })]),
  ];
  return words.length === 0 ? null : oneLine(words.join(', '), Infinity);
};
