import { phrases, type CategoryGroup } from './category-seed.ts';

export const workAndTaxes = {
  slug: 'kerja-pajak',
  name: { id: 'Kerja dan pajak', en: 'Work and taxes' },
  categories: [
    {
      slug: 'lowongan-pelatihan',
      name: { id: 'Lowongan dan pelatihan kerja', en: 'Jobs and training' },
      examples: {
        id: ['Cara daftar pelatihan kerja gratis', 'Kartu kuning belum jadi', 'Calo minta uang supaya diterima pabrik'],
        en: ['How do I join a free course?', 'My job-seeker card is late', 'A broker asks money for a factory job'],
      },
      words: phrases(`
        lowongan, loker, cari kerja, cari kerjaan, pengangguran, nganggur, pelatihan kerja, blk, kartu kuning, ak1,
        ak 1, job fair, bursa kerja, magang, calo kerja, calo pabrik, disnaker, diterima pabrik, masuk pabrik,
        uang masuk pabrik
      `),
      lapor: 'Rekrutmen Tenagakerja',
      agency: 'dinas-ketenagakerjaan',
    },
    {
      slug: 'hak-pekerja',
      name: { id: 'Upah, PHK, hak pekerja', en: 'Wages, dismissal, rights at work' },
      examples: {
        id: ['Gaji di bawah UMK', 'PHK tanpa pesangon', 'THR tidak dibayar'],
        en: ['Paid below the minimum wage', 'Dismissed without severance', 'The holiday allowance was not paid'],
      },
      words: phrases(`
        gaji, gajian, upah, umk, umr, lembur, pesangon, phk, dipecat, thr, kontrak kerja, outsourcing, buruh,
        jam kerja, ijazah ditahan perusahaan, kecelakaan kerja, k3, jamsostek
      `),
      lapor: 'Gaji Pekerja',
      agency: 'dinas-ketenagakerjaan',
      questions: [
        { key: 'company', id: 'Nama perusahaan dan bagiannya', en: 'Name of the company and the section' },
        { key: 'talked', id: 'Sudah dibicarakan dengan perusahaan?', en: 'Has it been raised with the company?' },
      ],
      stoppers: [
        {
          id: 'Pengawas upah dan keselamatan kerja ada di pemerintah provinsi. Laporan tetap kami teruskan.',
          en: 'Inspectors of wages and safety belong to the province. We still pass your report on.',
        },
        {
          id: 'BPJS Ketenagakerjaan: telepon 175.',
          en: 'Social insurance for workers (BPJS Ketenagakerjaan): call 175.',
          phone: '175',
        },
      ],
      isSensitive: true,
    },
    {
      slug: 'pajak-daerah',
      name: { id: 'PBB, pajak dan retribusi kota', en: 'Property tax, city taxes and fees' },
      examples: {
        id: ['SPPT PBB belum diterima', 'PBB sudah dibayar tapi masih menunggak', 'Retribusi ditarik tanpa karcis'],
        en: ['My property tax bill has not come', 'I paid, and it says I did not', 'A fee was taken without a receipt'],
      },
      words: phrases(`
        pajak, pbb, sppt, nop, pajak bumi, pajak bangunan, pajak tanah, pajak rumah, njop, bphtb, balik nama pbb,
        tunggakan pbb, mutasi pbb, pajak daerah, pajak restoran, pajak hotel, pajak reklame, pajak hiburan,
        pajak air tanah, pbjt, retribusi, karcis retribusi, bapenda
      `),
      lapor: 'Pajak Daerah',
      agency: 'bapenda',
      questions: [{ key: 'tax', id: 'Pajak atau retribusi apa, tahun berapa?', en: 'Which tax or fee, which year?' }],
      stoppers: [
        {
          id: 'Pajak kendaraan diurus Samsat (provinsi).',
          en: 'Vehicle tax belongs to Samsat (the province).',
        },
        {
          id: 'Pajak penghasilan dan PPN diurus kantor pajak: telepon 1500200.',
          en: 'Income tax and VAT belong to the state tax office: call 1500200.',
          phone: '1500200',
        },
      ],
    },
  ],
} satisfies CategoryGroup;
