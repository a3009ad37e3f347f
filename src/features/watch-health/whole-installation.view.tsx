import { DefinitionList } from '../../ui/definition-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type WholeProps = {
  readonly release: string;
  readonly jobs: readonly {
    readonly name: string;
    readonly waiting: string;
    readonly failed: string;
    readonly oldest: string;
  }[];
  readonly errors: readonly {
    readonly kind: string;
    readonly count: string;
    readonly lastAt: string;
    readonly requestIds: readonly string[];
  }[];
  readonly deaths: readonly { readonly name: string; readonly count: string }[];
  readonly mailTakenAt: string | null;
  readonly mailRefusedAt: string | null;
};

type Props = WholeProps & { readonly t: Text };

/** What concerns no city alone: the queues, the errors, the processes, the mail server. */
export const WholeInstallation = (props: Props) => {
  const { t, jobs, errors, deaths, mailTakenAt, mailRefusedAt } = props;
  return (
    <>
      <h2>{t('health.jobsTable')}</h2>
      <Table
        caption={t('health.jobsTable')}
        isCaptionUnseen
        rows={jobs}
        rowKey={({ name }) => name}
        columns={[
          { label: t('health.job'), cell: ({ name }) => name },
          { label: t('health.waiting'), cell: ({ waiting }) => waiting, figures: 'number' },
          { label: t('health.oldest'), cell: ({ oldest }) => oldest },
          { label: t('health.failed'), cell: ({ failed }) => failed, figures: 'number' },
        ]}
      />
      <h2>{t('health.errorsTable')}</h2>
      {errors.length === 0 ? <p>{t('health.noErrors')}</p> : <Errors {...props} />}
      <DefinitionList
        items={[
          { term: t('health.lastMail'), details: mailTakenAt },
          { term: t('health.lastMailFailure'), details: mailRefusedAt },
          ...deaths.map(({ name, count }) => ({ term: `${t('health.deaths')}: ${name}`, details: count })),
        ]}
      />
    </>
  );
};

const Errors = ({ t, errors }: Props) => (
  <>
    <p>{t('health.errorsHint')}</p>
    <Table
      caption={t('health.errorsTable')}
      isCaptionUnseen
      rows={errors}
      rowKey={({ kind }) => kind}
      columns={[
        { label: t('health.errorKind'), cell: ({ kind }) => kind },
        { label: t('health.errorCount'), cell: ({ count }) => count, figures: 'number' },
        { label: t('health.lastAt'), cell: ({ lastAt }) => lastAt },
        {
          label: t('health.requestIds'),
          cell: ({ requestIds }) => requestIds.map((id) => <code key={id}>{id} </code>),
        },
      ]}
    />
  </>
);
