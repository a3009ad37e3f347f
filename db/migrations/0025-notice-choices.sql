-- How a person wants to hear of their report, or of what they follow. No row: of every step, by mail, outside the city's quiet hours.
create table laksa.notice_choice (
  tenant_id uuid not null,
  person_id uuid not null,
  channel text not null constraint notice_choice_channel check (channel in ('email')),
  steps text not null constraint notice_choice_steps check (steps in ('all', 'needed', 'end')),
  quiet_from text constraint notice_choice_quiet_from check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_until text constraint notice_choice_quiet_until check (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  stopped_at timestamptz,
  changed_at timestamptz not null,
  constraint notice_choice_pk primary key (tenant_id, person_id),
  constraint notice_choice_person_fk foreign key (tenant_id, person_id) references laksa.person (tenant_id, id),
  constraint notice_choice_quiet check ((quiet_from is null) = (quiet_until is null))
);
call ops.fence('notice_choice');
grant select, insert, update on laksa.notice_choice to laksa_app;

-- Addresses that want no letters at all, known by their look-up alone.
create table laksa.contact_stop (
  tenant_id uuid not null,
  field text not null constraint contact_stop_field check (field in ('email')),
  lookup bytea not null,
  stopped_at timestamptz not null,
  ended_at timestamptz,
  constraint contact_stop_pk primary key (tenant_id, field, lookup)
);
call ops.fence('contact_stop');
grant select, insert, update (stopped_at, ended_at) on laksa.contact_stop to laksa_app;

-- The city's own words in its letters: each version whole, so that going back is a new version with old words. `words`: by key, then by language.
create table laksa.letter_wording (
  tenant_id uuid not null,
  version integer not null,
  words jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint letter_wording_pk primary key (tenant_id, version),
  constraint letter_wording_post_fk foreign key (tenant_id, made_by) references laksa.post (tenant_id, id)
);
create index letter_wording_post_idx on laksa.letter_wording (tenant_id, made_by);
call ops.fence('letter_wording');
grant select, insert on laksa.letter_wording to laksa_app;

-- One letter, settled before it is sent: to which address (by its look-up), in which language and wording, and when it was written. A repeat is the same
-- letter, and its link to the choices is good for whoever has that address.
create table laksa.notice_letter (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  follow_id uuid,
  lookup bytea not null,
  language text not null constraint notice_letter_language check (language in ('id', 'en')),
  wording_version integer,
  written_at timestamptz not null,
  constraint notice_letter_pk primary key (tenant_id, id),
  constraint notice_letter_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint notice_letter_follow_fk foreign key (tenant_id, follow_id) references laksa.follow (tenant_id, id),
  constraint notice_letter_wording_fk foreign key (tenant_id, wording_version) references laksa.letter_wording (tenant_id, version)
);
create index notice_letter_report_idx on laksa.notice_letter (tenant_id, report_id);
create index notice_letter_follow_idx on laksa.notice_letter (tenant_id, follow_id) where follow_id is not null;
create index notice_letter_wording_idx on laksa.notice_letter (tenant_id, wording_version) where wording_version is not null;
call ops.fence('notice_letter');
grant select, insert on laksa.notice_letter to laksa_app;

-- `look_at`: when it may go at the earliest, known once it was looked at; until then, and while its job tries again, null.
alter table laksa.notice
  add column letter_id uuid,
  add column look_at timestamptz,
  add constraint notice_letter_fk foreign key (tenant_id, letter_id) references laksa.notice_letter (tenant_id, id);
create index notice_letter_idx on laksa.notice (tenant_id, letter_id) where letter_id is not null;
create index notice_look_idx on laksa.notice (tenant_id, look_at) where state = 'waiting' and look_at is not null;
