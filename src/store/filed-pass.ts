import { notTakenProblems } from '../domain/photo.ts';
import type { RefusedPhoto } from './photo-intake.ts';
import { openPass, sealPass, type PassHolder } from './sealed-pass.ts';

/** What the page after filing, and the receipt, are shown for. */
export type FiledPass = {
  readonly reportId: string;
  /** Whether the code may be shown with it: only to who has just filed. */
  readonly showsCode: boolean;
  /** The pass itself stands in the address; without the cookie of the browser that filed it shows the code for some minutes only. */
  readonly codeUntil: number;
  /** So long the browser that filed is let into the report without its code. */
  readonly letsInUntil: number;
  /** The same had been filed before: nothing new was made. */
  readonly isRepeat: boolean;
  readonly isDanger: boolean;
  readonly isPlaceUnsure: boolean;
  /** The words may mean several kelurahan. */
  readonly isVillageOpen: boolean;
  /** The region elsewhere that the words name; null: none. */
  readonly region: string | null;
  /** Files that were not taken; their names may be cut. */
  readonly refusedPhotos: readonly RefusedPhoto[];
};

type Holder = Omit<PassHolder, 'kind'>;

export const filedPassMs = 24 * 60 * 60 * 1000;
/** Long enough to be led from the form to its answer by whatever carries no cookies, and over before an address is passed on. */
export const codeWithoutCookieMs = 2 * 60 * 1000;
export const letsInMs = 10 * 60 * 1000;

export const sealFiledPass = (holder: Holder, pass: Omit<FiledPass, 'codeUntil' | 'letsInUntil'>, at: Date): string =>
  sealPass(
    { ...holder, kind: 'filed' },
    {
      r: pass.reportId,
      c: pass.showsCode,
      t: at.getTime(),
      a: pass.isRepeat,
      d: pass.isDanger,
      o: pass.isPlaceUnsure,
      v: pass.isVillageOpen,
      g: pass.region,
      p: pass.refusedPhotos
        .slice(0, mostNamed)
        .map(({ name, problem }) => [[...name].slice(-longestName).join(''), problem]),
    },
    new Date(at.getTime() + filedPassMs),
  );

export const openFiledPass = (holder: Holder, pass: string, at: Date): FiledPass | null =>
  openPass({ ...holder, kind: 'filed' }, pass, at, read);

/** So many that the pass still fits into an address. */
const mostNamed = 5;
const longestName = 24;

const readRefused = (one: unknown): readonly RefusedPhoto[] => {
  if (!Array.isArray(one)) return [];
  const [name, said]: readonly unknown[] = one;
  const problem = notTakenProblems.find((known) => known === said);
  return typeof name === 'string' && problem !== undefined ? [{ name, problem }] : [];
};

const read = (content: object): FiledPass | null =>
  'r' in content && typeof content.r === 'string' && 't' in content && typeof content.t === 'number'
    ? {
        reportId: content.r,
        showsCode: 'c' in content && content.c === true,
        codeUntil: content.t + codeWithoutCookieMs,
        letsInUntil: content.t + letsInMs,
        isRepeat: 'a' in content && content.a === true,
        isDanger: 'd' in content && content.d === true,
        isPlaceUnsure: 'o' in content && content.o === true,
        isVillageOpen: 'v' in content && content.v === true,
        region: 'g' in content && typeof content.g === 'string' ? content.g : null,
        refusedPhotos: 'p' in content && Array.isArray(content.p) ? content.p.flatMap(readRefused) : [],
      }
    : null;
