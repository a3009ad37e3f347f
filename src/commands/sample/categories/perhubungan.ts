import { phrases, type CategoryGroup } from './category-seed.ts';
import { airport, crime, emergency, nationalRoad, tollRoad, train } from './stoppers.ts';

export const traffic = {
  slug: 'perhubungan',
  name: { id: 'Lalu lintas, parkir, angkutan', en: 'Traffic, parking, transport' },
  categories: [
    {
      slug: 'parkir-lalu-lintas',
      name: { id: 'Parkir sembarangan dan macet', en: 'Illegal parking and traffic jams' },
      examples: {
        id: [
          'Mobil parkir di badan jalan tiap hari',
          'Macet parah di pertigaan jam pulang kerja',
          'Angkot ngetem di tikungan',
        ],
        en: ['Cars park on the roadway every day', 'A junction is jammed every evening', 'Minibuses wait in a bend'],
      },
      words: phrases(`
        parkir, parkir liar, parkir sembarangan, parkir di jalan, macet, kemacetan, semrawut, lalu lintas, lalin,
        ngetem, lawan arah, lawan arus, putar balik, u turn, rekayasa lalu lintas, satu arah
      `),
      lapor: 'Parkir Liar',
      agency: 'dinas-perhubungan',
      questions: [{ key: 'when', id: 'Hari dan jam berapa biasanya?', en: 'On what days and hours does it happen?' }],
      stoppers: [tollRoad],
    },
    {
      slug: 'juru-parkir',
      name: { id: 'Juru parkir liar, tarif parkir', en: 'Unlicensed parking attendants, parking fees' },
      examples: {
        id: [
          'Juru parkir minta uang di depan minimarket',
          'Parkir motor ditarik lebih dari tarif',
          'Tidak diberi karcis',
        ],
        en: ['A man asks for money in front of a shop', 'I paid more than the fee', 'I got no ticket'],
      },
      words: phrases(`
        jukir, jukir liar, juru parkir, tukang parkir, kang parkir, tarif parkir, uang parkir, bayar parkir,
        karcis parkir, retribusi parkir, pak ogah, uang keamanan parkir, karcis, parkir motor ditarik
      `),
      lapor: 'Parkir Liar',
      agency: 'dinas-perhubungan',
      questions: [
        {
          key: 'amount',
          id: 'Berapa yang diminta, dan diberi karcis?',
          en: 'How much was asked, and was there a ticket?',
        },
      ],
      stoppers: [crime],
    },
    {
      slug: 'rambu-lampu',
      name: { id: 'Lampu merah, rambu, polisi tidur', en: 'Traffic lights, signs, speed bumps' },
      examples: {
        id: ['Lampu merah di perempatan mati', 'Rambu tertutup pohon', 'Zebra cross depan sekolah pudar'],
        en: ['The lights at a crossing are out', 'A sign is hidden by a tree', 'The zebra crossing has faded'],
      },
      words: phrases(`
        lampu merah, lampu lalu lintas, lampu lalin, traffic light, trafic light, lampu bangjo, bangjo, apill,
        lampu stopan, stopan, pelican crossing, rambu, rambu rusak, marka, marka jalan, zebra cross, zebracross,
        polisi tidur, speed bump, pita kaget, cermin tikungan, kaca cembung, pagar pembatas, pembatas jalan,
        guardrail, separator, papan nama jalan, penunjuk jalan
      `),
      lapor: 'Lainnya Terkait Perhubungan',
      agency: 'dinas-perhubungan',
      questions: [{ key: 'side', id: 'Di arah atau sisi mana?', en: 'In which direction or on which side?' }],
      stoppers: [nationalRoad],
      needsProof: true,
    },
    {
      slug: 'angkutan-umum',
      name: { id: 'Bus, angkot, halte', en: 'Buses, minibuses, stops' },
      examples: {
        id: ['Bus kota lama sekali datangnya', 'Sopir angkot ugal-ugalan', 'Atap halte bocor'],
        en: ['The city bus comes too seldom', 'A minibus is driven dangerously', 'The roof of a stop leaks'],
      },
      words: phrases(`
        bus kota, bis kota, angkot, angkutan umum, sopir angkot, supir angkot, halte,
        terminal, trayek, rute bus, feeder, brt, ongkos angkot
      `),
      lapor: 'Transportasi Darat',
      agency: 'dinas-perhubungan',
      questions: [
        {
          key: 'vehicle',
          id: 'Nomor rute atau nomor bus, dan jam berapa?',
          en: 'Route or bus number, and at what time?',
        },
      ],
      stoppers: [train, airport],
    },
    {
      slug: 'kendaraan-berat',
      name: { id: 'Truk besar di jalan atau jam terlarang', en: 'Heavy lorries where or when forbidden' },
      examples: {
        id: [
          'Truk tanah lewat di jam sekolah',
          'Truk kontainer masuk jalan kampung',
          'Ceceran tanah dari truk membuat jalan licin',
        ],
        en: [
          'Earth lorries pass at school hours',
          'Container lorries on a village road',
          'Spilled earth makes the road slippery',
        ],
      },
      words: phrases(`
        truk, truk tanah, truk besar, truk kontainer, kontainer, tronton, dump truck, odol, muatan lebih,
        jam operasional truk, ceceran tanah, tanah merah, kendaraan berat
      `),
      lapor: 'Transportasi Darat',
      agency: 'dinas-perhubungan',
      questions: [{ key: 'when', id: 'Hari dan jam berapa biasanya?', en: 'On what days and hours does it happen?' }],
      stoppers: [emergency],
    },
  ],
} satisfies CategoryGroup;
