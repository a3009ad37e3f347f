import { spansOf, wordEnd, wordStart, type Span } from './span.ts';

/** The letters that plates begin with, by region. */
const regions = 'A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABGS]?|R|S|T|W|Z';

const plate = new RegExp(
  String.raw`${wordStart}(?:${regions})([ .-]{0,3})(\d{1,4})[ .-]{0,3}([A-Z]{1,3})${wordEnd}`,
  'iu',
);
const shortPlate = new RegExp(
  String.raw`${wordStart}(?:plat|pelat|nopol|no\.? ?pol|(?:no|nomor) polisi|(?:plat|pelat) (?:no|nomor)|(?:no|nomor) (?:plat|pelat))(?:nya)?${wordEnd}[\s.:=\-]{0,3}(?<own>(?:${regions})[ .-]{0,3}\d{1,4}(?:[ .-]{0,3}[A-Z]{1,3})?)${wordEnd}`,
  'iu',
);

/** Little words that follow a number in a sentence, above all in one that is written in capitals. */
const littleWords = new Set(
  'ada ah am atm cm dan dg di dkk dll dr gak gg gr hal hp itu ini jam jl jt juz ka ke kel kec kg kk km kwh lah lt m mm mau no of per pm pp rb rt rw rp sd sdh sm sms tak tgl tdk th thn tv unit usd wa wib yg'.split(
    ' ',
  ),
);

/** Those of them that count or measure: right behind a vehicle and its letter nothing is measured, and they end a plate. */
const measures = /^(?:cm|hp|jt|kg|kk|km|kwh|lt?|m|mm|pm|pp|rb|rp|rt|rw|sd|tv)$/i;

/** What numbers the things it stands before: blocks, gates, routes. */
const numbering =
  /(?:blok|blk|block|gang|gg|lantai|tower|gedung|kios|los|rute|trayek|koridor|jurusan|angkot|bus|kelas|jalur|gate|pintu|tiang|gardu|seri|tipe|type|kode)\W*$/i;

const vehicle =
  'plat|pelat|nopol|polisi|mobil|motor|truk|truck|bus|pick ?up|kendaraan|taksi|ojek|ojol|sedan|minibus|toyota|honda|daihatsu|suzuki|yamaha|mitsubishi|nissan|kawasaki|' +
  'angkot|bentor|bajaj|ambulans?|matic|losbak|trailer|tangki|pengendara|sopir|supir|driver|gojek|grab|' +
  'pajero|alphard|mobilio|wuling|hiace|elf|ninja|supra|satria|revo|jupiter|vixion|' +
  'avanza|xenia|innova|fortuner|rush|terios|agya|ayla|calya|sigra|brio|jazz|civic|ertiga|xpander|pajero|livina|yaris|hilux|gran ?max|vario|beat|scoopy|mio|nmax|pcx|aerox|vespa';
const vehicles = new RegExp(String.raw`\b(?:${vehicle})(?:nya)?\b`, 'i');
const rightBehindVehicle = new RegExp(String.raw`\b(?:${vehicle})(?:nya)?\W*$`, 'i');

/** B 1234 XYZ, in capitals or beside a vehicle, or written in one word; with one digit or two only in capitals beside a vehicle. */
export const plates = (text: string): readonly Span[] => [
  ...spansOf(text, shortPlate),
  ...spansOf(text, plate, ({ written, before, match: [, joint = '', digits = '', letters = ''] }) => {
    const isCapital = written === written.toUpperCase();
    const isWhole = digits.length === 4 && letters.length > 1;
    if (!isWhole && numbering.test(before)) return false;
    if (digits.length < 3 && !(isCapital && letters.length > 1 && vehicles.test(before))) return false;
    const endsPlate = isCapital && measures.test(letters) && rightBehindVehicle.test(before);
    if (littleWords.has(letters.toLowerCase()) && !endsPlate) return false;
    return isCapital || joint === '' || vehicles.test(before);
  }),
];
