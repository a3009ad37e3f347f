import type { Language } from '../platform/i18n/language.ts';
import { textFor } from './texts/text.ts';

/** Whose letter it is. */
export type LetterSender = { readonly name: string; readonly isDemo: boolean; readonly isRehearsal: boolean };

/** Greeting, paragraphs, signature; a demonstration and a rehearsal say so in both languages. */
export const letterText = (city: LetterSender, language: Language, paragraphs: readonly string[]): string => {
  const [t, other] = [textFor(language), textFor(language === 'id' ? 'en' : 'id')];
  const both = (key: 'notice.demo' | 'notice.rehearsal'): string =>
    [t(key, { city: city.name }), other(key, { city: city.name })].join('\n');
  return `${[
    t('notice.greeting'),
    ...paragraphs,
    t('notice.signature', { city: city.name }),
    ...(city.isDemo ? [both('notice.demo')] : []),
    ...(city.isRehearsal ? [both('notice.rehearsal')] : []),
  ].join('\n\n')}\n`;
};
