import { stateGroupNames, type Choices } from '../../domain/report-filter.ts';
import type { City } from '../../store/city.ts';
import { addressOf } from './map-address.ts';
import type { AreaRow, DistrictPart } from './map.view.tsx';
import type { AreaCount, Counts } from './queries.ts';

/** The villages that have reports, under their kecamatan, each with the list of them. */
export const districtParts = (
  { villages }: Pick<City, 'villages'>,
  counted: readonly AreaCount[],
  choices: Choices,
): readonly DistrictPart[] => {
  const byCode = new Map(counted.map((area) => [area.village_code, area]));
  return [...Map.groupBy(villages, ({ districtCode }) => districtCode)].flatMap(([code, own]) => {
    const rows = own.flatMap((village) => {
      const counts = byCode.get(village.code);
      return counts === undefined ? [] : [rowOf(village.name, counts, { ...choices, wilayah: village.code })];
    });
    if (rows.length === 0) return [];
    const name = own[0]?.districtName ?? code;
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return [{ code, name, count, href: addressOf('/laporan', { ...choices, wilayah: code }), rows }];
  });
};

const rowOf = (name: string, counts: Counts, choices: Choices): AreaRow => ({
  name,
  count: counts.count,
  href: addressOf('/laporan', choices),
  states: stateGroupNames.map((group) => ({
    group,
    count: counts[group],
    href: addressOf('/laporan', { ...choices, keadaan: group }),
  })),
});
