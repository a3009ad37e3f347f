import type { Stopper } from '../../../store/city.ts';

/** Matters of others that several categories name. Numbers are national short numbers. */

export const emergency = {
  id: 'Ada yang terluka, terjebak, atau terancam? Telepon 112 sekarang, jangan menunggu laporan ini dibaca.',
  en: 'Is somebody hurt, trapped or threatened? Call 112 now, do not wait for this report to be read.',
  phone: '112',
} satisfies Stopper;

export const crime = {
  id: 'Tindak pidana (pencurian, kekerasan, pemerasan, narkoba) ditangani polisi: telepon 110.',
  en: 'Crimes (theft, violence, extortion, drugs) are for the police: call 110.',
  phone: '110',
} satisfies Stopper;

export const tollRoad = {
  id: 'Jalan tol diurus pengelolanya. Tol Jasa Marga: telepon 14080.',
  en: 'Toll roads belong to their operators. For Jasa Marga toll roads call 14080.',
  phone: '14080',
} satisfies Stopper;

export const nationalRoad = {
  id: 'Jalan nasional diurus Kementerian Pekerjaan Umum. Tidak yakin jalan siapa? Laporkan saja di sini, kami teruskan.',
  en: 'National roads belong to the Ministry of Public Works. Not sure whose road it is? Report it here, we pass it on.',
} satisfies Stopper;

export const electricity = {
  id: 'Listrik rumah padam, tiang atau kabel PLN: telepon PLN 123.',
  en: 'Power cuts at home and the poles or cables of PLN: call PLN at 123.',
  phone: '123',
} satisfies Stopper;

export const train = {
  id: 'Kereta, stasiun, dan perlintasan KAI: telepon KAI 121.',
  en: 'Trains, stations and crossings of the railway: call KAI at 121.',
  phone: '121',
} satisfies Stopper;

export const airport = {
  id: 'Urusan di dalam bandara ditangani pengelola bandara. Laporan tetap kami teruskan.',
  en: 'Matters inside an airport belong to its operator. We still pass your report on.',
} satisfies Stopper;

export const greatRivers = {
  id: 'Tanggul dan alur sungai besar diurus balai milik pemerintah pusat. Laporan tetap kami teruskan.',
  en: 'The dikes and beds of great rivers belong to a river office of the state. We still pass your report on.',
} satisfies Stopper;

export const healthInsurance = {
  id: 'Kepesertaan dan iuran BPJS Kesehatan: telepon 165.',
  en: 'Membership and contributions of BPJS Kesehatan: call 165.',
  phone: '165',
} satisfies Stopper;

export const womenAndChildren = {
  id: 'Butuh pendampingan untuk perempuan atau anak? Layanan SAPA: telepon 129.',
  en: 'Do you need help for a woman or a child? Call the SAPA service at 129.',
  phone: '129',
} satisfies Stopper;

export const privateLand = {
  id: 'Di tanah atau bangunan milik pribadi, pemiliknya yang wajib mengurus. Kota dapat menegur bila membahayakan umum.',
  en: 'On private land the owner must act. The city can step in when the public is in danger.',
} satisfies Stopper;

export const provincialSchools = {
  id: 'SMA, SMK, dan SLB negeri diurus pemerintah provinsi; madrasah diurus Kementerian Agama.',
  en: 'State SMA, SMK and SLB belong to the province, madrasah to the Ministry of Religious Affairs.',
} satisfies Stopper;
