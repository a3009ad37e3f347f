import type { City } from '../../store/city.ts';
import type { PlaceOfPoint } from '../../store/village-area.ts';
import type { Text } from '../../ui/texts/text.ts';

type Asked = {
  readonly t: Text;
  readonly city: Pick<City, 'villages'>;
  readonly cityName: string;
  /** A point on a map is spoken of as such, the place of a device as the asker's own. */
  readonly isOnMap: boolean;
};

/** What is said of a point while the form is filled in. */
export const placeWords = ({ t, city, cityName, isOnMap }: Asked, place: PlaceOfPoint): string => {
  const said = isOnMap ? 'fileReport.map' : 'fileReport.position';
  if (place.kind === 'unknown') return t(`${said}.unknown`);
  if (place.kind === 'village')
    return t(`${said}.${place.isApproximate ? 'nearly' : 'found'}`, { village: nameOf(city, place.code) });
  const near = place.nearest === null ? '' : nameOf(city, place.nearest.code);
  return isOnMap && near !== ''
    ? t('fileReport.map.outsideNear', { city: cityName, village: near })
    : t(`${said}.outside`, { city: cityName });
};

/** "Neroktog, Pinang" */
export const nameOf = ({ villages }: Pick<City, 'villages'>, code: string): string => {
  const village = villages.find((one) => one.code === code);
  return village === undefined ? '' : `${village.name}, ${village.districtName}`;
};
