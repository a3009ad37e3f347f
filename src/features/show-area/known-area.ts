import type { City, Village } from '../../store/city.ts';

/** A kecamatan with its kelurahan, or one kelurahan. */
export type KnownArea = {
  readonly code: string;
  readonly kind: 'district' | 'village';
  readonly name: string;
  /** All of its kelurahan; of a kelurahan itself. */
  readonly villages: readonly Village[];
};

/** Null: this city has no such area. */
export const areaOf = ({ villages }: Pick<City, 'villages'>, code: string): KnownArea | null => {
  const village = villages.find((one) => one.code === code);
  if (village !== undefined) return { code, kind: 'village', name: village.name, villages: [village] };
  const own = villages.filter(({ districtCode }) => districtCode === code);
  const [first] = own;
  return first === undefined ? null : { code, kind: 'district', name: first.districtName, villages: own };
};
