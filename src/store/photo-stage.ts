import { createHmac } from 'node:crypto';
import { sql } from 'kysely';

import type { Keyring } from '../platform/keyring/keyring.ts';
import type { Tx } from './tx.ts';

/** What a picture waits under until it belongs to a report or an answer: whoever has the form has the word, and the table shows neither. */
export type PhotoStage = { readonly tenantId: string; readonly mark: Buffer };

export const formStage = (keyring: Pick<Keyring, 'derive'>, tenantId: string, nonce: string): PhotoStage =>
  stageOf(keyring, tenantId, `form ${nonce}`);

/** The proof that one post is putting together for one report. */
export const proofStage = (
  keyring: Pick<Keyring, 'derive'>,
  tenantId: string,
  { number, postId }: { readonly number: string; readonly postId: string },
): PhotoStage => stageOf(keyring, tenantId, `proof ${number} ${postId}`);

const stageOf = (keyring: Pick<Keyring, 'derive'>, tenantId: string, words: string): PhotoStage => ({
  tenantId,
  mark: createHmac('sha256', keyring.derive('photo stage')).update(`${tenantId} ${words}`).digest(),
});

/** Until the transaction ends no other puts pictures there or files them: what comes while a form is filed is with it, or comes after it. */
export const lockStage = async (tx: Tx, { mark }: PhotoStage): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa photos ${mark.toString('hex')}`}, 0))`.execute(tx);
};

/** The mark of the bytes themselves, by which the same picture sent twice is known. */
export const contentMark = (keyring: Pick<Keyring, 'derive'>, tenantId: string, sha256: string): Buffer =>
  createHmac('sha256', keyring.derive('photo content')).update(`${tenantId} ${sha256}`).digest();
