import { showNumber } from '../../domain/report-number.ts';
import { Around } from '../../ui/around.tsx';
import { StateBadge, Tag, type ShownState } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { PrintHead } from '../../ui/print-head.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { ListForm, type ListFormProps } from './list-form.view.tsx';

export type ListRow = {
  readonly number: string;
  readonly title: string;
  readonly state: ShownState;
  readonly village: string | null;
  readonly filedOn: string;
  /** By how much the city is late; null: it is not. */
  readonly late: string | null;
};

export type NamedInWords = {
  /** `only`: the same search, cut to what the agency handles. */
  readonly agencies: readonly { readonly name: string; readonly href: string; readonly only: string }[];
  readonly areas: readonly { readonly name: string; readonly href: string }[];
};

export type PublicListProps = Omit<ListFormProps, 't'> & {
  readonly frame: PageFrame;
  readonly rows: readonly ListRow[];
  /** How many there are, in words; undefined: none. */
  readonly count: string | undefined;
  /** That none of them holds all the words. */
  readonly partly: string | undefined;
  /** Words that may have been meant and that find something. */
  readonly meant: { readonly words: string; readonly href: string } | undefined;
  /** Agencies and areas that the words name. */
  readonly named: NamedInWords;
  /** The path of the next page. */
  readonly next: string | undefined;
  /** The path of the beginning, on a later page. */
  readonly first: string | undefined;
  /** Of the feed that follows this list. */
  readonly feed: string;
  /** It holds what is listed, and no more. */
  readonly isFeedOffered: boolean;
  readonly site: { readonly origin: string; readonly printedOn: string };
};

export const PublicListPage = (props: PublicListProps) => {
  const { frame, next, first, feed, isFeedOffered, site, ...form } = props;
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
      <Found {...props} isWhole={isWhole} />
      {first !== undefined && (
        <p class="no-print">
          <a href={first}>{t('publicReport.list.first')}</a>
        </p>
      )}
      <Pager t={t} next={next} />
      {isFeedOffered && (
        <p class="no-print">
          <a href={feed}>{t('reading.feed')}</a>
        </p>
      )}
    </Page>
  );
};

type FoundProps = PublicListProps & { readonly isWhole: boolean };

/** Where a search leads: how many first, then what else may have been meant. */
const Found = (props: FoundProps) => {
  const { frame, rows, count, partly, isWhole } = props;
  return (
    <>
      <h2 id="hasil" tabindex={-1}>
        {rows.length === 0 ? frame.t('publicReport.list.found') : count}
      </h2>
      <Meant {...props} />
      {partly !== undefined && <p>{partly}</p>}
      {rows.length === 0 ? (
        <Nothing frame={frame} isWhole={isWhole} words={props.address.words} />
      ) : (
        <div class="wide">
          <Rows frame={frame} rows={rows} />
        </div>
      )}
    </>
  );
};

const Meant = ({ frame: { t }, meant, named: { agencies, areas } }: FoundProps) => (
  <>
    {meant !== undefined && (
      <p>
        <a href={meant.href}>{t('publicReport.list.meant', { words: meant.words })}</a>
      </p>
    )}
    {agencies.map(({ name, href, only }) => (
      <p key={href}>
        {t('publicReport.list.agency')} <a href={href}>{name}</a> ·{' '}
        <a href={only}>{t('publicReport.list.onlyTheirs')}</a>
      </p>
    ))}
    {areas.map(({ name, href }) => (
      <p key={href}>
        <a href={href}>{t('publicReport.list.onlyIn', { area: name })}</a>
      </p>
    ))}
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

type StandingProps = Pick<ListRow, 'state' | 'late'> & { readonly t: Text };

const Standing = ({ state, late, t }: StandingProps) => (
  <>
    <StateBadge state={state} t={t} /> {late !== null && <Tag tone="late">{late}</Tag>}
  </>
);

const Rows = ({ frame: { t }, rows }: Pick<PublicListProps, 'frame' | 'rows'>) => (
  <Table
    caption={t('publicReport.list.title')}
    isCaptionUnseen
    rows={rows}
    rowKey={({ number }) => number}
    columns={[
      {
        label: t('publicReport.list.what'),
        cell: ({ number, title }) => <a href={`/laporan/${number}`}>{title}</a>,
      },
      { label: t('publicReport.state'), cell: ({ state, late }) => <Standing state={state} late={late} t={t} /> },
      { label: t('publicReport.village'), cell: ({ village }) => village ?? t('general.unknown') },
      { label: t('publicReport.filedOn'), cell: ({ filedOn }) => filedOn },
      { label: t('publicReport.number'), cell: ({ number }) => showNumber(number), figures: 'code' },
    ]}
  />
);
