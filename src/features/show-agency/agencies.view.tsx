import { Around } from '../../ui/around.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type AgencyList = {
  readonly kind: string;
  readonly agencies: readonly { readonly slug: string; readonly name: string }[];
};

export type AgenciesPageProps = {
  readonly frame: PageFrame;
  readonly canonical: string;
  /** By kind; each from A to Z. */
  readonly lists: readonly AgencyList[];
};

export const AgenciesPage = ({ frame, canonical, lists }: AgenciesPageProps) => {
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('reading.agencies.title')}
      styles={['read.css']}
      feed="/umpan.atom"
      shared={{ canonical }}
    >
      <h1>{t('reading.agencies.title')}</h1>
      <p class="lead">{t('reading.agencies.lead')}</p>
      <Around t={t} path={frame.path} />
      {lists.length === 0 && <EmptyState title={t('reading.agencies.none')} />}
      {lists.map(({ kind, agencies }) => (
        <section key={kind} class="wide">
          <h2>{kind}</h2>
          <ul class="names">
            {agencies.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/instansi/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
};
