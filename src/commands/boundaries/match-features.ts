import type { VillageArea } from '../../domain/area.ts';
import { tokensOf } from '../../domain/words/tokens.ts';
import type { Village } from '../../store/city.ts';
import type { Feature } from './read-features.ts';

export type Match = {
  readonly areas: readonly VillageArea[];
  /** The villages that no feature is about. */
  readonly without: readonly Village[];
  /** What lies in the region and is none of its villages, by the name or code it bears. */
  readonly strange: readonly string[];
  /** How many features are of other regions. */
  readonly elsewhere: number;
};

/**
 * Finds the village of each feature: by its Kemendagri code, with or without dots; else by its name or an alias within its district; else by a name
 * that only one village bears. Several features of one village are its parts.
 */
export const matchFeatures = (features: readonly Feature[], villages: readonly Village[]): Match => {
  const find = villageFinderOf(villages);
  const found = features.map((feature) => ({ feature, code: find(feature) }));
  const parts = Map.groupBy(found, ({ code }) => code);
  const areas = villages.flatMap(({ code }) => {
    const rings = (parts.get(code) ?? []).flatMap(({ feature }) => feature.rings);
    return rings.length === 0 ? [] : [{ code, rings, isApproximate: false }];
  });
  const matched = new Set(areas.map(({ code }) => code));
  const left = (parts.get(null) ?? []).map(({ feature }) => feature);
  const inRegion = left.filter((feature) => isOfRegion(feature, villages));
  return {
    areas,
    without: villages.filter(({ code }) => !matched.has(code)),
    strange: inRegion.map((feature) => said(feature, nameKeys) ?? codeOf(feature) ?? 'a feature without a name'),
    elsewhere: left.length - inRegion.length,
  };
};

/** What files call these; the code of the statistics office (BPS) is another one, which looks alike. */
const codeKeys = [
  'kode',
  'code',
  'kode_kemendagri',
  'kode_desa',
  'kode_kel',
  'kode_kelurahan',
  'kd_kelurahan',
  'kd_desa',
  'kdepum',
  'village_code',
];
const nameKeys = ['nama', 'name', 'kelurahan', 'desa', 'nama_kelurahan', 'nama_desa', 'village', 'wadmkd', 'namobj'];
const districtKeys = ['kecamatan', 'nama_kecamatan', 'district', 'district_name', 'wadmkc', 'kec'];

const said = ({ properties }: Feature, keys: readonly string[]): string | undefined =>
  keys.map((key) => properties.get(key)).find((value) => value !== undefined && value !== '');

const digitsOf = (code: string): string => code.replaceAll(/\D/g, '');

/** The code of a village has ten digits. */
const codeOf = (feature: Feature): string | undefined =>
  [said(feature, codeKeys), feature.id ?? undefined]
    .filter((value) => value !== undefined)
    .map(digitsOf)
    .find((digits) => digits.length === 10);

const villageFinderOf = (villages: readonly Village[]): ((feature: Feature) => string | null) => {
  const byCode = new Map(villages.map(({ code }) => [digitsOf(code), code]));
  const byName = Map.groupBy(
    villages.flatMap(({ code, name, aliases, districtName }) =>
      [name, ...aliases].map((own) => ({ code, own: squeezed(own), district: squeezed(districtName) })),
    ),
    ({ own }) => own,
  );
  return (feature) => {
    const code = codeOf(feature);
    if (code !== undefined) return byCode.get(code) ?? null;
    const named = byName.get(squeezed(said(feature, nameKeys) ?? '')) ?? [];
    const district = squeezed(said(feature, districtKeys) ?? '');
    const codes = new Set(named.filter((one) => district === '' || one.district === district).map((one) => one.code));
    const [only] = codes;
    return codes.size === 1 && only !== undefined ? only : null;
  };
};

const squeezed = (name: string): string => tokensOf(name).join('');

/** By the first four digits of its code, province and regency; what has no code is taken to be of the region. */
const isOfRegion = (feature: Feature, villages: readonly Village[]): boolean => {
  const code = codeOf(feature);
  return code === undefined || villages.some((village) => digitsOf(village.code).slice(0, 4) === code.slice(0, 4));
};
