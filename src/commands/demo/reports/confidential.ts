// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Secret or about officials: never public. */
export const confidentialReports: readonly DemoReport[] = [
  {
    key: 'ruko-kosong',
    daysAgo: 1,
    hour: 21,
    kind: 'complaint',
    title: 'Mohon dirahasiakan',
    description:
      'Mohon isinya dirahasiakan ya Pak/Bu, saya tinggal dekat situ dan takut. Di deretan ruko kosong tiap malam ada yg jual miras, yang beli masih pada pake seragam sekolah. Sudah ditegur pak RT malah nantangin. Kalau petugas datang jangan bilang dari warga.',
    village: '36.71.12.1002', // Karang Mulya
    place: 'deretan ruko kosong, tidak jauh dari Jl. Raden Saleh',
    anonymous: true,
    secret: true,
    email: 'warga02@contoh.invalid',
    steps: [],
    ends: 'received',
  },
  {
    key: 'uang-rokok-di-loket',
    daysAgo: 3,
    hour: 20,
    kind: 'complaint',
    title: 'Diminta uang waktu ambil surat',
    description:
      'Saya disuruh kasih "uang rokok" 50rb pas ngambil surat di loket, katanya biar cepet. Padahal di tembok ada tulisan GRATIS. Nama kantor sama harinya saya sebut kalau dihubungi, ga enak ditulis di sini. Nama saya jangan dibuka ya.',
    category: 'perilaku-aparat',
    anonymous: true,
    name: 'Warga Contoh Delapan',
    phone: '0812-0000-0008',
    steps: [
      { afterHours: 13, by: 'verifikator', move: 'verify', class: 'berkadar', category: 'perilaku-aparat' },
      {
        afterHours: 15,
        by: 'inspektorat',
        move: 'message',
        message:
          'Laporan Anda kini hanya dibaca Inspektorat, dan nama Anda tidak kami sampaikan kepada kantor yang dilaporkan. Boleh tuliskan di sini nama kantor, hari, dan kira-kira jamnya? Halaman ini tidak tampil untuk umum.',
      },
    ],
    ends: 'verified',
  },
  {
    key: 'setoran-lapak',
    daysAgo: 20,
    hour: 15,
    kind: 'complaint',
    description:
      'Saya pedagang kecil. Ada yang mengaku orang kantor minta "setoran" supaya lapak saya ga digusur, 200rb tiap bulan, ga ada karcisnya. Saya simpan catatan tanggalnya. Tolong jangan sampai ketauan saya yg lapor.',
    anonymous: true,
    secret: true,
    name: 'Pedagang Contoh',
    phone: '0812-0000-0016',
    steps: [
      { afterHours: 18, by: 'verifikator', move: 'verify', class: 'berkadar', category: 'perilaku-aparat' },
      { afterHours: 19, by: 'inspektorat', move: 'assign', post: 'inspektorat' },
      {
        afterHours: 20,
        by: 'inspektorat',
        move: 'accept',
        message:
          'Kami membuka pemeriksaan. Simpan catatan tanggal itu, jangan diserahkan kepada siapa pun selain pemeriksa. Nama Anda tidak ada dalam surat tugas.',
      },
      {
        afterHours: 260,
        by: 'inspektorat',
        move: 'message',
        message:
          'Pemeriksaan berjalan: dua orang sudah dimintai keterangan. Hasilnya kami sampaikan di halaman ini. Bila ada tekanan kepada Anda, tulis di sini atau telepon 110.',
      },
    ],
    ends: 'in_progress',
  },
];
