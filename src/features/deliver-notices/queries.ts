import { sql } from 'kysely';

import type { EventKind } from '../../domain/event.ts';
import type { ReportClass } from '../../domain/report.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

export type WaitingNotice = {
  readonly id: string;
  readonly seq: number;
  readonly kind: EventKind;
  readonly created_at: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly number: string;
  readonly language: Language;
  readonly reporter_id: string | null;
  /** Whether the vault holds an address, without opening it. */
  readonly has_email: boolean;
  readonly is_secret: boolean;
  readonly class: ReportClass | null;
  readonly message: string | null;
  readonly answer: string | null;
  readonly authority: string | null;
  readonly agency: string | null;
  /** The earliest due instant of each kind of clock that ran right after the event and had not passed by then. */
  readonly dues: Readonly<Record<string, string>>;
};

/**
 * The next letter that waits for a report, with all it says. The answer is what every agency has given since it was last sent back; the words
 * of an event are read only where a post wrote them.
 */
export const nextWaiting = async (tx: Tx, tenantId: string, reportId: string): Promise<WaitingNotice | null> => {
  const { rows } = await sql<WaitingNotice>`
    select n.id, n.seq, e.kind, n.created_at, e.payload, r.number, r.reporter_language as language, r.reporter_id, r.is_secret, r.class,
      exists (select from laksa.person_field f where f.tenant_id = r.tenant_id and f.person_id = r.reporter_id and f.field = 'email') as has_email,
      (select s.value from laksa.event_secret s
        where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'message' and (e.actor_kind = 'post' or e.kind = 'answer_shared')) as message,
      (select string_agg(s.value, E'\n\n' order by a.seq)
        from laksa.report_event a join laksa.event_secret s on s.tenant_id = a.tenant_id and s.event_id = a.id
        where a.tenant_id = e.tenant_id and a.report_id = e.report_id and a.kind = 'answered' and s.field = 'message' and a.seq < e.seq
          and a.seq > coalesce((select max(b.seq) from laksa.report_event b where b.tenant_id = e.tenant_id and b.report_id = e.report_id
            and b.kind in ('sent_back', 'reopened') and b.seq < e.seq), 0)) as answer,
      (select s.value from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'authority') as authority,
      (select g.name from laksa.agency g where g.tenant_id = e.tenant_id and g.id = coalesce((e.payload ->> 'agencyId')::uuid,
        (select p.agency_id from laksa.post p where p.tenant_id = e.tenant_id and p.id = e.actor_post and e.kind in ('accepted', 'postponed')))) as agency,
      (select coalesce(json_object_agg(ran.kind, ran.due_at), '{}') from (
        select c.kind, min(c.due_at) as due_at from laksa.report_clock c
        where c.tenant_id = e.tenant_id and c.report_id = e.report_id and c.started_at <= e.at and coalesce(c.stopped_at > e.at, true)
          and c.due_at > n.created_at
        group by c.kind) ran) as dues
    from laksa.notice n
      join laksa.report_event e on e.tenant_id = n.tenant_id and e.id = n.event_id
      join laksa.report r on r.tenant_id = n.tenant_id and r.id = n.report_id
    where n.tenant_id = ${tenantId} and n.report_id = ${reportId} and n.state = 'waiting' and n.channel = 'email'
    order by n.seq limit 1`.execute(tx);
  return rows[0] ?? null;
};

export type CodeAddressee = {
  readonly number: string;
  readonly language: Language;
  readonly reporterId: string | null;
  readonly claimGeneration: number;
};

/** Whom a renewed code goes to. */
export const readAddressee = async (tx: Tx, tenantId: string, reportId: string): Promise<CodeAddressee | null> => {
  const { rows } = await sql<CodeAddressee>`
    select number, reporter_language as language, reporter_id as "reporterId", claim_generation as "claimGeneration"
    from laksa.report where tenant_id = ${tenantId} and id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};
