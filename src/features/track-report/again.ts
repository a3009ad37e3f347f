import { showNumber } from '../../domain/report-number.ts';
import { wordsNow } from '../../domain/words-now.ts';
import type { City } from '../../store/city.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { OwnMoveName } from './own-moves.ts';
import type { OwnReportRow } from './queries.ts';
import type { OwnReportProps } from './report.view.tsx';

/** The words for a new report, where this one is over and no move of the reporter opens it again. */
export const againOf = (
  { t }: PageFrame,
  { categories }: City,
  { state, number, events, kind, category_id, village_code }: OwnReportRow,
  moves: readonly OwnMoveName[],
): OwnReportProps['again'] => {
  if ((state !== 'closed' && state !== 'rejected') || moves.includes('dispute')) return null;
  const { title = '', description = '', place = '' } = wordsNow(events);
  const follows = t('trackReport.again.follows', { number: showNumber(number) });
  const category = categories.find(({ id }) => id === category_id)?.slug ?? '';
  return { kind, title, description: `${description}\n\n${follows}`, place, category, village: village_code ?? '' };
};
