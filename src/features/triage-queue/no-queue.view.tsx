import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type NoQueueProps = { readonly frame: PageFrame; readonly post: string; readonly administersCity: boolean };

/** The first page of posts that handle no reports. */
export const NoQueuePage = ({ frame, post, administersCity }: NoQueueProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={post}>
      <h1>{post}</h1>
      <EmptyState title={t('staff.queue.noList')}>
        <p>{t('staff.queue.noListHint')}</p>
      </EmptyState>
      {administersCity && (
        <p>
          <a href="/kelola/pekerjaan">{t('staff.queue.jobs')}</a>
        </p>
      )}
    </Page>
  );
};
