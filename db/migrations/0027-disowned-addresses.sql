-- The owner of an address that was on record of a report, and was told of a change by letter, says that the report is not theirs: when, and which address
-- by its look-up alone. No letter about that report goes there any more, whoever names it again.
alter table laksa.contact_change
  add column disowned_lookup bytea,
  add column disowned_at timestamptz,
  add constraint contact_change_disowned check ((disowned_lookup is null) = (disowned_at is null));
grant update (disowned_lookup, disowned_at) on laksa.contact_change to laksa_app;
