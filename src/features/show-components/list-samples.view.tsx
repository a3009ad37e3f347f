import { reportStates } from '../../domain/report.ts';
import { StateBadge, Tag } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { Sample, type SamplesProps } from './sample.view.tsx';

/** What is read: states, tables, facts, what happened, and a list without anything in it. */
export const ListSamples = ({ frame }: SamplesProps) => {
  const { t } = frame;
  return (
    <>
      <Sample frame={frame} part="states">
        <ul>
          {reportStates.map((state) => (
            <li key={state}>
              <StateBadge state={state} t={t} />
            </li>
          ))}
        </ul>
        <p>
          <Tag>{t('components.sample.first')}</Tag> <Tag tone="late">{t('components.sample.second')}</Tag>
        </p>
      </Sample>
      <Sample frame={frame} part="lists">
        <Facts frame={frame} />
        <Happened frame={frame} />
        <EmptyState title={t('general.none')}>
          <p>{t('components.sample.hint')}</p>
        </EmptyState>
        <Pager t={t} previous="#lists" next="#lists" />
      </Sample>
    </>
  );
};

const Facts = ({ frame: { t } }: SamplesProps) => {
  const rows = [
    { name: t('components.sample.first'), words: t('components.sample.text'), number: '1.234' },
    { name: t('components.sample.second'), words: t('components.sample.hint'), number: '56' },
  ];
  return (
    <>
      <Table
        caption={t('components.sample.title')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { label: t('components.sample.label'), cell: ({ name }) => name },
          { label: t('components.sample.title'), cell: ({ words }) => words },
          { label: t('components.lists'), cell: ({ number }) => number, figures: 'number' },
        ]}
      />
      <DefinitionList items={rows.map(({ name, words }) => ({ term: name, details: words }))} />
      <Disclosure summary={t('components.sample.title')} count="2" isOpen>
        <p>{t('components.sample.text')}</p>
      </Disclosure>
      <Disclosure summary={t('components.sample.long')}>
        <p>{t('components.sample.text')}</p>
      </Disclosure>
    </>
  );
};

const Happened = ({ frame: { t } }: SamplesProps) => {
  const at = { iso: '2026-11-23T03:00:00.000Z', words: '23.11.2026' };
  return (
    <Timeline
      label={t('components.lists')}
      items={[
        { at, title: t('components.sample.first'), by: t('components.sample.hint') },
        { at, title: t('components.sample.second'), text: t('components.sample.text') },
      ]}
    />
  );
};
