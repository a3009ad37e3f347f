import { sql } from 'kysely';

import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

/** Where a person is written to and in which language: by their newest post here, also when it ended, for the account may not have. */
export const addresseeOf = async (
  tx: Tx,
  tenantId: string,
  userId: string,
): Promise<{ readonly address: string; readonly language: Language } | null> => {
  const { rows } = await sql<{ address: string; language: Language }>`
    select h.address, coalesce(s.language, 'id') as language
    from laksa.post_holder h left join laksa.notice_setting s on s.tenant_id = h.tenant_id and s.user_id = h.user_id
    where h.tenant_id = ${tenantId} and h.user_id = ${userId} and h.address is not null
    order by h.until_at desc nulls first, h.from_at desc limit 1`.execute(tx);
  return rows[0] ?? null;
};
