import { sql } from 'kysely';

import type { PersonField } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';

/** A change that was made, or waits to be confirmed; `doneAt` null: it waits. */
export type ContactChangeTold = {
  readonly field: PersonField;
  readonly state: string;
  /** What it did; null: what stood there is forgotten by now. */
  readonly did: 'added' | 'changed' | null;
  readonly doneAt: string | null;
  readonly expiresAt: string;
};

export type ContactHistory = {
  readonly reporter_id: string | null;
  readonly claim_generation: number;
  readonly changes: readonly ContactChangeTold[];
};

/** Newest first; what nobody confirmed is left out. */
export const readContactHistory = async (
  tx: Tx,
  tenantId: string,
  reportId: string,
): Promise<ContactHistory | null> => {
  const { rows } = await sql<ContactHistory>`
    select r.reporter_id, r.claim_generation,
      (select coalesce(json_agg(json_build_object('field', c.field, 'state', c.state, 'did',
            case when c.new_sealed is null then null when c.old_sealed is null then 'added' else 'changed' end, 'doneAt', c.done_at, 'expiresAt', c.expires_at)
          order by c.id desc), '[]')
        from laksa.contact_change c
        where c.tenant_id = r.tenant_id and c.report_id = r.id and (c.state = 'waiting' or c.done_at is not null)) as changes
    from laksa.report r where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};
