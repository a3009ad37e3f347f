import type { RehearsalLetter } from '../../store/rehearsal-letter.ts';
import type { Tx } from '../../store/tx.ts';

/** More than a morning of training writes. */
const most = 100;

/** The newest letters, the newest first. */
export const readRehearsalLetters = (tx: Tx, tenantId: string): Promise<readonly RehearsalLetter[]> =>
  tx
    .selectFrom('rehearsal_letter')
    .select(['name', 'receiver', 'subject', 'words', 'written_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('written_at', 'desc')
    .orderBy('name')
    .limit(most)
    .execute();
