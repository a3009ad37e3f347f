import type { ReportKind } from '../../domain/report.ts';
import { endOfDay } from '../../domain/due.ts';
import { startOfDay } from '../../domain/time.ts';
import type { City } from '../../store/city.ts';
import { filterNames, stateGroups, type Choices, type StateGroup } from './list-address.ts';
import type { FilterName } from './list-form.view.tsx';
import type { ListFilter } from './list-filter.ts';

export const kinds = [
  'complaint',
  'aspiration',
  'information_request',
  'information',
] as const satisfies readonly ReportKind[];
export const spans = ['7', '30', '365'] as const;
export const dues = ['lewat', 'dalam'] as const;

type Here = { readonly city: City; readonly zone: string; readonly now: Date };

/** What the choices of an address mean in this city. What the city does not know cuts nothing and is not among the choices that count. */
export const readFilter = (
  choices: Choices,
  here: Here,
): { readonly filter: ListFilter; readonly choices: Choices } => {
  const read = filterNames.map((name) => ({
    name,
    part: choices[name] === '' ? null : readers[name](choices[name], here),
  }));
  const known = read.filter(({ part }) => part !== null).map(({ name }) => name);
  const kept = Object.fromEntries(filterNames.map((name) => [name, known.includes(name) ? choices[name] : '']));
  return {
    filter: read.reduce<ListFilter>((all, { part }) => ({ ...all, ...part }), {}),
    choices: { ...choices, ...kept },
  };
};

type Reader = (value: string, here: Here) => ListFilter | null;

const readers: Readonly<Record<FilterName, Reader>> = {
  keadaan: (value) => (isGroup(value) ? { states: stateGroups[value] } : null),
  jenis: (value) => {
    const kind = kinds.find((one) => one === value);
    return kind === undefined ? null : { kind };
  },
  tentang: (value, { city }) =>
    someOf(
      city.categories.filter(({ slug, group }) => value === slug || value === `${groupMark}${group}`),
      (categoryIds) => ({ categoryIds }),
    ),
  wilayah: (value, { city }) => {
    const codes = city.villages
      .filter(({ code, districtCode }) => value === code || value === districtCode)
      .map(({ code }) => code);
    return codes.length === 0 ? null : { villageCodes: codes };
  },
  instansi: (value, { city }) => {
    const agency = city.agencies.find(({ slug }) => slug === value);
    return agency === undefined ? null : { agencyId: agency.id };
  },
  waktu: (value, { now }) =>
    spans.some((span) => span === value) ? { filedFrom: new Date(now.getTime() - Number(value) * dayMs) } : null,
  dari: (value, { zone }) => (isDay(value) ? { filedFrom: new Date(startOfDay(value, zone)) } : null),
  sampai: (value, { zone }) => (isDay(value) ? { filedBefore: new Date(endOfDay(value, zone)) } : null),
  batas: (value, { now }) => (dues.some((due) => due === value) ? { due: { isLate: value === 'lewat', now } } : null),
};

/** Before the slug of a group, where that of a category may stand. */
export const groupMark = 'kelompok:';

const dayMs = 86_400_000;

const isGroup = (value: string): value is StateGroup => Object.hasOwn(stateGroups, value);

const someOf = (
  found: readonly { readonly id: string }[],
  filter: (ids: readonly string[]) => ListFilter,
): ListFilter | null => (found.length === 0 ? null : filter(found.map(({ id }) => id)));

/** A day of the calendar in years that a database knows: "2026-02-30" is none. */
const isDay = (value: string): boolean =>
  /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
