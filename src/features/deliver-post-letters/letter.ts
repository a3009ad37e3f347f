import type { ClockKind } from '../../domain/clocks.ts';
import type { PostNoticeKind } from '../../domain/post-notices.ts';
import { showNumber } from '../../domain/report-number.ts';
import { formatDeadline, formatMoment } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';

/** One thing that a letter tells: nothing of who reported it, and no word of what they wrote. */
export type LetterItem = {
  readonly kind: PostNoticeKind;
  readonly number: string;
  /** Secret and berkadar: number and address alone, for a letterbox is read by others too. */
  readonly isConfidential: boolean;
  /** The moment it is of. */
  readonly at: string;
  readonly category: string | null;
  readonly village: string | null;
  readonly clock: { readonly kind: ClockKind; readonly due: string } | null;
};

export type PostLetter = {
  readonly city: {
    readonly name: string;
    readonly zone: string;
    readonly origin: string;
    readonly isDemo: boolean;
    readonly isRehearsal: boolean;
  };
  readonly language: Language;
  readonly isDigest: boolean;
  /** The date of the letter: which year needs no saying follows from it, however late it goes. */
  readonly writtenAt: string;
  readonly items: readonly LetterItem[];
};

/** A letter to an officer: everything that waited for them, each with its number, its clock and the way to it. */
export const renderPostLetter = (letter: PostLetter): { readonly subject: string; readonly text: string } => {
  const t = textFor(letter.language);
  const { city, items } = letter;
  const paragraphs = [
    t('notice.greeting'),
    ...(letter.isDigest ? [t('postNotice.letter.digest')] : []),
    t('postNotice.letter.body', { count: items.length }),
    ...items.map((item) => linesOf(item, letter, t).join('\n')),
    `${t('postNotice.letter.foot')}\n${city.origin}/petugas/kabar`,
    t('postNotice.letter.unasked'),
    t('notice.signature', { city: city.name }),
    ...(city.isDemo ? [inBoth('notice.demo', letter)] : []),
    ...(city.isRehearsal ? [inBoth('notice.rehearsal', letter)] : []),
  ];
  return { subject: subjectOf(items, t), text: `${paragraphs.join('\n\n')}\n` };
};

const subjectOf = (items: readonly LetterItem[], t: Text): string => {
  const [only] = items;
  if (only === undefined || items.length > 1) return t('postNotice.letter.subjects', { count: items.length });
  const number = showNumber(only.number);
  if (only.isConfidential) return t('postNotice.letter.confidential', { number });
  return t('postNotice.letter.subject', { number, kind: t(`postNotice.kind.${only.kind}`) });
};

const linesOf = (item: LetterItem, { city, language, writtenAt }: PostLetter, t: Text): readonly string[] => {
  const number = showNumber(item.number);
  const href = `${city.origin}/petugas/laporan/${item.number}`;
  if (item.isConfidential) return [t('postNotice.letter.confidential', { number }), href];
  const where = [item.category, item.village].filter((words) => words !== null);
  const { clock } = item;
  return [
    t('postNotice.letter.item', { kind: t(`postNotice.kind.${item.kind}`), number }),
    ...(where.length === 0 ? [] : [where.join(', ')]),
    t('postNotice.letter.itemAt', { moment: formatMoment(item.at, city.zone, language, writtenAt) }),
    ...(clock === null ? [] : [clockLine(clock, { city, language, writtenAt }, t)]),
    href,
  ];
};

const clockLine = (
  { kind, due }: NonNullable<LetterItem['clock']>,
  { city, language, writtenAt }: Pick<PostLetter, 'city' | 'language' | 'writtenAt'>,
  t: Text,
): string =>
  t('staff.clock.was', { clock: t(`state.clock.${kind}`), due: formatDeadline(due, city.zone, language, writtenAt) });

/** A demonstration and a rehearsal say so in both languages. */
const inBoth = (key: 'notice.demo' | 'notice.rehearsal', { city, language }: PostLetter): string => {
  const other = language === 'id' ? 'en' : 'id';
  return [textFor(language), textFor(other)].map((t) => t(key, { city: city.name })).join('\n');
};
