import { toldOf, type AnswerRecord } from '../../domain/answer-record.ts';
import { lateMs } from '../../domain/late.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Agency, City } from '../../store/city.ts';
import type { AnsweredReport, ListedReport } from '../../store/public-lists.ts';
import type { HowAnsweredProps } from '../../ui/how-answered.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { reportRow } from '../../ui/report-rows.tsx';
import { solvedRow } from '../../ui/solved-rows.tsx';
import type { AreaPageProps } from './area.view.tsx';
import type { KnownArea } from './known-area.ts';

export type AreaReports = {
  readonly record: AnswerRecord;
  readonly newest: readonly ListedReport[];
  readonly answered: readonly AnsweredReport[];
};

type Shown = { readonly city: City; readonly area: KnownArea; readonly reports: AreaReports };

/** What everyone may know of an area: how its reports are answered, and which offices are there. */
export const presentArea = (frame: PageFrame, tenant: Tenant, { city, area, reports }: Shown): AreaPageProps => {
  const { t, language } = frame;
  const [first] = area.villages;
  const name = t(`reading.area.${area.kind}`, { name: area.name });
  return {
    frame,
    name,
    around:
      area.kind === 'district' || first === undefined
        ? null
        : { name: t('reading.area.district', { name: first.districtName }), href: `/wilayah/${first.districtCode}` },
    villages: area.kind === 'village' ? [] : area.villages.map(({ code, name: village }) => ({ code, name: village })),
    offices: city.agencies
      .filter(({ areaCode }) => areaCode === area.code || areaCode === first?.districtCode)
      .map((agency) => ({ slug: agency.slug, name: agency.name, post: postOf(city, agency) })),
    promised: { t, language, promised: city.policy, further: [] },
    reports: answersOf(frame, tenant, { area, reports }),
    shared: {
      canonical: `${tenant.origin}/wilayah/${area.code}`,
      data: {
        '@type': 'AdministrativeArea',
        name,
        identifier: area.code,
        url: `${tenant.origin}/wilayah/${area.code}`,
        containedInPlace: { '@type': 'City', name: tenant.name },
      },
    },
    printedOn: formatDate(tenant.clock.now().toISOString(), tenant.zone, language),
  };
};

/** The one in charge: its head, else whoever works there. Posts are named, never who holds them. */
const postOf = ({ posts }: City, { id }: Agency): string | null => {
  const own = posts.filter(({ agencyId }) => agencyId === id);
  return (own.find(({ roles }) => roles.includes('agency_head')) ?? own[0])?.name ?? null;
};

const answersOf = (
  { t, language }: PageFrame,
  tenant: Tenant,
  { area, reports }: Pick<Shown, 'area' | 'reports'>,
): HowAnsweredProps => {
  const { record, newest, answered } = reports;
  const href = `/laporan?wilayah=${area.code}`;
  return {
    t,
    figures: { t, language, list: href, ...toldOf(record) },
    newest: newest.map((report) => ({
      ...reportRow({ t, language, zone: tenant.zone }, report, lateMs(report, tenant.clock.now())),
      ...(area.kind === 'village' ? { village: null } : {}),
    })),
    answered: answered.map((report) => solvedRow({ t, language, zone: tenant.zone }, report)),
    list: { href, label: t('reading.area.reports') },
    feed: `/umpan.atom?wilayah=${area.code}`,
    none: t('reading.area.none'),
  };
};
