import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { DutyForm, type DutyFormProps } from './duty-form.view.tsx';

export type ShownDuty = {
  readonly id: string;
  readonly post: string;
  readonly from: string;
  readonly until: string;
};

export type RosterProps = {
  readonly frame: PageFrame;
  /** Who is on duty at this moment, each with its end. */
  readonly now: readonly string[];
  readonly duties: readonly ShownDuty[];
  /** Posts on the roster in which not everybody gets letters. */
  readonly unwritten: readonly string[];
  readonly form: Omit<DutyFormProps, 't'>;
  readonly done?: 'added' | 'removed' | undefined;
};

export const RosterPage = ({ frame, now, duties, unwritten, form, done }: RosterProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('duty.title')}>
      <ErrorSummary t={t} problems={form.problems.map(({ field, named }) => ({ field, text: named }))} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(`duty.${done}`)}</p>
        </NoticeBox>
      )}
      <h1>{t('duty.title')}</h1>
      <p>{t('duty.hint')}</p>
      <p>{t('duty.reach')}</p>
      <h2>{t('duty.now')}</h2>
      {now.length === 0 ? <p>{t('duty.noneNow')}</p> : <Lines lines={now} />}
      {unwritten.length > 0 && (
        <NoticeBox tone="warning" title={t('duty.unwritten.title')}>
          <Lines lines={unwritten} />
          <p>{t('duty.unwritten.hint')}</p>
        </NoticeBox>
      )}
      <h2>{t('duty.coming')}</h2>
      {duties.length === 0 ? <EmptyState title={t('duty.none')} /> : <Duties t={t} duties={duties} />}
      <h2>{t('duty.add')}</h2>
      <DutyForm t={t} {...form} />
    </Page>
  );
};

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const Duties = ({ t, duties }: { readonly t: Text; readonly duties: readonly ShownDuty[] }) => (
  <Table
    caption={t('duty.coming')}
    isCaptionUnseen
    rows={duties}
    rowKey={({ id }) => id}
    columns={[
      { label: t('duty.post'), cell: ({ post }) => post },
      { label: t('duty.from'), cell: ({ from }) => from },
      { label: t('duty.until'), cell: ({ until }) => until },
      { label: t('promises.desk.action'), cell: (duty) => <Remove t={t} duty={duty} /> },
    ]}
  />
);

const Remove = ({ t, duty: { id, post, from } }: { readonly t: Text; readonly duty: ShownDuty }) => (
  <form method="post" action={`/kelola/piket/${id}/hapus`}>
    <button class="link-button" type="submit">
      {t('duty.remove')} <span class="unseen">{t('duty.removeWhich', { post, moment: from })}</span>
    </button>
  </form>
);
