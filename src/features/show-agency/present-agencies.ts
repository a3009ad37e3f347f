import { fewestForShare, shareInTime, type StandingRecord } from '../../domain/answer-record.ts';
import { searchAgencies, shortName } from '../../domain/words/agency-search.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Agency } from '../../store/city.ts';
import { agencyKinds } from '../../domain/agency-kind.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { AgenciesPageProps, AgencyList, AgencyRow, OrderLink } from './agencies.view.tsx';
import { agencyOrders, mostFirst, type AgencyOrder, type StandingAgency } from './order.ts';

export type Wanted = { readonly typed: string; readonly order: AgencyOrder };

type Shown = Wanted & {
  readonly agencies: readonly Agency[];
  readonly standings: ReadonlyMap<string, StandingRecord>;
};

export const presentAgencies = (
  frame: PageFrame,
  { origin }: Pick<Tenant, 'origin'>,
  shown: Shown,
): AgenciesPageProps => {
  const { typed, order } = shown;
  return {
    frame,
    canonical: typed === '' && order === 'nama' ? `${origin}/instansi` : null,
    typed,
    order: order === 'nama' ? null : order,
    orders: orderLinks(frame, shown),
    lists: agencyLists(frame, shown),
    fewest: fewestForShare,
  };
};

/** By kind from A to Z, or in one list those first of which most is open or late. */
const agencyLists = (frame: PageFrame, { agencies, standings, typed, order }: Shown): readonly AgencyList[] => {
  const found = searchAgencies(typed, agencies).map((agency) => ({
    agency,
    standing: standings.get(agency.id) ?? nothing,
  }));
  const lists = order === 'nama' ? byKind(frame, found) : [{ kind: null, own: mostFirst(order, found) }];
  return lists
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => ({ kind, agencies: own.map((one) => agencyRow(one)) }));
};

const nothing: StandingRecord = { open: 0, late: 0, due: 0, inTime: 0 };

const byKind = ({ t, language }: PageFrame, agencies: readonly StandingAgency[]) =>
  agencyKinds.map((kind) => ({
    kind: t(`reading.agencies.kind.${kind}`),
    own: agencies
      .filter(({ agency }) => agency.kind === kind)
      .toSorted((a, b) => a.agency.name.localeCompare(b.agency.name, language)),
  }));

const agencyRow = ({ agency, standing }: StandingAgency): AgencyRow => {
  const { open, late, due, inTime } = standing;
  const list = `/laporan?instansi=${agency.slug}&keadaan=terbuka`;
  return {
    slug: agency.slug,
    name: agency.name,
    short: shortName(agency),
    open: open === 0 ? null : { count: open, href: list },
    late: late === 0 ? null : { count: late, href: `${list}&batas=lewat` },
    inTime: shareInTime(standing) === null ? null : { count: inTime, due },
  };
};

/** The same agencies in each order. */
const orderLinks = ({ t }: PageFrame, { typed, order }: Wanted): readonly OrderLink[] =>
  agencyOrders.map((one) => {
    const query = new URLSearchParams(
      Object.entries({ cari: typed, urut: one === 'nama' ? '' : one }).filter(([, value]) => value !== ''),
    ).toString();
    return {
      href: query === '' ? '/instansi' : `/instansi?${query}`,
      label: t(`reading.agencies.order.${one}`),
      isCurrent: one === order,
    };
  });
