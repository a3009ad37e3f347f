-- When an answer to a request for information was given more time; when the reporter was last reminded of the end of an offer, and of which.
alter table laksa.report_clock add column extended_at timestamptz;
alter table laksa.report_clock add column reminded_at timestamptz;
alter table laksa.report_clock add column reminded_of timestamptz;
-- The offers to a reporter of whose end they have not been told yet: few among all clocks that run.
create index report_clock_remind_idx on laksa.report_clock (tenant_id, due_at, id)
  where stopped_at is null and paused_at is null and kind in ('completion', 'reply_window') and (reminded_of is null or due_at > reminded_of);

-- Clocks that ended while their reporter was asked: their pause ended with them, if a row was left open or closed later, and all their pauses count.
-- Their due dates stay as they were told: a working day cannot be given back here.
update laksa.clock_pause p set ended_at = c.stopped_at
from laksa.report_clock c
where c.tenant_id = p.tenant_id and c.id = p.clock_id and c.stopped_at > p.started_at
  and p.reason <> 'settled' and (p.ended_at is null or p.ended_at > c.stopped_at);
update laksa.report_clock c set paused_ms = had.ms
from (select tenant_id, clock_id, sum(round(extract(epoch from ended_at - started_at) * 1000))::bigint as ms from laksa.clock_pause
  where reason <> 'settled' and ended_at is not null group by tenant_id, clock_id) had
where had.tenant_id = c.tenant_id and had.clock_id = c.id and c.stopped_at is not null and c.paused_ms < had.ms;

-- Reports that an objection reopened before the time their matter seemed settled was kept: from the answer or decision that ended the clock until the
-- objection, for each clock that there was then (an id tells when it was made) and that went on. Their due dates have these days already; now the days can be seen, and counted again.
insert into laksa.clock_pause (tenant_id, id, clock_id, reason, actor_post, started_at, ended_at)
select c.tenant_id,
  overlay(overlay(gen_random_uuid()::text placing '7' from 15) placing substr(h.ms, 1, 8) || '-' || substr(h.ms, 9) from 1)::uuid,
  c.id, 'settled', reopened.actor_post, settled.at, objection.at
from laksa.report_event reopened
  cross join lateral (select max(b.seq) as seq from laksa.report_event b
    where b.tenant_id = reopened.tenant_id and b.report_id = reopened.report_id and b.kind = 'reopened' and b.seq < reopened.seq) before
  cross join lateral (select s.at from laksa.report_event s
    where s.tenant_id = reopened.tenant_id and s.report_id = reopened.report_id and s.kind in ('approved', 'answer_shared', 'rejected', 'handed_over')
      and s.seq > coalesce(before.seq, 0) and s.seq < reopened.seq order by s.seq limit 1) settled
  cross join lateral (select d.at from laksa.report_event d
    where d.tenant_id = reopened.tenant_id and d.report_id = reopened.report_id and d.kind = 'disputed'
      and d.seq > coalesce(before.seq, 0) and d.seq < reopened.seq order by d.seq desc limit 1) objection
  cross join lateral (select lpad(to_hex((extract(epoch from reopened.at) * 1000)::bigint), 12, '0') as ms) h
  join laksa.report_clock c on c.tenant_id = reopened.tenant_id and c.report_id = reopened.report_id and c.kind in ('answer', 'decision', 'kip')
    and c.id < rpad(lpad(to_hex((extract(epoch from settled.at) * 1000)::bigint + 1), 12, '0'), 32, '0')::uuid and (c.stopped_at is null or c.stopped_at > reopened.at)
where reopened.kind = 'reopened' and objection.at > settled.at
  and not exists (select from laksa.clock_pause p where p.tenant_id = c.tenant_id and p.clock_id = c.id and p.reason = 'settled' and p.ended_at = objection.at);
