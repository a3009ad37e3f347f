import { sql } from 'kysely';

import type { ActorKind } from '../../domain/actor.ts';
import type { Assignment } from '../../domain/assignment.ts';
import type { EventKind } from '../../domain/event.ts';
import type { FlagReason } from '../../domain/flag.ts';
import type { PhotoState, UnreadableProblem } from '../../domain/photo.ts';
import type { Report } from '../../domain/report.ts';
import { likelySameAs, type LikelySame } from '../../store/likely-same.ts';
import { happenedTo } from '../../store/report.ts';
import type { Tx } from '../../store/tx.ts';

export type StoryEvent = {
  readonly seq: number;
  readonly at: string;
  readonly kind: EventKind;
  readonly actorKind: ActorKind;
  readonly actorPostId: string | null;
  readonly actorPostName: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Why the calendar was changed that moved a date. */
  readonly cause: string | null;
  /** Fields of words the event was written with; what is missing in `words` has been erased since. */
  readonly fields: readonly string[];
  readonly words: Readonly<Record<string, string>>;
};

export type StoryAssignment = Assignment & {
  readonly postName: string;
  readonly agencyName: string;
  readonly offeredAt: string;
  readonly acceptedAt: string | null;
  readonly closedAt: string | null;
};

export type StoryPhoto = {
  readonly id: string;
  readonly purpose: 'report' | 'proof';
  readonly state: PhotoState;
  readonly problem: UnreadableProblem | null;
  /** Whether it was looked at and may be seen by everyone. */
  readonly isPublic: boolean;
  /** Boxes were drawn on it whose files are not there yet: nobody outside sees it until they are. */
  readonly isBlurPending: boolean;
  /** What was drawn on it last; null: nothing ever was. */
  readonly blur: { readonly version: number; readonly boxes: number } | null;
};

/** What somebody has said against the public page. */
type StoryFlag = { readonly reason: FlagReason; readonly words: string | null; readonly at: string };

/** A report with all that its officers may know of it. */
export type Story = Omit<Report, 'assignments'> & {
  readonly assignments: readonly StoryAssignment[];
  readonly events: readonly StoryEvent[];
  readonly publicTitle: string | null;
  readonly publicDescription: string | null;
  readonly publicAnswer: string | null;
  readonly publicationReason: string | null;
  readonly reporterId: string | null;
  /** For whom it was filed, and when it was noted that they agreed; null: the reporter's own matter. Who they are may stay untold. */
  readonly subject: { readonly personId: string | null; readonly consentedAt: string } | null;
  readonly channel: 'web' | 'api' | 'counter';
  readonly occurredOn: string | null;
  readonly rating: number | null;
  readonly holderName: string | null;
  readonly primaryNumber: string | null;
  /** Numbers of the reports merged into this one. */
  readonly voices: readonly string[];
  /** Pictures that came with it, and those that prove what was done. */
  readonly photos: readonly StoryPhoto[];
  /** Reports that say the same of the same place. */
  readonly likelySame: readonly LikelySame[];
  /** What people have flagged since an officer last looked. */
  readonly flags: readonly StoryFlag[];
  /** Letters to the reporter that were given up, and why the last one was: `no_address`, or what the mail server answered. */
  readonly undelivered: { readonly letters: number; readonly reason: string } | null;
};

/** As the rules write instants: UTC, three decimals. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One statement: the report and everything that belongs to it, each by an index on its id. Null: no such report in this city. */
export const readStory = async (tx: Tx, tenantId: string, number: string): Promise<Story | null> => {
  const { rows } = await sql<Story>`
    select r.id, r.number, r.version, r.kind, r.class, r.state, r.state_before as "stateBefore", r.closed_reason as "closedReason", r.publication,
      r.is_anonymous as "isAnonymous", r.is_secret as "isSecret", r.category_id as "categoryId", r.village_code as "villageCode",
      r.holder_post_id as "holderPostId", r.answered_by_post_id as "answeredByPostId", r.reject_proposed_by_post_id as "rejectProposedByPostId",
      r.questions_asked as "questionsAsked", r.times_returned as "timesReturned", r.policy_version as "policyVersion", ${instant('r.filed_at')} as "filedAt",
      r.public_title as "publicTitle", r.public_description as "publicDescription", r.public_answer as "publicAnswer",
      r.publication_reason as "publicationReason", r.reporter_id as "reporterId", r.channel, r.occurred_on as "occurredOn", r.rating,
      (select p.name from laksa.post p where p.tenant_id = r.tenant_id and p.id = r.holder_post_id) as "holderName",
      m.primary_id as "mergedInto", ${happenedTo} as happened,
      (select p.number from laksa.report p where p.tenant_id = m.tenant_id and p.id = m.primary_id) as "primaryNumber",
      ${voices} as voices, ${likelySameAs} as "likelySame", ${flags} as flags, ${undelivered} as undelivered, ${photos} as photos, ${subject} as subject, ${assignments} as assignments, ${clocks} as clocks, ${events} as events
    from laksa.report r
    left join laksa.report_merge m on m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null
    where r.tenant_id = ${tenantId} and r.number = ${number}`.execute(tx);
  return rows[0] ?? null;
};

