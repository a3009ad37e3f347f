import { sql, type RawBuilder } from 'kysely';

import type { EventKind } from '../../domain/event.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { ReportClass } from '../../domain/report.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';
import type { LetterTopic } from '../../ui/letter-topic.ts';
import type { PublicFacts } from './letter-facts.ts';

/** A letter as it was settled. */
export type SettledLetter = {
  readonly id: string;
  readonly report_id: string;
  readonly follow_id: string | null;
  readonly lookup: Buffer;
  readonly language: Language;
  readonly written_at: Date;
  readonly number: string;
  readonly is_secret: boolean;
  readonly class: ReportClass | null;
  /** What it was about when it was settled; null: nothing of that is told. */
  readonly topic: LetterTopic | null;
  readonly is_public: boolean;
  /** The city's own words of the version it was written in. */
  readonly wording: WordingByLanguage | null;
  /** What everyone sees of it now; null: nothing, or it is not asked, for it goes to the reporter. */
  readonly shown: PublicFacts | null;
};

/** Whose part of the work of a report is done, as its public page names them. */
const answeredBy = (tenantId: RawBuilder<unknown>, reportId: RawBuilder<unknown>) => sql`array(select distinct g.name
  from laksa.assignment s join laksa.agency g on g.tenant_id = s.tenant_id and g.id = s.agency_id
  where s.tenant_id = ${tenantId} and s.report_id = ${reportId} and s.state = 'done' order by 1)`;

