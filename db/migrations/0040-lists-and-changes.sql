-- How many agencies and posts a list made that was brought in, and why one was not: then nothing of it was.
alter table laksa.import_batch add column made integer, add column refused text;
grant update (made, refused) on laksa.import_batch to laksa_app;

-- The changes of a city of one kind, the newest first: seldom ones are not looked for among all others.
create index city_event_kind_idx on laksa.city_event (tenant_id, kind, id);
