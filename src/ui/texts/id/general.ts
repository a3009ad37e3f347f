export const general = {
  back: 'Kembali',
  cancel: 'Batal',
  titleWithErrors: 'Perlu diperbaiki: {{title}}',
  continue: 'Lanjutkan',
  none: 'Tidak ada',
  optional: 'boleh dikosongkan',
  pager: { label: 'Halaman daftar', next: 'Berikutnya', previous: 'Sebelumnya' },
  remaining: {
    left: {
      days_other: '{{count}} hari lagi',
      hours_other: '{{count}} jam lagi',
      minutes_other: '{{count}} menit lagi',
    },
    past: {
      days_other: 'lewat {{count}} hari',
      hours_other: 'lewat {{count}} jam',
      minutes_other: 'lewat {{count}} menit',
    },
  },
  search: 'Cari',
  unknown: 'Tidak diketahui',
};
