import { sql } from 'kysely';

import type { PhotoState, UnreadableProblem } from '../../domain/photo.ts';
import type { Actor } from '../../domain/actor.ts';
import type { EventKind } from '../../domain/event.ts';
import type { Publication } from '../../domain/report.ts';
import type { Words } from '../../store/city.ts';
import type { Ground, ReadField } from '../../store/person.ts';
import { happenedTo, type ReportRow } from '../../store/report.ts';
import { isApprovedProof } from '../../store/approved-proof.ts';
import type { Tx } from '../../store/tx.ts';

export type OwnEvent = {
  readonly seq: number;
  readonly at: string;
  readonly kind: EventKind;
  readonly actor: Actor['kind'];
  /** The post that acted; never a person. */
  readonly post: string | null;
  /** The agency that an assignment names. */
  readonly agency: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
};

/** One reading by somebody of who the reporter is, or for whom they report, or of the original of a picture. */
export type VaultReading = {
  readonly about: 'reporter' | 'subject' | 'photo';
  readonly at: string;
  readonly ground: Ground;
  readonly fields: readonly ReadField[];
  readonly post: string;
};

/** All readings for one purpose that nobody's eyes saw: a letter was addressed, a receipt was made. */
export type SystemReading = {
  readonly ground: Ground;
  readonly fields: readonly ReadField[];
  readonly times: number;
  readonly lastAt: string;
};

/** A picture of the own report, or of an answer to it. */
export type OwnPhoto = {
  readonly id: string;
  readonly purpose: 'report' | 'proof';
  readonly state: PhotoState;
  readonly problem: UnreadableProblem | null;
  /** Of proof: of an answer that was approved. */
  readonly isApproved: boolean;
};

export type OwnReportRow = ReportRow & {
  /** When whom it was filed for agreed to it; null: it is for nobody else. */
  readonly subject_consented_at: Date | null;
  readonly claim_generation: number;
  readonly has_email: boolean;
  readonly publication: Publication;
  readonly publication_reason: string | null;
  readonly public_title: string | null;
  readonly public_description: string | null;
  readonly category: Words | null;
  readonly village: string | null;
  readonly district: string | null;
  readonly occurred_on: string | null;
  readonly events: readonly OwnEvent[];
  readonly photos: readonly OwnPhoto[];
  readonly readings: readonly VaultReading[];
  readonly system_readings: readonly SystemReading[];
};

/**
 * Who the reporter is; for whom this was filed, where nothing else of theirs is the reporter's business; and the originals of the pictures, which a
 * reporter has who told nothing else.
 */
const ofReport = sql`(n.person_id = r.reporter_id or n.report_id = r.id and n.photo_id is not null
  or n.report_id = r.id and n.person_id = (select j.person_id from laksa.report_subject j where j.tenant_id = r.tenant_id and j.report_id = r.id))`;

const about = sql`case when n.photo_id is not null then 'photo' when n.person_id = r.reporter_id then 'reporter' else 'subject' end`;

/** Newest first, so many. */
const shownReadings = 50;

/**
 * Everything the reporter's page says, in one statement. `wordsOf`: the kinds of events whose words are for the reporter's eyes; those of all others
 * stay in the database.
 */
export const readOwnReport = async (
  tx: Tx,
  tenantId: string,
  reportId: string,
  wordsOf: readonly EventKind[],
): Promise<OwnReportRow | null> => {
  const { rows } = await sql<OwnReportRow>`
    select r.*, ${happenedTo} as happened, c.name as category, v.name as village, v.district_name as district,
      (select j.consented_at from laksa.report_subject j where j.tenant_id = r.tenant_id and j.report_id = r.id) as subject_consented_at,
      exists (select from laksa.person_field f where f.tenant_id = r.tenant_id and f.person_id = r.reporter_id and f.field = 'email') as has_email,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state) order by a.offered_at, a.id), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      (select coalesce(json_agg(k order by k.started_at, k.id), '[]')
        from (select c.*, (select coalesce(json_agg(json_build_object('from', w.started_at, 'until', w.ended_at, 'reason', w.reason)
            order by w.started_at, w.id), '[]') from laksa.clock_pause w where w.tenant_id = c.tenant_id and w.clock_id = c.id) as pauses
          from laksa.report_clock c where c.tenant_id = r.tenant_id and c.report_id = r.id) k) as clocks,
      (select m.primary_id from laksa.report_merge m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null) as merged_into,
      (select coalesce(json_agg(json_build_object('seq', e.seq, 'at', e.at, 'kind', e.kind, 'actor', e.actor_kind, 'post', p.name, 'agency', g.name,
          'payload', e.payload, 'words', coalesce((select json_object_agg(s.field, s.value) from laksa.event_secret s
            where s.tenant_id = e.tenant_id and s.event_id = e.id and e.kind = any(${wordsOf})), '{}')) order by e.seq), '[]')
        from laksa.report_event e
        left join laksa.post p on p.tenant_id = e.tenant_id and p.id = e.actor_post
        left join laksa.agency g on g.tenant_id = e.tenant_id and g.id::text = e.payload ->> 'agencyId'
        where e.tenant_id = r.tenant_id and e.report_id = r.id) as events,
      (select coalesce(json_agg(json_build_object('id', f.id, 'purpose', f.purpose, 'state', f.state, 'problem', f.problem, 'isApproved', ${isApprovedProof('f')}) order by f.id), '[]')
        from laksa.photo f where f.tenant_id = r.tenant_id and f.report_id = r.id and f.state <> 'receiving') as photos,
      (select coalesce(json_agg(json_build_object('about', ${about}, 'at', n.at, 'ground', n.ground, 'fields', n.fields, 'post', p.name) order by n.at desc), '[]')
        from (select * from laksa.vault_read n where n.tenant_id = r.tenant_id and ${ofReport} and n.post_id is not null
          order by n.at desc limit ${shownReadings}) n
        join laksa.post p on p.tenant_id = n.tenant_id and p.id = n.post_id) as readings,
      (select coalesce(json_agg(s order by s."lastAt" desc), '[]')
        from (select n.ground, n.fields, count(*)::int as times, max(n.at) as "lastAt" from laksa.vault_read n
          where n.tenant_id = r.tenant_id and n.person_id = r.reporter_id and n.post_id is null group by n.ground, n.fields) s) as system_readings
    from laksa.report r
    left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};

export type OwnMove = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly kind: EventKind;
  readonly message: string;
  readonly sinceSeq: number;
};

/** Whether the reporter has said this already: the same move with the same words, after what they had before their eyes. */
export const wasMadeBefore = async (
  tx: Tx,
  { tenantId, reportId, kind, message, sinceSeq }: OwnMove,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from laksa.report_event e
    left join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'message'
    where e.tenant_id = ${tenantId} and e.report_id = ${reportId} and e.seq > ${sinceSeq} and e.kind = ${kind}
      and e.actor_kind = 'reporter' and coalesce(s.value, '') = ${message}
    limit 1`.execute(tx);
  return rows.length > 0;
};
