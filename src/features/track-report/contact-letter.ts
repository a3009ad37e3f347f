import { showNumber } from '../../domain/report-number.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { PersonField } from '../../store/person.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';

export type ContactLetter = {
  /** `old`: the address on record hears of it and can take it back; `new`: the address that is to be on record proves itself. */
  readonly side: 'old' | 'new';
  readonly field: PersonField;
  readonly number: string;
  readonly language: Language;
  readonly city: LetterSender;
  /** Of the page with the button. */
  readonly url: string;
};

/** No word that somebody typed stands in it, neither the old value nor the new one. */
export const renderContactLetter = (letter: ContactLetter): { readonly subject: string; readonly text: string } => {
  const { side, field, language, city, url } = letter;
  const t = textFor(language);
  const number = showNumber(letter.number);
  return side === 'new'
    ? {
        subject: t('contact.letter.confirmSubject', { number }),
        text: letterText(city, language, [
          `${t('contact.letter.confirm', { number })}\n${url}`,
          t('contact.letter.ignore'),
        ]),
      }
    : {
        subject: t('contact.letter.subject', { number }),
        text: letterText(city, language, [
          t(`contact.letter.asked.${field}`, { number }),
          t('contact.letter.mine'),
          `${t('contact.letter.notMine')}\n${url}`,
          t('contact.letter.code'),
        ]),
      };
};
