-- What everyone may see of a report, and nothing else: every public page, feed, search and interface reads this view.
create view laksa.report_public with (security_invoker = true) as
select
  r.tenant_id,
  r.id,
  r.number,
  r.kind,
  r.class,
  r.state,
  r.state_since,
  r.closed_reason,
  r.publication,
  r.publication_reason,
  r.category_id,
  r.village_code,
  case when r.publication = 'withdrawn_from_public' then null else r.public_title end as title,
  case when r.publication = 'public' then r.public_description end as description,
  case when r.publication = 'public' then r.public_answer end as answer,
  r.filed_at,
  r.next_due_at,
  r.next_clock,
  r.rating,
  r.version
from laksa.report r
where r.publication in ('public', 'title_only', 'withdrawn_from_public')
  and not r.is_secret
  and r.class is distinct from 'berkadar';
grant select on laksa.report_public to laksa_app, laksa_oversight;

-- Found by words: only leakproof operators become index conditions under the fence, so the words are searched behind it, in a view that carries
-- the tenant itself and gives keys alone. The row is then read through the fence.
create policy find_reads on laksa.report for select to laksa_find using (true);
grant select on laksa.report to laksa_find;
create view find.report_public_words as
select r.tenant_id, r.id, r.filed_at, r.words
from laksa.report r
where r.tenant_id = nullif(current_setting('laksa.tenant', true), '')::uuid
  and r.publication = 'public'
  and not r.is_secret
  and r.class is distinct from 'berkadar';
grant select on find.report_public_words to laksa_app;
alter view find.report_public_words owner to laksa_find;
