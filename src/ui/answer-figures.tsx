import { formatNumber } from '../platform/i18n/format.ts';
import type { Language } from '../platform/i18n/language.ts';
import { spanWords } from './clock-words.ts';
import { Figures, type Figure } from './figures.tsx';
import type { Text } from './texts/text.ts';

export type AnswerFiguresProps = {
  readonly t: Text;
  readonly language: Language;
  readonly open: number;
  readonly late: number;
  /** Whole percent. Null: too few to say. */
  readonly shareInTime: number | null;
  /** Of how many that is a share. */
  readonly due: number;
  readonly usualMs: number | null;
  /** Answers that came back because the reporter objected. Null: too few to say. */
  readonly reopened: number | null;
  readonly fewest: number;
  /** The list of all of them; `&keadaan=terbuka` cuts it to the open ones, `&batas=lewat` to the late ones. */
  readonly list: string;
};

/** How an area or an agency answers. What would be said of too few is not said, and why stands beneath. */
export const AnswerFigures = (props: AnswerFiguresProps) => {
  const { t, shareInTime, usualMs, due, fewest } = props;
  return (
    <>
      <Figures items={[...standing(props), ...kept(props)]} />
      {shareInTime !== null && <p class="quiet">{t('reading.figures.note', { count: due })}</p>}
      {(shareInTime === null || usualMs === null) && (
        <p class="quiet">{t('reading.figures.tooFew', { least: fewest })}</p>
      )}
    </>
  );
};

const standing = ({ t, language, open, late, list }: AnswerFiguresProps): readonly Figure[] => [
  {
    term: t('reading.figures.open'),
    value: formatNumber(open, language),
    ...(open === 0 ? {} : { href: `${list}&keadaan=terbuka` }),
  },
  {
    term: t('reading.figures.late'),
    value: formatNumber(late, language),
    ...(late === 0 ? {} : { href: `${list}&keadaan=terbuka&batas=lewat`, isLate: true }),
  },
];

const kept = ({ t, language, shareInTime, usualMs, reopened }: AnswerFiguresProps): readonly Figure[] => [
  ...(shareInTime === null
    ? []
    : [{ term: t('reading.figures.inTime'), value: t('reading.percent', { count: shareInTime }) }]),
  ...(usualMs === null ? [] : [{ term: t('reading.figures.usual'), value: spanWords(usualMs, t) }]),
  ...(reopened === null ? [] : [{ term: t('reading.figures.reopened'), value: formatNumber(reopened, language) }]),
];
