import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import { OfficePage } from './office-page.view.tsx';
import { SearchForm } from './search-form.view.tsx';

export type ShownAgency = {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly posts: string;
};

export type AgenciesProps = {
  readonly frame: PageFrame;
  readonly typed: string;
  readonly agencies: readonly ShownAgency[];
  readonly done?: string | undefined;
};

export const AgenciesPage = ({ frame, typed, agencies, done }: AgenciesProps) => {
  const { t } = frame;
  const title = t('offices.agency.title');
  return (
    <OfficePage frame={frame} title={title} done={done} above={{ href: '/kelola', label: t('offices.home.title') }}>
      <p>
        <ButtonLink href="/kelola/instansi/baru">{t('offices.agency.add')}</ButtonLink>
      </p>
      <SearchForm t={t} action="/kelola/instansi" typed={typed} />
      {agencies.length === 0 ? (
        <EmptyState title={t(typed === '' ? 'offices.agency.none' : 'offices.found')} />
      ) : (
        <Table
          caption={title}
          isCaptionUnseen
          rows={agencies}
          rowKey={({ slug }) => slug}
          columns={[
            {
              label: t('offices.agency.name'),
              cell: ({ slug, name }) => <a href={`/kelola/instansi/${slug}`}>{name}</a>,
            },
            { label: t('offices.agency.shortName'), cell: ({ shortName }) => shortName },
            { label: t('offices.agency.kind'), cell: ({ kind }) => kind },
            { label: t('offices.agency.posts'), cell: ({ posts }) => posts, figures: 'number' },
          ]}
        />
      )}
    </OfficePage>
  );
};
