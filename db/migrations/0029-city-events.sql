-- What was changed about a city itself: its agencies, posts, people, keys. Who, when, and each field before and after; inserted and read, never altered.
create table laksa.city_event (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject_id uuid not null,
  by_user text,
  by_post uuid,
  changes jsonb not null,
  undoes uuid,
  constraint city_event_pk primary key (tenant_id, id),
  constraint city_event_post_fk foreign key (tenant_id, by_post) references laksa.post (tenant_id, id),
  constraint city_event_undoes_fk foreign key (tenant_id, undoes) references laksa.city_event (tenant_id, id),
  constraint city_event_undone_once unique (tenant_id, undoes)
);
create index city_event_subject_idx on laksa.city_event (tenant_id, subject_id, id);
create index city_event_post_idx on laksa.city_event (tenant_id, by_post);
call ops.fence('city_event');
grant select, insert on laksa.city_event to laksa_app;
