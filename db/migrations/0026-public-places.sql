-- Where a report is on the map for everyone: its point as it was filed, rounded to a thousandth of a degree (some 110 meters), for the exact one leads to a
-- front door and stays with the words. Of a secret report there is none. `village_code`: the village the report had then; moved to another, its point
-- is no longer its place.
create table laksa.report_place (
  tenant_id uuid not null,
  report_id uuid not null,
  village_code text,
  latitude double precision not null constraint report_place_latitude check (latitude between -90 and 90
    and latitude = round(latitude::numeric, 3)::double precision),
  longitude double precision not null constraint report_place_longitude check (longitude between -180 and 180
    and longitude = round(longitude::numeric, 3)::double precision),
  constraint report_place_pk primary key (tenant_id, report_id),
  constraint report_place_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
create index report_place_box_idx on laksa.report_place (tenant_id, latitude, longitude, report_id);
call ops.fence('report_place');
grant select, insert, delete on laksa.report_place to laksa_app;

insert into laksa.report_place (tenant_id, report_id, village_code, latitude, longitude)
select tenant_id, report_id, village_code, round(latitude::numeric, 3)::double precision, round(longitude::numeric, 3)::double precision
from (
  select r.tenant_id, r.id as report_id, r.village_code,
    (select s.value from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'latitude') as latitude,
    (select s.value from laksa.event_secret s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'longitude') as longitude
  from laksa.report r join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = 1
  where not r.is_secret) told
where latitude ~ '^-?[0-9]{1,2}([.][0-9]{1,20})?$' and longitude ~ '^-?[0-9]{1,3}([.][0-9]{1,20})?$'
  and latitude::numeric between -90 and 90 and longitude::numeric between -180 and 180;

-- The public reports with their places. Whatever is sensitive by its category, or shown by its title alone, lies at the point of its village; so does what
-- was filed without a point. Null: nobody knows where.
create view laksa.place_public with (security_invoker = true) as
select r.tenant_id, r.id, r.number, r.kind, r.state, r.title, r.category_id, r.village_code, v.name as village, r.filed_at, r.next_due_at,
  coalesce(p.latitude, v.latitude) as latitude, coalesce(p.longitude, v.longitude) as longitude, p.report_id is not null as is_near
from laksa.report_public r
left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
left join laksa.report_place p on p.tenant_id = r.tenant_id and p.report_id = r.id and r.publication = 'public' and not c.is_sensitive
  and p.village_code is not distinct from r.village_code
left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
where r.publication in ('public', 'title_only');
grant select on laksa.place_public to laksa_app;

-- What is counted of them by area and by window lies in the index alone: the rows themselves are wide.
create index report_public_count_idx on laksa.report (tenant_id, village_code, state, id)
  include (publication, class, kind, category_id, filed_at, next_due_at)
  where publication in ('public', 'title_only') and not is_secret;

-- What has been answered for everyone, the newest first. The condition on the answer is written as the view gives it, or the index is not taken for it.
create index report_answered_idx on laksa.report (tenant_id, filed_at desc, id)
  where publication = 'public' and not is_secret and state in ('resolved', 'closed')
    and (case when publication = 'public' then public_answer else null end) is not null;
