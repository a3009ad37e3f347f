import { createHmac } from 'node:crypto';

import { tokensOf } from '../domain/words/tokens.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';

/** What two reports have in common that say the same of the same place. Null: nothing was written. */
export type Likeness = { readonly words: Buffer | null; readonly place: Buffer | null };

type Said = { readonly description: string; readonly place: string };

/**
 * The marks of what was written: equal for texts with the same words in the same order, however they are set. Hidden under a key of the
 * installation, and apart for each tenant: nobody who reads the table can try out texts.
 */
export const likenessOf = (keyring: Pick<Keyring, 'derive'>, tenantId: string, said: Said): Likeness => {
  const key = keyring.derive('likeness');
  const mark = (what: keyof Said): Buffer | null => {
    const words = tokensOf(said[what]).join(' ');
    return words === '' ? null : createHmac('sha256', key).update(`${tenantId} ${what} ${words}`).digest();
  };
  return { words: mark('description'), place: mark('place') };
};
