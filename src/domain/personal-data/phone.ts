import { digitsOf, gap, spansOf, wordEnd, wordStart, type Span } from './span.ts';

/** Links that open a conversation with a number. */
const chatLink =
  /(?:https?:\/\/)?(?:wa\.me|(?:api|web)\.whatsapp\.com\/send|whatsapp:\/\/send)[/?][^\s<>"]{0,200}[\w=]/i;

/** How a number begins, and how many digits it has with that beginning. */
type Beginning = { readonly pattern: RegExp; readonly digits: readonly [least: number, most: number] };

const country = String.raw`\(?(?:\+|00)?62\)?${gap}{0,2}(?:\(0\)|0)?${gap}?`;

/** 0812..., +62 812..., 62-812..., o812... with the letter that people type for the nought. Toll-free 0800 is nobody's. */
const mobile: Beginning = {
  pattern: new RegExp(String.raw`(?<!\d)(?:\(?0|(?<!\p{L})o)8[1-9]`, 'iu'),
  digits: [10, 13],
};
const mobileAbroad: Beginning = { pattern: new RegExp(String.raw`(?<!\d)${country}8[1-9]`, 'iu'), digits: [11, 15] };

/** (021) 555 1234, 0251-8312345, 021/5551234: area codes of two digits are those of the five largest cities. */
const fixed: Beginning = {
  pattern: new RegExp(String.raw`(?<![\d/.,-])\(?0(?:21|22|24|31|61|[2-79]\d\d)\)?(?:/(?=\d{5}))?`, 'u'),
  digits: [9, 12],
};
const fixedAbroad: Beginning = {
  pattern: new RegExp(String.raw`(?<!\d)\(?\+62\)?${gap}{0,2}(?:\(0\)|0)?${gap}?[2-79]\d`, 'u'),
  digits: [10, 14],
};
const foreign: Beginning = { pattern: /(?<!\d)\(?\+(?!62)[1-9]\d{0,2}\)?/u, digits: [9, 15] };

/** Typed with a blank after each digit, so that no program should see it. */
const spelled = /(?<!\d)0[ .-]8(?:[ .-]\d){8,11}(?!\d)/;

export const mobileNumbers = (text: string): readonly Span[] => [
  ...spansOf(text, chatLink),
  ...numbers(text, mobileAbroad),
  ...numbers(text, mobile),
  ...spansOf(text, spelled),
];

export const otherNumbers = (text: string): readonly Span[] => [
  ...numbers(text, fixedAbroad),
  ...numbers(text, fixed),
  ...numbers(text, foreign),
  ...announced(text),
];

/** After words that announce a number six digits are enough. */
const announced = (text: string): readonly Span[] =>
  spansOf(text, announcement, ({ written }) => !isEverybodys(digitsOf(written)));

const announcement = new RegExp(
  String.raw`${wordStart}(?:hp|wa|whats?app|telp?|telpo?n|telepon|tlpn?|handphone|kontak|cp|hub|hubungi|sms)${wordEnd}[\s.:=(\-]{0,4}` +
    String.raw`(?:(?:no|nomor|nomer|saya|kami|nya|pak|bu|ibu|bapak|di|ke)${wordEnd}[\s.:=\-]{0,3}){0,3}(?<own>\+?\d(?:${gap}?\d){5,13})(?!\d)`,
  'iu',
);

/** Call centres and toll-free numbers. */
const isEverybodys = (digits: string): boolean => /^(1500\d{3}|140\d{2}|0?80[0-9]\d{4,8})$/.test(digits);

const numbers = (text: string, { pattern, digits: [least, most] }: Beginning): readonly Span[] =>
  spansOf(text, pattern).flatMap(({ from, to }) => {
    const end = endOf(text, to, { had: countOf(text.slice(from, to)), least, most });
    return end === null ? [] : [{ from, to: end }];
  });

const countOf = (written: string): number => digitsOf(written.replace(/^o/i, '0')).length;

type Wanted = { readonly had: number; readonly least: number; readonly most: number };

/**
 * Where the groups of a number end. Once there are digits enough, a group belongs to it only when it is joined as the ones before and is no short
 * count of something else: "0812 3456 7890 20 orang".
 */
const endOf = (text: string, start: number, { had, least, most }: Wanted): number | null => {
  const group = new RegExp(String.raw`(${gap}{0,3})(\d+)`, 'uy');
  let [end, count] = [start, had];
  let joint: string | undefined;
  for (let match = take(group, text, end); match !== null; match = take(group, text, end)) {
    const [all, join = '', digits = ''] = match;
    const isEnough = count >= least;
    const isCounted = isEnough && (join.trim() !== (joint ?? join).trim() || (join.trim() === '' && digits.length < 3));
    if (isCounted || count + digits.length > most) break;
    joint = join === '' ? joint : join;
    [end, count] = [end + all.length, count + digits.length];
  }
  const isWhole = !/\d/.test(text.charAt(end));
  return isWhole && count >= least ? end : null;
};

const take = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
