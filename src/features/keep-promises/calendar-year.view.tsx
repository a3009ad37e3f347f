import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownDay = {
  readonly day: string;
  readonly date: string;
  readonly name: string;
  readonly kind: string;
};

export type ShownMonth = { readonly month: string; readonly days: readonly ShownDay[] };

type CalendarYearProps = { readonly t: Text; readonly caption: string; readonly months: readonly ShownMonth[] };

/** The days off of a year, month by month; the kind of each in a word. */
export const CalendarYear = ({ t, caption, months }: CalendarYearProps) =>
  months.length === 0 ? (
    <EmptyState title={t('promises.desk.noDays')} />
  ) : (
    <Table
      caption={caption}
      isCaptionUnseen
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        { label: t('promises.desk.month'), cell: ({ month }) => month },
        { label: t('promises.desk.days'), cell: ({ days }) => <Days days={days} /> },
      ]}
    />
  );

const Days = ({ days }: { readonly days: readonly ShownDay[] }) => (
  <>
    {days.map(({ day, date, name, kind }) => (
      <div key={`${day} ${kind}`}>
        <strong>{date}</strong> {name} <span class="quiet">({kind})</span>
      </div>
    ))}
  </>
);
