import type { StateGroup } from '../../domain/report-filter.ts';
import { Around } from '../../ui/around.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import {
  FilterChips,
  ReportFilters,
  type Chip,
  type FilterChoices,
  type FilterOptions,
} from '../../ui/report-filters.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { MapPart } from './map-part.view.tsx';

/** A number of reports with the list of them. */
type Counted = { readonly count: number; readonly href: string };

export type AreaRow = Counted & {
  readonly name: string;
  readonly states: readonly (Counted & { readonly group: StateGroup })[];
};

export type DistrictPart = Counted & {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly AreaRow[];
};

export type MapPageProps = {
  readonly frame: PageFrame;
  readonly choices: FilterChoices;
  readonly options: FilterOptions;
  readonly chips: readonly Chip[];
  /** The page with nothing cut off. */
  readonly whole: string;
  /** The list of the same reports. */
  readonly list: string;
  /** The choices as they stand in an address. */
  readonly query: string;
  readonly count: number;
  /** How many name no village, and how many are nowhere on the map. */
  readonly unnamed: number;
  readonly unplaced: number;
  readonly districts: readonly DistrictPart[];
};

export const MapPage = (props: MapPageProps) => {
  const { frame, choices, options, chips, whole, list, query, count } = props;
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('map.title')}
      robots={query === '' ? undefined : 'none'}
      styles={['read.css']}
      scripts={['show-map/offer.client.ts']}
    >
      <h1>{t('map.title')}</h1>
      <Around t={t} path={frame.path} />
      <form class="form" method="get" action="/peta">
        <Disclosure
          summary={t('publicReport.filter.title')}
          count={chips.length === 0 ? undefined : t('publicReport.filter.active', { count: chips.length })}
        >
          <ReportFilters t={t} choices={choices} options={options} />
          <Buttons>
            <Button tone="secondary">{t('publicReport.filter.apply')}</Button>
          </Buttons>
        </Disclosure>
        <FilterChips t={t} chips={chips} whole={whole} />
      </form>
      {count === 0 ? (
        <EmptyState title={t(query === '' ? 'map.noneYet' : 'map.none')} />
      ) : (
        <>
          <p>
            {t('map.count', { count })} · <a href={list}>{t('map.asList')}</a>
          </p>
          <MapPart frame={frame} query={query} area={choices.wilayah} />
          <Areas {...props} t={t} />
        </>
      )}
    </Page>
  );
};

type AreasProps = Pick<MapPageProps, 'districts' | 'unnamed' | 'unplaced'> & { readonly t: Text };

const Areas = ({ t, districts, unnamed, unplaced }: AreasProps) => (
  <>
    <h2>{t('map.areas')}</h2>
    {districts.map((district) => (
      <Disclosure
        key={district.code}
        summary={district.name}
        count={t('map.count', { count: district.count })}
        isOpen={districts.length === 1}
      >
        <ul class="rows">
          {district.rows.map((row) => (
            <Area key={row.href} t={t} row={row} />
          ))}
        </ul>
        {district.rows.length > 1 && (
          <p>
            <a class="further" href={district.href}>
              {t('map.whole', { count: district.count })}
            </a>
          </p>
        )}
      </Disclosure>
    ))}
    <Nowhere t={t} unnamed={unnamed} unplaced={unplaced} />
  </>
);

/** Most that name no village are nowhere on the map either: then that is said once. */
const Nowhere = ({ t, unnamed, unplaced }: Omit<AreasProps, 'districts'>) => {
  if (unnamed === 0 && unplaced === 0) return null;
  if (unnamed === unplaced) return <p class="quiet">{t('map.nowhere', { count: unplaced })}</p>;
  const said = [
    unnamed > 0 ? [t('map.unnamed', { count: unnamed })] : [],
    unplaced > 0 ? [t('map.unplaced', { count: unplaced })] : [],
  ];
  return <p class="quiet">{said.flat().join(' ')}</p>;
};

const Area = ({ t, row: { name, count, href, states } }: { readonly t: Text; readonly row: AreaRow }) => (
  <li>
    <a class="further" href={href}>
      {name}
    </a>{' '}
    <span class="quiet">{t('map.count', { count })}</span>
    <ul class="chips">
      {states
        .filter((state) => state.count > 0)
        .map((state) => (
          <li key={state.group}>
            <a class="chip" href={state.href}>
              {t(`publicReport.filter.stateOf.${state.group}`)} <strong>{state.count}</strong>
            </a>
          </li>
        ))}
    </ul>
  </li>
);
