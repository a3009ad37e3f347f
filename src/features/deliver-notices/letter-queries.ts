import { sql } from 'kysely';

import type { EventKind } from '../../domain/event.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { ReportClass } from '../../domain/report.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Tx } from '../../store/tx.ts';

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
  /** What everyone may read above it; null where that is nothing. */
  readonly public_title: string | null;
  /** The city's own words of the version it was written in. */
  readonly wording: WordingByLanguage | null;
};

export const readLetter = async (tx: Tx, tenantId: string, letterId: string): Promise<SettledLetter> => {
  const { rows } = await sql<SettledLetter>`
    select l.id, l.report_id, l.follow_id, l.lookup, l.language, l.written_at, r.number, r.is_secret, r.class, v.title as public_title, w.words as wording
    from laksa.notice_letter l
      join laksa.report r on r.tenant_id = l.tenant_id and r.id = l.report_id
      left join laksa.report_public v on v.tenant_id = r.tenant_id and v.id = r.id
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
  readonly authority: string | null;
  readonly agency: string | null;
  /** The earliest due instant of each kind of clock that ran right after the event and had not passed when the letter was written. */
  readonly dues: Readonly<Record<string, string>>;
};

/**
 * The steps of a letter in their order, with all it says of them. The answer is what every agency has given since it was last sent back; the words of an event are
 * read only where a post wrote them.
 */
export const readToldSteps = async (tx: Tx, tenantId: string, letterId: string): Promise<readonly ToldStep[]> => {
  const { rows } = await sql<ToldStep>`
    select n.seq, e.kind, e.payload,
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
          and c.due_at > l.written_at
        group by c.kind) ran) as dues
    from laksa.notice n
      join laksa.notice_letter l on l.tenant_id = n.tenant_id and l.id = n.letter_id
      join laksa.report_event e on e.tenant_id = n.tenant_id and e.id = n.event_id
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
  /** The address wants no letters at all. */
  readonly isStopped: boolean;
};

/** Whom a renewed code goes to. */
export const readCodeAddressee = async (tx: Tx, tenantId: string, reportId: string): Promise<CodeAddressee | null> => {
  const { rows } = await sql<CodeAddressee>`
    select r.number, coalesce(p.language, r.reporter_language) as language, r.reporter_id as "reporterId", r.claim_generation as "claimGeneration",
      exists (select from laksa.person_field f join laksa.contact_stop s
          on s.tenant_id = f.tenant_id and s.field = f.field and s.lookup = f.lookup and s.ended_at is null
        where f.tenant_id = r.tenant_id and f.person_id = r.reporter_id and f.field = 'email') as "isStopped"
    from laksa.report r left join laksa.person p on p.tenant_id = r.tenant_id and p.id = r.reporter_id
    where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? null;
};
