import { createHash } from 'node:crypto';

import type { ReportBody } from './report-body.ts';

export type NonceSource = {
  readonly keyId: string;
  /** `Idempotency-Key`, or the body's `nonce`. */
  readonly sent: string | undefined;
  readonly body: ReportBody;
  readonly at: Date;
};

/**
 * What makes two requests the same report: what the caller says, else the content and the minute. It counts for one key alone: whoever picks the word
 * another program has used must not be shown that report and its code.
 */
export const nonceOf = ({ keyId, sent, body, at }: NonceSource): string => {
  if (sent !== undefined && sent.trim() !== '') return `key ${keyId} ${sent.trim()}`;
  const minute = Math.floor(at.getTime() / 60_000);
  const content = createHash('sha256')
    .update(JSON.stringify(Object.entries(body).toSorted()))
    .digest('hex');
  return `key ${keyId} ${minute} ${content}`;
};
