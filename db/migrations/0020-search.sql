-- What a public report is found by: the stems of its public words, of the names of its category and of its village, made by the application
-- (`domain/words`) in the transaction that changes them. `rules`: by which state of those rules; what an older one made is made again by a sweep.
create table laksa.report_search (
  tenant_id uuid not null,
  report_id uuid not null,
  filed_at timestamptz not null,
  rules integer not null,
  terms tsvector not null,
  constraint report_search_pk primary key (tenant_id, report_id),
  constraint report_search_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
create index report_search_terms_idx on laksa.report_search using gin (terms);
create index report_search_newest_idx on laksa.report_search (tenant_id, filed_at desc, report_id);
create index report_search_rules_idx on laksa.report_search (tenant_id, rules, report_id);
call ops.fence('report_search');
grant select, insert, update, delete on laksa.report_search to laksa_app;

-- By which keys a word of public reports is met when it was typed almost right: as it is written, that without one letter, its consonants. The forms of a
-- stem that no public report holds any more go with the last one.
create table laksa.search_key (
  tenant_id uuid not null,
  key text not null,
  form text not null,
  stem text not null,
  constraint search_key_pk primary key (tenant_id, key, form)
);
create index search_key_stem_idx on laksa.search_key (tenant_id, stem);
call ops.fence('search_key');
grant select, insert, delete on laksa.search_key to laksa_app;

-- Whether a report is public is asked of the report, whatever stands in its terms; by what a list is cut stands beside it.
create policy find_reads on laksa.report_search for select to laksa_find using (true);
grant select on laksa.report_search to laksa_find;
create view find.report_public_terms as
select s.tenant_id, s.report_id as id, s.filed_at, s.terms, r.kind, r.state, r.category_id, r.village_code, r.next_due_at
from laksa.report_search s join laksa.report r on r.tenant_id = s.tenant_id and r.id = s.report_id
where s.tenant_id = nullif(current_setting('laksa.tenant', true), '')::uuid
  and r.publication = 'public'
  and not r.is_secret
  and r.class is distinct from 'berkadar';
grant select on find.report_public_terms to laksa_app;
alter view find.report_public_terms owner to laksa_find;

-- Until the sweep comes by, what is public already is found by its words as they stand.
insert into laksa.report_search (tenant_id, report_id, filed_at, rules, terms)
select r.tenant_id, r.id, r.filed_at, 0, strip(r.words) from laksa.report r
where r.publication = 'public' and not r.is_secret and r.class is distinct from 'berkadar';

-- The newest public reports of one matter or of one village: a list that is cut, and the counting of what it holds, take no more rows than they show.
create index report_public_category_idx on laksa.report (tenant_id, category_id, filed_at desc, id)
  where publication in ('public', 'title_only') and not is_secret;
create index report_public_village_idx on laksa.report (tenant_id, village_code, filed_at desc, id)
  where publication in ('public', 'title_only') and not is_secret;
