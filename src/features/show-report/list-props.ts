import type { City, Category } from '../../store/city.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Option, OptionGroup } from '../../ui/select-field.tsx';
import { stateGroups, without, writeAddress } from './list-address.ts';
import type { Chip, FilterName, FilterOptions, ListAddress } from './list-form.view.tsx';
import { dues, groupMark, kinds, spans } from './read-filter.ts';

type Frame = Pick<PageFrame, 't' | 'language'>;

/** What a list may be cut by in this city. */
export const filterOptions = ({ t, language }: Frame, city: City): FilterOptions => ({
  keadaan: Object.keys(stateGroups).map((value) => ({
    value,
    label: t(`publicReport.filter.stateOf.${value as keyof typeof stateGroups}`),
  })),
  jenis: kinds.map((value) => ({ value, label: t(`state.kind.${value}`) })),
  tentang: matters(city, language, t),
  wilayah: areas(city, t),
  instansi: city.agencies.map(({ slug, name }) => ({ value: slug, label: name })),
  waktu: spans.map((value) => ({ value, label: t(`publicReport.filter.spanOf.${value}`) })),
  batas: dues.map((value) => ({ value, label: t(`publicReport.filter.dueOf.${value}`) })),
});

const matters = (city: City, language: Language, t: Frame['t']): readonly OptionGroup[] =>
  [...Map.groupBy(city.categories, ({ group }) => group)].map(([group, own]) => {
    const name = own[0]?.groupName[language] ?? group;
    const whole = { value: `${groupMark}${group}`, label: t('publicReport.filter.whole', { area: name }) };
    return { group: name, options: [whole, ...own.map((category) => matter(category, language))] };
  });

const matter = ({ slug, name }: Category, language: Language): Option => ({ value: slug, label: name[language] });

const areas = ({ villages }: City, t: Frame['t']): readonly OptionGroup[] =>
  [...Map.groupBy(villages, ({ districtCode }) => districtCode)].map(([value, own]) => {
    const name = own[0]?.districtName ?? value;
    const whole = { value, label: t('publicReport.filter.whole', { area: name }) };
    return { group: name, options: [whole, ...own.map((village) => ({ value: village.code, label: village.name }))] };
  });

/** What cuts the list now, each with the path of the list without it. */
export const chipsOf = ({ t }: Frame, address: ListAddress, options: FilterOptions): readonly Chip[] => {
  const days = { dari: t('publicReport.filter.from'), sampai: t('publicReport.filter.until') };
  const named = Object.entries(address.choices).filter(([, value]) => value !== '');
  return named.map(([key, value]) => {
    const name = key as FilterName;
    const label =
      name === 'dari' || name === 'sampai' ? `${days[name]} ${value}` : (labelOf(options[name], value) ?? value);
    return { label, href: writeAddress(without(address, name)) };
  });
};

const labelOf = (options: readonly (Option | OptionGroup)[], value: string): string | undefined =>
  options.flatMap((option) => ('group' in option ? option.options : [option])).find((option) => option.value === value)
    ?.label;
