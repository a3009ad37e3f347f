import { digitsOf, gap, isDate, spansOf, wordEnd, wordStart, type Span } from './span.ts';

/** Nought to nine, as they are said in Indonesian, in Sundanese, in Javanese, in English. */
const digitWords = [
  'nol|enol|kosong|zero',
  'satu|hiji|siji|one',
  'dua|loro|two',
  'tiga|tilu|telu|three',
  'empat|ampat|opat|papat|four',
  'lima|limo|five',
  'enam|anem|genep|enem|six',
  'tujuh|tuju|pitu|seven',
  'delapan|dlapan|lapan|dalapan|wolu|eight',
  'sembilan|salapan|songo|sanga|nine',
].join('|');
const between = String.raw`[\s,.\-]{0,3}`;
const nought = '(?:nol|enol|kosong|zero|0)';
const eight = '(?:delapan|dlapan|lapan|dalapan|wolu|eight|8)';

/** "nol delapan satu dua ...", "nol 812 tiga empat 5678": said in words, or partly so. */
const inWords = new RegExp(
  String.raw`${wordStart}(?:${nought}|(?:plus\s)?(?:enam|6)${between}(?:dua|2))${between}${eight}(?:${between}(?:${digitWords}|\d{1,4}(?!\d)|dobel|double)){4,13}${wordEnd}`,
  'iu',
);

/** "O812OOOO4571", "0812 34l2 5678": letters that look like noughts and ones. */
const lookAlike = new RegExp(
  String.raw`${wordStart}(?:\+?62${gap}?|[0o]${gap}?)8${gap}?[1-9il|](?:${gap}?[\doil|]){7,10}${wordEnd}`,
  'iu',
);

/** "0 8 1 2 ...": typed with a blank after each digit, so that no program should see it. */
const apart = /(?<!\d)0[ .-]8(?:[ .-]\d){8,11}(?!\d)/;

/** "08 12 3456 7890", "0.812.345.6789": parted where nobody parts. */
const oddlyParted = new RegExp(String.raw`(?<!\d)0${gap}?8${gap}?[1-9](?:${gap}?\d){7,10}(?!\d)`, 'u');

/** 08.15-09.30 10.00 */
const areTimes = (written: string): boolean => /^\d\d\.[0-5]\d\D\d\d\.[0-5]\d(?!\d)/.test(written);

/** Numbers of mobile telephones that are not written in plain digits one behind the other. */
export const spelledNumbers = (text: string): readonly Span[] => [
  ...spansOf(text, inWords, ({ written }) => /\p{L}/u.test(written)),
  ...spansOf(text, lookAlike, ({ written }) => /[oil|]/i.test(written) && digitsOf(written).length >= 5),
  ...spansOf(text, apart),
  ...spansOf(text, oddlyParted, ({ written }) => !isDate(written) && !areTimes(written)),
];
