import { showNumber } from '../../domain/report-number.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';

export type FollowLetter = {
  readonly number: string;
  readonly language: Language;
  readonly city: LetterSender;
  /** Of the page with the button. */
  readonly url: string;
  /** Of the page where the address stops all letters. */
  readonly stopUrl: string;
  /** It stopped them: the one letter that asks whether it wants them again. */
  readonly asksAgain: boolean;
};

/** The one letter to an address that nobody has proved: no word that somebody could have typed stands in it. */
export const renderFollowLetter = ({
  number,
  language,
  city,
  url,
  stopUrl,
  asksAgain,
}: FollowLetter): { readonly fromName: string; readonly subject: string; readonly text: string } => {
  const t = textFor(language);
  const shown = showNumber(number);
  return {
    fromName: t('notice.signature', { city: city.name }),
    subject: asksAgain ? t('follow.again.subject', { city: city.name }) : t('follow.letter.subject', { number: shown }),
    text: letterText(
      city,
      language,
      asksAgain
        ? [
            t('follow.again.body', { city: city.name }),
            `${t('follow.again.resume')}\n${stopUrl}`,
            t('follow.again.ignore'),
          ]
        : [
            t('follow.letter.body', { number: shown }),
            `${t('follow.letter.confirm')}\n${url}`,
            t('follow.letter.ignore'),
            `${t('follow.letter.stop')}\n${stopUrl}`,
          ],
    ),
  };
};
