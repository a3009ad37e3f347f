import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import { OfficePage } from './office-page.view.tsx';
import { SearchForm } from './search-form.view.tsx';

export type ShownPost = {
  readonly slug: string;
  readonly name: string;
  readonly agency: string;
  readonly holders: readonly string[];
  readonly open: string;
  readonly seen: string;
};

export type PostsProps = {
  readonly frame: PageFrame;
  readonly typed: string;
  readonly posts: readonly ShownPost[];
  readonly done?: string | undefined;
};

export const PostsPage = ({ frame, typed, posts, done }: PostsProps) => {
  const { t } = frame;
  const title = t('offices.post.title');
  return (
    <OfficePage frame={frame} title={title} done={done} above={{ href: '/kelola', label: t('offices.home.title') }}>
      <p>
        <ButtonLink href="/kelola/jabatan/baru">{t('offices.post.add')}</ButtonLink>
      </p>
      <SearchForm t={t} action="/kelola/jabatan" typed={typed} />
      {posts.length === 0 ? (
        <EmptyState title={t(typed === '' ? 'offices.post.none' : 'offices.found')} />
      ) : (
        <Table
          caption={title}
          isCaptionUnseen
          rows={posts}
          rowKey={({ slug }) => slug}
          columns={[
            { label: t('offices.post.name'), cell: ({ slug, name }) => <a href={`/kelola/jabatan/${slug}`}>{name}</a> },
            { label: t('offices.post.agency'), cell: ({ agency }) => agency },
            {
              label: t('offices.post.holders'),
              cell: ({ holders }) => (holders.length === 0 ? t('offices.post.vacant') : holders.join(', ')),
            },
            { label: t('offices.post.open'), cell: ({ open }) => open, figures: 'number' },
            { label: t('offices.post.seen'), cell: ({ seen }) => seen },
          ]}
        />
      )}
    </OfficePage>
  );
};
