import { spansOf, wordEnd, type Span } from './span.ts';

const mailbox = String.raw`[\w.%+-]{1,64}`;
const name = String.raw`[\w-]{1,63}`;

const address = new RegExp(String.raw`${mailbox}@${name}(?:\.${name}){0,4}\.[a-z]{2,24}`, 'i');

/** "(at)", "[@]": nobody writes so but to hide an address. */
const hiddenAt = String.raw`\s?[([{]\s?(?:@|at|et|a)\s?[)\]}]\s?`;
/** The same, " @ ", " at ". */
const at = String.raw`(?:\s?@\s?|${hiddenAt}|\s(?:at|et)\s)`;
/** ".", "(dot)", " dot ", " titik ". */
const spelledDot = String.raw`(?:\s?[([{]\s?(?:\.|dot|titik|point)\s?[)\]}]\s?|\s(?:dot|titik|point)\s)`;
const dot = String.raw`(?:\.|${spelledDot})`;

/** "budi (dot) santoso", "budi underscore 99": what stands before the at, spelled. */
const spelledMailbox = String.raw`(?:[\w+-]{1,40}(?:${spelledDot}|\s(?:underscore|garis bawah|strip)\s)){0,3}${mailbox}`;

const providers =
  'gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|rocketmail|live|msn|aol|zoho|yandex|protonmail|proton';
const providerEnd = String.raw`(?:${providers})(?:(?:\s?[.,]\s?|${spelledDot})(?:com|co${dot}id|id|net|me))?${wordEnd}`;

/** "budi (at) gmail (dot) com", "budi at gmail", "budi@gmail,com": with a house that everybody knows the rest may be missing. */
const atProvider = new RegExp(String.raw`${spelledMailbox}(?:${at}|[-_*]at[-_*])${providerEnd}`, 'iu');

const houseName = String.raw`${name}(?:${dot}${name}){0,3}?${dot}`;
const endings = 'com|net|org|info|biz|id|io|me|xyz|online|site|web|store|app|my|sg|au|us|uk|nl|example';

/** "budi @ perusahaan.co.id", "budi at perusahaan dot com": it must end as addresses do. */
const atHouse = new RegExp(String.raw`${spelledMailbox}${at}${houseName}(?:${endings})(?:${dot}id)?${wordEnd}`, 'iu');

/** "budi(at)perusahaan(dot)museum": so hidden it may end as it likes. */
const atHiddenHouse = new RegExp(String.raw`${spelledMailbox}${hiddenAt}${houseName}[a-z]{2,24}${wordEnd}`, 'iu');

/** "email saya budi99 gmail.com": the at forgotten. */
const withoutAt = new RegExp(
  String.raw`(?:e-?mail|surel|imel)(?:nya|ku)?[\s:=]{1,3}(?:(?:saya|sy|aku|gue|gw|kami)[\s:=]{1,3})?(?<own>${mailbox}\s${providerEnd})`,
  'iu',
);

export const emails = (text: string): readonly Span[] =>
  [address, atProvider, atHouse, atHiddenHouse, withoutAt].flatMap((pattern) => spansOf(text, pattern));
