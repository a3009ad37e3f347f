import type { Language } from '../../platform/i18n/language.ts';
import type { City } from '../../store/city.ts';
import type { FeedFilter } from './queries.ts';

/** As they stand in the address: a kecamatan or kelurahan by its code, a category and an agency by its slug; empty: all. */
export type AskedFeed = { readonly wilayah: string; readonly topik: string; readonly instansi: string };

export type KnownFeed = {
  readonly filter: FeedFilter;
  /** What it is of, for its title: "Sukarasa, Tangerang", "Jalan rusak". */
  readonly names: readonly string[];
};

/** Null: the address names what this city does not have. */
export const feedOf = (
  { villages, categories, agencies }: Pick<City, 'villages' | 'categories' | 'agencies'>,
  { wilayah, topik, instansi }: AskedFeed,
  language: Language,
): KnownFeed | null => {
  const area = villages.filter(({ code, districtCode }) => code === wilayah || districtCode === wilayah);
  const category = categories.find(({ slug }) => slug === topik);
  const agency = agencies.find(({ slug }) => slug === instansi);
  const [first] = area;
  if (wilayah !== '' && first === undefined) return null;
  if (topik !== '' && category === undefined) return null;
  if (instansi !== '' && agency === undefined) return null;
  return {
    filter: {
      villageCodes: wilayah === '' ? null : area.map(({ code }) => code),
      categoryIds: category === undefined ? null : [category.id],
      agencyId: agency?.id ?? null,
    },
    names: [
      ...(wilayah === '' || first === undefined
        ? []
        : [first.code === wilayah ? `${first.name}, ${first.districtName}` : first.districtName]),
      ...(category === undefined ? [] : [category.name[language]]),
      ...(agency === undefined ? [] : [agency.name]),
    ],
  };
};
