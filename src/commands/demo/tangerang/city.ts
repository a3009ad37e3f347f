import type { CategoryPlan, CityPlan } from '../../../store/new-city-plan.ts';
import { agenciesOf, type SampleAgency } from '../../sample/agencies.ts';
import { phrases } from '../../sample/categories/category-seed.ts';
import { sampleCityOf } from '../../sample-city.ts';
import { villagesOfTangerang } from './villages.ts';

/** The demonstration city: the sample with the villages of Kota Tangerang, the names its offices bear and the words of its people. */
export const cityOfTangerang = (): CityPlan => {
  const plan = sampleCityOf(villagesOfTangerang, [
    ...agenciesOf(villagesOfTangerang).map((agency) => ({ ...agency, ...ownNames[agency.slug] })),
    transportCompany,
  ]);
  return { ...plan, categories: plan.categories.map(withOwnWords) };
};

const ownNames: Readonly<Record<string, Pick<SampleAgency, 'name' | 'short'>>> = {
  rsud: { name: 'Rumah Sakit Umum Daerah Kota Tangerang', short: 'RSUD' },
  'perumda-air-minum': { name: 'Perumda Tirta Benteng', short: 'Tirta Benteng' },
  'perumda-pasar': { name: 'Perumda Pasar Kota Tangerang', short: 'Perumda Pasar' },
};

const transportCompany: SampleAgency = {
  slug: 'pt-tng',
  name: 'PT Tangerang Nusantara Global',
  short: 'PT TNG',
  kind: 'opd',
};

const withOwnWords = (category: CategoryPlan): CategoryPlan => ({
  ...category,
  words: [...(category.words ?? []), ...(ownWords[category.slug] ?? [])],
});

/** Places, programmes and names that only people here use. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  'air-pam': phrases('tirta benteng'),
  'sungai-situ': phrases('situ cipondoh, cisadane, kali angke, mookervart, kali ledug'),
  makam: phrases('tpu selapajang'),
  'angkutan-umum': phrases('bus tayo, bis tayo, tayo, si benteng, terminal poris'),
  'usaha-kecil': phrases('tangerang emas'),
  'aplikasi-kota': phrases('tangerang live'),
  'wisata-budaya': phrases('festival cisadane'),
  'bantuan-pendidikan': phrases('tangerang cerdas'),
};
