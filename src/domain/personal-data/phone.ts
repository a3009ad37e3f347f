import { spelledNumbers } from './phone-spelled.ts';
import { digitsOf, gap, isAmount, isDate, spansOf, wordEnd, wordStart, type Span } from './span.ts';

/** Links that open a conversation with a number. */
const chatLink =
  /(?:https?:\/\/)?(?:wa\.me|(?:(?:api|web|www)\.)?whatsapp\.com\/send|whatsapp:\/\/send)[/?][^\s<>"]{0,200}[\w=]/i;

/** How a number begins, how many digits it has with that beginning, and what the next group of them looks like. */
type Beginning = {
  readonly pattern: RegExp;
  readonly digits: readonly [least: number, most: number];
  readonly group: RegExp;
};

const plainGroup = new RegExp(String.raw`(${gap}{0,3})(\d{1,17})`, 'uy');
/** The beginning of a mobile number is sure enough to look for the rest behind brackets, strokes, commas, stars and line ends. */
const looseGroup = /([ \t\u00a0.\-\u2010-\u2015/_,()*~|:=\u00b7\u2022\r\n]{0,4})(\d{1,17})/uy;
const plainJoin = new RegExp(`^${gap}*$`, 'u');

const country = String.raw`\(?(?:\+|00)?62\)?${gap}{0,2}(?:\(0\)|0)?${gap}?`;

/** 0812..., 0 812..., +62 812..., 62-812..., o812... with the letter that people type for the nought. Toll-free 0800 is nobody's. */
const mobile: Beginning = {
  pattern: new RegExp(String.raw`(?<!\d)(?:\(?0[ \-]?|(?<!\p{L})o)8[1-9]`, 'iu'),
  digits: [10, 13],
  group: looseGroup,
};
const mobileAbroad: Beginning = {
  pattern: new RegExp(String.raw`(?<!\d)${country}8[1-9]`, 'iu'),
  digits: [11, 15],
  group: looseGroup,
};

/** (021) 555 1234, 0251-8312345, 021/5551234: area codes of two digits are those of the five largest cities. */
const fixed: Beginning = {
  pattern: new RegExp(String.raw`(?<![\d/.,-])\(?0(?:21|22|24|31|61|[2-79]\d\d)\)?(?:/(?=\d{5}))?`, 'u'),
  digits: [9, 12],
  group: plainGroup,
};
const fixedAbroad: Beginning = {
  pattern: new RegExp(String.raw`(?<!\d)\(?\+62\)?${gap}{0,2}(?:\(0\)|0)?${gap}?[2-79]\d`, 'u'),
  digits: [10, 14],
  group: plainGroup,
};
const foreign: Beginning = { pattern: /(?<!\d)\(?\+(?!62)[1-9]\d{0,2}\)?/u, digits: [9, 15], group: plainGroup };

export const mobileNumbers = (text: string): readonly Span[] => [
  ...spansOf(text, chatLink),
  ...numbers(text, mobileAbroad),
  ...numbers(text, mobile),
  ...spelledNumbers(text),
];

export const otherNumbers = (text: string): readonly Span[] => [
  ...numbers(text, fixedAbroad),
  ...numbers(text, fixed),
  ...numbers(text, foreign),
  ...announced(text),
  ...spansOf(text, withoutNought),
];

/** After words that announce a number six digits are enough. */
const announced = (text: string): readonly Span[] =>
  spansOf(
    text,
    announcement,
    ({ written }) => !isEverybodys(digitsOf(written)) && !isAmount(written) && !isDate(written),
  );

const announcing =
  'hp|wa|whats?app|telp?|telpo?n|telepon|telfon|tlpn?|tlfn|phone|handphone|ponsel|mobile|kontak|contact|cp|hub|hubungi|call|chat|japri|sms';
const whose =
  'no|nomor|nomer|hp|wa|saya|sy|kami|aku|gue|gw|nya|di|ke|aja|aktif|langsung|kantor|rumah(?! sakit)|istri|suami|anak|ortu|' +
  String.raw`(?:pak|bu|ibu|bapak|mas|mbak|kang|teh)(?:\s\p{L}{2,20})?`;

const announcement = new RegExp(
  String.raw`${wordStart}(?:${announcing})(?:nya|ku)?${wordEnd}[\s.:=(/\-]{0,4}` +
    String.raw`(?:(?:${whose})${wordEnd}[\s.:=)/\-]{0,3}){0,3}(?<own>\+?\d(?:${gap}?\d){5,13})(?!\d)`,
  'iu',
);

/** "nomor saya: 812-3456-7890": somebody's own, without the nought. */
const withoutNought = new RegExp(
  String.raw`${wordStart}(?:no|nomor|nomer)${wordEnd}[\s.]{0,2}(?:(?:saya|kami|ku|pribadi|suami|istri|pak|bu|ibu|bapak)${wordEnd}[\s.:=(\-]{0,4}){1,3}(?<own>8[1-9](?:${gap}?\d){7,10})(?!\d)`,
  'iu',
);

/** Call centres and toll-free numbers. */
const isEverybodys = (digits: string): boolean => /^(1500\d{3}|140\d{2}|0?80[0-9]\d{4,8})$/.test(digits);

const numbers = (text: string, beginning: Beginning): readonly Span[] =>
  spansOf(text, beginning.pattern).flatMap((start) => {
    const to = endOf(text, start, beginning);
    if (to === null) return [];
    const written = text.slice(start.from, to);
    if (isListOfPrefixes(written) || isLetterNumber(written, text.slice(Math.max(0, start.from - 20), start.from)))
      return [];
    // A bracket that closes behind the number stays, and so does the one that opened it.
    return [{ from: written.startsWith('(') && !written.includes(')') ? start.from + 1 : start.from, to }];
  });

/** 0811, 0812, 0813: what numbers begin with. */
const isListOfPrefixes = (written: string): boolean => /^08\d\d(?:\D{1,3}08\d\d){1,9}$/.test(written);

/** Surat 0812/345/2024. */
const isLetterNumber = (written: string, before: string): boolean =>
  /^\d+\/(?:\d+\/)*(?:19|20)\d{2}$/.test(written) &&
  /(?:surat|sk|perda|perwal|laporan|agenda)\b[^\d\n]*$/i.test(before);

const countOf = (written: string): number => digitsOf(written.replace(/^o/i, '0')).length;

/**
 * Where the groups of a number end. Once there are digits enough, a group belongs to it only when it is joined as the ones before and is no short
 * count of something else, as in "0812 3456 7890 20 orang"; in "0812 34 56 78 90" all groups are short.
 */
const endOf = (text: string, start: Span, { digits: [least, most], group }: Beginning): number | null => {
  let [end, count, lastLength] = [start.to, countOf(text.slice(start.from, start.to)), most];
  let joint: string | undefined;
  for (let match = take(group, text, end); match !== null; match = take(group, text, end)) {
    const [all, join = '', digits = ''] = match;
    const isShort = join.trim() === '' && digits.length < Math.min(3, lastLength);
    if (count >= least && (isShort || !isJoinedAs(join, joint))) break;
    if (count + digits.length > most) break;
    joint = join === '' ? joint : join;
    [end, count, lastLength] = [end + all.length, count + digits.length, digits.length];
  }
  const isWhole = !/\d/.test(text.charAt(end));
  return isWhole && count >= least ? end : null;
};

const isJoinedAs = (join: string, joint: string | undefined): boolean =>
  joint === undefined ? plainJoin.test(join) : join.replaceAll(blanks, '') === joint.replaceAll(blanks, '');

/** Not the ends of lines: what stands on the next line is joined otherwise. */
const blanks = /[ \t\u00a0]/g;

const take = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
