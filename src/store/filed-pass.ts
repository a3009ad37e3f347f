import { openPass, sealPass, type PassHolder } from './sealed-pass.ts';

/** What the page after filing, and the receipt, are shown for. */
export type FiledPass = {
  readonly reportId: string;
  /** Whether the code may be shown with it: only to who has just filed. */
  readonly showsCode: boolean;
  /** The pass itself stands in the address; without the cookie of the browser that filed it shows the code for this long only. */
  readonly codeUntil: number;
  readonly isDanger: boolean;
  readonly droppedPhotos: boolean;
};

type Holder = Omit<PassHolder, 'kind'>;

export const filedPassMs = 24 * 60 * 60 * 1000;
/** Long enough to be led from the form to its answer by whatever carries no cookies. */
export const codeWithoutCookieMs = 10 * 60 * 1000;

export const sealFiledPass = (holder: Holder, pass: Omit<FiledPass, 'codeUntil'>, at: Date): string =>
  sealPass(
    { ...holder, kind: 'filed' },
    {
      r: pass.reportId,
      c: pass.showsCode,
      u: at.getTime() + codeWithoutCookieMs,
      d: pass.isDanger,
      p: pass.droppedPhotos,
    },
    new Date(at.getTime() + filedPassMs),
  );

export const openFiledPass = (holder: Holder, pass: string, at: Date): FiledPass | null =>
  openPass({ ...holder, kind: 'filed' }, pass, at, read);

const read = (content: object): FiledPass | null =>
  'r' in content && typeof content.r === 'string' && 'u' in content && typeof content.u === 'number'
    ? {
        reportId: content.r,
        showsCode: 'c' in content && content.c === true,
        codeUntil: content.u,
        isDanger: 'd' in content && content.d === true,
        droppedPhotos: 'p' in content && content.p === true,
      }
    : null;
