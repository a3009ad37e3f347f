import { sql } from 'kysely';

import type { NoticeSteps } from '../../domain/notice-steps.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

/** How a person wants their letters now. */
export type ChoiceRow = {
  readonly steps: NoticeSteps;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
  readonly language: Language;
  readonly stopped_at: Date | null;
  readonly has_address: boolean;
};

export const readChoice = async (tx: Tx, tenantId: string, personId: string): Promise<ChoiceRow | null> => {
  const { rows } = await sql<ChoiceRow>`
    select coalesce(c.steps, 'all') as steps, c.quiet_from, c.quiet_until, p.language, c.stopped_at,
      exists (select from laksa.person_field f where f.tenant_id = p.tenant_id and f.person_id = p.id and f.field = 'email') as has_address
    from laksa.person p left join laksa.notice_choice c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(tx);
  return rows[0] ?? null;
};

/** Whose report it is, and by which generation of its code somebody is let in. */
export type ReporterRow = { readonly reporter_id: string | null; readonly claim_generation: number };

export const readReporter = async (tx: Tx, tenantId: string, reportId: string): Promise<ReporterRow | null> => {
  const { rows } = await sql<ReporterRow>`
    select reporter_id, claim_generation from laksa.report where tenant_id = ${tenantId} and id = ${reportId}`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** A letter that somebody got. */
export type LetterRow = {
  readonly number: string;
  readonly follow_id: string | null;
  readonly lookup: Buffer;
  /** Whose letter it was; null: whoever that is has another address by now, or none, and their choices are theirs. */
  readonly person_id: string | null;
  /** Of a follower: no longer. */
  readonly is_ended: boolean;
};

export const readLetter = async (tx: Tx, tenantId: string, letterId: string): Promise<LetterRow | null> => {
  const { rows } = await sql<LetterRow>`
    select r.number, l.follow_id, l.lookup, f.person_id, w.ended_at is not null as is_ended
    from laksa.notice_letter l
      join laksa.report r on r.tenant_id = l.tenant_id and r.id = l.report_id
      left join laksa.follow w on w.tenant_id = l.tenant_id and w.id = l.follow_id
      left join laksa.person_field f on f.tenant_id = l.tenant_id and f.field = 'email' and f.lookup = l.lookup
        and f.person_id = case when l.follow_id is null then r.reporter_id else w.person_id end
    where l.tenant_id = ${tenantId} and l.id = ${letterId}`.execute(tx);
  return rows[0] ?? null;
};
