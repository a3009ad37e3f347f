import { showNumber } from '../../domain/report-number.ts';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type ListRow = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ShownState;
  readonly village: string | null;
  readonly filedOn: string;
};

export type PublicListProps = {
  readonly frame: PageFrame;
  readonly rows: readonly ListRow[];
  /** What was searched for; empty: nothing was. */
  readonly words: string;
  /** The path of the next page. */
  readonly next: string | undefined;
  /** The path of the beginning, on a later page. */
  readonly first: string | undefined;
};

export const PublicListPage = ({ frame, rows, words, next, first }: PublicListProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('publicReport.list.title')} robots={words === '' ? undefined : 'none'}>
      <h1>{t('publicReport.list.title')}</h1>
      <form class="form" method="get" action="/laporan">
        <TextField
          name="q"
          type="search"
          label={t('publicReport.list.search')}
          hint={t('publicReport.list.searchHint')}
          value={words}
        />
        <Buttons>
          <Button tone="secondary">{t('general.search')}</Button>
        </Buttons>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t(words === '' ? 'publicReport.list.none' : 'publicReport.list.notFound', { words })} />
      ) : (
        <div class="wide">
          <Rows frame={frame} rows={rows} />
        </div>
      )}
      {first !== undefined && (
        <p>
          <a href={first}>{t('publicReport.list.first')}</a>
        </p>
      )}
      <Pager t={t} next={next} />
    </Page>
  );
};

const Rows = ({ frame: { t }, rows }: Pick<PublicListProps, 'frame' | 'rows'>) => (
  <Table
    caption={t('publicReport.list.title')}
    isCaptionUnseen
    rows={rows}
    rowKey={({ number }) => number}
    columns={[
      {
        label: t('publicReport.list.what'),
        cell: ({ number, title }) => (
          <a href={`/laporan/${number}`}>{title ?? t('publicReport.untitled', { number: showNumber(number) })}</a>
        ),
      },
      { label: t('publicReport.state'), cell: ({ state }) => <StateBadge state={state} t={t} /> },
      { label: t('publicReport.village'), cell: ({ village }) => village ?? t('general.unknown') },
      { label: t('publicReport.filedOn'), cell: ({ filedOn }) => filedOn },
      { label: t('publicReport.number'), cell: ({ number }) => showNumber(number), figures: 'code' },
    ]}
  />
);
