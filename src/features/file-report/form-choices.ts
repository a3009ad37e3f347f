import type { Language } from '../../platform/i18n/language.ts';
import type { City } from '../../store/city.ts';
import type { OptionGroup } from '../../ui/select-field.tsx';

/** The categories under their groups, in the order of the city. */
export const categoryChoices = ({ categories }: Pick<City, 'categories'>, language: Language): readonly OptionGroup[] =>
  [...Map.groupBy(categories, (category) => category.group).values()].map((group) => ({
    group: group[0]?.groupName[language] ?? '',
    options: group.map(({ slug, name }) => ({ value: slug, label: name[language] })),
  }));

/** The kelurahan under their kecamatan, both by name: who looks for a place knows how it is called, not its code. */
export const villageChoices = ({ villages }: Pick<City, 'villages'>): readonly OptionGroup[] =>
  [...Map.groupBy(villages, (village) => village.districtName)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'id'))
    .map(([group, own]) => ({
      group,
      options: own
        .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
        .map(({ code, name }) => ({ value: code, label: name })),
    }));
