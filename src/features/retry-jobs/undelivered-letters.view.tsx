import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { ReportLink, type ReportLinkProps } from './report-link.view.tsx';

export type UndeliveredLetters = {
  readonly report: ReportLinkProps;
  readonly letters: number;
  readonly newest: string;
  readonly reason: string;
};

/** Nothing here can be tried again: a reporter without an address is reached by their code, and a wrong address is mended by its owner. */
export const UndeliveredList = ({
  t,
  letters,
}: {
  readonly t: Text;
  readonly letters: readonly UndeliveredLetters[];
}) => (
  <section aria-labelledby="undelivered">
    <h2 id="undelivered">{t('jobs.undelivered.title')}</h2>
    <p>{t('jobs.undelivered.hint')}</p>
    {letters.length === 0 ? <p>{t('jobs.undelivered.empty')}</p> : <LetterTable t={t} letters={letters} />}
  </section>
);

const LetterTable = ({ t, letters }: { readonly t: Text; readonly letters: readonly UndeliveredLetters[] }) => (
  <Table
    caption={t('jobs.undelivered.title')}
    isCaptionUnseen
    rows={letters}
    rowKey={({ report, reason }) => `${report.number} ${reason}`}
    columns={[
      { label: t('jobs.report'), cell: ({ report }) => <ReportLink {...report} /> },
      { label: t('jobs.undelivered.letters'), cell: (one) => one.letters, figures: 'number' },
      { label: t('jobs.undelivered.newest'), cell: (one) => one.newest },
      { label: t('jobs.error'), cell: (one) => one.reason },
    ]}
  />
);
