import { formatDate } from '../platform/i18n/format.ts';
import type { ClockReader } from './clock-words.ts';

/** Since when an answer is disputed, where it is; and whether another is to come in its place. */
type ToldStanding = { readonly disputedAt: string | null; readonly isEarlier: boolean };

/** What an answer is headed with: that it was disputed, and that another is to come, is read before its words are. */
export const answerTitle = (
  { disputedAt, isEarlier }: ToldStanding,
  { t, zone, language }: Omit<ClockReader, 'now'>,
): string => {
  if (disputedAt === null) return t('publicReport.answer');
  const date = formatDate(new Date(disputedAt).toISOString(), zone, language);
  return t(isEarlier ? 'publicReport.answerEarlier' : 'publicReport.answerDisputed', { date });
};
