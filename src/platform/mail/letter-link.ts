import { defaultLanguage, type Language } from '../i18n/language.ts';

/** An address in a letter, which opens in the language of the letter: of whoever chose another than the usual one, a new browser knows nothing. */
export const letterLink = (url: string, language: Language): string =>
  language === defaultLanguage ? url : `${url}?lang=${language}`;
