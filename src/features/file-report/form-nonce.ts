import { createHash } from 'node:crypto';

import { isUuid } from '../../platform/db/uuid7.ts';
import type { ReportFields } from './report-fields.view.tsx';

/**
 * What makes two posts the same report: the uuid that came with the form. A form without one is the same as another when it says the same within
 * the same minute. Any other word is not taken for a nonce: a program that always sends `1` would be shown a stranger's report.
 */
export const nonceOf = (sent: string, fields: ReportFields, at: Date): string => {
  const nonce = sent.trim().toLowerCase();
  if (isUuid(nonce)) return nonce;
  const minute = Math.floor(at.getTime() / 60_000);
  return createHash('sha256')
    .update(JSON.stringify([minute, Object.entries(fields).toSorted()]))
    .digest('hex');
};
