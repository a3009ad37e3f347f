-- What is made unrecognisable on a picture before everyone sees it: faces, number plates, documents. Each saving is a version of its own with all its
-- boxes, and stays: who drew them and when is read from here, and what was there before can be taken back.
-- `boxes`: each as `x,y,width,height`, whole thousandths of the upright picture from its upper left corner; none: shown as it is again.
create table laksa.photo_blur (
  tenant_id uuid not null,
  photo_id uuid not null,
  version integer not null,
  boxes text[] not null,
  post_id uuid not null,
  at timestamptz not null,
  constraint photo_blur_pk primary key (tenant_id, photo_id, version),
  constraint photo_blur_photo_fk foreign key (tenant_id, photo_id) references laksa.photo (tenant_id, id),
  constraint photo_blur_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id),
  constraint photo_blur_version_check check (version > 0)
);
create index photo_blur_post_idx on laksa.photo_blur (tenant_id, post_id);
call ops.fence('photo_blur');
grant select, insert on laksa.photo_blur to laksa_app;

-- The version that was asked for last, and the one whose files are there; null: boxes were never drawn. While they differ nobody outside sees the picture.
alter table laksa.photo add column blur_version integer;
alter table laksa.photo add column blurred_version integer;
grant select (blur_version, blurred_version) on laksa.photo to laksa_oversight;

create or replace view laksa.photo_public with (security_invoker = true) as
  select p.tenant_id, p.id, p.report_id, r.number, p.purpose, p.width, p.height, p.blurred_version
  from laksa.photo p join laksa.report_public r on r.tenant_id = p.tenant_id and r.id = p.report_id
  where p.is_public and p.state = 'ready' and p.blurred_version is not distinct from p.blur_version
    and r.publication = 'public' and (p.purpose = 'report' or r.answer is not null
    and (r.state in ('resolved', 'disputed') or r.state = 'closed' and r.closed_reason in ('confirmed', 'no_reply', 'upheld')));
