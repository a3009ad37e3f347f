import { formatNumber } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { Around } from '../../ui/around.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

type Counted = { readonly count: number; readonly href: string };

export type AgencyRow = {
  readonly slug: string;
  readonly name: string;
  /** What people call it, where that is another word. */
  readonly short: string | null;
  /** Null: none is. */
  readonly open: Counted | null;
  readonly late: Counted | null;
  /** Null: too few to say. */
  readonly inTime: { readonly count: number; readonly due: number } | null;
};

/** `kind` is null where all kinds stand in one list. */
export type AgencyList = { readonly kind: string | null; readonly agencies: readonly AgencyRow[] };

export type OrderLink = { readonly href: string; readonly label: string; readonly isCurrent: boolean };

export type AgenciesPageProps = {
  readonly frame: PageFrame;
  /** Null: an address that is not to be found by search engines. */
  readonly canonical: string | null;
  /** What is looked for; empty: all are shown. */
  readonly typed: string;
  /** As it stands in the address; null: by name. */
  readonly order: string | null;
  readonly orders: readonly OrderLink[];
  readonly lists: readonly AgencyList[];
  /** Of fewer no share is told. */
  readonly fewest: number;
};

export const AgenciesPage = (props: AgenciesPageProps) => {
  const { frame, canonical, typed, order, orders, lists, fewest } = props;
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('reading.agencies.title')}
      styles={['read.css']}
      feed="/umpan.atom"
      robots={canonical === null ? 'none' : undefined}
      shared={canonical === null ? undefined : { canonical }}
    >
      <h1>{t('reading.agencies.title')}</h1>
      <p class="lead">{t('reading.agencies.lead')}</p>
      <Around t={t} path={frame.path} />
      <Search t={t} typed={typed} order={order} />
      <Orders t={t} orders={orders} />
      {lists.length === 0 ? (
        <EmptyState title={noneWords(props)} />
      ) : (
        <p class="quiet">{t('reading.agencies.note', { least: fewest })}</p>
      )}
      {lists.map(({ kind, agencies }) => (
        <section key={kind} class="wide">
          {kind !== null && <h2>{kind}</h2>}
          <AgencyNames t={t} language={frame.language} agencies={agencies} isRanked={kind === null} />
        </section>
      ))}
    </Page>
  );
};

const noneWords = ({ frame: { t }, typed, order }: AgenciesPageProps): string => {
  if (typed !== '') return t('reading.agencies.notFound', { words: typed });
  return t(order === null ? 'reading.agencies.none' : 'reading.agencies.noneTold');
};

const Orders = ({ t, orders }: { readonly t: Text; readonly orders: readonly OrderLink[] }) => (
  <nav aria-label={t('reading.agencies.order.label')}>
    <ul class="around">
      {orders.map(({ href, label, isCurrent }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type NamesProps = { readonly t: Text; readonly language: Language; readonly agencies: readonly AgencyRow[] };

const AgencyNames = ({ isRanked, agencies, ...said }: NamesProps & { readonly isRanked: boolean }) => {
  const List = isRanked ? 'ol' : 'ul';
  return (
    <List class={isRanked ? 'rows' : 'names'}>
      {agencies.map((agency) => (
        <li key={agency.slug}>
          <a href={`/instansi/${agency.slug}`}>{agency.name}</a>
          {agency.short !== null && (
            <span class="quiet">
              {isRanked && ' '}
              {agency.short}
            </span>
          )}
          <Standing {...said} agency={agency} />
        </li>
      ))}
    </List>
  );
};

const Standing = ({
  t,
  language,
  agency: { open, late, inTime },
}: Omit<NamesProps, 'agencies'> & { readonly agency: AgencyRow }) =>
  open === null && inTime === null ? null : (
    <ul class="standing">
      {open !== null && (
        <li>
          <a href={open.href}>{t('reading.standing.open', { count: open.count })}</a>
        </li>
      )}
      {late !== null && (
        <li>
          <a class="standing-late" href={late.href}>
            {t('reading.standing.late', { count: late.count })}
          </a>
        </li>
      )}
      {inTime !== null && (
        <li>
          {t('reading.standing.inTime', {
            kept: formatNumber(inTime.count, language),
            due: formatNumber(inTime.due, language),
          })}
        </li>
      )}
    </ul>
  );

type SearchProps = { readonly t: Text; readonly typed: string; readonly order: string | null };

const Search = ({ t, typed, order }: SearchProps) => (
  <form class="form" method="get" action="/instansi" autocomplete="off">
    {order !== null && <input type="hidden" name="urut" value={order} />}
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
