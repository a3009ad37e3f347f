import { sql } from 'kysely';

import type { HolidayRow } from '../../domain/calendar.ts';
import type { PolicyRule } from '../../domain/policy.ts';
import type { Tx } from '../../store/tx.ts';

export type KeptVersion = {
  readonly version: number;
  readonly since: string;
  readonly rules: readonly PolicyRule[];
  /** Null for the version that came with the city. */
  readonly reason: string | null;
  readonly post: string | null;
};

export type NamedDay = HolidayRow & { readonly name: string; readonly source: string };

export type KeptChange = {
  readonly id: string;
  readonly at: string;
  readonly reason: string;
  readonly post: string | null;
  readonly added: readonly NamedDay[];
  readonly removed: readonly NamedDay[];
};

/** Dates that the posts of one agency promised, by what became of them. */
export type PromiseCount = {
  /** Null: posts of no agency. */
  readonly agency: string | null;
  readonly kept: number;
  readonly moved: number;
  readonly missed: number;
};

export type Kept = {
  /** The newest first. */
  readonly versions: readonly KeptVersion[];
  readonly years: readonly number[];
  /** Of the year that was asked for. */
  readonly days: readonly NamedDay[];
  /** The newest first. */
  readonly changes: readonly KeptChange[];
  readonly promises: readonly PromiseCount[];
};

const shownChanges = 50;
const countedDays = 90;
const dayMs = 86_400_000;

type Asked = { readonly tenantId: string; readonly year: number; readonly now: Date };

/** The whole desk in one statement: every version of the rules, a year of the calendar, what was changed, and how promises were kept of late. */
export const readKept = async (tx: Tx, asked: Asked): Promise<Kept> => {
  const { rows } = await sql<Kept>`
    select ${versionsOf(asked)} as versions,
      (select coalesce(json_agg(y.year order by y.year), '[]')
        from (select distinct extract(year from h.day)::int as year from laksa.holiday h where h.tenant_id = ${asked.tenantId}) y) as years,
      ${daysOf(asked)} as days, ${changesOf(asked)} as changes, ${promisesOf(asked)} as promises`.execute(tx);
  const [kept] = rows;
  if (kept === undefined) throw new Error('a select without a from gives one row');
  return kept;
};

const versionsOf = ({ tenantId }: Asked) => sql`(select coalesce(json_agg(v order by v.version desc), '[]')
  from (select r.version, min(r.created_at) as since, min(m.reason) as reason, min(p.name) as post,
      json_agg(json_build_object('key', r.key, 'value', r.value, 'source', r.source, 'confidence', r.confidence) order by r.key) as rules
    from laksa.policy_rule r
    left join laksa.policy_version m on m.tenant_id = r.tenant_id and m.version = r.version
    left join laksa.post p on p.tenant_id = m.tenant_id and p.id = m.made_by
    where r.tenant_id = ${tenantId} group by r.version) v)`;

const daysOf = ({
  tenantId,
  year,
}: Asked) => sql`(select coalesce(json_agg(json_build_object('day', h.day, 'kind', h.kind, 'name', h.name,
    'source', h.source) order by h.day, h.kind), '[]')
  from laksa.holiday h where h.tenant_id = ${tenantId} and h.day >= make_date(${year}, 1, 1) and h.day < make_date(${year + 1}, 1, 1))`;

const changesOf = ({ tenantId }: Asked) => sql`(select coalesce(json_agg(c order by c.at desc, c.id), '[]')
  from (select c.id, c.made_at as at, c.reason, p.name as post, c.added, c.removed
    from laksa.calendar_change c left join laksa.post p on p.tenant_id = c.tenant_id and p.id = c.made_by
    where c.tenant_id = ${tenantId} order by c.made_at desc, c.id limit ${shownChanges}) c)`;

/** By the agency of the post that gave the date, whoever holds the report or has answered it since. */
const promisesOf = ({ tenantId, now }: Asked) => sql`(select coalesce(json_agg(n order by n.agency), '[]')
  from (select g.name as agency, count(*) filter (where k.outcome = 'kept')::int as kept, count(*) filter (where k.outcome = 'moved')::int as moved,
      count(*) filter (where k.outcome = 'late' or k.stopped_at is null)::int as missed
    from laksa.report_clock k
    left join lateral (select e.actor_post from laksa.report_event e
      where e.tenant_id = k.tenant_id and e.report_id = k.report_id and e.kind = 'postponed' and e.at = k.started_at order by e.seq limit 1) given on true
    left join laksa.post p on p.tenant_id = k.tenant_id and p.id = given.actor_post
    left join laksa.agency g on g.tenant_id = p.tenant_id and g.id = p.agency_id
    where k.tenant_id = ${tenantId} and k.kind = 'promise' and k.due_at > ${new Date(now.getTime() - countedDays * dayMs)}
      and (k.stopped_at is not null and k.outcome <> 'cancelled' or k.due_at <= ${now})
    group by g.name) n)`;

export type NewestRules = { readonly version: number; readonly rules: readonly PolicyRule[] };

/** The rules that hold for what is filed now. */
export const readNewestRules = async (tx: Tx, tenantId: string): Promise<NewestRules> => {
  const { rows } = await sql<NewestRules>`
    select r.version, json_agg(json_build_object('key', r.key, 'value', r.value, 'source', r.source, 'confidence', r.confidence)) as rules
    from laksa.policy_rule r
    where r.tenant_id = ${tenantId} and r.version = (select max(n.version) from laksa.policy_rule n where n.tenant_id = ${tenantId})
    group by r.version`.execute(tx);
  const [newest] = rows;
  if (newest === undefined) throw new Error('the city has no policy');
  return newest;
};

/** The days off of one year. */
export const readDays = async (tx: Tx, tenantId: string, year: number): Promise<readonly NamedDay[]> => {
  const { rows } = await sql<NamedDay>`
    select h.day::text as day, h.kind, h.name, h.source from laksa.holiday h
    where h.tenant_id = ${tenantId} and h.day >= make_date(${year}, 1, 1) and h.day < make_date(${year + 1}, 1, 1)
    order by h.day, h.kind`.execute(tx);
  return rows;
};
