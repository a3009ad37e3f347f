import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';
import { CalendarYear, type ShownMonth } from './calendar-year.view.tsx';

export type KeptRule = {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly confidence: string;
  readonly since: string;
};

export type RuleGroup = { readonly topic: string; readonly count: string; readonly rules: readonly KeptRule[] };

export type ShownVersion = {
  readonly version: string;
  readonly since: string;
  /** What it changed of the version before it. */
  readonly what: readonly string[];
  readonly reason: string;
  readonly post: string;
};

export type ShownChange = {
  readonly id: string;
  readonly at: string;
  readonly what: readonly string[];
  readonly reason: string;
  readonly post: string;
};

export type ShownCount = {
  readonly agency: string;
  readonly kept: string;
  readonly moved: string;
  readonly missed: string;
};

export type OverviewProps = {
  readonly frame: PageFrame;
  readonly groups: readonly RuleGroup[];
  readonly year: string;
  readonly years: readonly { readonly year: string; readonly isShown: boolean }[];
  readonly months: readonly ShownMonth[];
  readonly counts: readonly ShownCount[];
  /** All agencies together. */
  readonly total: string;
  readonly versions: readonly ShownVersion[];
  readonly changes: readonly ShownChange[];
  readonly saved?: 'rules' | 'calendar' | undefined;
};

export const OverviewPage = (props: OverviewProps) => {
  const { frame, saved } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('promises.desk.title')}>
      {saved !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(`promises.desk.saved.${saved}`)}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('promises.desk.title')}</h1>
      <p>
        {t('promises.desk.hint')} <a href="/bantuan/dasar-hukum">{t('promises.desk.asShown')}</a>
      </p>
      <Buttons>
        <ButtonLink href="/kelola/janji/aturan">{t('promises.desk.changeRules')}</ButtonLink>
        <ButtonLink href={`/kelola/janji/kalender?tahun=${props.year}`} tone="secondary">
          {t('promises.desk.changeCalendar')}
        </ButtonLink>
      </Buttons>
      <h2>{t('promises.desk.counts')}</h2>
      <p>{props.total}</p>
      {props.counts.length > 0 && <Counts t={t} counts={props.counts} />}
      <h2>{t('promises.desk.rules')}</h2>
      {props.groups.map(({ topic, count, rules }) => (
        <Disclosure key={topic} summary={topic} count={count}>
          <Rules t={t} caption={topic} rules={rules} />
        </Disclosure>
      ))}
      <h2 id="kalender">{t('promises.desk.calendar', { year: props.year })}</h2>
      <Years {...props} />
      <CalendarYear t={t} caption={t('promises.desk.calendar', { year: props.year })} months={props.months} />
      <h2>{t('promises.desk.versions')}</h2>
      <Versions t={t} versions={props.versions} />
      <h2>{t('promises.desk.changes')}</h2>
      <Changes t={t} changes={props.changes} />
    </Page>
  );
};

const Counts = ({ t, counts }: { readonly t: Text; readonly counts: OverviewProps['counts'] }) => (
  <Table
    caption={t('promises.desk.counts')}
    isCaptionUnseen
    rows={counts}
    rowKey={({ agency }) => agency}
    columns={[
      { label: t('promises.desk.agency'), cell: ({ agency }) => agency },
      { label: t('promises.desk.kept'), cell: ({ kept }) => kept, figures: 'number' },
      { label: t('promises.desk.moved'), cell: ({ moved }) => moved, figures: 'number' },
      { label: t('promises.desk.missed'), cell: ({ missed }) => missed, figures: 'number' },
    ]}
  />
);

type RulesProps = { readonly t: Text; readonly caption: string; readonly rules: RuleGroup['rules'] };

const Rules = ({ t, caption, rules }: RulesProps) => (
  <Table
    caption={caption}
    isCaptionUnseen
    rows={rules}
    rowKey={({ key }) => key}
    columns={[
      { label: t('promises.grounds.rule'), cell: ({ name }) => name },
      { label: t('promises.grounds.value'), cell: ({ value }) => <strong>{value}</strong> },
      { label: t('promises.grounds.basis'), cell: ({ source }) => source },
      { label: t('promises.grounds.certainty'), cell: ({ confidence }) => confidence },
      { label: t('promises.desk.since'), cell: ({ since }) => since },
      {
        label: t('promises.desk.action'),
        cell: ({ key, name }) => (
          <a href={`/kelola/janji/aturan?aturan=${key}`}>
            {t('promises.desk.change')} <span class="unseen">{name}</span>
          </a>
        ),
      },
    ]}
  />
);

const Years = ({ frame: { t }, years }: OverviewProps) => (
  <Tabs
    label={t('promises.calendars.year')}
    tabs={years.map(({ year, isShown }) => ({
      href: `/kelola/janji?tahun=${year}#kalender`,
      label: String(year),
      isCurrent: isShown,
    }))}
  />
);

const Versions = ({ t, versions }: { readonly t: Text; readonly versions: OverviewProps['versions'] }) => (
  <Table
    caption={t('promises.desk.versions')}
    isCaptionUnseen
    rows={versions}
    rowKey={({ version }) => version}
    columns={[
      { label: t('promises.desk.version'), cell: ({ version }) => version },
      { label: t('promises.desk.from'), cell: ({ since }) => since },
      { label: t('promises.desk.what'), cell: ({ what }) => <Lines lines={what} /> },
      { label: t('promises.desk.reason'), cell: ({ reason }) => reason },
      { label: t('promises.desk.by'), cell: ({ post }) => post },
    ]}
  />
);

const Changes = ({ t, changes }: { readonly t: Text; readonly changes: OverviewProps['changes'] }) =>
  changes.length === 0 ? (
    <EmptyState title={t('promises.desk.noChanges')} />
  ) : (
    <Table
      caption={t('promises.desk.changes')}
      isCaptionUnseen
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        { label: t('promises.desk.at'), cell: ({ at }) => at },
        { label: t('promises.desk.what'), cell: ({ what }) => <Lines lines={what} /> },
        { label: t('promises.desk.reason'), cell: ({ reason }) => reason },
        { label: t('promises.desk.by'), cell: ({ post }) => post },
      ]}
    />
  );

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
);
