import type { CommandOf } from '../domain/move.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import { likenessOf } from './likeness.ts';
import type { Tx } from './tx.ts';

type Corrected = { readonly tenantId: string; readonly reportId: string; readonly command: CommandOf<'correct'> };

/** The marks of the words that now count; without a keyring the report is likened to nothing rather than by words that were wrong. */
export const markCorrected = async (
  tx: Tx,
  keyring: Pick<Keyring, 'derive'> | undefined,
  { tenantId, reportId, command }: Corrected,
): Promise<void> => {
  const said = { description: command.description, place: command.place ?? '' };
  const { words, place } = keyring === undefined ? nothing : likenessOf(keyring, tenantId, said);
  await tx
    .updateTable('report')
    .set({ words_mark: words, place_mark: place })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reportId)
    .execute();
};

const nothing = { words: null, place: null };
