import { getDistricts, getRegencies, getVillages } from 'idn-area-data';

import type { VillagePlan } from '../store/new-city-plan.ts';

/** The kelurahan and desa of a region by its Kemendagri code (such as 36.71), from the open data of the ministry's decree. */
export const villagesOf = async (regionCode: string): Promise<readonly VillagePlan[]> => {
  const districts = new Map(
    (await getDistricts({ transform: true }))
      .filter((district) => district.regencyCode === regionCode)
      .map((district) => [district.code, district.name]),
  );
  const villages = await getVillages({ transform: true });
  return villages.flatMap((village) => {
    const districtName = districts.get(village.districtCode);
    return districtName === undefined
      ? []
      : [{ code: village.code, name: village.name, districtCode: village.districtCode, districtName }];
  });
};

/** What the decree calls a region: "Kabupaten Serang". Null: there is none of this code. */
export const regionNamed = async (regionCode: string): Promise<string | null> =>
  (await getRegencies({ transform: true })).find(({ code }) => code === regionCode)?.name ?? null;
