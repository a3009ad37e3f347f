import { fewestForShare, shareInTime, type StandingRecord } from '../../domain/answer-record.ts';
import type { Agency } from '../../store/city.ts';

/** As it stands in the address, which by name needs none. */
export const agencyOrders = ['nama', 'lewat', 'terbuka'] as const;
export type AgencyOrder = (typeof agencyOrders)[number];

export const agencyOrder = (typed: string): AgencyOrder => agencyOrders.find((order) => order === typed) ?? 'nama';

export type StandingAgency = { readonly agency: Agency; readonly standing: StandingRecord };

/** Something can be said of it: of the others no number would say more than that. */
const isTold = ({ open, due }: StandingRecord): boolean => open > 0 || due >= fewestForShare;

/** Those with numbers, the ones first of which most is open, or late; alike in that, those that answer less in time. */
export const mostFirst = (
  order: Exclude<AgencyOrder, 'nama'>,
  agencies: readonly StandingAgency[],
): readonly StandingAgency[] => {
  const rank = ({ standing }: StandingAgency): readonly number[] =>
    order === 'lewat'
      ? [-standing.late, shareInTime(standing) ?? 100, -standing.open]
      : [-standing.open, -standing.late, shareInTime(standing) ?? 100];
  return agencies
    .filter(({ standing }) => isTold(standing))
    .toSorted((a, b) => inOrder(rank(a), rank(b)) || a.agency.name.localeCompare(b.agency.name, 'id'));
};

const inOrder = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
