import { fields, type Field, type Kind } from './who-sees-what.ts';

/** One unique thing that a report says in one field. */
export type Mark = { readonly city: string; readonly number: string; readonly kind: Kind; readonly field: Field };

/** Every mark by what it looks like in a page. */
export type Marks = Map<string, Mark>;

/** What one report says; its picture is known by an id that is not chosen here. */
export type Sayings = Readonly<Record<Exclude<Field, 'picture'>, string>>;

/** How a picture that was served is kept among the marks. */
export const pictureMark = (photoId: string): string => `picture ${photoId}`;

/** What the n-th report says in each field; nothing of it occurs anywhere else. */
export const sayingsOf = (n: number): Sayings => ({
  title: wordOf(n, 'title'),
  description: wordOf(n, 'description'),
  publicTitle: wordOf(n, 'publicTitle'),
  publicDescription: wordOf(n, 'publicDescription'),
  place: wordOf(n, 'place'),
  coordinates: `6.${String(170_003 + n * 7)}`,
  fileName: wordOf(n, 'fileName'),
  exif: wordOf(n, 'exif'),
  question: wordOf(n, 'question'),
  info: wordOf(n, 'info'),
  accept: wordOf(n, 'accept'),
  officerMessage: wordOf(n, 'officerMessage'),
  reporterMessage: wordOf(n, 'reporterMessage'),
  note: wordOf(n, 'note'),
  answer: wordOf(n, 'answer'),
  name: wordOf(n, 'name'),
  phone: `62812${String(30_000_000 + n * 977)}`,
  email: wordOf(n, 'email'),
  subject: wordOf(n, 'subject'),
});

const letters = 'bcdfghjkmnprstvwy';
const wordLength = 10;
/** Coprime to the count of all words: neighbours look nothing alike, so that no search for one finds the other by likeness. */
const stride = 982_451_653n;

const wordOf = (n: number, field: Field): string => {
  const all = BigInt(letters.length) ** BigInt(wordLength);
  let rest = (BigInt(n * fields.length + fields.indexOf(field) + 1) * stride * 1_000_003n) % all;
  let word = 'zq';
  for (let at = 0; at < wordLength; at++) {
    word += letters[Number(rest % BigInt(letters.length))] ?? '';
    rest /= BigInt(letters.length);
  }
  return word;
};

/** All that could be a mark in an answer, whatever it is written in: words, telephone numbers however they are spaced, degrees. */
export const marksIn = (body: string): ReadonlySet<string> => {
  const text = body.toLowerCase();
  return new Set([
    ...(text.match(/zq[a-z]{10}/g) ?? []),
    ...(text.match(/6[.,]1\d{5}/g) ?? []).map((degrees) => degrees.replace(',', '.')),
    ...(text.match(/(?:62|0)[\s.-]?8[\d\s.-]{8,14}\d/g) ?? []).map(internationalOf),
  ]);
};

const phoneLength = 13;

const internationalOf = (phone: string): string =>
  phone.replaceAll(/\D/g, '').replace(/^0/, '62').slice(0, phoneLength);
