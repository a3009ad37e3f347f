import { holidaysOfIndonesia } from '../domain/calendar-id.ts';
import type { CityPlan } from '../store/new-city.ts';

/** What a new city starts with, and the demonstration too: sample agencies, posts and categories, made to be edited. Its villages come from the region. */
export const sampleCity: Omit<CityPlan, 'villages'> = {
  agencies: [
    { slug: 'dinas-pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
    { slug: 'dinas-lh', name: 'Dinas Lingkungan Hidup' },
    { slug: 'dinas-perhubungan', name: 'Dinas Perhubungan' },
    { slug: 'dinas-kesehatan', name: 'Dinas Kesehatan' },
    { slug: 'dinas-dukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil' },
    { slug: 'inspektorat', name: 'Inspektorat' },
  ],
  posts: [
    { slug: 'petugas-loket', name: 'Petugas loket dan telepon', roles: ['intake_operator'] },
    { slug: 'verifikator', name: 'Verifikator', roles: ['verifier'] },
    { slug: 'verifikator-2', name: 'Verifikator kedua', roles: ['verifier'] },
    { slug: 'koordinator', name: 'Koordinator pengaduan', roles: ['coordinator'] },
    { slug: 'petugas-pupr', name: 'Petugas penghubung Dinas PUPR', roles: ['agency_officer'], agency: 'dinas-pupr' },
    { slug: 'kepala-pupr', name: 'Kepala Dinas PUPR', roles: ['agency_head'], agency: 'dinas-pupr' },
    { slug: 'lapangan-pupr', name: 'Tim lapangan Dinas PUPR', roles: ['field_crew'], agency: 'dinas-pupr' },
    { slug: 'petugas-lh', name: 'Petugas penghubung Dinas Lingkungan Hidup', roles: ['agency_officer'], agency: 'dinas-lh' },
    { slug: 'petugas-perhubungan', name: 'Petugas penghubung Dinas Perhubungan', roles: ['agency_officer'], agency: 'dinas-perhubungan' },
    { slug: 'petugas-kesehatan', name: 'Petugas penghubung Dinas Kesehatan', roles: ['agency_officer'], agency: 'dinas-kesehatan' },
    { slug: 'petugas-dukcapil', name: 'Petugas penghubung Dinas Dukcapil', roles: ['agency_officer'], agency: 'dinas-dukcapil' },
    { slug: 'inspektorat', name: 'Inspektorat', roles: ['inspectorate'], agency: 'inspektorat' },
    { slug: 'validator', name: 'Validator jawaban', roles: ['validator'] },
    { slug: 'ruang-kendali', name: 'Ruang kendali kota', roles: ['control_room'] },
    { slug: 'pimpinan', name: 'Sekretaris daerah', roles: ['leadership'] },
    { slug: 'ombudsman', name: 'Ombudsman', roles: ['ombudsman'] },
    { slug: 'admin-kota', name: 'Administrator kota', roles: ['city_admin'] },
    { slug: 'pelindungan-data', name: 'Petugas pelindungan data pribadi', roles: ['data_protection'] },
    { slug: 'admin-platform', name: 'Administrator platform', roles: ['platform_admin'] },
  ],
  groups: {
    jalan: { id: 'Jalan dan drainase', en: 'Roads and drainage' },
    lingkungan: { id: 'Lingkungan', en: 'Environment' },
    perhubungan: { id: 'Perhubungan', en: 'Traffic' },
    layanan: { id: 'Layanan pemerintah', en: 'Public services' },
  },
  categories: [
    { slug: 'jalan-rusak', group: 'jalan', name: { id: 'Jalan rusak atau berlubang', en: 'Damaged road or pothole' }, lapor: 'Infrastruktur', agency: 'dinas-pupr' },
    { slug: 'drainase-banjir', group: 'jalan', name: { id: 'Saluran tersumbat, genangan, banjir', en: 'Blocked drain, flooding' }, lapor: 'Infrastruktur', agency: 'dinas-pupr' },
    { slug: 'sampah', group: 'lingkungan', name: { id: 'Sampah dan kebersihan', en: 'Waste and cleanliness' }, lapor: 'Lingkungan Hidup', agency: 'dinas-lh' },
    { slug: 'pohon', group: 'lingkungan', name: { id: 'Pohon dan taman', en: 'Trees and parks' }, lapor: 'Lingkungan Hidup', agency: 'dinas-lh' },
    { slug: 'lampu-jalan', group: 'perhubungan', name: { id: 'Lampu jalan (PJU) mati', en: 'Street light out' }, lapor: 'Perhubungan', agency: 'dinas-perhubungan' },
    { slug: 'parkir-lalu-lintas', group: 'perhubungan', name: { id: 'Parkir dan lalu lintas', en: 'Parking and traffic' }, lapor: 'Perhubungan', agency: 'dinas-perhubungan' },
    { slug: 'kesehatan', group: 'layanan', name: { id: 'Puskesmas dan kesehatan', en: 'Clinics and health' }, lapor: 'Kesehatan', agency: 'dinas-kesehatan' },
    { slug: 'kependudukan', group: 'layanan', name: { id: 'KTP, KK, akta', en: 'Identity and civil records' }, lapor: 'Kependudukan', agency: 'dinas-dukcapil' },
    { slug: 'perilaku-aparat', group: 'layanan', name: { id: 'Perilaku aparat, pungutan liar', en: 'Conduct of officials, illegal fees' }, lapor: 'Pelayanan Publik', isSensitive: true, agency: 'inspektorat' },
  ],
  holidays: holidaysOfIndonesia,
};
