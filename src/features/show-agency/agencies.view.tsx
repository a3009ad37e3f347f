import { Around } from '../../ui/around.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type AgencyList = {
  readonly kind: string;
  /** `short`: what people call it, where that is another word. */
  readonly agencies: readonly { readonly slug: string; readonly name: string; readonly short: string | null }[];
};

export type AgenciesPageProps = {
  readonly frame: PageFrame;
  readonly canonical: string;
  /** What is looked for; empty: all are shown. */
  readonly typed: string;
  /** By kind; each from A to Z. */
  readonly lists: readonly AgencyList[];
};

export const AgenciesPage = ({ frame, canonical, typed, lists }: AgenciesPageProps) => {
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('reading.agencies.title')}
      styles={['read.css']}
      feed="/umpan.atom"
      robots={typed === '' ? undefined : 'none'}
      shared={typed === '' ? { canonical } : undefined}
    >
      <h1>{t('reading.agencies.title')}</h1>
      <p class="lead">{t('reading.agencies.lead')}</p>
      <Around t={t} path={frame.path} />
      <Search t={t} typed={typed} />
      {lists.length === 0 && (
        <EmptyState
          title={typed === '' ? t('reading.agencies.none') : t('reading.agencies.notFound', { words: typed })}
        />
      )}
      {lists.map(({ kind, agencies }) => (
        <section key={kind} class="wide">
          <h2>{kind}</h2>
          <ul class="names">
            {agencies.map(({ slug, name, short }) => (
              <li key={slug}>
                <a href={`/instansi/${slug}`}>{name}</a>
                {short !== null && <span class="quiet">{short}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
};

const Search = ({ t, typed }: { readonly t: Text; readonly typed: string }) => (
  <form class="form" method="get" action="/instansi" autocomplete="off">
    <TextField
      name="cari"
      type="search"
      label={t('reading.agencies.search')}
      hint={t('reading.agencies.searchHint')}
      value={typed}
    />
    <Buttons>
      <Button tone="secondary">{t('general.search')}</Button>
    </Buttons>
  </form>
);
