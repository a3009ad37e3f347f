import { Around } from '../../ui/around.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type District = {
  readonly code: string;
  readonly name: string;
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
  readonly districts: readonly District[];
};

export const AreasPage = ({ frame, canonical, districts }: AreasPageProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('reading.areas.title')} styles={['read.css']} feed="/umpan.atom" shared={{ canonical }}>
      <h1>{t('reading.areas.title')}</h1>
      <p class="lead">{t('reading.areas.lead')}</p>
      <Around t={t} path={frame.path} />
      {districts.length === 0 && <EmptyState title={t('reading.areas.none')} />}
      {districts.map((district) => (
        <DistrictPart key={district.code} frame={frame} district={district} />
      ))}
    </Page>
  );
};

const DistrictPart = ({
  frame: { t },
  district: { code, name, villages },
}: {
  readonly frame: PageFrame;
  readonly district: District;
}) => (
  <section class="wide">
    <h2>
      <a href={`/wilayah/${code}`}>{t('reading.area.district', { name })}</a>
    </h2>
    <ul class="names">
      {villages.map((village) => (
        <li key={village.code}>
          <a href={`/wilayah/${village.code}`}>{village.name}</a>
          {village.open > 0 && <span class="quiet">{t('reading.areas.open', { count: village.open })}</span>}
        </li>
      ))}
    </ul>
  </section>
);
