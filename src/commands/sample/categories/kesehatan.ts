import { phrases, type CategoryGroup } from './category-seed.ts';
import { emergency, healthInsurance } from './stoppers.ts';

const ambulance = {
  id: 'Keadaan gawat: telepon 112 atau ambulans 119.',
  en: 'In an emergency call 112, or 119 for an ambulance.',
  phone: '119',
};

/** `kesehatan` and `wabah-nyamuk` speak of a service or a place; the others of somebody's illness. */
export const health = {
  slug: 'kesehatan',
  name: { id: 'Kesehatan dan wabah', en: 'Health and outbreaks' },
  categories: [
    {
      slug: 'kesehatan',
      name: { id: 'Pelayanan puskesmas dan posyandu', en: 'Service of clinics and health posts' },
      examples: {
        id: ['Antrean puskesmas dari subuh', 'Dokter gigi sering tidak ada', 'Jadwal imunisasi tidak jelas'],
        en: ['People queue at the clinic from dawn', 'The dentist is often away', 'When is the next vaccination?'],
      },
      words: phrases(`
        puskesmas, pkm, pustu, posyandu, dokter, bidan, perawat, antrean, antrian, vaksin, imunisasi, suntik,
        klinik, apotek, ambulans, ambulan, pasien, berobat
      `),
      lapor: 'Masalah Pelayanan Kesehatan',
      agency: 'dinas-kesehatan',
      questions: [
        { key: 'where', id: 'Puskesmas mana, hari dan jam berapa?', en: 'Which clinic, on what day and hour?' },
      ],
      stoppers: [ambulance],
    },
    {
      slug: 'rumah-sakit',
      name: { id: 'Rumah sakit', en: 'Hospitals' },
      examples: {
        id: ['Menunggu kamar rawat inap sangat lama', 'Obat di RSUD kosong', 'Rujukan ditolak rumah sakit'],
        en: ['A very long wait for a bed', 'The hospital is out of medicine', 'A hospital refused my referral'],
      },
      words: phrases(`
        rumah sakit, rsud, rs, rawat inap, igd, ugd, icu, kamar penuh, rujukan, rujuk, operasi, obat kosong,
        farmasi, poli, malpraktik
      `),
      lapor: 'Fasilitas Kesehatan',
      agency: 'rsud',
      questions: [
        { key: 'where', id: 'Rumah sakit mana, hari dan jam berapa?', en: 'Which hospital, on what day and hour?' },
      ],
      stoppers: [
        ambulance,
        {
          id: 'Rumah sakit swasta diawasi Dinas Kesehatan. Laporan tetap kami teruskan.',
          en: 'Private hospitals are supervised by the health office. We pass your report on.',
        },
      ],
      isSensitive: true,
    },
    {
      slug: 'jaminan-kesehatan',
      name: { id: 'BPJS dan jaminan kesehatan', en: 'Health insurance (BPJS)' },
      examples: {
        id: [
          'BPJS PBI tiba-tiba nonaktif',
          'Ingin dibiayai kota karena tidak mampu',
          'Ditolak berobat karena kartu mati',
        ],
        en: [
          'My free insurance was cut off',
          'I cannot afford the contributions',
          'I was turned away because my card is inactive',
        ],
      },
      words: phrases(`
        bpjs, bpjs kesehatan, bpjs pbi, pbi, kis, jkn, mobile jkn, uhc, bpjs mati, bpjs nonaktif, bpjs tidak aktif,
        bpjs gak aktif, tunggakan bpjs, aktifkan bpjs, jaminan kesehatan, kartu mati, dibiayai kota
      `),
      lapor: 'Administrasi BPJS Kesehatan',
      agency: 'dinas-kesehatan',
      questions: [
        { key: 'treatment', id: 'Sedang dirawat atau butuh berobat segera?', en: 'Is treatment needed now?' },
      ],
      stoppers: [healthInsurance],
      isSensitive: true,
    },
    {
      slug: 'wabah-nyamuk',
      name: { id: 'Nyamuk, demam berdarah, minta fogging', en: 'Mosquitoes, dengue, fogging' },
      examples: {
        id: ['Beberapa warga gang kena DBD', 'Minta fogging RT kami', 'Jentik di kolam kosong'],
        en: ['Several cases of dengue in our lane', 'Please fog our neighbourhood', 'Larvae in an empty pool'],
      },
      words: phrases(`
        fogging, foging, pogging, nyamuk, dbd, db, demam berdarah, jentik, chikungunya, cikungunya, malaria,
        leptospirosis, abate, pengasapan, wabah
      `),
      lapor: 'Fogging Nyamuk',
      agency: 'dinas-kesehatan',
      questions: [
        {
          key: 'cases',
          id: 'Kira-kira berapa orang yang sakit? Tanpa nama',
          en: 'About how many people are ill? No names',
        },
        { key: 'water', id: 'Ada air tergenang di dekat situ?', en: 'Is there standing water near by?' },
      ],
    },
    {
      slug: 'keracunan',
      name: { id: 'Keracunan atau makanan tidak aman', en: 'Food poisoning, unsafe food' },
      examples: {
        id: [
          'Beberapa anak mual setelah jajan di sekolah',
          'Makanan kedaluwarsa dijual',
          'Makanan berbau dari katering',
        ],
        en: ['Children felt sick after a snack', 'Expired food is on sale', 'Catered food smelled bad'],
      },
      words: phrases(`
        keracunan, makanan basi, kedaluwarsa, kadaluarsa, kadaluwarsa, kadarluasa, expired, formalin, boraks,
        jajanan, muntah, mbg, makan bergizi, katering, mual
      `),
      lapor: 'Pengawasan Obat dan Makanan',
      agency: 'dinas-kesehatan',
      questions: [
        {
          key: 'what',
          id: 'Makanan apa, dibeli atau dibagikan di mana, kapan?',
          en: 'Which food, from where, and when?',
        },
      ],
      stoppers: [emergency],
      isSensitive: true,
    },
    {
      slug: 'gizi-jiwa',
      name: { id: 'Gizi anak, kehamilan, kesehatan jiwa', en: 'Child nutrition, pregnancy, mental health' },
      examples: {
        id: [
          'Balita tetangga sangat kurus',
          'Ibu hamil tidak pernah diperiksa',
          'Keluarga butuh bantuan kesehatan jiwa',
        ],
        en: [
          'A small child near us is very thin',
          'A pregnant woman gets no care',
          'A relative needs help for the mind',
        ],
      },
      words: phrases(`
        stunting, gizi buruk, kurang gizi, gizi, balita, ibu hamil, bumil, pmt, kesehatan jiwa, kejiwaan, depresi,
        bunuh diri, tbc, hiv
      `),
      lapor: 'Gizi Buruk/Stunting',
      agency: 'dinas-kesehatan',
      stoppers: [ambulance],
      isSensitive: true,
    },
  ],
} satisfies CategoryGroup;
