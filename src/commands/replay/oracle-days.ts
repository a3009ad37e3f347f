import { sql } from 'kysely';

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
      (l.is_open and not does.ends) or does.goes_on,
      l.is_extended or does.extends,
      case when does.pauses then s.at when does.ends or does.resumes then null else l.paused_at end,
      case when does.ends then s.at when does.goes_on then null else l.stopped_at end,
      case when does.ends then s.op when does.goes_on then null else l.ended end,
      l.paused_ms + case when does.resumes then round(extract(epoch from s.at - l.paused_at) * 1000)::bigint else 0 end,
      case when does.resumes then l.froms || l.paused_at when does.goes_on then l.froms || l.stopped_at else l.froms end,
      case when does.resumes then l.untils || s.at when does.goes_on then l.untils || coalesce(s.disputed_at, s.at) else l.untils end
    from lived l join step s on s.id = l.id and s.n = l.n + 1,
      lateral (select
        l.is_open and s.op in ('stop', 'cancel', 'void', 'move', 'lapse') as ends,
        l.is_open and l.paused_at is null and s.op = 'pause' as pauses,
        l.is_open and l.paused_at is not null and s.op in ('resume', 'stop', 'cancel', 'void', 'move', 'lapse') as resumes,
        not l.is_open and l.ended not in ('cancel', 'void') and s.op = 'continue' as goes_on,
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

/** Each day of the years in question, by version of the policy: whether it works, and how many working days there were through it. */
export const days = sql`
  week as (
    select p.version, bool_or(p.key = 'week.saturday_works' and p.value = 'true') as saturdays, bool_or(p.key = 'week.joint_leave_works' and p.value = 'true') as joint_leave
    from laksa.policy_rule p join city on p.tenant_id = city.id group by p.version
  ),
  day as (
    select w.version, d::date as day, extract(isodow from d) < (case when w.saturdays then 7 else 6 end)
        and not exists (select from laksa.holiday h join city on h.tenant_id = city.id
          where h.day = d::date and not (h.kind = 'joint_leave' and w.joint_leave)) as works
    from week w, lateral (select min(at) as first, max(at) as last from told) span,
      generate_series(span.first::date - 7, span.last::date + 800, interval '1 day') d
  ),
  calendar as materialized (
    select version, day, works, count(*) filter (where works) over (partition by version order by day) as nth from day
  ),
  known as (
    select distinct extract(year from h.day) as year from laksa.holiday h join city on h.tenant_id = city.id where h.kind = 'national'
  )`;

/** The due date: from the start by the length, and by the extension where there was one, which is counted in days of the same kind; then each pause in its order gives back the days that were left. */
export const due = sql`
  measured as (
    select l.id, l.version, l.froms, l.untils, l.started_at, (p.value ->> 'n')::int + coalesce((e.value ->> 'n')::int, 0) as n, coalesce(p.value ->> 'unit', 'promise') as unit,
      (l.started_at at time zone city.zone)::date as first_day, (l.payload ->> 'until')::date as promised, city.zone
    from life l cross join city left join laksa.policy_rule p on p.tenant_id = city.id and p.version = l.version and p.key = l.rule
      left join laksa.policy_rule e on l.is_extended and e.tenant_id = city.id and e.version = l.version and e.key = 'clock.kip_extension'
  ),
  due as (
    select m.id, 0 as pause, m.version, m.unit, m.zone, m.froms, m.untils, found.last_day,
      case when m.unit = 'hours' then m.started_at + m.n * interval '1 hour' else (found.last_day + 1)::timestamp at time zone m.zone end as due_at
    from measured m join calendar f on f.version = m.version and f.day = m.first_day
      left join calendar w on w.version = m.version and w.works and w.nth = f.nth + m.n,
      lateral (select case m.unit when 'working_days' then w.day when 'calendar_days' then m.first_day + m.n when 'promise' then m.promised end as last_day) found
    union all
    select d.id, d.pause + 1, d.version, d.unit, d.zone, d.froms, d.untils,
      case when moved.due_at > d.due_at then moved.last_day else d.last_day end, greatest(d.due_at, moved.due_at)
    from due d
      join calendar f on f.version = d.version and f.day = (d.froms[d.pause + 1] at time zone d.zone)::date
      join calendar u on u.version = d.version and u.day = (d.untils[d.pause + 1] at time zone d.zone)::date
      join calendar l on l.version = d.version and l.day = coalesce(d.last_day, f.day)
      join calendar w on w.version = d.version and w.works
        and w.nth = u.nth + case when u.works and l.nth <= f.nth then 0 else greatest(l.nth - f.nth, 1) end,
      lateral (select case d.unit when 'working_days' then w.day when 'calendar_days' then u.day + (l.day - f.day) end as last_day) back,
      lateral (select back.last_day, case
        when d.due_at <= d.froms[d.pause + 1] then d.due_at
        when d.unit = 'hours' then d.due_at + (d.untils[d.pause + 1] - d.froms[d.pause + 1])
        else (back.last_day + 1)::timestamp at time zone d.zone end as due_at) moved
    where d.pause < cardinality(d.froms)
  ),
  opinion as (
    select l.report_id, l.clock as kind, l.started_at, d.due_at,
      d.unit = 'working_days' and extract(year from d.last_day) not in (select year from known) as provisional,
      l.paused_at, l.paused_ms, l.stopped_at,
      case when l.ended in ('stop', 'cancel') and l.stopped_at >= d.due_at then 'late'
        when l.ended = 'stop' then 'kept' when l.ended in ('cancel', 'void') then 'cancelled' when l.ended = 'move' then 'moved' when l.ended = 'lapse' then 'lapsed' end as outcome,
      row_number() over (partition by l.report_id, l.clock, l.started_at order by d.due_at, l.stopped_at nulls last) as nth
    from life l join due d on d.id = l.id and d.pause = cardinality(l.froms)
  )`;
