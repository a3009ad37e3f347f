/** The page that describes the interfaces for programs. */
export const api = {
  intro:
    'Untuk program yang membaca atau mengirim laporan. Membaca yang umum tidak perlu kunci; menulis perlu kunci dari kota.',
  operation: 'Operasi',
  path: 'Alamat',
  scope: 'Izin',
  specification: 'Spesifikasi OpenAPI',
  title: 'API',
};
