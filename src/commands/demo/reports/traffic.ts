// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Crossings, parking and what went to the wrong office first. */
export const trafficReports: readonly DemoReport[] = [
  {
    key: 'usul-penyeberangan',
    daysAgo: 2,
    hour: 13,
    kind: 'aspiration',
    title: 'Usul zebra cross depan alun-alun',
    description:
      'Usul ya pak, depan Alun-alun Ahmad Yani dibikinin zebra cross + lampu penyeberangan dong. Kalo sore banyak bocah nyebrang mau ke taman, mobil pada kenceng2. Ga usah buru2, tp tolong dipertimbangkan 🙏',
    category: 'rambu-lampu',
    place: 'Jl. Ahmad Yani, depan alun-alun',
    name: 'Rina Contoh',
    email: 'rina07@contoh.invalid',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'aspiration',
        category: 'rambu-lampu',
        publish: {
          title: 'Usul penyeberangan di depan Alun-alun Ahmad Yani',
          description:
            'Usul agar di depan Alun-alun Ahmad Yani dibuat zebra cross dan lampu penyeberangan. Sore hari banyak anak menyeberang ke taman, sementara kendaraan melaju kencang.',
        },
      },
      {
        afterHours: 4,
        by: 'koordinator',
        move: 'message',
        message:
          'Terima kasih atas usulnya, Rina. Dinas Perhubungan kami minta menghitung penyeberang dan kecepatan kendaraan pada sore hari; hasil dan keputusannya disampaikan di halaman ini.',
      },
    ],
    ends: 'verified',
  },
  {
    key: 'parkir-trotoar-ciledug',
    daysAgo: 12,
    hour: 17,
    kind: 'complaint',
    description:
      'Motor pada parkir di trotoar depan ruko sepanjang jalan ke Pasar Ciledug, jukirnya malah ngatur2. Pejalan kaki disuruh minggir ke jalan, aneh dah. Udah berkali2 begini.',
    category: 'parkir-lalu-lintas',
    village: '36.71.06.1002', // Sudimara Barat
    place: 'trotoar jalan menuju Pasar Ciledug',
    name: 'Bayu Contoh',
    phone: '0812-0000-0027',
    steps: [
      {
        afterHours: 15,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'parkir-lalu-lintas',
        publish: {
          title: 'Motor parkir di trotoar sepanjang jalan ke Pasar Ciledug',
          description:
            'Motor diparkir di trotoar depan ruko sepanjang jalan ke Pasar Ciledug dan diatur juru parkir. Pejalan kaki harus turun ke jalan. Sudah berkali-kali.',
        },
      },
      { afterHours: 16, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 18,
        by: 'petugas-perhubungan',
        move: 'accept',
        message: 'Regu penertiban kami turun besok pagi dan sore.',
      },
      {
        afterHours: 70,
        by: 'petugas-perhubungan',
        move: 'answer',
        message:
          'Dua kali penertiban: 31 motor dipindahkan, juru parkir didata, dan rambu larangan dipasang di tiga titik.',
        proof: ['trotoar-bebas-motor'],
      },
      {
        afterHours: 88,
        by: 'validator',
        move: 'approve',
        checks: ['question_answered', 'proof_shows_it', 'place_is_right'],
      },
      {
        afterHours: 216,
        by: 'reporter',
        move: 'dispute',
        reason: 'came_back',
        rating: 2,
        message: 'Rambunya ada, motornya balik lagi wkwk. Abis petugas pulang ya parkir lagi. Tolong yg rutin dong.',
      },
    ],
    ends: 'disputed',
  },
  {
    key: 'pagar-jembatan-sabi',
    daysAgo: 4,
    hour: 7,
    kind: 'complaint',
    description:
      'Pager besi jembatan kecil di atas Kali Sabi ilang sebelah, kayaknya digondol org. Anak2 naik sepeda lewat situ tiap pagi, ngeri kecemplung. Sementara sama warga ditutup bambu doang.',
    village: '36.71.09.1005', // Uwung Jaya
    place: 'jembatan kecil Kali Sabi, jalan tembus ke sekolah',
    name: 'Yayan Contoh',
    email: 'yayan12@contoh.invalid',
    pictures: ['pagar-jembatan'],
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'rambu-lampu',
        publish: {
          title: 'Pagar jembatan kecil Kali Sabi hilang sebelah',
          description:
            'Pagar besi jembatan kecil di atas Kali Sabi hilang sebelah, sementara ditutup bambu oleh warga. Anak-anak bersepeda lewat situ tiap pagi.',
          photos: ['pagar-jembatan'],
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 7,
        by: 'petugas-perhubungan',
        move: 'return_to_coordinator',
        reason: 'not_our_task',
        message: 'Yang hilang pagar bangunan jembatan, bukan rambu atau pembatas jalan. Pemeliharaan jembatan di PUPR.',
        proposed_agency: 'dinas-pupr',
      },
      { afterHours: 24.5, by: 'koordinator', move: 'reclassify', category: 'jembatan' },
      { afterHours: 25, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 26,
        by: 'koordinator',
        move: 'message',
        message:
          'Pak Yayan, laporan sempat kami kirim ke dinas yang keliru, mohon maaf. Sekarang sudah di Dinas PUPR yang memelihara jembatan. Mohon anak-anak lewat di sisi yang berpagar dulu.',
      },
    ],
    ends: 'assigned',
  },
  {
    key: 'polisi-tidur-lagi',
    daysAgo: 7,
    hour: 10,
    kind: 'complaint',
    description:
      'Polisi tidur di jalan perumahan kami ketinggian, ibu hamil pada ngeluh. Minta dipapas atau diganti yang sesuai aturan.',
    category: 'rambu-lampu',
    village: '36.71.12.1003', // Pondok Bahar
    place: 'jalan lingkungan dekat kantor Kelurahan Pondok Bahar',
    name: 'Teteh Contoh',
    email: 'teteh28@contoh.invalid',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator',
        move: 'reject',
        reason: 'already_answered',
        message:
          'Polisi tidur di jalan ini sudah dijawab dalam laporan terdahulu: satu gundukan diturunkan menjadi 5 sentimeter. Bila yang dimaksud tempat lain atau keadaannya berubah, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 5,
        by: 'verifikator-2',
        move: 'reject',
        reason: 'already_answered',
        message:
          'Polisi tidur di jalan ini sudah dijawab dalam laporan terdahulu: satu gundukan diturunkan menjadi 5 sentimeter. Bila yang dimaksud tempat lain atau keadaannya berubah, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 74,
        by: 'reporter',
        move: 'dispute',
        reason: 'wrong_place',
        message:
          'Itu polisi tidur yang di depan, Pak. Yang saya lapor ada tiga lagi di belakang dekat lapangan, belum disentuh.',
      },
    ],
    ends: 'disputed',
  },
];
