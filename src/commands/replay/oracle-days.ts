import { sql, type RawBuilder } from 'kysely';

/*
 * The second half: the steps of each clock one after another, and the days, counted on a calendar that is written out day by day from
 * laksa.holiday.
 */

/**
 * Open, paused, stopped: what is after the last step. A pause and the time a matter seemed settled are kept, to be counted afterwards; what ends while
 * it is paused has its days back first.
 */
export const lived = sql`
  lived as (
    select c.id, 0::bigint as n, c.class, true as is_open, false as is_extended, null::timestamptz as paused_at, null::timestamptz as stopped_at,
      null::text as ended, 0::bigint as paused_ms, '{}'::timestamptz[] as froms, '{}'::timestamptz[] as untils
    from clock c
    union all
    select l.id, s.n,
      case when does.resumes or does.goes_on or does.counts then s.class else l.class end,
      (l.is_open and not does.ends) or does.goes_on or does.returns,
      l.is_extended or does.extends,
      case when does.pauses then s.at when does.ends or does.resumes then null else l.paused_at end,
      case when does.ends then s.at when does.goes_on or does.returns then null else l.stopped_at end,
      case when does.ends then s.op when does.goes_on or does.returns then null else l.ended end,
      l.paused_ms + case when does.resumes then round(extract(epoch from s.at - l.paused_at) * 1000)::bigint else 0 end,
      case when does.resumes then l.froms || l.paused_at when does.goes_on then l.froms || l.stopped_at else l.froms end,
      case when does.resumes then l.untils || s.at when does.goes_on then l.untils || coalesce(s.disputed_at, s.at) else l.untils end
    from lived l join step s on s.id = l.id and s.n = l.n + 1,
      lateral (select
        l.is_open and s.op in ('stop', 'cancel', 'void', 'move', 'lapse') as ends,
        l.is_open and l.paused_at is null and s.op = 'pause' as pauses,
        l.is_open and l.paused_at is not null and s.op in ('resume', 'stop', 'cancel', 'void', 'move', 'lapse') as resumes,
        not l.is_open and l.ended not in ('cancel', 'void') and s.op = 'continue' as goes_on,
        not l.is_open and s.op = 'return' as returns,
        l.is_open and s.op = 'extend' as extends,
        l.is_open and s.op = 'count' as counts) does
  ),
  life as materialized (
    select distinct on (l.id) l.*, c.report_id, c.clock, c.by, c.seq, c.started_at, c.version, c.payload,
      case when c.clock = 'answer' then 'clock.answer.' || l.class
        when c.clock = 'validation' and c.by = 'disputed' then 'clock.validation.dispute'
        else 'clock.' || c.clock end as rule
    from lived l join clock c on c.id = l.id order by l.id, l.n desc
  )`;

/**
 * Each day of the years in question, by version of the policy: whether it works, when the offices open and for how many milliseconds, how many
 * working days there were through it, and how many days of years without a calendar (`blind`).
 */
export const days = sql`
  known as (
    select extract(year from h.day) as year from laksa.holiday h join city on h.tenant_id = city.id where h.kind = 'national'
    group by 1 having count(*) >= 10
  ),
  week as (
    select p.version, bool_or(p.key = 'week.saturday_works' and p.value = 'true') as saturdays, bool_or(p.key = 'week.joint_leave_works' and p.value = 'true') as joint_leave,
      coalesce(max(p.value #>> '{}') filter (where p.key = 'office_hours.from'), '08:00')::time as opens,
      coalesce(max(p.value #>> '{}') filter (where p.key = 'office_hours.until'), '16:00')::time as closes
    from laksa.policy_rule p join city on p.tenant_id = city.id group by p.version
  ),
  day as (
    select w.version, d::date as day, w.opens, (extract(epoch from w.closes - w.opens) * 1000)::bigint as open_ms,
      (extract(year from d) not in (select year from known))::int as is_blind, extract(isodow from d) < (case when w.saturdays then 7 else 6 end)
        and not exists (select from laksa.holiday h join city on h.tenant_id = city.id
          where h.day = d::date and not (h.kind = 'joint_leave' and w.joint_leave)) as works
    from week w, lateral (select min(at) as first, max(at) as last from told) span,
      generate_series(span.first::date - 7, span.last::date + 800, interval '1 day') d
  ),
  calendar as materialized (
    select version, day, works, opens, open_ms, is_blind, count(*) filter (where works) over (partition by version order by day) as nth,
      sum(is_blind) over (partition by version order by day) as blind from day
  )`;

/** For how many milliseconds the offices had been open by an instant; `day` is the row of the calendar it lies in. */
const openedBy = (day: 'f' | 'u', at: RawBuilder<unknown>) => {
  const of = (column: string) => sql.ref(`${day}.${column}`);
  return sql`((${of('nth')} - ${of('works')}::int) * ${of('open_ms')} + case when ${of('works')} then
    least(greatest((extract(epoch from (${at})::time - ${of('opens')}) * 1000)::bigint, 0), ${of('open_ms')}) else 0 end)`;
};

/** The instant at which they have been open for so long: always on a working day `w`, at closing time rather than at the next opening. */
const openFor = (ms: RawBuilder<unknown>, zone: RawBuilder<unknown>) =>
  sql`(w.day + w.opens + (${ms} - (w.nth - 1) * w.open_ms) * interval '1 millisecond') at time zone ${zone}`;

