import { endOfDay } from '../domain/last-day.ts';
import {
  choicesFrom,
  dues,
  filterNames,
  groupMark,
  isStateGroup,
  openChoice,
  openStates,
  spans,
  stateGroups,
  type Choices,
  type FilterName,
} from '../domain/report-filter.ts';
import { reportKinds } from '../domain/report.ts';
import { startOfDay } from '../domain/time.ts';
import type { City } from './city.ts';
import type { ReportFilter } from './report-filter.ts';

type Here = { readonly city: City; readonly zone: string; readonly now: Date };

/** What the choices of an address mean in this city. What the city does not know cuts nothing and is not among the choices that count. */
export const readFilter = (
  choices: Choices,
  here: Here,
): { readonly filter: ReportFilter; readonly choices: Choices } => {
  const read = filterNames.map((name) => ({
    name,
    part: choices[name] === '' ? null : readers[name](choices[name], here),
  }));
  const known = read.filter(({ part }) => part !== null).map(({ name }) => name);
  return {
    filter: read.reduce<ReportFilter>((all, { part }) => ({ ...all, ...part }), {}),
    choices: choicesFrom((name) => (known.includes(name) ? choices[name] : '')),
  };
};

type Reader = (value: string, here: Here) => ReportFilter | null;

const readers: Readonly<Record<FilterName, Reader>> = {
  keadaan: (value) => {
    if (value === openChoice) return { states: openStates };
    return isStateGroup(value) ? { states: stateGroups[value] } : null;
  },
  jenis: (value) => {
    const kind = reportKinds.find((one) => one === value);
    return kind === undefined ? null : { kind };
  },
  tentang: (value, { city }) => {
    const found = city.categories.filter(({ slug, group }) => value === slug || value === `${groupMark}${group}`);
    return found.length === 0 ? null : { categoryIds: found.map(({ id }) => id) };
  },
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

const dayMs = 86_400_000;

/** A day of the calendar in years that a database knows: "2026-02-30" is none. */
const isDay = (value: string): boolean =>
  /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