const voices = sql`(select coalesce(json_agg(v.number order by v.filed_at, v.id), '[]')
  from laksa.report_merge part join laksa.report v on v.tenant_id = part.tenant_id and v.id = part.report_id
  where part.tenant_id = r.tenant_id and part.primary_id = r.id and part.ended_at is null)`;

const subject = sql`(select json_build_object('personId', j.person_id, 'consentedAt', ${instant('j.consented_at')})
  from laksa.report_subject j where j.tenant_id = r.tenant_id and j.report_id = r.id)`;

const photos = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'purpose', f.purpose, 'state', f.state, 'problem', f.problem, 'isPublic', f.is_public, 'isBlurPending', f.blurred_version is distinct from f.blur_version,
    'blur', (select json_build_object('version', b.version, 'boxes', cardinality(b.boxes)) from laksa.photo_blur b where b.tenant_id = f.tenant_id and b.photo_id = f.id and b.version = f.blur_version)) order by f.id), '[]')
  from laksa.photo f where f.tenant_id = r.tenant_id and f.report_id = r.id and f.state <> 'receiving')`;

const flags = sql`(select coalesce(json_agg(json_build_object('reason', g.reason, 'words', g.words, 'at', ${instant('g.flagged_at')}) order by g.flagged_at), '[]')
  from laksa.report_flag g where g.tenant_id = r.tenant_id and g.report_id = r.id and g.settled_at is null)`;

const undelivered = sql`(select json_build_object('letters', count(*), 'reason', (array_agg(n.last_error order by n.seq desc))[1])
  from laksa.notice n where n.tenant_id = r.tenant_id and n.report_id = r.id and n.state = 'dropped'
    and n.follow_id is null and coalesce(n.last_error, '') not in ('stopped', 'not_wanted') having count(*) > 0)`;

const assignments = sql`(select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state,
    'postName', p.name, 'agencyName', g.name, 'offeredAt', ${instant('a.offered_at')}, 'acceptedAt', ${instant('a.accepted_at')},
    'closedAt', ${instant('a.closed_at')}) order by a.offered_at, a.id), '[]')
  from laksa.assignment a
  join laksa.post p on p.tenant_id = a.tenant_id and p.id = a.post_id
  join laksa.agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
  where a.tenant_id = r.tenant_id and a.report_id = r.id)`;

const clocks = sql`(select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'policyVersion', c.policy_version,
    'startedAt', ${instant('c.started_at')}, 'dueAt', ${instant('c.due_at')}, 'provisional', c.provisional, 'pausedAt', ${instant('c.paused_at')},
    'pauses', (select coalesce(json_agg(json_build_object('from', ${instant('w.started_at')}, 'until', ${instant('w.ended_at')}, 'reason', w.reason) order by w.started_at, w.id), '[]')
      from laksa.clock_pause w where w.tenant_id = c.tenant_id and w.clock_id = c.id),
    'pausedMs', c.paused_ms, 'stoppedAt', ${instant('c.stopped_at')}, 'outcome', c.outcome, 'passedAt', ${instant('c.passed_at')}, 'extendedAt', ${instant('c.extended_at')},
    'reminder', case when c.reminded_at is not null then json_build_object('at', ${instant('c.reminded_at')}, 'of', ${instant('c.reminded_of')}) end)
    order by c.due_at, c.id), '[]')
  from laksa.report_clock c where c.tenant_id = r.tenant_id and c.report_id = r.id)`;

const events = sql`(select coalesce(json_agg(json_build_object('seq', e.seq, 'at', ${instant('e.at')}, 'kind', e.kind, 'actorKind', e.actor_kind,
    'actorPostId', e.actor_post, 'actorPostName', p.name, 'payload', e.payload,
    'cause', (select h.reason from laksa.calendar_change h where h.tenant_id = e.tenant_id and h.id = (e.payload ->> 'changeId')::uuid),
    'fields', (select coalesce(json_agg(f.field), '[]') from jsonb_object_keys(e.commitments) as f (field)),
    'words', (select coalesce(json_object_agg(s.field, s.value), '{}') from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id))
    order by e.seq), '[]')
  from laksa.report_event e left join laksa.post p on p.tenant_id = e.tenant_id and p.id = e.actor_post
  where e.tenant_id = r.tenant_id and e.report_id = r.id)`;
