import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';
import { ReportLink, type ReportLinkProps } from './report-link.view.tsx';
import { UndeliveredList, type UndeliveredLetters } from './undelivered-letters.view.tsx';

export type ShownJob = {
  readonly id: string;
  readonly name: string;
  readonly report: ReportLinkProps | null;
  /** Contacts are masked before it is kept. */
  readonly error: string;
  readonly attempts: string;
  readonly since: string;
  /** Null: nobody tries any more. */
  readonly nextTry: string | null;
};

export type JobsInTroubleProps = {
  readonly frame: PageFrame;
  /** That the disk fills up. */
  readonly room: string | null;
  readonly jobs: readonly ShownJob[];
  readonly undelivered: readonly UndeliveredLetters[];
  readonly notice?: 'retried' | 'gone' | undefined;
};

export const JobsInTroublePage = ({ frame, room, jobs, undelivered, notice }: JobsInTroubleProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('jobs.title')}>
      {notice !== undefined && (
        <NoticeBox tone={notice === 'retried' ? 'success' : 'info'} live="status">
          <p>{t(`jobs.${notice}`)}</p>
        </NoticeBox>
      )}
      {room !== null && (
        <NoticeBox tone="danger">
          <p>{room}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('jobs.title')}</h1>
      <p>{t('jobs.hint')}</p>
      {jobs.length === 0 ? <EmptyState title={t('jobs.empty')} /> : <JobTable t={t} jobs={jobs} />}
      <UndeliveredList t={t} letters={undelivered} />
    </Page>
  );
};

const JobTable = ({ t, jobs }: { readonly t: Text; readonly jobs: readonly ShownJob[] }) => (
  <Table
    caption={t('jobs.title')}
    isCaptionUnseen
    rows={jobs}
    rowKey={(job) => job.id}
    columns={[
      { label: t('jobs.job'), cell: (job) => job.name },
      {
        label: t('jobs.report'),
        cell: ({ report }) => (report === null ? t('general.none') : <ReportLink {...report} />),
      },
      { label: t('jobs.error'), cell: (job) => job.error },
      { label: t('jobs.since'), cell: (job) => job.since },
      { label: t('jobs.attempts'), cell: (job) => job.attempts },
      { label: t('jobs.nextTry'), cell: (job) => job.nextTry ?? <Tag tone="late">{t('jobs.dead')}</Tag> },
      { label: t('jobs.action'), cell: (job) => <Retry t={t} job={job} /> },
    ]}
  />
);

const Retry = ({ t, job }: { readonly t: Text; readonly job: ShownJob }) => (
  <form method="post" action={`/kelola/pekerjaan/${job.id}`}>
    <Button tone="secondary">
      {t('jobs.retry')} <span class="unseen">{job.name}</span>
    </Button>
  </form>
);
