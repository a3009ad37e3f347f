import { sql, type RawBuilder } from 'kysely';

import type { Tx } from './tx.ts';

/** Letters to one person that went, or failed, together. */
export type LetterBatch = {
  readonly tenantId: string;
  readonly userId: string;
  readonly noticeIds: readonly string[];
};

/** Over some sixteen hours, see `retryWait`. */
export const mostTries = 12;

/** How long after its moment a letter is tried again that failed so many times: 0 s, 2 s, 6 s ... 6 and 17 hours. Of the letter itself, so that news cannot hurry its tries. */
export const retryWait = (attempts: RawBuilder<number>): RawBuilder<unknown> =>
  sql`make_interval(secs => exp(${attempts}) - 1)`;

/** One hand at a time writes to a person, until the end of the transaction; the next one waits. */
export const lockLetters = async (tx: Tx, tenantId: string, userId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa post letters ${tenantId} ${userId}`}, 0))`.execute(
    tx,
  );
};

/** Handed over for good: they are never sent again. */
export const markLettersSent = async (tx: Tx, batch: LetterBatch, at: Date): Promise<void> => {
  await change(tx, batch, sql`state = 'sent', attempts = attempts + 1, last_error = null, sent_at = ${at}`);
};

/** Given up: no way leads to this person, they want none, or the letter was refused for good. */
export const dropLetters = async (tx: Tx, batch: LetterBatch, reason: string): Promise<void> => {
  await change(tx, batch, sql`state = 'dropped', last_error = ${reason}`);
};

/** Still waiting, unless this was the last try. */
export const recordLettersFailure = async (tx: Tx, batch: LetterBatch, reason: string): Promise<void> => {
  await change(
    tx,
    batch,
    sql`attempts = attempts + 1, last_error = ${reason}, state = case when attempts + 1 < ${mostTries} then 'waiting' else 'dropped' end`,
  );
};

const change = async (
  tx: Tx,
  { tenantId, userId, noticeIds }: LetterBatch,
  assignments: RawBuilder<unknown>,
): Promise<void> => {
  await sql`
    update laksa.post_letter set ${assignments}
    where tenant_id = ${tenantId} and user_id = ${userId} and notice_id = any(${noticeIds}) and state = 'waiting'`.execute(
    tx,
  );
};
