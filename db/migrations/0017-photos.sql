-- One picture that somebody sent: with a report (`report`) or with an officer's answer (`proof`). The bytes lie in the files of the installation.
-- `staged_under`: the keyed hash of the form it was sent with, until that form is a report; `content_mark`: the keyed hash of the bytes, by which the
-- same picture sent twice is one. `details`: the name the sender gave it, hashes, place and time, sealed.
create table laksa.photo (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  report_id uuid,
  post_id uuid,
  staged_under bytea,
  content_mark bytea,
  state text not null,
  problem text,
  media_type text,
  width integer,
  height integer,
  original_bytes integer,
  original_key_id uuid,
  details bytea,
  details_key_id uuid,
  received_at timestamptz not null,
  touched_at timestamptz not null,
  worked_at timestamptz,
  constraint photo_pk primary key (tenant_id, id),
  constraint photo_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint photo_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id),
  constraint photo_original_key_fk foreign key (tenant_id, original_key_id) references laksa.data_key (tenant_id, id),
  constraint photo_details_key_fk foreign key (tenant_id, details_key_id) references laksa.data_key (tenant_id, id),
  constraint photo_content_unique unique (tenant_id, staged_under, content_mark),
  constraint photo_purpose_check check (purpose in ('report', 'proof')),
  constraint photo_state_check check (state in ('receiving', 'staged', 'ready', 'unreadable')),
  constraint photo_problem_check check (problem in ('not_a_picture', 'broken', 'too_big_in_pixels', 'took_too_long', 'too_much_memory')),
  constraint photo_unreadable_check check ((state = 'unreadable') = (problem is not null)),
  constraint photo_media_type_check check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif')),
  constraint photo_received_check check (state = 'receiving' or (original_bytes > 0 and media_type is not null
    and original_key_id is not null and details is not null and details_key_id is not null))
);
create index photo_report_idx on laksa.photo (tenant_id, report_id) where report_id is not null;
create index photo_post_idx on laksa.photo (tenant_id, post_id) where post_id is not null;
create index photo_original_key_idx on laksa.photo (tenant_id, original_key_id);
create index photo_details_key_idx on laksa.photo (tenant_id, details_key_id);
create index photo_left_idx on laksa.photo (tenant_id, touched_at) where report_id is null;
call ops.fence('photo');
grant select, insert, update, delete on laksa.photo to laksa_app;
