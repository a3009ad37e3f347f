import { searchVillages } from '../../domain/words/village-search.ts';
import type { City } from '../../store/city.ts';
import type { District } from './areas.view.tsx';

type Shown = {
  /** What is looked for; empty: all are shown. */
  readonly typed: string;
  /** Public reports that are not over, by village. */
  readonly open: ReadonlyMap<string, number>;
};

/** The kecamatan with their kelurahan: what is found stands open, else the one with the most to answer. */
export const districtsOf = ({ villages }: Pick<City, 'villages'>, { typed, open }: Shown): readonly District[] => {
  const found = new Set(typed === '' ? villages : searchVillages(typed, villages, villages.length));
  const districts = [...Map.groupBy(villages, ({ districtCode }) => districtCode)].map(([code, own]) => {
    const counted = own.map((village) => ({ ...village, open: open.get(village.code) ?? 0 }));
    return {
      code,
      name: own[0]?.districtName ?? code,
      open: counted.reduce((sum, village) => sum + village.open, 0),
      villages: own.flatMap((village, at) =>
        found.has(village) ? [{ code: village.code, name: village.name, open: counted[at]?.open ?? 0 }] : [],
      ),
    };
  });
  const most = Math.max(...districts.map((district) => district.open));
  const fullest = most === 0 ? undefined : districts.find((district) => district.open === most);
  return districts
    .filter((district) => district.villages.length > 0)
    .map((district) => ({ ...district, isOpen: typed !== '' || districts.length === 1 || district === fullest }));
};
