// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** An answer that was sent back, and a request for plans that the law gives more time. */
export const drainsReports: readonly DemoReport[] = [
  {
    key: 'got-mampet-gerendeng',
    daysAgo: 24,
    hour: 11,
    kind: 'complaint',
    description:
      'got depan gang mampet isinya lumpur sama plastik, ujan dikit lgsg ngalir ke jalan. udh lapor ke RT katanya tunggu dinas. mohon bantuannya admin',
    village: '36.71.07.1013', // Gerendeng
    place: 'saluran di mulut gang, Jl. Otto Iskandardinata',
    name: 'Neng Contoh',
    email: 'neng15@contoh.invalid',
    pictures: ['got-mampet'],
    steps: [
      {
        afterHours: 3,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'drainase-banjir',
        publish: {
          title: 'Saluran mampet di mulut gang, Gerendeng',
          description:
            'Saluran di mulut gang penuh lumpur dan plastik. Hujan sedikit, air langsung meluap ke jalan. Sudah disampaikan ke RT.',
          photos: ['got-mampet'],
        },
      },
      { afterHours: 4, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 21,
        by: 'petugas-pupr',
        move: 'accept',
        message: 'Saluran kami periksa besok pagi. Bila cukup dikeruk tangan, regu langsung bekerja hari itu.',
      },
      {
        afterHours: 190,
        by: 'petugas-pupr',
        move: 'answer',
        message: 'Sudah dikerjakan.',
        proof: ['got-mampet'],
      },
      {
        afterHours: 213,
        by: 'validator',
        move: 'send_back',
        reason: 'proof_unclear',
        message:
          'Gambarnya masih menunjukkan saluran sebelum dikeruk. Mohon gambar sesudah pekerjaan dari sudut yang sama, dan tulis berapa meter yang dikeruk.',
      },
      {
        afterHours: 216,
        by: 'petugas-pupr',
        move: 'message',
        message:
          'Neng, kami cek ulang ke lokasi: baru separuh saluran yang dikeruk. Sisanya kami lanjutkan, mohon maaf terlambat.',
      },
    ],
    ends: 'in_progress',
  },
  {
    key: 'salinan-rencana-drainase',
    daysAgo: 10,
    hour: 10,
    kind: 'information_request',
    title: 'Permintaan salinan rencana induk drainase',
    description:
      'Dengan hormat, kami pengurus RW bermaksud meminta salinan rencana induk drainase untuk wilayah Kecamatan Ciledug beserta jadwal pekerjaannya, untuk bahan musyawarah warga. Bentuk berkas digital sudah cukup. Terima kasih.',
    category: 'drainase-banjir',
    village: '36.71.06.1001', // Paninggilan
    name: 'Pengurus RW Contoh',
    email: 'rw20@contoh.invalid',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator',
        move: 'verify',
        class: 'information_request',
        category: 'drainase-banjir',
        publish: {
          title: 'Permintaan salinan rencana induk drainase Kecamatan Ciledug',
          description:
            'Pengurus RW meminta salinan rencana induk drainase untuk wilayah Kecamatan Ciledug beserta jadwal pekerjaannya, dalam bentuk digital.',
        },
      },
      { afterHours: 4, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 6,
        by: 'petugas-pupr',
        move: 'accept',
        message: 'Permintaan kami terima. Peta dan jadwal dicari di arsip bidang sumber daya air.',
      },
      {
        afterHours: 148,
        by: 'petugas-pupr',
        move: 'extend',
        message:
          'Peta lama hanya ada di kertas berukuran besar dan sedang dipindai di luar kantor. Karena itu kami memerlukan perpanjangan tujuh hari kerja, sekali ini saja. Jadwal pekerjaannya kami kirim lebih dulu.',
      },
    ],
    ends: 'in_progress',
  },
];
