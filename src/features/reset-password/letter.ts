import type { Language } from '../../platform/i18n/language.ts';
import type { LinkLetter } from '../../store/sign-in-link.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';

export type ResetLetter = LinkLetter & {
  readonly city: LetterSender;
  readonly language: Language;
  readonly purpose: 'password' | 'second_factor';
  readonly url: string;
};

/** Tells what was asked for, or done, and by whom, and leads to where it goes on. */
export const renderResetLetter = ({ city, language, purpose, login, by, url }: ResetLetter) => {
  const t = textFor(language);
  const name = by ?? city.name;
  return {
    fromName: t('notice.signature', { city: city.name }),
    subject: t(`reset.letter.subject.${purpose}`, { city: city.name }),
    text: letterText(city, language, [
      t(`reset.letter.told.${purpose}`, { login, name }),
      `${t(`reset.letter.open.${purpose}`)}\n${url}`,
      ...(purpose === 'password' ? [t('reset.letter.ignore')] : []),
    ]),
  };
};
