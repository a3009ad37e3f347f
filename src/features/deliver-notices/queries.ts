import { sql } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import type { EventKind } from '../../domain/event.ts';
import type { Sight } from '../../domain/notice-fate.ts';
import type { NoticeSteps } from '../../domain/notice-steps.ts';
import { flaggedReason } from '../../domain/reasons.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

/** Who is told of a report: its reporter, or a follower. */
export type Told = { readonly tenantId: string; readonly reportId: string; readonly followId: string | null };

/** For whom something waits, the reporter first. */
export const waitingFor = async (tx: Tx, tenantId: string, reportId: string): Promise<readonly (string | null)[]> => {
  const { rows } = await sql<{ readonly follow_id: string | null }>`
    select follow_id from laksa.notice
    where tenant_id = ${tenantId} and report_id = ${reportId} and state = 'waiting' and channel = 'email'
    group by follow_id order by follow_id nulls first`.execute(tx);
  return rows.map(({ follow_id }) => follow_id);
};

/** Reports of which something may go by now: what waited for the next step, or for the morning. */
export const reportsToLookAt = async (tx: Tx, tenantId: string, now: Date): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly report_id: string }>`
    select distinct report_id from laksa.notice
    where tenant_id = ${tenantId} and state = 'waiting' and (look_at <= ${now} or created_at > ${now}) limit 500`.execute(
    tx,
  );
  return rows.map(({ report_id }) => report_id);
};

export type WaitingRow = {
  readonly id: string;
  readonly letter_id: string | null;
  readonly kind: EventKind;
  readonly clock: ClockKind | null;
  readonly created_at: Date;
};

/** What waits for one of them, in the order of what happened. */
export const waitingNotices = async (tx: Tx, told: Told): Promise<readonly WaitingRow[]> => {
  const { rows } = await sql<WaitingRow>`
    select n.id, n.letter_id, e.kind, e.payload ->> 'clock' as clock, n.created_at
    from laksa.notice n join laksa.report_event e on e.tenant_id = n.tenant_id and e.id = n.event_id
    where n.tenant_id = ${told.tenantId} and n.report_id = ${told.reportId} and n.state = 'waiting' and n.channel = 'email'
      and n.follow_id is not distinct from ${told.followId}::uuid
    order by n.seq`.execute(tx);
  return rows;
};

export type AddresseeRow = {
  readonly person_id: string | null;
  readonly language: Language;
  /** Of the mail address in the vault, which is not opened for it; null: there is none. */
  readonly lookup: Buffer | null;
  readonly is_stopped: boolean;
  readonly sight: Sight;
  readonly steps: NoticeSteps;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
};

/** Who that is, and how they want to be told. */
export const readAddressee = async (tx: Tx, { tenantId, reportId, followId }: Told): Promise<AddresseeRow> => {
  const { rows } = await sql<AddresseeRow>`
    select p.id as person_id, coalesce(p.language, r.reporter_language) as language, f.lookup, coalesce(c.steps, 'all') as steps,
      c.quiet_from, c.quiet_until,
      c.stopped_at is not null or exists (select from laksa.contact_stop s
        where s.tenant_id = f.tenant_id and s.field = f.field and s.lookup = f.lookup and s.ended_at is null) as is_stopped,
      case
        when ${followId}::uuid is null then 'open'
        when w.id is null or w.ended_at is not null then 'closed'
        when v.publication in ('public', 'title_only') then 'open'
        when v.publication_reason = ${flaggedReason} then 'unsure'
        else 'closed'
      end as sight
    from laksa.report r
      left join laksa.report_public v on v.tenant_id = r.tenant_id and v.id = r.id
      left join laksa.follow w on w.tenant_id = r.tenant_id and w.id = ${followId}::uuid
      left join laksa.person p on p.tenant_id = r.tenant_id and p.id = case when ${followId}::uuid is null then r.reporter_id else w.person_id end
      left join laksa.person_field f on f.tenant_id = p.tenant_id and f.person_id = p.id and f.field = 'email'
      left join laksa.notice_choice c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a notice is of a report');
  return row;
};
