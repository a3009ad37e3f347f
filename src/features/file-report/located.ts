import type { VillageOfPoint } from '../../domain/area.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
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
export const placeNotesOf = async (
  { t, tenant, city, fields }: Asked,
  place: PlaceOfPoint | null,
): Promise<readonly string[]> => [
  ...(place?.kind === 'outside' ? [outsideWords({ t, tenant, city, fields }, place.nearest)] : []),
  ...(await wordsNotes({ t, tenant, city, fields })),
];

/** Whether the place may be none of this city: whoever sends at once is told afterwards. */
export const isPlaceUnsure = async (asked: Asked, place: PlaceOfPoint | null): Promise<boolean> =>
  (await placeNotesOf(asked, place)).length > 0;

/** Whose area lies there is not known here, so nobody is named who may be the wrong one; what the words name is said beside it. */
const outsideWords = ({ t, tenant, city }: Asked, nearest: VillageOfPoint | null): string => {
  const village = nearest === null ? '' : nameOf(city, nearest.code);
  return village === ''
    ? t('fileReport.preview.pointOutside', { city: tenant.name })
    : t('fileReport.preview.pointOutsideNear', { city: tenant.name, village });
};

const wordsNotes = async ({ t, tenant, city, fields }: Asked): Promise<readonly string[]> => {
  const words = fields.village_words.trim();
  if (words === '' || meantVillages(city.villages, fields).length > 0) return [];
  const region = await otherRegion(words, city.villages[0]?.districtCode.slice(0, 5) ?? '');
  return [
    region === null
      ? t('fileReport.preview.villageUnknown', { words, city: tenant.name })
      : t('fileReport.preview.villageElsewhere', { words, region, city: tenant.name }),
  ];
};
