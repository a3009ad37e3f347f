import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import { SaveOrEdit } from './save-or-edit.view.tsx';

export type ShownMove = {
  readonly key: string;
  readonly number: string;
  readonly clock: string;
  readonly before: string;
  readonly after: string;
};

export type CalendarPreviewProps = {
  readonly frame: PageFrame;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Typed, but there already. */
  readonly already: readonly string[];
  /** Typed more than once. */
  readonly doubled: readonly string[];
  /** Each year that stays unknown for want of days, in a sentence. */
  readonly shortYears: readonly string[];
  readonly source: string;
  readonly reason: string;
  /** "14 batas waktu pindah pada 9 laporan yang masih terbuka." */
  readonly effect: string;
  /** That more move than are shown. */
  readonly shown: string | null;
  readonly marked: string | null;
  readonly moves: readonly ShownMove[];
  /** Everything that was typed: it is sent again to be saved, or to be changed. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Somebody else has changed the calendar since this was looked at. */
  readonly isChanged: boolean;
};

export const CalendarPreviewPage = (props: CalendarPreviewProps) => {
  const { frame, hidden, isChanged } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('promises.edit.calendarPreview')}>
      {isChanged && (
        <NoticeBox tone="warning" live="alert">
          <p>{t('promises.edit.calendarChanged')}</p>
        </NoticeBox>
      )}
      <h1>{t('promises.edit.calendarPreview')}</h1>
      <p>{t('promises.edit.calendarHolds')}</p>
      <Days {...props} />
      {props.shortYears.map((words) => (
        <NoticeBox key={words} tone="warning">
          <p>{words}</p>
        </NoticeBox>
      ))}
      <Effect {...props} />
      <SaveOrEdit t={t} action="/kelola/janji/kalender" hidden={hidden} />
    </Page>
  );
};

const Days = ({ frame: { t }, added, removed, already, doubled, source, reason }: CalendarPreviewProps) => (
  <DefinitionList
    items={[
      { term: t('promises.edit.add'), details: added.join('\n') },
      { term: t('promises.edit.source'), details: added.length === 0 ? null : source },
      { term: t('promises.edit.remove'), details: removed.join('\n') },
      { term: t('promises.edit.alreadyThere'), details: already.join('\n') },
      { term: t('promises.edit.addedTwice'), details: doubled.join('\n') },
      { term: t('promises.edit.reason'), details: reason },
    ]}
  />
);

const Effect = ({ frame: { t }, effect, shown, marked, moves }: CalendarPreviewProps) => (
  <>
    <h2>{effect}</h2>
    {shown !== null && <p>{shown}</p>}
    {marked !== null && <p>{marked}</p>}
    {moves.length > 0 && (
      <Table
        caption={effect}
        isCaptionUnseen
        rows={moves}
        rowKey={({ key }) => key}
        columns={[
          { label: t('publicReport.number'), cell: ({ number }) => number, figures: 'code' },
          { label: t('promises.grounds.rule'), cell: ({ clock }) => clock },
          { label: t('promises.edit.dueBefore'), cell: ({ before }) => before },
          { label: t('promises.edit.dueAfter'), cell: ({ after }) => <strong>{after}</strong> },
        ]}
      />
    )}
  </>
);
