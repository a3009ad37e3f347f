import type { Report } from './report.ts';
import { elapsed } from './time.ts';

/** Long enough to read once more what was sent, too short for an office to have worked with it. Source: own. */
export const correctableMs = 30 * 60 * 1000;

/** Whether the words may still be mended by who wrote them: once, soon, and while nobody has done anything with the report. */
export const mayStillCorrect = ({ version, filedAt }: Pick<Report, 'version' | 'filedAt'>, at: string): boolean =>
  version === 1 && elapsed(filedAt, at) < correctableMs;
