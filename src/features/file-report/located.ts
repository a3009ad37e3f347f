import type { VillageOfPoint } from '../../domain/area.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import type { FiledPass } from '../../store/filed-pass.ts';
import type { Installation } from '../../store/installation.ts';
import { placeOfPoint, type PlaceOfPoint } from '../../store/village-area.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { CheckedFields } from './check-fields.ts';
import { otherRegion } from './other-region.ts';
import { nameOf } from './place-words.ts';
import type { ReportFields } from './report-fields.view.tsx';
import { meantVillages } from './typed-village.ts';

export type Located = { readonly value: CheckedFields; readonly place: PlaceOfPoint | null };

/** Where a filing is: a kelurahan that nobody named is that of the point on the map, where there is one. */
export const located = async (laksa: Installation, tenant: Tenant, value: CheckedFields): Promise<Located> => {
  const { latitude, longitude } = value;
  if (latitude === null || longitude === null) return { value, place: null };
  const point = { latitude, longitude };
  const place = await laksa.database.inTenant(tenant.id, (tx) => placeOfPoint(tx, tenant.id, point), {
    readOnly: true,
  });
  const villageCode = value.villageCode ?? (place.kind === 'village' ? place.code : null);
  return { value: { ...value, villageCode }, place };
};

type Asked = { readonly t: Text; readonly tenant: Tenant; readonly city: City; readonly fields: ReportFields };

/** What is to be said of a place that is not in this city, or that nobody knows; the report is taken all the same. */
export const placeNotesOf = async (asked: Asked, place: PlaceOfPoint | null): Promise<readonly string[]> => {
  const written = await writtenElsewhere(asked);
  return [
    ...(place?.kind === 'outside' ? [outsideWords(asked, place.nearest)] : []),
    ...(written === null ? [] : [writtenWords(asked, written)]),
  ];
};

/** Whether the place may be none of this city, and which one its words name: whoever sends at once is told afterwards. */
export const placeDoubts = async (
  asked: Asked,
  place: PlaceOfPoint | null,
): Promise<Pick<FiledPass, 'isPlaceUnsure' | 'isVillageOpen' | 'region'>> => {
  const written = await writtenElsewhere(asked);
  return {
    isPlaceUnsure: place?.kind === 'outside' || written !== null,
    isVillageOpen: place === null && meantVillages(asked.city.villages, asked.fields).length > 1,
    region: written?.region ?? null,
  };
};

/** Whose area lies there is not known here, so nobody is named who may be the wrong one; what the words name is said beside it. */
const outsideWords = ({ t, tenant, city }: Asked, nearest: VillageOfPoint | null): string => {
  const village = nearest === null ? '' : nameOf(city, nearest.code);
  return village === ''
    ? t('fileReport.preview.pointOutside', { city: tenant.name })
    : t('fileReport.preview.pointOutsideNear', { city: tenant.name, village });
};

type Written = { readonly words: string; readonly region: string | null };

/** Words that mean no kelurahan of this city, and the region they name; null: they do mean one, or there are none. */
const writtenElsewhere = async ({ city, fields }: Asked): Promise<Written | null> => {
  const words = fields.village_words.trim();
  if (words === '' || meantVillages(city.villages, fields).length > 0) return null;
  return { words, region: await otherRegion(words, city.villages[0]?.districtCode.slice(0, 5) ?? '') };
};

const writtenWords = ({ t, tenant }: Asked, { words, region }: Written): string =>
  region === null
    ? t('fileReport.preview.villageUnknown', { words, city: tenant.name })
    : t('fileReport.preview.villageElsewhere', { words, region, city: tenant.name });
