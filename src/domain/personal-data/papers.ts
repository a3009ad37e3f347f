import {
  digitsOf,
  gap,
  isAmount,
  isDate,
  isYears,
  spansOf,
  strokedGap,
  wordEnd,
  wordStart,
  type Span,
} from './span.ts';

/** Sixteen digits: NIK, family card, bank card. */
const sixteen = new RegExp(String.raw`(?<!\d)\d(?:${strokedGap}?\d){15}(?!\d)`, 'u');

const taxNumber = /(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)/;

/** NIK and family cards, also when they are set in groups; where a paper is named, also with a digit too few or too many. */
export const identityNumbers = (text: string): readonly Span[] => [
  ...spansOf(text, taxNumber),
  ...spansOf(
    text,
    sixteen,
    ({ written }) => /^\d+$/.test(written) || (isIdentityNumber(digitsOf(written)) && !isPairOfDates(written)),
  ),
];

/** 12/10/2024 14/10/2024 */
const isPairOfDates = (written: string): boolean =>
  /^\d{2}[-./]\d{2}[-./](?:19|20)\d{2}\D\d{2}[-./]\d{2}[-./](?:19|20)\d{2}$/.test(written);

export const namedPapers = (text: string): readonly Span[] => [
  ...spansOf(text, namedPaper, ({ written }) => !isAmount(written) && !isDate(written) && !isYears(written)),
  ...spansOf(text, passport),
];

const namedPaper = new RegExp(
  String.raw`${wordStart}(?:nik|e?-?ktp|kk|kartu keluarga|bpjs|npwp|paspor|sim)${wordEnd}[^\d\n]{0,20}(?<own>\d(?:${strokedGap}?\d){8,18})(?!\d)`,
  'iu',
);

/** A letter or two, then six or seven digits. */
const passport = new RegExp(
  String.raw`${wordStart}(?:paspor|passport)${wordEnd}[^\d\n]{0,20}?${wordStart}(?<own>[a-z]{1,2}${gap}?\d{6,7})${wordEnd}`,
  'iu',
);

/**
 * Province, city, district, then day and month: of birth (a woman's day plus 40) on a NIK, of issue on a family card. Groups of digits that are no such
 * number, four years in a row for one, fail at it. The codes are those of Permendagri 72/2019 and the provinces made since.
 */
const isIdentityNumber = (digits: string): boolean => {
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))];
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  return /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/.test(digits) && isDay && month >= 1 && month <= 12;
};

const banks =
  'rek|rekening|norek|bca|bri|briva|bni|btn|bsi|bjb|mandiri|danamon|permata|cimb|muamalat|seabank|jenius|jago|panin|ocbc|bank\\s\\p{L}{2,20}|gopay|ovo|shopeepay|linkaja|virtual account|va';
const run = String.raw`\d(?:${gap}?\d){8,18}`;

/** Behind the name of a bank or the word for an account, or before it. */
export const accountNumbers = (text: string): readonly Span[] => [
  ...[accountAfter, accountBefore].flatMap((pattern) =>
    spansOf(text, pattern, ({ written, before }) => isAccount(written) && !/\brp\.?\s*$/i.test(before)),
  ),
  ...spansOf(text, danaWallet, ({ written }) => isAccount(written) && !written.endsWith('000')),
];

const accountAfter = new RegExp(
  String.raw`${wordStart}(?:${banks})${wordEnd}[^\d\n]{0,25}(?<own>${run})(?!\d|\s?(?:rupiah|juta|ribu))`,
  'iu',
);
const accountBefore = new RegExp(
  String.raw`(?<!\d)(?<own>${run})[\s(,:\-]{1,4}(?:(?:di|ke|bank|no|nomor)\s){0,2}(?:${banks}|a\.?\s?n\.?|atas nama)${wordEnd}`,
  'iu',
);

/** A wallet by the name of the word for funds: the number follows at once, and is no round sum. */
const danaWallet = new RegExp(
  String.raw`${wordStart}dana${wordEnd}[\s.:=(\-]{0,3}(?:(?:no|nomor|nomer|saya|akun)${wordEnd}[\s.:=\-]{0,3}){0,2}(?<own>${run})(?!\d|\s?(?:rupiah|juta|ribu))`,
  'iu',
);

const isAccount = (written: string): boolean =>
  !isAmount(written) &&
  !isDate(written) &&
  !isYears(written) &&
  (digitsOf(written).length >= 10 || /^\d{9}$/.test(written));
