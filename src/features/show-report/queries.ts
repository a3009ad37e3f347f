import { sql } from 'kysely';

import type { ClockKind, RunningClock } from '../../domain/clocks.ts';
import type { ClosedReason, Publication, ReportClass, ReportKind, ReportState } from '../../domain/report.ts';
import { askByName } from '../../platform/db/named-question.ts';
import type { Words } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';
import { publicKinds } from './public-timeline.ts';

/** One step on the way of a report: what, when, which agency. Never the words of anybody. */
export type PublicEvent = {
  readonly at: string;
  readonly kind: (typeof publicKinds)[number];
  readonly agency: string | null;
  /** Codes and dates out of the closed payload. */
  readonly reason: string | null;
  readonly until: string | null;
  readonly clock: ClockKind | null;
  /** The date that a clock was moved to, and the one it had. */
  readonly dueAt: string | null;
  readonly before: string | null;
};

export type PublicClock = Pick<
  RunningClock,
  'kind' | 'startedAt' | 'dueAt' | 'provisional' | 'stoppedAt' | 'outcome' | 'pauses'
>;

export type NamedAgency = { readonly slug: string; readonly name: string };

export type PublicPhoto = {
  readonly id: string;
  readonly purpose: 'report' | 'proof';
  readonly width: number;
  readonly height: number;
};

/** The report that one is handled with: who works on it, who answered, and the pictures of what was done. */
export type PrimaryReport = {
  readonly number: string;
  readonly agencies: readonly NamedAgency[];
  readonly answered_by: readonly string[];
  readonly proof: readonly PublicPhoto[];
};

export type PublicReport = {
  readonly number: string;
  readonly kind: ReportKind;
  readonly class: ReportClass | null;
  readonly state: ReportState;
  readonly closed_reason: ClosedReason | null;
  readonly publication: Publication;
  readonly publication_reason: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly answer: string | null;
  readonly filed_at: Date;
  readonly rating: number | null;
  /** Who else says that it is theirs too. */
  readonly supporters: number;
  readonly category: Words | null;
  readonly village: string | null;
  readonly village_code: string | null;
  readonly district: string | null;
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
  readonly clocks: readonly PublicClock[];
  /** The agencies that work on it or have. */
  readonly agencies: readonly NamedAgency[];
  /** How often it was assigned, and how often it came back. */
  readonly hands: number;
  readonly returns: number;
  /** Those of them whose words are in the answer. */
  readonly answered_by: readonly string[];
  /** The report it is handled with, where that one is public too. */
  readonly merged_into: PrimaryReport | null;
  readonly events: readonly PublicEvent[];
  readonly photos: readonly PublicPhoto[];
};

/** As the rules write instants: UTC, three decimals. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const clocks = sql`(select coalesce(json_agg(json_build_object('kind', k.kind, 'startedAt', ${instant('k.started_at')}, 'dueAt', ${instant('k.due_at')},
    'provisional', k.provisional, 'stoppedAt', ${instant('k.stopped_at')}, 'outcome', k.outcome,
    'pauses', (select coalesce(json_agg(json_build_object('from', ${instant('w.started_at')}, 'until', ${instant('w.ended_at')}, 'reason', w.reason)
      order by w.started_at, w.id), '[]') from laksa.clock_pause w where w.tenant_id = k.tenant_id and w.clock_id = k.id)) order by k.due_at, k.id), '[]')
  from laksa.report_clock k where k.tenant_id = r.tenant_id and k.report_id = r.id)`;

/** Who works on a report or has; `of`: the name of its row. */
const agenciesOf = (of: 'r' | 'p') => sql`(select coalesce(json_agg(w order by w.name), '[]')
  from (select distinct a.slug, a.name from laksa.assignment s join laksa.agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id
    where s.tenant_id = ${sql.ref(`${of}.tenant_id`)} and s.report_id = ${sql.ref(`${of}.id`)} and s.state <> 'returned') w)`;

const answeredBy = (of: 'r' | 'p') => sql`array(select distinct a.name from laksa.assignment s
  join laksa.agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id
  where s.tenant_id = ${sql.ref(`${of}.tenant_id`)} and s.report_id = ${sql.ref(`${of}.id`)} and s.state = 'done' order by 1)`;

const photo = sql`json_build_object('id', f.id, 'purpose', f.purpose, 'width', f.width, 'height', f.height)`;

const primary = sql`(select json_build_object('number', p.number, 'agencies', ${agenciesOf('p')}, 'answered_by', ${answeredBy('p')},
    'proof', (select coalesce(json_agg(${photo} order by f.id), '[]') from laksa.photo_public f
      where f.tenant_id = p.tenant_id and f.report_id = p.id and f.purpose = 'proof'))
  from laksa.report_merge m join laksa.report_public p on p.tenant_id = m.tenant_id and p.id = m.primary_id
  where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null and p.publication in ('public', 'title_only'))`;

/** The page of one report in one statement, from what `report_public` gives. Null: everyone is told the same, whatever the cause. */
export const readPublicReport = async (tx: Tx, tenantId: string, number: string): Promise<PublicReport | null> => {
  const [report] = await askByName(
    tx,
    'public_report',
    sql<PublicReport>`
    select r.number, r.kind, r.class, r.state, r.closed_reason, r.publication, r.publication_reason, r.title, r.description, r.answer, r.filed_at,
      r.rating, c.name as category, v.name as village, v.code as village_code, v.district_name as district, r.next_clock, r.next_due_at,
      ${clocks} as clocks,
      ${agenciesOf('r')} as agencies, ${answeredBy('r')} as answered_by,
      (select count(*)::int from laksa.assignment s where s.tenant_id = r.tenant_id and s.report_id = r.id) as hands,
      (select count(*)::int from laksa.report_event e
        where e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'returned') as returns,
      (select count(*)::int from laksa.supporter s where s.tenant_id = r.tenant_id and s.report_id = r.id) as supporters,
      ${primary} as merged_into,
      coalesce((select json_agg(json_build_object('at', e.at, 'kind', e.kind, 'agency', a.name, 'reason', e.payload ->> 'reason',
          'until', e.payload ->> 'until', 'clock', e.payload ->> 'clock',
          'dueAt', e.payload ->> 'dueAt', 'before', e.payload ->> 'before') order by e.seq)
        from laksa.report_event e
        left join laksa.agency a on a.tenant_id = e.tenant_id and a.id::text = e.payload ->> 'agencyId'
        where e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = any(${publicKinds})), '[]') as events,
      (select coalesce(json_agg(${photo} order by f.id), '[]')
        from laksa.photo_public f where f.tenant_id = r.tenant_id and f.report_id = r.id) as photos
    from laksa.report_public r
    left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.number = ${number}`,
  );
  return report ?? null;
};
