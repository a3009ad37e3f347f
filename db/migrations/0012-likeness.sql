-- What people call a category: the words by which one is suggested to who verifies.
alter table laksa.category add column words text[] not null default array[]::text[];
alter table laksa.category alter column words drop default;

-- Two marks by which reports that say the same of the same place are found: keyed hashes, of what was written and of the place. Null where nothing
-- was written, and for reports filed before.
alter table laksa.report add column words_mark bytea;
alter table laksa.report add column place_mark bytea;
create index report_words_mark_idx on laksa.report (tenant_id, words_mark, filed_at) where words_mark is not null;
