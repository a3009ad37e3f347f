import type { ReportState } from '../../domain/report.ts';
import type { FilterName, ListAddress } from './list-form.view.tsx';

/** States as people look for them. */
export const stateGroups = {
  menunggu: ['received', 'needs_info', 'verified', 'assigned'],
  dikerjakan: ['in_progress', 'answered', 'disputed', 'transferred'],
  dijawab: ['resolved'],
  selesai: ['closed'],
  ditolak: ['rejected'],
} as const satisfies Readonly<Record<string, readonly ReportState[]>>;

export type StateGroup = keyof typeof stateGroups;

/** By what a list is cut, as it stands in its address; an empty one cuts nothing. */
export const filterNames = [
  'keadaan',
  'jenis',
  'tentang',
  'wilayah',
  'instansi',
  'waktu',
  'dari',
  'sampai',
  'batas',
] as const satisfies readonly FilterName[];
export type Choices = ListAddress['choices'];

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export const firstOf = (value: string | readonly string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

const longestChoice = 80;

/** What an address asks for; `clean` takes out what no text may hold. */
export const readAddress = (query: Query, clean: (text: string) => string): ListAddress => {
  const read = (name: string, longest: number): string => clean(firstOf(query[name])).trim().slice(0, longest);
  return {
    words: read('q', longestSearch),
    choices: choicesFrom((name) => read(name, longestChoice)),
    isOldestFirst: read('urut', longestChoice) === oldest,
  };
};

const longestSearch = 200;
const oldest = 'terlama';

const choicesFrom = (value: (name: FilterName) => string): Choices => ({
  keadaan: value('keadaan'),
  jenis: value('jenis'),
  tentang: value('tentang'),
  wilayah: value('wilayah'),
  instansi: value('instansi'),
  waktu: value('waktu'),
  dari: value('dari'),
  sampai: value('sampai'),
  batas: value('batas'),
});

/** The path of a list; what cuts nothing is left out of it. */
export const writeAddress = ({ words, choices, isOldestFirst }: ListAddress, after?: string): string => {
  const query = new URLSearchParams(
    Object.entries({ q: words, ...choices, urut: isOldestFirst ? oldest : '', sesudah: after ?? '' }).filter(
      ([, value]) => value !== '',
    ),
  ).toString();
  return query === '' ? '/laporan' : `/laporan?${query}`;
};

/** The same list without one of its cuts. */
export const without = (address: ListAddress, name: FilterName): ListAddress => ({
  ...address,
  choices: { ...address.choices, [name]: '' },
});
