import { isShown } from '../../domain/publication.ts';
import { reasons } from '../../domain/reasons.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { OwnReportRow } from './queries.ts';

type Published = Pick<
  OwnReportRow,
  'publication' | 'publication_reason' | 'public_title' | 'public_description' | 'is_secret' | 'is_anonymous'
>;

/** Who sees what of a report now, why not, and what its reporter can do about it. */
export const publicityOf = (t: Text, row: Published): readonly string[] => [
  t(`state.publication.${row.publication}`),
  ...(isShown(row.publication) ? shownWords(t, row) : []),
  ...(row.publication === 'withdrawn_from_public' ? hiddenWords(t, row.publication_reason) : []),
  ...(row.is_secret ? [t('trackReport.isSecret')] : [t('trackReport.isMasked')]),
  ...(row.is_anonymous ? [t('trackReport.isAnonymous')] : []),
];

const shownWords = (t: Text, { publication, public_title, public_description }: Published): readonly string[] => {
  const words = [public_title, publication === 'public' ? public_description : null].filter((part) => part !== null);
  return words.length === 0 ? [] : [t('trackReport.publicNow', { words: words.join(' \u2013 ') })];
};

const hiddenWords = (t: Text, code: string | null): readonly string[] => {
  const reason = reasons.mask.find((known) => known === code);
  return [...(reason === undefined ? [] : [t(`reason.mask.${reason}`)]), t('notice.hiding'), t('notice.ombudsman')];
};
