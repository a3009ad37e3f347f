import type { Tenant } from '../../platform/tenant/tenant.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { currentCity } from '../../store/current-city.ts';
import type { Installation } from '../../store/installation.ts';
import type { PhotoStage } from '../../store/photo-stage.ts';
import { stagedPhotos, type StagedPhoto } from '../../store/staged-photos.ts';
import { placeOfPoint } from '../../store/village-area.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { ReportFields } from './report-fields.view.tsx';

/** Some meters, as the position of the device is written. */
const digits = 5;

/** The place of a picture in the fields of the form, where the sender asks for it and has typed no other. There it is seen, and can be taken away. */
export const withPhotoPlace = async (
  laksa: Installation,
  stage: PhotoStage,
  sent: FormFields,
  fields: ReportFields,
): Promise<ReportFields> => {
  const id = textOf(sent, 'photo_place');
  if (!isUuid(id) || `${fields.lat}${fields.lng}`.trim() !== '') return fields;
  const photo = (await stagedPhotos(laksa, stage)).find((one) => one.id === id);
  const { latitude, longitude } = photo?.details ?? {};
  if (latitude === undefined || longitude === undefined) return fields;
  return { ...fields, lat: latitude.toFixed(digits), lng: longitude.toFixed(digits) };
};

/** Where a picture says it was taken, in words; null where it does not, or where that is not in this city. */
export const photoPlaceWords = async (
  laksa: Installation,
  tenant: Tenant,
  { details: { latitude, longitude } }: StagedPhoto,
  t: Text,
): Promise<string | null> => {
  if (latitude === undefined || longitude === undefined) return null;
  const point = { latitude, longitude };
  const found = await laksa.database.inTenant(tenant.id, (tx) => placeOfPoint(tx, tenant.id, point), {
    readOnly: true,
  });
  if (found.kind === 'outside') return null;
  const { villages } = await currentCity(laksa, tenant);
  const village = found.kind === 'village' ? villages.find(({ code }) => code === found.code) : undefined;
  const place =
    village === undefined
      ? `${latitude.toFixed(digits)}, ${longitude.toFixed(digits)}`
      : `${village.name}, ${village.districtName}`;
  return t('photo.place', { place });
};