/** The working day on which they have. */
const nthOpenFor = (day: 'f' | 'u', ms: RawBuilder<unknown>) =>
  sql`ceil(${ms}::numeric / ${sql.ref(`${day}.open_ms`)})::bigint`;

const startMs = sql`(${openedBy('f', sql`m.started_at at time zone m.zone`)} + m.n * 3600000::bigint)`;
const resumedMs = sql`(${openedBy('u', sql`d.untils[d.pause + 1] at time zone d.zone`)} + d.open_ms - ${openedBy('f', sql`d.froms[d.pause + 1] at time zone d.zone`)})`;

/**
 * The due date: from the start by the length, and by the extension where there was one, which is counted in the same unit; then each pause in its
 * order gives back what was left. Provisional from the first of these steps on that reached into a year without a calendar.
 */
export const due = sql`
  measured as (
    select l.id, l.version, l.froms, l.untils, l.started_at, (p.value ->> 'n')::int + coalesce((e.value ->> 'n')::int, 0) as n, coalesce(p.value ->> 'unit', 'promise') as unit,
      (l.started_at at time zone city.zone)::date as first_day, (l.payload ->> 'until')::date as promised, city.zone
    from life l cross join city left join laksa.policy_rule p on p.tenant_id = city.id and p.version = l.version and p.key = l.rule
      left join laksa.policy_rule e on l.is_extended and e.tenant_id = city.id and e.version = l.version and e.key = 'clock.kip_extension'
  ),
  due as (
    select m.id, 0 as pause, m.version, m.unit, m.zone, m.froms, m.untils, found.last_day,
      case m.unit when 'hours' then m.started_at + m.n * interval '1 hour' when 'office_hours' then ${openFor(startMs, sql`m.zone`)}
        else (found.last_day + 1)::timestamp at time zone m.zone end as due_at,
      ${startMs} as open_ms,
      m.unit in ('working_days', 'office_hours') and (w.blind > f.blind or w.is_blind = 1 or m.unit = 'office_hours' and f.is_blind = 1) as provisional
    from measured m join calendar f on f.version = m.version and f.day = m.first_day
      left join calendar w on w.version = m.version and w.works
        and w.nth = case m.unit when 'office_hours' then ${nthOpenFor('f', startMs)} else f.nth + m.n end,
      lateral (select case when m.unit in ('working_days', 'office_hours') then w.day when m.unit = 'calendar_days' then m.first_day + m.n
        when m.unit = 'promise' then m.promised end as last_day) found
    union all
    select d.id, d.pause + 1, d.version, d.unit, d.zone, d.froms, d.untils,
      case when moved.due_at > d.due_at then moved.last_day else d.last_day end, greatest(d.due_at, moved.due_at),
      case when moved.due_at > d.due_at then moved.open_ms else d.open_ms end,
      d.provisional or (moved.due_at > d.due_at and d.unit in ('working_days', 'office_hours')
        and (w.blind > u.blind or w.is_blind = 1 or d.unit = 'office_hours' and u.is_blind = 1))
    from due d
      join calendar f on f.version = d.version and f.day = (d.froms[d.pause + 1] at time zone d.zone)::date
      join calendar u on u.version = d.version and u.day = (d.untils[d.pause + 1] at time zone d.zone)::date
      join calendar l on l.version = d.version and l.day = coalesce(d.last_day, f.day)
      join calendar w on w.version = d.version and w.works
        and w.nth = case when d.unit = 'office_hours' and d.due_at > d.froms[d.pause + 1] then ${nthOpenFor('u', resumedMs)}
          else u.nth + case when u.works and l.nth <= f.nth then 0 else greatest(l.nth - f.nth, 1) end end,
      lateral (select case d.unit when 'working_days' then w.day when 'office_hours' then w.day when 'calendar_days' then u.day + (l.day - f.day) end as last_day) back,
      lateral (select back.last_day, ${resumedMs} as open_ms, case
        when d.due_at <= d.froms[d.pause + 1] then d.due_at
        when d.unit = 'hours' then d.due_at + (d.untils[d.pause + 1] - d.froms[d.pause + 1])
        when d.unit = 'office_hours' then ${openFor(resumedMs, sql`d.zone`)}
        else (back.last_day + 1)::timestamp at time zone d.zone end as due_at) moved
    where d.pause < cardinality(d.froms)
  ),
  opinion as (
    select l.report_id, l.clock as kind, l.started_at, d.due_at,
      d.provisional,
      l.paused_at, l.paused_ms, l.stopped_at,
      case when l.ended in ('stop', 'cancel', 'move') and l.stopped_at >= d.due_at then 'late'
        when l.ended = 'stop' then 'kept' when l.ended in ('cancel', 'void') then 'cancelled' when l.ended = 'move' then 'moved' when l.ended = 'lapse' then 'lapsed' end as outcome,
      row_number() over (partition by l.report_id, l.clock, l.started_at order by d.due_at, l.stopped_at nulls last) as nth
    from life l join due d on d.id = l.id and d.pause = cardinality(l.froms)
  )`;
