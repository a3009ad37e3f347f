import { Tag } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WholeInstallation, type WholeProps } from './whole-installation.view.tsx';

export type ShownPart = {
  readonly part: string;
  readonly light: 'well' | 'care' | 'broken' | 'unknown';
  readonly lines: readonly { readonly says: string; readonly todo?: string }[];
};

export type ShownCity = {
  readonly slug: string;
  readonly name: string;
  readonly open: string;
  readonly late: string;
  readonly letters: string;
  readonly broken: string;
};

export type HealthProps = {
  readonly frame: PageFrame;
  /** Whether the page was asked to refresh itself. */
  readonly isFresh: boolean;
  readonly lookedAt: string;
  readonly parts: readonly ShownPart[];
  readonly cities: readonly ShownCity[];
  /** Only for who administers the installation. */
  readonly whole: WholeProps | null;
};

const path = '/kelola/kesehatan';

export const HealthPage = ({ frame, isFresh, lookedAt, parts, cities, whole }: HealthProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('health.title')}>
      <h1>{t('health.title')}</h1>
      <p>{t('health.hint')}</p>
      <Sum t={t} parts={parts} />
      <p>{t('health.lookedAt', { moment: lookedAt })}</p>
      <p class="tools">
        <a href={isFresh ? `${path}?segar=1` : path}>{t('health.refresh')}</a>
        {isFresh ? <a href={path}>{t('health.stopFresh')}</a> : <a href={`${path}?segar=1`}>{t('health.keepFresh')}</a>}
      </p>
      <Parts t={t} parts={parts} />
      <h2>{t('health.numbers')}</h2>
      <Cities t={t} cities={cities} />
      {whole !== null && <WholeInstallation t={t} {...whole} />}
      {whole !== null && <DefinitionList items={[{ term: t('health.release'), details: whole.release }]} />}
    </Page>
  );
};

const Sum = ({ t, parts }: { readonly t: Text; readonly parts: readonly ShownPart[] }) => {
  const count = parts.filter(({ light }) => light === 'broken' || light === 'care').length;
  const isBroken = parts.some(({ light }) => light === 'broken');
  return (
    <NoticeBox
      tone={count === 0 ? 'success' : isBroken ? 'danger' : 'warning'}
      title={count === 0 ? t('health.allWell') : t('health.troubleCount', { count })}
    />
  );
};

const Parts = ({ t, parts }: { readonly t: Text; readonly parts: readonly ShownPart[] }) => (
  <Table
    caption={t('health.title')}
    isCaptionUnseen
    rows={parts}
    rowKey={({ part }) => part}
    columns={[
      { label: t('health.column.part'), cell: ({ part }) => part },
      { label: t('health.column.light'), cell: ({ light }) => <Light t={t} light={light} /> },
      { label: t('health.column.says'), cell: ({ lines }) => <Lines t={t} lines={lines} /> },
    ]}
  />
);

const Light = ({ t, light }: { readonly t: Text; readonly light: ShownPart['light'] }) => (
  <Tag tone={light === 'broken' || light === 'care' ? 'late' : 'plain'}>{t(`health.light.${light}`)}</Tag>
);

const Lines = ({ t, lines }: { readonly t: Text; readonly lines: ShownPart['lines'] }) => (
  <>
    {lines.map(({ says, todo }) => (
      <div key={says}>
        {says}
        {todo !== undefined && (
          <div>
            <strong>{t('health.whatToDo')}</strong> {todo}
          </div>
        )}
      </div>
    ))}
  </>
);

const Cities = ({ t, cities }: { readonly t: Text; readonly cities: readonly ShownCity[] }) => (
  <Table
    caption={t('health.numbers')}
    isCaptionUnseen
    rows={cities}
    rowKey={({ slug }) => slug}
    columns={[
      { label: t('health.city'), cell: ({ name }) => name },
      { label: t('health.openReports'), cell: ({ open }) => open, figures: 'number' },
      { label: t('health.lateClocks'), cell: ({ late }) => late, figures: 'number' },
      { label: t('health.brokenToday'), cell: ({ broken }) => broken, figures: 'number' },
      { label: t('health.waitingLetters'), cell: ({ letters }) => letters, figures: 'number' },
    ]}
  />
);
