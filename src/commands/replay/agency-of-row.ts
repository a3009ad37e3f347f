/** Agencies of the tables, and the sample agency with the same task. What is not listed has none here. */
const slugs: Readonly<Record<string, string>> = {
  'Dinas Sumber Daya Air dan Bina Marga': 'dinas-pupr',
  'Dinas Perumahan Rakyat dan Kawasan Permukiman serta Pertanahan': 'dinas-pupr',
  'Dinas Lingkungan Hidup': 'dinas-lh',
  'Dinas Perhubungan': 'dinas-perhubungan',
  'Dinas Kesehatan': 'dinas-kesehatan',
  'RSUD dr. Mohamad Soewandhie': 'dinas-kesehatan',
  'RSUD Bhakti Dharma Husada': 'dinas-kesehatan',
  'Dinas Kependudukan dan Pencatatan Sipil': 'dinas-dukcapil',
  Inspektorat: 'inspektorat',
};

/** The slug of the sample agency that a row's agency is here; null where the sample city has none with that task. */
export const agencyOfRow = (name: string): string | null => slugs[name] ?? null;
