import { toldOf, type AnswerRecord } from '../../domain/answer-record.ts';
import { lateMs } from '../../domain/late.ts';
import type { Role } from '../../domain/role.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Agency, Category, City } from '../../store/city.ts';
import type { Definition } from '../../ui/definition-list.tsx';
import type { AnsweredReport, ListedReport } from '../../store/public-lists.ts';
import type { HowAnsweredProps } from '../../ui/how-answered.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { SharedPage } from '../../ui/shared-head.tsx';
import { reportRow } from '../../ui/report-rows.tsx';
import { solvedRow } from '../../ui/solved-rows.tsx';
import type { AgencyPageProps, HandledGroup } from './agency.view.tsx';

export type AgencyReports = {
  readonly record: AnswerRecord;
  readonly newest: readonly ListedReport[];
  readonly answered: readonly AnsweredReport[];
};

type Shown = { readonly city: City; readonly agency: Agency; readonly reports: AgencyReports };

/** What everyone may know of an agency: its posts, never who holds them; what it promises; how it answers. */
export const presentAgency = (frame: PageFrame, tenant: Tenant, { city, agency, reports }: Shown): AgencyPageProps => {
  const { t, language } = frame;
  const categories = handledBy(city, agency);
  return {
    frame,
    name: agency.name,
    facts: factsOf(frame, city, agency),
    handles: groupsOf(frame, agency, categories),
    promised: {
      t,
      language,
      promised: city.policy,
      further: categories.flatMap(({ name, promise }) =>
        promise === null ? [] : [{ of: name[language], words: promise[language] }],
      ),
    },
    reports: answersOf(frame, tenant, { agency, reports }),
    shared: sharedAgency(tenant, agency),
    printedOn: formatDate(tenant.clock.now().toISOString(), tenant.zone, language),
  };
};

/** In the order of the city's list. */
const handledBy = (city: City, agency: Agency): readonly Category[] =>
  city.categories.filter(({ id }) =>
    city.rules.some(({ categoryId, agencyId }) => categoryId === id && agencyId === agency.id),
  );

const groupsOf = (
  { language }: PageFrame,
  { slug }: Agency,
  categories: readonly Category[],
): readonly HandledGroup[] =>
  [...Map.groupBy(categories, ({ group }) => group).values()].map((own) => ({
    name: own[0]?.groupName[language] ?? '',
    matters: own.map((category) => ({
      name: category.name[language],
      href: `/laporan?tentang=${category.slug}&instansi=${slug}`,
    })),
  }));

const factsOf = ({ t }: PageFrame, city: City, agency: Agency): readonly Definition[] => [
  { term: t('reading.agency.kind'), details: t(`reading.agency.kindOf.${agency.kind}`) },
  { term: t('reading.agency.area'), details: areaName(city, agency) ?? t('reading.agency.wholeCity') },
  { term: t('reading.agency.posts'), details: postsOf(city, agency).join('\n') },
];

const areaName = ({ villages }: City, { areaCode }: Agency): string | null => {
  const village = villages.find(({ code, districtCode }) => code === areaCode || districtCode === areaCode);
  if (village === undefined) return null;
  return village.code === areaCode ? `${village.name}, ${village.districtName}` : village.districtName;
};

const headsFirst: readonly Role[] = ['agency_head', 'agency_officer'];

const postsOf = ({ posts }: City, { id }: Agency): readonly string[] => {
  const rank = (roles: readonly Role[]): number => {
    const at = headsFirst.findIndex((role) => roles.includes(role));
    return at === -1 ? headsFirst.length : at;
  };
  return posts
    .filter(({ agencyId }) => agencyId === id)
    .toSorted((a, b) => rank(a.roles) - rank(b.roles))
    .map(({ name }) => name);
};

const answersOf = (
  { t, language }: PageFrame,
  tenant: Tenant,
  { agency, reports }: Pick<Shown, 'agency' | 'reports'>,
): HowAnsweredProps => {
  const { record, newest, answered } = reports;
  const href = `/laporan?instansi=${agency.slug}`;
  return {
    t,
    figures: { t, language, list: href, ...toldOf(record) },
    newest: newest.map((report) =>
      reportRow({ t, language, zone: tenant.zone }, report, lateMs(report, tenant.clock.now())),
    ),
    // It is the page of one agency: each row need not name it again.
    answered: answered.map((report) => ({ ...solvedRow({ t, language, zone: tenant.zone }, report), agency: null })),
    list: { href, label: t('reading.agency.reports') },
    feed: `/umpan.atom?instansi=${agency.slug}`,
    none: t('reading.agency.none'),
  };
};

const sharedAgency = ({ origin, name }: Tenant, agency: Agency): SharedPage => ({
  canonical: `${origin}/instansi/${agency.slug}`,
  data: {
    '@type': 'GovernmentOffice',
    name: agency.name,
    url: `${origin}/instansi/${agency.slug}`,
    areaServed: { '@type': 'AdministrativeArea', name },
  },
});
