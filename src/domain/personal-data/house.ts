import { spansOf, wordEnd, wordStart, type Span } from './span.ts';

const streets = 'jl|jln|jalan|gg|gang|lorong|lrg|komplek?s?|kompl|perum|perumahan|cluster|blok|blk|kp|kampung|rumah';
const number = String.raw`\d{1,4}(?:\s?[a-z])?(?:\s?[/-]\s?(?:\d{1,4}[a-z]?|[a-z]))?`;
const numberWords = 'no|nomor|nomer|nmr';

/** "Jl. Mawar Raya RT 03/05, No. 5A": the street stays, the number goes. A comma may stand only where the address goes on. */
const numbered = new RegExp(
  String.raw`${wordStart}(?:${streets})${wordEnd}[.\s]*(?<name>(?:[\p{L}\d.'’/-]{1,30}(?:\s+|,\s*(?=(?:blok|blk|rt|rw|${numberWords})${wordEnd}))){0,6}?)` +
    String.raw`(?<own>(?:${numberWords}|#)[.\s:]{0,3}${number})${wordEnd}`,
  'iu',
);

/** "no. 12 jalan Mawar": the number first. What a street is like is not its name. */
const numberFirst = new RegExp(
  String.raw`${wordStart}(?<own>(?:${numberWords})[.\s:]{0,3}${number})(?=,?\s{1,2}(?:jl|jln|jalan|gg|gang)${wordEnd}[.\s]{0,3}` +
    String.raw`(?!(?:rusak|berlubang|banjir|macet|gelap|tol|nasional|provinsi|utama|yang|yg|di|ini|itu|dan|juga|sudah|belum|tidak)${wordEnd})\p{L})`,
  'iu',
);

/** What else is numbered beside a street: poles, schools, kilometres, laws. */
const numberedThing = new RegExp(
  String.raw`${wordStart}(?:tiang|gardu|lampu|pju|bus|halte|rute|trayek|koridor|angkot|tps|tpu|sdn?|smpn?|sman?|smkn?|sekolah|puskesmas|posyandu|pos|kios|lapak|km|pasal|perda|perwal|uu|undang-undang|peraturan|sk|surat|laporan|aduan|tiket|pelanggan|meteran|kwh|urut|antrean|antrian|tahun|telepon|telp|hp|wa|rekening|rek|nik|ktp|kk)${wordEnd}`,
  'iu',
);

/** "Jl Mawar 5, ...": a bare number ends the address, or RT, a telephone or a district follows. Before other words it counts something. */
const bare = new RegExp(
  String.raw`${wordStart}(?:[Jj][Ll][Nn]?|[Jj]alan|JALAN)${wordEnd}[.\s]*(?<name>(?:\p{Lu}[\p{L}.'’-]{0,29}\s+){1,4})(?<own>\d{1,3}[A-Za-z]?(?:/\d{1,3})?)` +
    String.raw`(?=\s*(?:$|[,;)\n]|\.(?!\d)|(?:[Rr][TtWw]|[Hh][Pp]|[Ww][Aa]|[Tt]el[ep]|[Kk]el|[Kk]ec)))`,
  'u',
);
const namesNumbers = new RegExp(
  String.raw`${wordStart}(?:nasional|provinsi|tol|lingkar|km|rt|rw|jalur|rute|koridor|tahun|pukul|jam|tanggal|tgl|lantai|tahap|ada|sekitar|hampir|selama|per|ke|rusak|berlubang|sdn?|smpn?|sman?)${wordEnd}`,
  'iu',
);

/** "Blok C3/7", "Blok AA-12/7": the block stays. */
const inBlock = new RegExp(
  String.raw`${wordStart}(?:blok|blk|block)${wordEnd}[.\s]*[a-z]{1,2}(?:\s?-?\d{1,3}\s?[/-]|\s?/)\s?(?<own>\d{1,3}[a-z]?)${wordEnd}`,
  'iu',
);

/** The numbers of houses, not the streets they stand in. */
export const houseNumbers = (text: string): readonly Span[] => [
  ...spansOf(text, numbered, ({ match }) => !numberedThing.test(match.groups?.['name'] ?? '')),
  ...spansOf(text, numberFirst, ({ before }) => !numberedThing.test(before.slice(-20))),
  ...spansOf(text, bare, ({ match }) => !namesNumbers.test(match.groups?.['name'] ?? '')),
  ...spansOf(text, inBlock),
];
