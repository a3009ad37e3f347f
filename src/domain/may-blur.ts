import type { Report } from './report.ts';
import { seesReport } from './permission.ts';
import type { Post } from './role.ts';
import { sitsAtDesk } from './who.ts';

type Shown = Parameters<typeof seesReport>[1] & Pick<Report, 'class'>;

/**
 * Whether a post may say what nobody shall recognise on a picture: who decides that it is shown. What came with a report is shown at the desk, what
 * proves an answer by its validator, and later at the desk as well.
 */
export const mayBlur = (post: Post, report: Shown, purpose: 'report' | 'proof'): boolean => {
  if (!seesReport(post, report)) return false;
  const isAtDesk = sitsAtDesk(post, 'verifier', report) || sitsAtDesk(post, 'coordinator', report);
  return isAtDesk || (purpose === 'proof' && report.class !== 'berkadar' && post.roles.includes('validator'));
};
