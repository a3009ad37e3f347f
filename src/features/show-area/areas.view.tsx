import { Around } from '../../ui/around.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type District = {
  readonly code: string;
  readonly name: string;
  /** Public reports in all of it that are not over. */
  readonly open: number;
  /** Unfolded from the start. */
  readonly isOpen: boolean;
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    /** Public reports that are not over. */
    readonly open: number;
  }[];
};

export type AreasPageProps = {
  readonly frame: PageFrame;
  readonly canonical: string;
  /** What is looked for; empty: all are shown. */
  readonly typed: string;
  readonly districts: readonly District[];
};

export const AreasPage = ({ frame, canonical, typed, districts }: AreasPageProps) => {
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('reading.areas.title')}
      styles={['read.css']}
      feed="/umpan.atom"
      robots={typed === '' ? undefined : 'none'}
      shared={typed === '' ? { canonical } : undefined}
    >
      <h1>{t('reading.areas.title')}</h1>
      <p class="lead">{t('reading.areas.lead')}</p>
      <Around t={t} path={frame.path} />
      <Search t={t} typed={typed} />
      {districts.length === 0 && (
        <EmptyState title={typed === '' ? t('reading.areas.none') : t('reading.areas.notFound', { words: typed })} />
      )}
      {districts.map((district) => (
        <DistrictPart key={district.code} frame={frame} district={district} />
      ))}
    </Page>
  );
};

const Search = ({ t, typed }: { readonly t: Text; readonly typed: string }) => (
  <form class="form" method="get" action="/wilayah" autocomplete="off">
    <TextField
      name="cari"
      type="search"
      label={t('reading.areas.search')}
      hint={t('reading.areas.searchHint')}
      value={typed}
    />
    <Buttons>
      <Button tone="secondary">{t('general.search')}</Button>
    </Buttons>
  </form>
);

const DistrictPart = ({
  frame: { t },
  district: { code, name, open, isOpen, villages },
}: {
  readonly frame: PageFrame;
  readonly district: District;
}) => (
  <Disclosure
    summary={t('reading.area.district', { name })}
    count={t('reading.areas.open', { count: open })}
    isOpen={isOpen}
  >
    <p>
      <a class="further" href={`/wilayah/${code}`}>
        {t('reading.areas.whole', { name })}
      </a>
    </p>
    <ul class="names">
      {villages.map((village) => (
        <li key={village.code}>
          <a href={`/wilayah/${village.code}`}>{village.name}</a>
          {village.open > 0 && <span class="quiet">{t('reading.areas.open', { count: village.open })}</span>}
        </li>
      ))}
    </ul>
  </Disclosure>
);
