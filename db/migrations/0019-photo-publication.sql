-- Each picture is shown to everyone by itself, once somebody has looked at it and said so. What may be read of the report as a whole is asked again of
-- `report_public`: a report that is hidden, secret or berkadar shows none, whatever stands here. The default stays: while a new version is rolled out,
-- processes of the one before go on taking in pictures.
alter table laksa.photo add column is_public boolean not null default false;

-- What proves an answer is seen while that answer stands approved: not beside one that was given after the report was reopened.
create view laksa.photo_public with (security_invoker = true) as
  select p.tenant_id, p.id, p.report_id, r.number, p.purpose, p.width, p.height
  from laksa.photo p join laksa.report_public r on r.tenant_id = p.tenant_id and r.id = p.report_id
  where p.is_public and p.state = 'ready' and r.publication = 'public' and (p.purpose = 'report' or r.answer is not null
    and (r.state in ('resolved', 'disputed') or r.state = 'closed' and r.closed_reason in ('confirmed', 'no_reply', 'upheld')));
grant select on laksa.photo_public to laksa_app, laksa_oversight;
grant select (tenant_id, id, report_id, purpose, width, height, is_public, state) on laksa.photo to laksa_oversight;

-- The original of a picture tells where and with what it was taken: whoever opens it is written down beside who opens an identity, also where the
-- reporter told nothing of themselves and there is no person. A reading is of one or of the other.
alter table laksa.vault_read alter column person_id drop not null;
alter table laksa.vault_read add column photo_id uuid;
alter table laksa.vault_read add constraint vault_read_of_check check (num_nonnulls(person_id, photo_id) = 1) not valid;
alter table laksa.vault_read validate constraint vault_read_of_check;
alter table laksa.vault_read add constraint vault_read_photo_check check (photo_id is null or report_id is not null) not valid;
alter table laksa.vault_read validate constraint vault_read_photo_check;
create index vault_read_photo_idx on laksa.vault_read (tenant_id, report_id, at) where photo_id is not null;
