import { water } from './air-bersih.ts';
import type { CategoryGroup } from './category-seed.ts';
import { drainage } from './drainase.ts';
import { roads } from './jalan.ts';
import { civilRecords } from './kependudukan.ts';
import { workAndTaxes } from './kerja-pajak.ts';
import { health } from './kesehatan.ts';
import { publicOrder } from './ketertiban.ts';
import { services } from './layanan.ts';
import { streetLights } from './lampu-jalan.ts';
import { schools } from './pendidikan.ts';
import { traffic } from './perhubungan.ts';
import { parks } from './pohon.ts';
import { waste } from './sampah.ts';
import { welfare } from './sosial.ts';
import { business } from './usaha.ts';

/** What people report, in the order of the form: what lies in the street first. Sample data, made to be edited. */
export const categoryGroups: readonly CategoryGroup[] = [
  roads,
  streetLights,
  drainage,
  waste,
  water,
  parks,
  traffic,
  civilRecords,
  health,
  schools,
  welfare,
  publicOrder,
  business,
  workAndTaxes,
  services,
];
