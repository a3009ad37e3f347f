import { phrases, type CategoryGroup } from './category-seed.ts';

const otherWaterCompany = {
  id: 'Pelanggan perusahaan air daerah lain? Nama perusahaan ada di tagihan Anda; hubungi mereka.',
  en: 'Are you a customer of a water company of another region? Your bill names it; please ask them.',
};

export const water = {
  slug: 'air-bersih',
  name: { id: 'Air bersih (PAM)', en: 'Water supply' },
  categories: [
    {
      slug: 'air-pam',
      name: { id: 'Air PAM mati, kecil, atau keruh', en: 'No water, low pressure, cloudy water' },
      examples: {
        id: ['Air mati sejak kemarin malam', 'Air hanya mengalir tengah malam', 'Air PAM kuning dan berbau'],
        en: ['No water since last night', 'Water runs only at midnight', 'The tap water is yellow and smells'],
      },
      words: phrases(`
        air mati, air pam, air pdam, pdam, pam mati, air kecil, air macet, air tidak mengalir, air hanya mengalir,
        air gak ngalir, air ga ngalir, air ngga ngalir, air gak keluar, air ga nyala, air gak nyala, air seret,
        tidak kebagian air, cai paeh, air ledeng, kekeringan, air keruh, air kotor, air bau,
        air berbau, air kuning, air coklat, air butek, air kaporit, air bercampur lumpur
      `),
      lapor: 'Gangguan Layanan Penyaluran Air',
      agency: 'perumda-air-minum',
      questions: [
        { key: 'since', id: 'Sejak kapan, dan jam berapa saja?', en: 'Since when, and at what hours?' },
        { key: 'neighbours', id: 'Tetangga juga mengalami?', en: 'Do your neighbours have it too?' },
      ],
      stoppers: [otherWaterCompany],
    },
    {
      slug: 'pipa-bocor',
      name: { id: 'Pipa air bocor di jalan', en: 'Leaking water main' },
      examples: {
        id: ['Pipa PAM pecah, air menyembur ke jalan', 'Air merembes di aspal terus'],
        en: ['A main has burst', 'Water keeps seeping through the asphalt'],
      },
      words: phrases(`
        pipa bocor, pipa pecah, pipa pam, pipa pdam, air bocor, bocor pipa, kebocoran pipa, air menyembur,
        air muncrat, air merembes, pipa patah
      `),
      lapor: 'Gangguan Layanan Penyaluran Air',
      agency: 'perumda-air-minum',
      questions: [{ key: 'flow', id: 'Merembes, mengalir, atau menyembur?', en: 'Does it seep, flow or gush?' }],
      needsProof: true,
    },
    {
      slug: 'tagihan-air',
      name: { id: 'Tagihan, meteran, sambungan baru air', en: 'Water bills, meters, new connections' },
      examples: {
        id: ['Tagihan air naik tiga kali lipat', 'Meteran tidak pernah dicatat', 'Sudah daftar, belum dipasang'],
        en: ['My bill has tripled', 'Nobody reads the meter', 'I applied and am not connected yet'],
      },
      words: phrases(`
        tagihan air, tagihan pdam, tagihan pam, rekening air, bayar air, meteran air, meter air, pasang pam,
        pasang pdam, sambungan baru, sambungan air, tarif air, tarif pdam, meteran
      `),
      lapor: 'Biaya/Tarif PDAM',
      agency: 'perumda-air-minum',
      stoppers: [otherWaterCompany],
    },
  ],
} satisfies CategoryGroup;
