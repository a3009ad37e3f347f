import type { Language } from '../platform/i18n/language.ts';
import type { FilterOptions } from './report-filters.tsx';
import type { Option, OptionGroup } from './select-field.tsx';
import type { Text, TextKey } from './texts/text.ts';

type Words = Readonly<Record<Language, string>>;
type Matter = { readonly slug: string; readonly group: string; readonly groupName: Words; readonly name: Words };
type Village = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
};

/** What of a city its reports may be cut by. */
export type FilterCity = {
  readonly categories: readonly Matter[];
  readonly villages: readonly Village[];
  readonly agencies: readonly { readonly slug: string; readonly name: string }[];
};

type Frame = { readonly t: Text; readonly language: Language };

/** `groupMark` stands before the slug of a group of matters. */
export const filterOptions = (
  { t, language }: Frame,
  { categories, villages, agencies }: FilterCity,
  groupMark: string,
): FilterOptions => ({
  keadaan: named(t, states),
  jenis: named(t, kinds),
  tentang: grouped(
    t,
    categories,
    ({ group, groupName }) => ({ value: `${groupMark}${group}`, label: groupName[language] }),
    ({ slug, name }) => ({ value: slug, label: name[language] }),
  ),
  wilayah: grouped(
    t,
    villages,
    ({ districtCode, districtName }) => ({ value: districtCode, label: districtName }),
    ({ code, name }) => ({ value: code, label: name }),
  ),
  instansi: agencies.map(({ slug, name }) => ({ value: slug, label: name })),
  waktu: named(t, spans),
  batas: named(t, dues),
});

type Keys = Readonly<Record<string, TextKey>>;

const states = {
  terbuka: 'publicReport.filter.stateOf.terbuka',
  menunggu: 'publicReport.filter.stateOf.menunggu',
  dikerjakan: 'publicReport.filter.stateOf.dikerjakan',
  dijawab: 'publicReport.filter.stateOf.dijawab',
  selesai: 'publicReport.filter.stateOf.selesai',
  ditolak: 'publicReport.filter.stateOf.ditolak',
} as const satisfies Keys;
const kinds = {
  complaint: 'state.kind.complaint',
  aspiration: 'state.kind.aspiration',
  information_request: 'state.kind.information_request',
  information: 'state.kind.information',
} as const satisfies Keys;
const spans = {
  7: 'publicReport.filter.spanOf.7',
  30: 'publicReport.filter.spanOf.30',
  365: 'publicReport.filter.spanOf.365',
} as const satisfies Keys;
const dues = {
  lewat: 'publicReport.filter.dueOf.lewat',
  dalam: 'publicReport.filter.dueOf.dalam',
} as const satisfies Keys;

const named = (t: Text, keys: Keys): readonly Option[] =>
  Object.entries(keys).map(([value, key]) => ({ value, label: t(key) }));

/** Under each group first the whole of it. */
const grouped = <One>(
  t: Text,
  all: readonly One[],
  groupOf: (one: One) => Option,
  optionOf: (one: One) => Option,
): readonly OptionGroup[] =>
  [...Map.groupBy(all, (one) => groupOf(one).value).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { value, label } = groupOf(first);
    const whole = { value, label: t('publicReport.filter.whole', { area: label }) };
    return [{ group: label, options: [whole, ...own.map(optionOf)] }];
  });
