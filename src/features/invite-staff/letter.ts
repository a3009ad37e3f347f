import { lastMoment } from '../../domain/last-day.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor } from '../../ui/texts/text.ts';

export type InvitationLetter = {
  readonly city: LetterSender & { readonly zone: string };
  readonly language: Language;
  /** Who asks; null: the operator. */
  readonly inviter: string | null;
  readonly posts: readonly { readonly name: string; readonly from: Date; readonly until: Date | null }[];
  readonly url: string;
};

/** The one letter to somebody who is asked to hold a post. */
export const renderInvitationLetter = ({ city, language, inviter, posts, url }: InvitationLetter) => {
  const t = textFor(language);
  const day = (at: string): string => formatDate(at, city.zone, language);
  const lines = posts.map(({ name: post, from, until }) =>
    until === null
      ? t('invitation.span.from', { post, from: day(from.toISOString()) })
      : t('invitation.span.both', { post, from: day(from.toISOString()), until: day(lastMoment(until)) }),
  );
  const asks =
    inviter === null
      ? t('invitation.letter.bodyByOperator', { city: city.name })
      : t('invitation.letter.body', { name: inviter, city: city.name });
  return {
    fromName: t('notice.signature', { city: city.name }),
    subject: t('invitation.letter.subject', { city: city.name }),
    text: letterText(city, language, [
      `${asks}\n${lines.join('\n')}`,
      `${t('invitation.letter.open')}\n${url}`,
      t('invitation.letter.stranger'),
    ]),
  };
};
