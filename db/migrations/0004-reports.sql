-- A report is what one person said; it keeps its number, its reporter, its privacy and its clocks for ever.

create table laksa.report (
  tenant_id uuid not null,
  id uuid not null,
  number text not null constraint report_number_shape check (number ~ '^[0-9]{10}$'),
  kind text not null constraint report_kind check (kind in ('complaint', 'aspiration', 'information_request', 'information')),
  class text constraint report_class check (class in ('complaint', 'berkadar', 'aspiration', 'information_request', 'information')),
  state text not null constraint report_state check (state in ('received', 'needs_info', 'verified', 'assigned', 'in_progress',
    'answered', 'resolved', 'disputed', 'transferred', 'rejected', 'closed')),
  state_before text,
  state_since timestamptz not null,
  closed_reason text constraint report_closed_reason check (closed_reason in ('confirmed', 'no_reply', 'upheld', 'handed_over',
    'withdrawn', 'not_completed')),
  version integer not null,
  policy_version integer not null,
  publication text not null constraint report_publication check (publication in ('hidden', 'public', 'title_only', 'withdrawn_from_public')),
  publication_reason text,
  is_anonymous boolean not null,
  is_secret boolean not null,
  category_id uuid,
  village_code text,
  channel text not null constraint report_channel check (channel in ('web', 'api', 'counter')),
  occurred_on date,
  reporter_id uuid,
  reporter_language text not null,
  holder_post_id uuid,
  answered_by_post_id uuid,
  reject_proposed_by_post_id uuid,
  questions_asked integer not null,
  times_returned integer not null,
  next_due_at timestamptz,
  next_clock text,
  rating integer constraint report_rating check (rating between 1 and 5),
  public_title text,
  public_description text,
  public_answer text,
  claim_hash bytea not null,
  claim_generation integer not null,
  nonce_hash bytea not null,
  filed_at timestamptz not null,
  words tsvector generated always as (to_tsvector('simple', coalesce(public_title, '') || ' ' || coalesce(public_description, ''))) stored,
  constraint report_pk primary key (tenant_id, id),
  constraint report_number_unique unique (tenant_id, number),
  constraint report_nonce_unique unique (tenant_id, nonce_hash),
  constraint report_category_fk foreign key (tenant_id, category_id) references laksa.category (tenant_id, id),
  constraint report_village_fk foreign key (tenant_id, village_code) references laksa.village (tenant_id, code),
  constraint report_reporter_fk foreign key (tenant_id, reporter_id) references laksa.person (tenant_id, id),
  constraint report_holder_fk foreign key (tenant_id, holder_post_id) references laksa.post (tenant_id, id)
);
create index report_category_idx on laksa.report (tenant_id, category_id);
create index report_village_idx on laksa.report (tenant_id, village_code);
create index report_reporter_idx on laksa.report (tenant_id, reporter_id);
-- Nobody holds what is over.
create index report_queue_idx on laksa.report (tenant_id, holder_post_id, next_due_at, id) where holder_post_id is not null;
create index report_state_idx on laksa.report (tenant_id, state, next_due_at, id) where state not in ('closed', 'rejected');
create index report_public_idx on laksa.report (tenant_id, filed_at desc, id) where publication in ('public', 'title_only') and not is_secret;
create index report_words_idx on laksa.report using gin (words);
call ops.fence('report');
grant select, insert, update on laksa.report to laksa_app;

create table laksa.assignment (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  agency_id uuid not null,
  post_id uuid not null,
  state text not null constraint assignment_state check (state in ('offered', 'accepted', 'done', 'returned')),
  offered_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  constraint assignment_pk primary key (tenant_id, id),
  constraint assignment_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint assignment_agency_fk foreign key (tenant_id, agency_id) references laksa.agency (tenant_id, id),
  constraint assignment_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
create index assignment_report_idx on laksa.assignment (tenant_id, report_id);
create index assignment_agency_idx on laksa.assignment (tenant_id, agency_id, state);
create index assignment_post_idx on laksa.assignment (tenant_id, post_id, state);
call ops.fence('assignment');
grant select, insert, update on laksa.assignment to laksa_app;

-- Deadlines are rows, not timers.
create table laksa.report_clock (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null constraint report_clock_kind check (kind in ('first_answer', 'verify', 'completeness', 'follow_up', 'answer', 'decision',
    'kip', 'validation', 'completion', 'reply_window', 'promise', 'outside')),
  policy_version integer not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null,
  paused_at timestamptz,
  paused_ms bigint not null,
  stopped_at timestamptz,
  outcome text constraint report_clock_outcome check (outcome in ('kept', 'late', 'moved', 'lapsed', 'cancelled')),
  passed_at timestamptz,
  constraint report_clock_pk primary key (tenant_id, id),
  constraint report_clock_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
create index report_clock_report_idx on laksa.report_clock (tenant_id, report_id);
create index report_clock_due_idx on laksa.report_clock (tenant_id, due_at, id) where stopped_at is null and paused_at is null and passed_at is null;
call ops.fence('report_clock');
grant select, insert, update on laksa.report_clock to laksa_app;

create table laksa.clock_pause (
  tenant_id uuid not null,
  id uuid not null,
  clock_id uuid not null,
  reason text not null,
  actor_post uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint clock_pause_pk primary key (tenant_id, id),
  constraint clock_pause_clock_fk foreign key (tenant_id, clock_id) references laksa.report_clock (tenant_id, id)
);
create index clock_pause_clock_idx on laksa.clock_pause (tenant_id, clock_id);
call ops.fence('clock_pause');
grant select, insert, update (ended_at) on laksa.clock_pause to laksa_app;

-- Merging is a relation, not a state: the merged report keeps state, clocks, number and code.
create table laksa.report_merge (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  primary_id uuid not null,
  merged_at timestamptz not null,
  ended_at timestamptz,
  constraint report_merge_pk primary key (tenant_id, id),
  constraint report_merge_not_itself check (report_id <> primary_id),
  constraint report_merge_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint report_merge_primary_fk foreign key (tenant_id, primary_id) references laksa.report (tenant_id, id)
);
create unique index report_merge_open_unique on laksa.report_merge (tenant_id, report_id) where ended_at is null;
create index report_merge_report_idx on laksa.report_merge (tenant_id, report_id);
create index report_merge_primary_idx on laksa.report_merge (tenant_id, primary_id);
call ops.fence('report_merge');
grant select, insert, update (ended_at) on laksa.report_merge to laksa_app;
