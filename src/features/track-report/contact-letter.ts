import { showNumber } from '../../domain/report-number.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { ContactLetterSide } from '../../store/contact-change-letters.ts';
import type { Undone } from '../../store/contact-change-settle.ts';
import { letterText, type LetterSender } from '../../ui/letter-text.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';

export type ContactLetter = {
  readonly side: ContactLetterSide;
  /** All that the address on record can take back. */
  readonly told: readonly Undone[];
  readonly number: string;
  readonly language: Language;
  readonly city: LetterSender;
  /** Of the page with the button. */
  readonly url: string;
  /** To an address that is not on record: of the page where it stops all letters. */
  readonly stopUrl: string;
};

/** No word that somebody typed stands in it, neither the old value nor the new one. */
export const renderContactLetter = (
  letter: ContactLetter,
): { readonly fromName: string; readonly subject: string; readonly text: string } => {
  const { side, language, city } = letter;
  const t = textFor(language);
  const number = showNumber(letter.number);
  const { subject, paragraphs } =
    side === 'new'
      ? confirmation(t, number, letter)
      : side === 'removed'
        ? removal(t, number, letter)
        : warning(t, number, letter);
  const fromName = t('notice.signature', { city: city.name });
  return { fromName, subject, text: letterText(city, language, paragraphs) };
};

type Words = { readonly subject: string; readonly paragraphs: readonly string[] };

const confirmation = (t: Text, number: string, { url, stopUrl }: ContactLetter): Words => ({
  subject: t('contact.letter.confirmSubject', { number }),
  paragraphs: [
    `${t('contact.letter.confirm', { number })}\n${url}`,
    t('contact.letter.ignore'),
    `${t('follow.letter.stop')}\n${stopUrl}`,
  ],
});

const removal = (t: Text, number: string, { stopUrl }: ContactLetter): Words => ({
  subject: t('contact.letter.removedSubject', { number }),
  paragraphs: [
    t('contact.letter.removed', { number }),
    t('contact.letter.removedMine'),
    `${t('follow.letter.stop')}\n${stopUrl}`,
  ],
});

const stageOf = (told: readonly Undone[]): Undone['was'] => {
  if (told.some(({ was }) => was === 'done')) return 'done';
  return told.some(({ was }) => was === 'added') ? 'added' : 'asked';
};

/** What was only asked for can still be stopped; what counts already has to be put back, or taken out again: a letter for each. */
const warning = (t: Text, number: string, { told, url }: ContactLetter): Words => {
  const stage = stageOf(told);
  return {
    subject: t(`contact.letter.subject.${stage}`, { number }),
    paragraphs: [
      [
        t(`contact.letter.lead.${stage}`, { number }),
        ...told.map(({ field, was }) => `- ${t(`contact.letter.${was}.${field}`)}`),
      ].join('\n'),
      t('contact.letter.mine'),
      `${t('contact.letter.notMine')}\n${url}`,
      t(`contact.letter.code.${stage}`),
    ],
  };
};
