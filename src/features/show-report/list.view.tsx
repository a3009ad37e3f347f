import { showNumber } from '../../domain/report-number.ts';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { ListForm, type ListFormProps } from './list-form.view.tsx';

export type ListRow = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ShownState;
  readonly village: string | null;
  readonly filedOn: string;
};

export type PublicListProps = Omit<ListFormProps, 't'> & {
  readonly frame: PageFrame;
  readonly rows: readonly ListRow[];
  /** How many there are, in words; undefined: none. */
  readonly count: string | undefined;
  /** Words that may have been meant and that find something. */
  readonly meant: { readonly words: string; readonly href: string } | undefined;
  /** The path of the next page. */
  readonly next: string | undefined;
  /** The path of the beginning, on a later page. */
  readonly first: string | undefined;
};

export const PublicListPage = ({ frame, rows, count, meant, next, first, ...form }: PublicListProps) => {
  const { t } = frame;
  const isWhole = form.address.words === '' && form.chips.length === 0;
  return (
    <Page {...frame} title={t('publicReport.list.title')} robots={isWhole ? undefined : 'none'}>
      <h1>{t('publicReport.list.title')}</h1>
      <ListForm t={t} {...form} />
      {meant !== undefined && (
        <p>
          <a href={meant.href}>{t('publicReport.list.meant', { words: meant.words })}</a>
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing frame={frame} isWhole={isWhole} words={form.address.words} />
      ) : (
        <>
          {count !== undefined && <p class="quiet">{count}</p>}
          <div class="wide">
            <Rows frame={frame} rows={rows} />
          </div>
        </>
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

type NothingProps = { readonly frame: PageFrame; readonly isWhole: boolean; readonly words: string };

/** Says what to do: other words, or a report of one's own. */
const Nothing = ({ frame: { t }, isWhole, words }: NothingProps) => {
  if (isWhole) return <EmptyState title={t('publicReport.list.none')} />;
  return (
    <>
      <EmptyState
        title={words === '' ? t('publicReport.list.notFoundCut') : t('publicReport.list.notFound', { words })}
      />
      <p>{t('publicReport.list.empty')}</p>
      <p>
        <ButtonLink href="/lapor">{t('publicReport.list.emptyFile')}</ButtonLink>
      </p>
    </>
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
