import { spansOf, wordEnd, type Span } from './span.ts';

const mailbox = String.raw`[\w.%+-]{1,64}`;
const name = String.raw`[\w-]{1,63}`;

const address = new RegExp(String.raw`${mailbox}@${name}(?:\.${name}){0,4}\.[a-z]{2,24}`, 'i');

/** " @ ", "[@]", "(at)", " at ". */
const at = String.raw`(?:\s?(?:@|[([{]\s?(?:@|at)\s?[)\]}])\s?|\sat\s)`;
/** ".", "(dot)", " dot ", " titik ". */
const dot = String.raw`(?:\.|\s?[([{]\s?(?:\.|dot|titik)\s?[)\]}]\s?|\s(?:dot|titik)\s)`;

/** "budi (at) gmail (dot) com", "budi at gmail", "budi @gmail.com": with a house that everybody knows the rest may be missing. */
const atProvider = new RegExp(
  String.raw`${mailbox}${at}(?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail)(?:\s?${dot}\s?(?:com|co${dot}id|id|net))?${wordEnd}`,
  'iu',
);

/** "budi(at)perusahaan(dot)co(dot)id", "budi @ perusahaan.co.id": with any other it must end as addresses do. */
const atHouse = new RegExp(
  String.raw`${mailbox}${at}${name}(?:${dot}${name}){0,3}?${dot}(?:com|net|org|info|biz|id)(?:${dot}id)?${wordEnd}`,
  'iu',
);

export const emails = (text: string): readonly Span[] =>
  [address, atProvider, atHouse].flatMap((pattern) => spansOf(text, pattern));
