import { defaultLanguage, type Language } from '../i18n/language.ts';

/** An address in a letter, which opens in the language of the letter: of whoever chose another than the usual one, a new browser knows nothing. */
export const letterLink = (url: string, language: Language): string => {
  if (language === defaultLanguage) return url;
  const link = new URL(url);
  link.searchParams.set('lang', language);
  return link.href;
};
