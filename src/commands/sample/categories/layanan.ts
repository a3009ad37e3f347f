import { phrases, type CategoryGroup } from './category-seed.ts';
import { crime } from './stoppers.ts';

export const services = {
  slug: 'layanan',
  name: { id: 'Pelayanan dan aparat kota', en: 'City services and officials' },
  categories: [
    {
      slug: 'pelayanan-kelurahan',
      name: { id: 'Pelayanan kantor kelurahan', en: 'Service at a kelurahan office' },
      examples: {
        id: ['Loket kelurahan tutup sebelum jam istirahat', 'Petugas kelurahan tidak ramah'],
        en: ['The counter closed early', 'Staff were unfriendly'],
      },
      words: phrases(`
        pelayanan kelurahan, kantor kelurahan, loket kelurahan, petugas kelurahan, pegawai kelurahan,
        staf kelurahan, lurah tidak
      `),
      lapor: 'Lainnya Terkait Administrasi Kewilayahan',
      agency: 'sekretariat-daerah',
      // The office above it: nobody should answer for themselves.
      toAreaOffice: 'kecamatan',
      questions: [
        { key: 'when', id: 'Hari dan jam berapa, di loket apa?', en: 'On what day and hour, at which counter?' },
      ],
    },
    {
      slug: 'pelayanan-kantor',
      name: { id: 'Pelayanan kecamatan dan dinas', en: 'Service at other city offices' },
      examples: {
        id: ['Antrean loket sangat lama', 'Disuruh bolak-balik melengkapi berkas', 'Telepon kantor tidak diangkat'],
        en: ['A very long queue', 'I was sent home again and again', 'Nobody answers the phone'],
      },
      words: phrases(`
        pelayanan buruk, pelayanan lambat, pelayanan kecamatan, kantor kecamatan, petugas loket, loket,
        antrean loket, dipingpong, bolak balik, dipersulit, tidak ramah, jutek, judes, puspem, pegawai pemkot,
        telepon kantor, telepon tidak diangkat, telpon tidak diangkat
      `),
      lapor: 'Lainnya Terkait Politik dan Hukum',
      agency: 'sekretariat-daerah',
      questions: [
        { key: 'office', id: 'Kantor mana, hari dan jam berapa?', en: 'Which office, on what day and hour?' },
      ],
    },
    {
      slug: 'perilaku-aparat',
      name: { id: 'Perilaku aparat, pungutan liar', en: 'Conduct of officials, illegal fees' },
      examples: {
        id: ['Petugas minta uang untuk mempercepat surat', 'Pegawai bolos saat jam kerja', 'Mobil dinas dipakai mudik'],
        en: [
          'An official asked money to hurry',
          'Staff leave during working hours',
          'An official car on a private trip',
        ],
      },
      words: phrases(`
        pungli, pungutan liar, suap, sogok, uang pelicin, uang rokok, oknum, korupsi, calo, gratifikasi, nepotisme,
        penyalahgunaan wewenang, pegawai bolos, asn, pns, mobil dinas, intimidasi, minta uang, diminta uang,
        dimintai uang
      `),
      lapor: 'Pungutan Liar',
      agency: 'inspektorat',
      questions: [
        { key: 'when', id: 'Kapan dan di kantor mana?', en: 'When, and at which office?' },
        { key: 'proof', id: 'Ada saksi, kuitansi, atau rekaman?', en: 'Is there a witness, a receipt or a recording?' },
      ],
      stoppers: [crime],
      isSensitive: true,
    },
    {
      slug: 'rt-rw',
      name: { id: 'RT/RW dan iuran warga', en: 'Neighbourhood heads and dues' },
      examples: {
        id: ['Iuran RT tidak jelas penggunaannya', 'Pemilihan ketua RW bermasalah', 'Portal ditutup sepihak'],
        en: ['Nobody knows where the dues go', 'A dispute over an election', 'A gate was closed without asking'],
      },
      words: phrases(`
        pengurus rt, pengurus rw, portal, iuran rt, iuran rw, iuran warga, iuran keamanan, kas rt, kas rw,
        pemilihan rt, pemilihan rw, oknum rt, oknum rw, pungutan rt, pungutan rw, uang rt, ketua rt tidak,
        ketua rw tidak, rt tidak mau, rw tidak mau, pemilihan ketua rt, pemilihan ketua rw
      `),
      lapor: 'Administrasi Kewilayahan',
      agency: 'sekretariat-daerah',
      toAreaOffice: 'kelurahan',
    },
    {
      slug: 'aplikasi-kota',
      name: { id: 'Aplikasi, situs, wifi kota', en: 'Apps, websites and wifi of the city' },
      examples: {
        id: ['Tidak bisa masuk aplikasi kota', 'Wifi taman tidak menyala', 'CCTV perempatan mati'],
        en: ['I cannot sign in to the app of the city', 'The wifi in the park is off', 'A camera is out'],
      },
      words: phrases(`
        aplikasi, aplikasi error, eror, laksa, website, situs, tidak bisa login, gak bisa login,
        lupa kata sandi, wifi, wifi gratis, cctv, internet gratis, hoaks, hoax
      `),
      lapor: 'Informasi Terkait Aplikasi Pemerintah',
      agency: 'dinas-kominfo',
      questions: [
        { key: 'app', id: 'Aplikasi apa, dan apa bunyi pesannya?', en: 'Which app, and what does the message say?' },
      ],
    },
    {
      slug: 'usulan-pembangunan',
      name: { id: 'Usulan pembangunan (musrenbang)', en: 'Proposals for the city' },
      examples: {
        id: ['Usul taman bermain di RW kami', 'Usulan musrenbang tidak ada kabarnya'],
        en: ['We propose a playground', 'What became of our proposal?'],
      },
      words: phrases(`
        musrenbang, musrembang, usul, usulan, mengusulkan, aspirasi, program kota, usulan warga, saran pembangunan
      `),
      lapor: 'Lainnya Terkait Administrasi Kewilayahan',
      agency: 'bappeda',
      toAreaOffice: 'kelurahan',
    },
    {
      slug: 'wisata-budaya',
      name: { id: 'Wisata, budaya, perpustakaan', en: 'Tourism, culture, libraries' },
      examples: {
        id: ['Cagar budaya dicoret-coret', 'Jadwal festival budaya', 'Perpustakaan keliling tidak datang'],
        en: ['A monument was scribbled on', 'When is the culture festival?', 'The library bus did not come'],
      },
      words: phrases(`
        wisata, pariwisata, cagar budaya, museum, sanggar, kesenian, festival, perpustakaan,
        perpus, taman baca, perpustakaan keliling
      `),
      lapor: 'Kebudayaan',
      agency: 'dinas-kebudayaan-pariwisata',
    },
  ],
} satisfies CategoryGroup;