export const readLetter = async (tx: Tx, tenantId: string, letterId: string): Promise<SettledLetter> => {
  const { rows } = await sql<SettledLetter>`
    select l.id, l.report_id, l.follow_id, l.lookup, l.language, l.written_at, l.topic, coalesce(l.is_public, false) as is_public, r.number, r.is_secret, r.class, w.words as wording,
      case when v.id is not null then json_build_object('answer', v.answer,
        'agencies', (select coalesce(json_agg(named.name order by named.name), '[]') from (select distinct g.name
          from laksa.assignment s join laksa.agency g on g.tenant_id = s.tenant_id and g.id = s.agency_id
          where s.tenant_id = v.tenant_id and s.report_id = v.id and s.state <> 'returned') named),
        'answeredBy', ${answeredBy(sql`v.tenant_id`, sql`v.id`)},
        'hasProof', exists (select from laksa.photo_public f where f.tenant_id = v.tenant_id and f.report_id = v.id and f.purpose = 'proof'))
      end as shown
    from laksa.notice_letter l
      join laksa.report r on r.tenant_id = l.tenant_id and r.id = l.report_id
      left join laksa.report_public v on l.follow_id is not null and v.tenant_id = l.tenant_id and v.id = l.report_id
        and v.publication in ('public', 'title_only')
      left join laksa.letter_wording w on w.tenant_id = l.tenant_id and w.version = l.wording_version
    where l.tenant_id = ${tenantId} and l.id = ${letterId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a settled letter has its row');
  return row;
};

/** One step that a letter tells of. */
export type ToldStep = {
  readonly seq: number;
  readonly kind: EventKind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly message: string | null;
  readonly answer: string | null;
  readonly has_proof: boolean;
  /** The end of the last time to object, stopped or not, that was still ahead when the letter was written. */
  readonly object_until: Date | null;
  readonly authority: string | null;
  readonly agency: string | null;
  /** Whose answer it is. */
  readonly answered_by: string | null;
  /** The post that did it; null: no post did. */
  readonly post: string | null;
  /** The earliest due instant of each kind of clock that ran right after the event, was not paused then, and had not passed when the letter was written. */
  readonly dues: Readonly<Record<string, string>>;
};

/**
 * The steps of a letter in their order, with all it says of them. The answer is what every agency has given since it was last sent back; the words of
 * an event are read only where a post wrote them.
 */
export const readToldSteps = async (tx: Tx, tenantId: string, letterId: string): Promise<readonly ToldStep[]> => {
  const { rows } = await sql<ToldStep>`
    select n.seq, e.kind, e.payload,
      (select s.value from laksa.event_secret s
        where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'message' and (e.actor_kind = 'post' or e.kind = 'answer_shared')) as message,
      coalesce(given.answered_by, (select array_to_string(${answeredBy(sql`m.tenant_id`, sql`m.primary_id`)}, ', ')
        from laksa.report_merge m where m.tenant_id = e.tenant_id and m.report_id = e.report_id and e.kind = 'answer_shared'
        order by m.ended_at desc nulls first limit 1)) as answered_by,
      (select p.name from laksa.post p where p.tenant_id = e.tenant_id and p.id = e.actor_post) as post,
      given.answer, coalesce(given.has_proof, false) as has_proof,
      (select max(c.due_at) from laksa.report_clock c
        where c.tenant_id = e.tenant_id and c.report_id = e.report_id and c.kind = 'reply_window' and c.started_at <= e.at
          and c.due_at > l.written_at) as object_until,
      (select s.value from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'authority') as authority,
      (select g.name from laksa.agency g where g.tenant_id = e.tenant_id and g.id = coalesce((e.payload ->> 'agencyId')::uuid,
        (select p.agency_id from laksa.post p where p.tenant_id = e.tenant_id and p.id = e.actor_post and e.kind in ('accepted', 'postponed')))) as agency,
      (select coalesce(json_object_agg(ran.kind, ran.due_at), '{}') from (
        select c.kind, min(c.due_at) as due_at from laksa.report_clock c
        where c.tenant_id = e.tenant_id and c.report_id = e.report_id and c.started_at <= e.at and coalesce(c.stopped_at > e.at, true)
          and c.due_at > l.written_at
          and not exists (select from laksa.clock_pause w where w.tenant_id = c.tenant_id and w.clock_id = c.id
            and w.started_at <= e.at and coalesce(w.ended_at > e.at, true))
        group by c.kind) ran) as dues
    from laksa.notice n
      join laksa.notice_letter l on l.tenant_id = n.tenant_id and l.id = n.letter_id
      join laksa.report_event e on e.tenant_id = n.tenant_id and e.id = n.event_id
      left join lateral (
        select string_agg(s.value, E'\n\n' order by a.seq) as answer, bool_or(coalesce(a.payload -> 'proof', '[]') <> '[]') as has_proof,
          string_agg(distinct g.name, ', ') as answered_by
        from laksa.report_event a left join laksa.event_secret s on s.tenant_id = a.tenant_id and s.event_id = a.id and s.field = 'message'
          left join laksa.post p on p.tenant_id = a.tenant_id and p.id = a.actor_post
          left join laksa.agency g on g.tenant_id = p.tenant_id and g.id = p.agency_id
        where a.tenant_id = e.tenant_id and a.report_id = e.report_id and a.kind = 'answered' and a.seq < e.seq and e.kind = 'approved'
          and a.seq > coalesce((select max(b.seq) from laksa.report_event b where b.tenant_id = e.tenant_id and b.report_id = e.report_id
            and b.kind in ('sent_back', 'reopened') and b.seq < e.seq), 0)) given on true
    where n.tenant_id = ${tenantId} and n.letter_id = ${letterId}
    order by n.seq`.execute(tx);
  return rows;
};

/** The newest version of the city's own wording; null: it has none. */
export const newestWording = async (tx: Tx, tenantId: string): Promise<number | null> => {
  const { version } = await tx
    .selectFrom('letter_wording')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return version;
};

export type CodeAddressee = {
  readonly number: string;
  readonly language: Language;
  readonly reporterId: string | null;
  readonly claimGeneration: number;
};

/** Whom a renewed code goes to. */
export const readCodeAddressee = async (tx: Tx, tenantId: string, reportId: string): Promise<CodeAddressee | null> => {
  const { rows } = await sql<CodeAddressee>`
    select r.number, coalesce(p.language, r.reporter_language) as language, r.reporter_id as "reporterId", r.claim_generation as "claimGeneration"
    from laksa.report r left join laksa.person p on p.tenant_id = r.tenant_id and p.id = r.reporter_id
    where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};
