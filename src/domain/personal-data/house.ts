import { isPersonBeside } from './person.ts';
import { findsOf, wordEnd, wordStart, type Find, type Span } from './span.ts';

const streets =
  'jl|jln|jalan|gg|gang|lorong|lrg|komplek?s?|kompl|perum|perumahan|perumnas|cluster|klaster|blok|blk|kp|kampung|dusun|dsn|rt|kav|kavling|rusun|rusunawa|apartemen|griya|asrama';
const number = String.raw`\d{1,4}(?:\s?[a-z])?(?:\s?[/-]\s?(?:\d{1,4}[a-z]?|[a-z]))?`;
const numberWords = String.raw`(?:no|nomor|nomer|nmr)(?:\.?\s(?:rumah|rmh))?`;
const blanks = String.raw`\s{1,3}`;
const word = String.raw`[\p{L}\d.'’/-]{1,30}`;
/** A comma may stand only where the address goes on. */
const words = String.raw`(?:${word}(?:${blanks}|,\s{0,3}(?=(?:blok|blk|gg|gang|rt|rw|${numberWords})${wordEnd}))){0,6}?`;

/** "Jl. Mawar Raya RT 03/05, No. 5A", "Blok F5 No. 11". */
const numbered = new RegExp(
  String.raw`${wordStart}(?<whole>(?:${streets})${wordEnd}[.\s]{0,3}(?<name>${words})(?<own>(?:${numberWords}|#)[.\s:]{0,3}${number}))${wordEnd}`,
  'iu',
);

/** "rumah nomor 15". */
const numberedHome = new RegExp(
  String.raw`${wordStart}(?:rumah|rmh)(?:nya|ku|\s(?:saya|sy|kami))?${blanks}(?<own>(?:${numberWords})[.\s:]{0,3}${number})${wordEnd}`,
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

const street = String.raw`(?:[Jj][Ll][Nn]?|[Jj]alan|JALAN|[Gg][Gg]|[Gg]ang)${wordEnd}[.\s]{0,3}`;
const bareNumber = String.raw`(?:[IVX]{1,4}[/-])?\d{1,3}[A-Za-z]?(?:[/-]\d{1,3})?`;

/** "Jl Mawar 5, ...": a bare number ends the address, or RT, a telephone or a district follows. Before other words it counts something. */
const bare = new RegExp(
  String.raw`${wordStart}(?<whole>${street}(?<name>(?:\p{Lu}[\p{L}.'’-]{0,29}${blanks}){1,4})(?<own>${bareNumber}))` +
    String.raw`(?=\s{0,3}(?:$|[,;)\n]|\.(?!\d)|(?:[Rr][TtWw]|[Hh][Pp]|[Ww][Aa]|[Tt]el[ep]|[Kk]el|[Kk]ec)))`,
  'u',
);

/** "Bu Ani Jl Mawar 5 sakit": beside a name the number is the house's, unless what follows is counted. */
const bareBesidePerson = new RegExp(
  String.raw`${wordStart}(?<whole>${street}(?<name>(?:${word}${blanks}){1,4}?)(?<own>${bareNumber}))${wordEnd}(?!\s{0,2}(?:` +
    'x|kali|titik|lubang|tiang|lampu|pohon|meter|m|cm|km|hari|minggu|bulan|tahun|jam|menit|orang|warga|rumah|kk|unit|buah|biji|ekor|motor|mobil|truk|pintu|no|nomor|persen' +
    String.raw`)${wordEnd})`,
  'iu',
);

const namesNumbers = new RegExp(
  String.raw`${wordStart}(?:nasional|provinsi|tol|lingkar|km|rt|rw|jalur|rute|koridor|tahun|pukul|jam|tanggal|tgl|lantai|tahap|ada|sekitar|hampir|selama|per|ke|rusak|berlubang|sdn?|smpn?|sman?|umur|usia|sudah|udah|sejak|depan)${wordEnd}`,
  'iu',
);

/** "Blok C3/7", "Blok AA-12/7", "Jl Dahlia Blok B/14". */
const inBlock = new RegExp(
  String.raw`${wordStart}(?<whole>(?:(?:${streets})${wordEnd}[.\s]{0,3}(?:${word}${blanks}){1,4}?)?` +
    String.raw`(?:blok|blk|block)${wordEnd}[.\s]{0,3}[a-z]{1,2}(?:\s?-?\d{1,3}\s?[/-]|\s?/)\s?(?<own>\d{1,3}[a-z]?))${wordEnd}`,
  'iu',
);

/** "Bu Ani Blok C12": whether the block or the house has the number, with her name it is enough. */
const blockBesidePerson = new RegExp(
  String.raw`${wordStart}(?<own>(?:blok|blk|block)${wordEnd}[.\s]{0,3}[a-z]{1,2}[\s-]?\d{1,3}[a-z]?)${wordEnd}`,
  'iu',
);

/**
 * Where people live. A numbered house by itself is a place, as the reports need them; beside somebody who is named it leads to them, street and all.
 * In a text that leads to somebody in another way (`isAboutSomebody`) the number goes and the street stays.
 */
export const houses = (text: string, isAboutSomebody: boolean): readonly Span[] => [
  ...[...numberedPlaces(text), ...findsOf(text, bare, namesNone)].flatMap((place) => {
    if (isPersonBeside(text, place.whole)) return [place.whole];
    return isAboutSomebody ? [place] : [];
  }),
  ...[...findsOf(text, bareBesidePerson, namesNone), ...findsOf(text, blockBesidePerson)].flatMap(({ whole }) =>
    isPersonBeside(text, whole) ? [whole] : [],
  ),
];

const numberedPlaces = (text: string): readonly Find[] => [
  ...findsOf(text, numbered, ({ match }) => !numberedThing.test(match.groups?.['name'] ?? '')),
  ...findsOf(text, inBlock),
  ...findsOf(text, numberedHome),
  ...findsOf(text, numberFirst, ({ before }) => !numberedThing.test(before.slice(-20))),
];

/** The words before a bare number are none that numbers follow. */
const namesNone = ({ match }: { readonly match: RegExpExecArray }): boolean =>
  !namesNumbers.test(match.groups?.['name'] ?? '');
