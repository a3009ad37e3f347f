import type { Report } from './report.ts';
import { elapsed } from './time.ts';

/** Long enough to read once more what was sent, too short for an office to have worked with it. Source: own. */
export const correctableMs = 30 * 60 * 1000;

/** Whether the words may still be mended by who wrote them: once, soon, and while nobody else has done anything with the report. */
export const mayStillCorrect = ({ happened, filedAt }: Pick<Report, 'happened' | 'filedAt'>, at: string): boolean =>
  isUntouched(happened) && !happened.includes('corrected') && elapsed(filedAt, at) < correctableMs;

/** Whether the reporter alone has done anything so far, by the kinds of what happened: nobody has worked with the report as it was before. */
export const isUntouched = (happened: Report['happened']): boolean =>
  happened.every((kind) => ['filed', 'corrected', 'photos_added'].includes(kind));
