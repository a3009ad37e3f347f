import { formatStamp } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { LetteredKind } from '../../store/sign-in-event.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';

export type SignInLetter = {
  readonly kind: LetteredKind;
  readonly at: Date;
  readonly device: string;
  readonly detail: string | null;
  readonly language: Language;
  readonly city: LetterSender & { readonly zone: string };
  /** Of the page that ends all sessions. */
  readonly url: string;
};

/** Tells the owner of an account what was done with it, and how to stop whoever did. */
export const renderSignInLetter = (
  letter: SignInLetter,
): { readonly fromName: string; readonly subject: string; readonly text: string } => {
  const { kind, city, language, detail } = letter;
  const t = textFor(language);
  const moment = formatStamp(letter.at.toISOString(), city.zone, language);
  const device = letter.device === '' ? t('account.letter.unknownDevice') : letter.device;
  return {
    fromName: t('notice.signature', { city: city.name }),
    subject: t(`account.letter.subject.${kind}`),
    text: letterText(city, language, [
      t(`account.letter.${kind}`, { detail: detail ?? '' }),
      t('account.letter.body', { moment, device }),
      t('account.letter.itWasYou'),
      `${t('account.letter.notYou')}\n${letter.url}`,
    ]),
  };
};
