import { showNumber } from '../../domain/report-number.ts';
import { Around } from '../../ui/around.tsx';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { PrintHead } from '../../ui/print-head.tsx';
import { Table } from '../../ui/table.tsx';
import { reportTitle } from '../../ui/report-title.ts';
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
  /** Of the feed that follows this list. */
  readonly feed: string;
  readonly site: { readonly origin: string; readonly printedOn: string };
};

export const PublicListPage = ({ frame, rows, count, meant, next, first, feed, site, ...form }: PublicListProps) => {
  const { t } = frame;
  const isWhole = form.address.words === '' && form.chips.length === 0;
  return (
    <Page
      {...frame}
      title={t('publicReport.list.title')}
      robots={isWhole ? undefined : 'none'}
      styles={['read.css']}
      feed={feed}
      shared={isWhole ? { canonical: `${site.origin}/laporan` } : undefined}
    >
      <PrintHead t={t} city={frame.city} address={`${site.origin}${frame.path}`} printedOn={site.printedOn} />
      <h1>{t('publicReport.list.title')}</h1>
      <Around t={t} path={frame.path} />
      <ListForm t={t} {...form} />
      {meant !== undefined && (
        <p>
          <a href={meant.href}>{t('publicReport.list.meant', { words: meant.words })}</a>
        </p>
      )}
      <Found frame={frame} rows={rows} count={count} isWhole={isWhole} words={form.address.words} />
      {first !== undefined && (
        <p class="no-print">
          <a href={first}>{t('publicReport.list.first')}</a>
        </p>
      )}
      <Pager t={t} next={next} />
    </Page>
  );
};

type FoundProps = NothingProps & Pick<PublicListProps, 'rows' | 'count'>;

const Found = ({ rows, count, ...empty }: FoundProps) =>
  rows.length === 0 ? (
    <Nothing {...empty} />
  ) : (
    <>
      {count !== undefined && <p class="quiet">{count}</p>}
      <div class="wide">
        <Rows frame={empty.frame} rows={rows} />
      </div>
    </>
  );

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
        cell: ({ number, title }) => <a href={`/laporan/${number}`}>{reportTitle(t, { title, number })}</a>,
      },
      { label: t('publicReport.state'), cell: ({ state }) => <StateBadge state={state} t={t} /> },
      { label: t('publicReport.village'), cell: ({ village }) => village ?? t('general.unknown') },
      { label: t('publicReport.filedOn'), cell: ({ filedOn }) => filedOn },
      { label: t('publicReport.number'), cell: ({ number }) => showNumber(number), figures: 'code' },
    ]}
  />
);
