import { sql } from 'kysely';

/*
 * The first half of the second opinion (`oracle.ts`): what the history of each report says of its clocks, in SQL alone. Nothing here looks at
 * laksa.report_clock, and nothing knows what the rules in `domain/` found: these lists are the table of clocks written down once more.
 */

/** Every event with the state and the class the report has after it, and whether a post speaks to the reporter in it. */
export const told = sql`
  city as (
    select id, zone from laksa.tenant where id = nullif(current_setting('laksa.tenant', true), '')::uuid
  ),
  event as (
    select e.report_id, e.seq, e.at, e.kind, e.payload,
      e.actor_kind = 'post' and e.commitments ? 'message' as speaks,
      e.payload ->> 'to' as arrives,
      case when e.kind = 'filed' then e.payload ->> 'kind' when e.kind in ('verified', 'reclassified') then e.payload ->> 'class' end as class_given
    from laksa.report_event e join city on e.tenant_id = city.id
  ),
  counted as (
    select event.*,
      count(arrives) over life as arrivals, count(class_given) over life as classes,
      max(at) filter (where kind = 'disputed') over life as disputed_at,
      count(*) filter (where kind in ('verified', 'reopened', 'returned_from_transfer')) over life > 0 as handled,
      first_value((payload ->> 'policyVersion')::int) over life as version,
      first_value(at) over life as filed_at
    from event window life as (partition by report_id order by seq rows unbounded preceding)
  ),
  stated as (
    select counted.*,
      first_value(arrives) over (partition by report_id, arrivals order by seq) as state,
      first_value(class_given) over (partition by report_id, classes order by seq) as class
    from counted
  ),
  told as materialized (
    select stated.*,
      lag(state) over life as state_before, lag(class) over life as class_before,
      state in ('closed', 'rejected') and lag(state) over life not in ('closed', 'rejected') as ends
    from stated window life as (partition by report_id order by seq)
  )`;

/** Which event starts which clock. `once`: only the first of them in a life. `request`: where one that asks for information is owed an answer. */
export const started = sql`
  starter (event, clock, once, arriving) as (values
    ('filed', 'first_answer', true, null), ('filed', 'verify', true, null), ('filed', 'completeness', true, null),
    ('verified', 'follow_up', true, null), ('reopened', 'follow_up', true, null), ('returned_from_transfer', 'follow_up', true, null),
    ('verified', 'answer', true, null), ('reopened', 'answer', true, null), ('returned_from_transfer', 'answer', true, null),
    ('verified', 'decision', true, null), ('reopened', 'decision', true, null), ('returned_from_transfer', 'decision', true, null),
    ('reporter_asked', 'completion', false, null),
    ('answered', 'validation', false, 'answered'), ('disputed', 'validation', false, null),
    ('rejected', 'reply_window', false, null), ('approved', 'reply_window', false, null), ('upheld', 'reply_window', false, null),
    ('handed_over', 'reply_window', false, null), ('answer_shared', 'reply_window', false, 'resolved'),
    ('transferred', 'outside', false, null), ('postponed', 'promise', false, null)
  ),
  candidate as (
    select t.report_id, t.seq, t.kind as by, s.clock, t.at as started_at, t.version, t.class, t.payload, s.once,
      row_number() over (partition by t.report_id, s.clock order by t.seq) as nth
    from told t join starter s on s.event = t.kind and (s.arriving is null or s.arriving = t.arrives)
  ),
  request as (
    select t.*, row_number() over (partition by t.report_id order by t.seq) as nth
    from told t where t.class = 'information_request' and (t.kind in ('filed', 'reopened', 'returned_from_transfer')
      or t.class is distinct from t.class_before and (t.state_before in ('received', 'needs_info', 'verified', 'assigned', 'in_progress', 'answered')
        or (t.state_before = 'transferred' and t.handled)))
  ),
  clock as materialized (
    select row_number() over () as id, whole.* from (
      select report_id, seq, by, clock, started_at, version, class, payload from candidate where not once or nth = 1
      union all
      select report_id, seq, kind, 'kip', filed_at, version, class, payload from request where nth = 1
    ) whole
  )`;

