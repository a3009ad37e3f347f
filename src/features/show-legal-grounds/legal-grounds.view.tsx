import { Tag } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownRule = {
  readonly key: string;
  /** What a link to it ends with. */
  readonly mark: string | undefined;
  readonly name: string;
  /** When it starts and stops; null for a rule that is no clock. */
  readonly runs: string | null;
  readonly value: string;
  readonly source: string;
  readonly confidence: Confidence;
};
type Confidence = (typeof confidences)[number];

export type ShownCalendar = {
  readonly year: string;
  readonly kind: string;
  readonly days: string;
  readonly source: string;
};

export type LegalGroundsProps = {
  readonly frame: PageFrame;
  readonly version: string;
  /** Which days are working days. */
  readonly week: string;
  readonly clocks: readonly ShownRule[];
  readonly others: readonly ShownRule[];
  readonly calendars: readonly ShownCalendar[];
};

const confidences = ['confirmed', 'secondary', 'unconfirmed', 'own'] as const;
const counting = ['hours', 'paused', 'provisional', 'holiday', 'changed', 'promise', 'earliest'] as const;

export const LegalGroundsPage = ({ frame, version, week, clocks, others, calendars }: LegalGroundsProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('promises.grounds.title')} styles={['read.css']}>
      <h1>{t('promises.grounds.title')}</h1>
      <p class="lead">{t('promises.grounds.lead', { city: frame.city.name })}</p>
      <p class="quiet">{version}</p>
      <div class="wide">
        <h2>{t('promises.grounds.clocks')}</h2>
        <Rules t={t} caption={t('promises.grounds.clocks')} value={t('promises.grounds.length')} rules={clocks} />
      </div>
      <h2>{t('promises.grounds.certaintyTitle')}</h2>
      <DefinitionList
        items={confidences.map((one) => ({
          term: t(`promises.confidence.${one}`),
          details: t(`promises.confidenceMeans.${one}`),
        }))}
      />
      <h2>{t('promises.counting.title')}</h2>
      <ul>
        <li id="days">{t('promises.counting.days')}</li>
        <li id="working">{week}</li>
        {counting.map((one) => (
          <li key={one} id={one}>
            {t(`promises.counting.${one}`)}
          </li>
        ))}
      </ul>
      <div class="wide">
        <h2>{t('promises.grounds.others')}</h2>
        <Rules t={t} caption={t('promises.grounds.others')} value={t('promises.grounds.value')} rules={others} />
        <h2>{t('promises.calendars.title')}</h2>
        <p>{t('promises.calendars.hint')}</p>
        <Calendars t={t} calendars={calendars} />
      </div>
    </Page>
  );
};

type RulesProps = {
  readonly t: Text;
  readonly caption: string;
  /** The heading of what is set. */
  readonly value: string;
  readonly rules: readonly ShownRule[];
};

const Rules = ({ t, caption, value, rules }: RulesProps) => (
  <Table
    caption={caption}
    isCaptionUnseen
    rows={rules}
    rowKey={({ key }) => key}
    columns={[
      { label: t('promises.grounds.rule'), cell: (rule) => <Rule rule={rule} /> },
      { label: value, cell: (rule) => <strong>{rule.value}</strong> },
      { label: t('promises.grounds.basis'), cell: (rule) => rule.source },
      { label: t('promises.grounds.certainty'), cell: (rule) => <Certainty t={t} confidence={rule.confidence} /> },
    ]}
  />
);

const Rule = ({ rule: { name, mark, runs } }: { readonly rule: ShownRule }) => (
  <>
    <span id={mark}>{name}</span>
    {runs !== null && <p class="rule-runs">{runs}</p>}
  </>
);

/** What is not confirmed is marked with a frame and a word, not with a colour. */
const Certainty = ({ t, confidence }: { readonly t: Text; readonly confidence: Confidence }) =>
  confidence === 'unconfirmed' ? (
    <Tag>{t('promises.confidence.unconfirmed')}</Tag>
  ) : (
    <>{t(`promises.confidence.${confidence}`)}</>
  );

const Calendars = ({ t, calendars }: Pick<LegalGroundsProps, 'calendars'> & { readonly t: Text }) =>
  calendars.length === 0 ? (
    <EmptyState title={t('promises.calendars.none')} />
  ) : (
    <Table
      caption={t('promises.calendars.title')}
      isCaptionUnseen
      rows={calendars}
      rowKey={({ year, kind }) => `${year} ${kind}`}
      columns={[
        { label: t('promises.calendars.year'), cell: ({ year, kind }) => `${year}, ${kind}` },
        { label: t('promises.calendars.days'), cell: ({ days }) => days },
        { label: t('promises.calendars.source'), cell: ({ source }) => source },
      ]}
    />
  );
