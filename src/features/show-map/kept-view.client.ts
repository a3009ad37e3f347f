// Where the map stands is kept in the fragment of the address: whoever comes back from a report, or is sent the address, meets the same.

export type KeptView = {
  readonly latitude: number;
  readonly longitude: number;
  readonly zoom: number;
  /** The mark whose reports are told one by one, by its place; null: none is. */
  readonly group: string | null;
};

const start = '#peta=';
const number = String.raw`-?\d{1,3}(?:\.\d{1,7})?`;
const shape = new RegExp(String.raw`^#peta=(\d{1,2}),(${number}),(${number})(?:,(${number},${number}))?$`);

/** Of the fragment of an address. Null: it says nothing of a map. */
export const readView = (fragment: string): KeptView | null => {
  const [, zoom, latitude, longitude, group] = shape.exec(fragment) ?? [];
  if (Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180)
    return { latitude: Number(latitude), longitude: Number(longitude), zoom: Number(zoom), group: group ?? null };
  return null;
};

export const writeView = ({ latitude, longitude, zoom, group }: KeptView): string => {
  const centre = [latitude, longitude].map((degrees) => Number(degrees.toFixed(6)));
  return `${start}${[zoom, ...centre, ...(group === null ? [] : [group])].join(',')}`;
};

/** In place of what stood there: going back leaves the page as before. */
export const keepView = (view: KeptView): void => history.replaceState(history.state, '', writeView(view));