/** Which event does what to which clock, and in which order where one event does several things. `worded`: only if a post speaks in it. */
export const effects = sql`
  rule (event, clock, op, turn, worded, arriving) as (
    select event, unnest(clocks), op, turn, worded, arriving from (values
      ('postponed', array['promise'], 'move', 1, false, null),
      ('verified', array['verify', 'completeness'], 'stop', 2, false, null),
      ('reporter_asked', array['first_answer', 'completeness'], 'stop', 2, false, null),
      ('reporter_asked', array['verify', 'follow_up', 'answer', 'decision'], 'pause', 4, false, null),
      ('info_provided', array['completion'], 'stop', 2, false, null),
      ('info_provided', array['verify', 'follow_up', 'answer', 'decision'], 'resume', 5, false, null),
      ('rejected', array['first_answer', 'verify', 'completeness', 'decision', 'kip'], 'stop', 2, false, null),
      ('accepted', array['first_answer', 'follow_up'], 'stop', 2, true, null),
      ('postponed', array['first_answer'], 'stop', 2, true, null),
      ('extended', array['first_answer'], 'stop', 2, true, null),
      ('extended', array['kip'], 'extend', 6, false, null),
      ('sent_back', array['validation'], 'stop', 2, false, null),
      ('approved', array['first_answer', 'follow_up', 'answer', 'decision', 'kip', 'validation', 'promise'], 'stop', 2, false, null),
      ('answer_shared', array['first_answer', 'follow_up', 'answer', 'decision', 'kip', 'validation', 'promise'], 'stop', 2, false, 'resolved'),
      ('answer_shared', array['verify', 'completeness', 'completion'], 'cancel', 3, false, 'resolved'),
      ('confirmed', array['reply_window'], 'stop', 2, false, null),
      ('disputed', array['reply_window'], 'stop', 2, false, null),
      ('reopened', array['validation'], 'stop', 2, false, null),
      ('reopened', array['first_answer'], 'stop', 2, true, null),
      ('reopened', array['answer', 'decision', 'kip'], 'continue', 6, false, null),
      ('upheld', array['validation'], 'stop', 2, false, null),
      ('upheld', array['first_answer'], 'stop', 2, true, null),
      ('transferred', array['first_answer', 'verify', 'completeness'], 'stop', 2, false, null),
      ('transferred', array['follow_up', 'promise'], 'cancel', 3, false, null),
      ('returned_from_transfer', array['outside'], 'stop', 2, false, null),
      ('returned_from_transfer', array['first_answer'], 'stop', 2, true, null),
      ('handed_over', array['outside', 'answer', 'decision', 'kip'], 'stop', 2, false, null),
      ('handed_over', array['first_answer'], 'stop', 2, true, null),
      ('message_sent', array['first_answer'], 'stop', 2, true, null)
    ) list (event, clocks, op, turn, worded, arriving)
  ),
  effect as (
    select t.report_id, t.seq, t.at, t.class, t.disputed_at, r.clock, r.op, r.turn
    from told t join rule r on r.event = t.kind and (t.speaks or not r.worded) and (r.arriving is null or r.arriving = t.arrives)
      and (r.op <> 'continue' or r.clock <> 'kip' or t.class = 'information_request')
    union all
    select report_id, seq, at, class, disputed_at, payload ->> 'clock', 'lapse', 1 from told where kind = 'expired'
    union all
    select report_id, seq, at, class, disputed_at, 'answer', 'count', 7 from told where class is distinct from class_before and kind <> 'filed'
    union all
    select report_id, seq, at, class, disputed_at, 'kip', 'void', 7 from told where class is distinct from class_before and class <> 'information_request'
    union all
    select report_id, seq, at, class, disputed_at, 'kip', 'return', 7 from request where nth > 1
    union all
    select report_id, seq, at, class, disputed_at, null, 'cancel', 8 from told where ends
  ),
  step as materialized (
    select c.id, row_number() over (partition by c.id order by e.seq, e.turn) as n, e.seq, e.at, e.op, e.class, e.disputed_at
    from clock c join effect e on e.report_id = c.report_id and e.seq > c.seq and (e.clock = c.clock or e.clock is null)
  )`;
