-- Agencies and posts as a city keeps them itself: short names, deputies, and work that one post hands to another.
alter table laksa.agency add column short_name text;

-- Holds the post in the place of another: Plt. while nobody else does, Plh. while somebody is away. Null: in their own right.
alter table laksa.post_holder add column acting text;
alter table laksa.post_holder add constraint post_holder_acting check (acting in ('plt', 'plh'));

-- All that one post had to do about open reports, given to another: what is to be moved is written down first, and moved by a job.
create table laksa.post_handover (
  tenant_id uuid not null,
  id uuid not null,
  from_post_id uuid not null,
  to_post_id uuid not null,
  by_post uuid,
  made_at timestamptz not null,
  constraint post_handover_pk primary key (tenant_id, id),
  constraint post_handover_from_fk foreign key (tenant_id, from_post_id) references laksa.post (tenant_id, id),
  constraint post_handover_to_fk foreign key (tenant_id, to_post_id) references laksa.post (tenant_id, id),
  constraint post_handover_by_fk foreign key (tenant_id, by_post) references laksa.post (tenant_id, id)
);
create index post_handover_from_idx on laksa.post_handover (tenant_id, from_post_id);
create index post_handover_to_idx on laksa.post_handover (tenant_id, to_post_id);
create index post_handover_by_idx on laksa.post_handover (tenant_id, by_post);
call ops.fence('post_handover');
grant select, insert on laksa.post_handover to laksa_app;

create table laksa.handed_report (
  tenant_id uuid not null,
  handover_id uuid not null,
  report_id uuid not null,
  -- `passed_by`: at its turn the post had no part in it any more.
  state text not null,
  constraint handed_report_pk primary key (tenant_id, handover_id, report_id),
  constraint handed_report_handover_fk foreign key (tenant_id, handover_id) references laksa.post_handover (tenant_id, id),
  constraint handed_report_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint handed_report_state check (state in ('waiting', 'moved', 'passed_by'))
);
create index handed_report_waiting_idx on laksa.handed_report (tenant_id, handover_id, report_id) where state = 'waiting';
create index handed_report_report_idx on laksa.handed_report (tenant_id, report_id);
call ops.fence('handed_report');
grant select, insert, update (state) on laksa.handed_report to laksa_app;
