-- The schema of a migrated database, read from its catalogue by `npm run schema`. Not run by anything: the migrations are.

create table laksa.agency (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  kind text not null,
  area_code text,
  short_name text,
  constraint agency_slug_unique UNIQUE (tenant_id, slug),
  constraint agency_pk PRIMARY KEY (tenant_id, id),
  constraint agency_area CHECK (((kind = 'opd'::text) = (area_code IS NULL))),
  constraint agency_kind CHECK ((kind = ANY (ARRAY['opd'::text, 'kecamatan'::text, 'kelurahan'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.agency for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.agency for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.agency to laksa_app;
grant SELECT on laksa.agency to laksa_oversight;

create table laksa.api_key (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  made_by text,
  warned_at timestamp with time zone,
  constraint api_key_hash_unique UNIQUE (tenant_id, key_hash),
  constraint api_key_pk PRIMARY KEY (tenant_id, id),
  constraint api_key_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX api_key_expires_idx ON laksa.api_key USING btree (tenant_id, expires_at) WHERE ((revoked_at IS NULL) AND (warned_at IS NULL));
CREATE INDEX api_key_post_idx ON laksa.api_key USING btree (tenant_id, post_id);
create policy maintenance on laksa.api_key for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.api_key for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (last_used_at, revoked_at, warned_at) on laksa.api_key to laksa_app;

create table laksa.assignment (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  agency_id uuid not null,
  post_id uuid not null,
  state text not null,
  offered_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint assignment_pk PRIMARY KEY (tenant_id, id),
  constraint assignment_agency_fk FOREIGN KEY (tenant_id, agency_id) REFERENCES laksa.agency(tenant_id, id),
  constraint assignment_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint assignment_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint assignment_state CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'done'::text, 'returned'::text])))
);
-- row-level security: forced
CREATE INDEX assignment_agency_idx ON laksa.assignment USING btree (tenant_id, agency_id, state);
CREATE INDEX assignment_post_idx ON laksa.assignment USING btree (tenant_id, post_id, state);
CREATE INDEX assignment_report_idx ON laksa.assignment USING btree (tenant_id, report_id);
CREATE INDEX assignment_waiting_idx ON laksa.assignment USING btree (tenant_id, agency_id, offered_at) WHERE (state = ANY (ARRAY['offered'::text, 'accepted'::text]));
create policy maintenance on laksa.assignment for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.assignment for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.assignment to laksa_app;
grant SELECT on laksa.assignment to laksa_oversight;

create table laksa.calendar_change (
  tenant_id uuid not null,
  id uuid not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  added jsonb not null,
  removed jsonb not null,
  constraint calendar_change_pk PRIMARY KEY (tenant_id, id),
  constraint calendar_change_post_fk FOREIGN KEY (tenant_id, made_by) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX calendar_change_post_idx ON laksa.calendar_change USING btree (tenant_id, made_by);
create policy maintenance on laksa.calendar_change for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.calendar_change for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.calendar_change to laksa_app;
grant SELECT on laksa.calendar_change to laksa_oversight;

create table laksa.category (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  group_slug text not null,
  group_name jsonb not null,
  name jsonb not null,
  lapor_name text,
  needs_proof boolean not null,
  is_sensitive boolean not null,
  "position" integer not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  words text[] not null,
  examples jsonb not null,
  questions jsonb not null,
  stoppers jsonb not null,
  promise_text jsonb,
  constraint category_slug_unique UNIQUE (tenant_id, slug),
  constraint category_pk PRIMARY KEY (tenant_id, id)
);
-- row-level security: forced
create policy maintenance on laksa.category for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.category for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.category to laksa_app;
grant SELECT on laksa.category to laksa_oversight;

create table laksa.city_event (
  tenant_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  subject_id uuid not null,
  by_user text,
  by_post uuid,
  changes jsonb not null,
  undoes uuid,
  constraint city_event_undone_once UNIQUE (tenant_id, undoes),
  constraint city_event_pk PRIMARY KEY (tenant_id, id),
  constraint city_event_post_fk FOREIGN KEY (tenant_id, by_post) REFERENCES laksa.post(tenant_id, id),
  constraint city_event_undoes_fk FOREIGN KEY (tenant_id, undoes) REFERENCES laksa.city_event(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX city_event_kind_idx ON laksa.city_event USING btree (tenant_id, kind, id);
CREATE INDEX city_event_post_idx ON laksa.city_event USING btree (tenant_id, by_post);
CREATE INDEX city_event_subject_idx ON laksa.city_event USING btree (tenant_id, subject_id, id);
create policy maintenance on laksa.city_event for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.city_event for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.city_event to laksa_app;

create table laksa.clock_pause (
  tenant_id uuid not null,
  id uuid not null,
  clock_id uuid not null,
  reason text not null,
  actor_post uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint clock_pause_pk PRIMARY KEY (tenant_id, id),
  constraint clock_pause_clock_fk FOREIGN KEY (tenant_id, clock_id) REFERENCES laksa.report_clock(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX clock_pause_clock_idx ON laksa.clock_pause USING btree (tenant_id, clock_id);
create policy maintenance on laksa.clock_pause for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.clock_pause for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (ended_at) on laksa.clock_pause to laksa_app;
grant SELECT on laksa.clock_pause to laksa_oversight;

create table laksa.contact_change (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  field text not null,
  state text not null,
  key_id uuid not null,
  old_sealed bytea,
  new_sealed bytea,
  told_sealed bytea,
  language text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  done_at timestamp with time zone,
  take_back_until timestamp with time zone not null,
  disowned_lookup bytea,
  disowned_at timestamp with time zone,
  constraint contact_change_pk PRIMARY KEY (tenant_id, id),
  constraint contact_change_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint contact_change_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint contact_change_disowned CHECK (((disowned_lookup IS NULL) = (disowned_at IS NULL))),
  constraint contact_change_done CHECK (((state <> 'done'::text) OR (done_at IS NOT NULL))),
  constraint contact_change_field CHECK ((field = ANY (ARRAY['name'::text, 'phone'::text, 'email'::text]))),
  constraint contact_change_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint contact_change_state CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'taken_back'::text, 'expired'::text])))
);
-- row-level security: forced
CREATE INDEX contact_change_disowned_idx ON laksa.contact_change USING btree (tenant_id, disowned_lookup) WHERE (disowned_lookup IS NOT NULL);
CREATE INDEX contact_change_key_idx ON laksa.contact_change USING btree (tenant_id, key_id);
CREATE INDEX contact_change_report_idx ON laksa.contact_change USING btree (tenant_id, report_id, id);
CREATE INDEX contact_change_sealed_idx ON laksa.contact_change USING btree (tenant_id, take_back_until) WHERE (new_sealed IS NOT NULL);
create policy maintenance on laksa.contact_change for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.contact_change for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (disowned_at, disowned_lookup, done_at, key_id, new_sealed, old_sealed, state, told_sealed) on laksa.contact_change to laksa_app;

create table laksa.contact_stop (
  tenant_id uuid not null,
  field text not null,
  lookup bytea not null,
  stopped_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint contact_stop_pk PRIMARY KEY (tenant_id, field, lookup),
  constraint contact_stop_field CHECK ((field = 'email'::text))
);
-- row-level security: forced
create policy maintenance on laksa.contact_stop for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.contact_stop for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (ended_at, stopped_at) on laksa.contact_stop to laksa_app;

create table laksa.data_key (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  wrapped bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  used_from timestamp with time zone,
  lost_at timestamp with time zone,
  constraint data_key_pk PRIMARY KEY (tenant_id, id),
  constraint data_key_purpose CHECK ((purpose = ANY (ARRAY['seal'::text, 'lookup'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.data_key for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.data_key for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (retired_at, wrapped) on laksa.data_key to laksa_app;

create table laksa.duty (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint duty_pk PRIMARY KEY (tenant_id, id),
  constraint duty_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES laksa.post(tenant_id, id),
  constraint duty_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint duty_has_length CHECK ((until_at > from_at))
);
-- row-level security: forced
CREATE INDEX duty_made_by_idx ON laksa.duty USING btree (tenant_id, made_by);
CREATE INDEX duty_post_idx ON laksa.duty USING btree (tenant_id, post_id);
CREATE INDEX duty_until_idx ON laksa.duty USING btree (tenant_id, until_at);
create policy maintenance on laksa.duty for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.duty for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.duty to laksa_app;
grant SELECT on laksa.duty to laksa_oversight;

create table laksa.event_feed (
  tenant_id uuid not null,
  "position" bigint not null,
  event_id uuid not null,
  published_at timestamp with time zone not null,
  chain bytea not null,
  constraint event_feed_event_unique UNIQUE (tenant_id, event_id),
  constraint event_feed_pk PRIMARY KEY (tenant_id, "position")
);
-- row-level security: forced
create policy maintenance on laksa.event_feed for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.event_feed for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.event_feed to laksa_app;
grant SELECT on laksa.event_feed to laksa_oversight;

create table laksa.event_pending (
  tenant_id uuid not null,
  event_id uuid not null,
  constraint event_pending_pk PRIMARY KEY (tenant_id, event_id)
);
-- row-level security: forced
create policy maintenance on laksa.event_pending for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.event_pending for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT on laksa.event_pending to laksa_app;

create table laksa.event_secret (
  tenant_id uuid not null,
  event_id uuid not null,
  field text not null,
  salt bytea not null,
  value text not null,
  constraint event_secret_pk PRIMARY KEY (tenant_id, event_id, field),
  constraint event_secret_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES laksa.report_event(tenant_id, id),
  constraint event_secret_salt_length CHECK ((length(salt) = 32))
);
-- row-level security: forced
create policy maintenance on laksa.event_secret for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.event_secret for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT on laksa.event_secret to laksa_app;

create table laksa.feed_cursor (
  tenant_id uuid not null,
  reader text not null,
  "position" bigint not null,
  constraint feed_cursor_pk PRIMARY KEY (tenant_id, reader)
);
-- row-level security: forced
create policy maintenance on laksa.feed_cursor for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.feed_cursor for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.feed_cursor to laksa_app;

create table laksa.follow (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  contact_hash bytea not null,
  followed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint follow_once UNIQUE (tenant_id, report_id, contact_hash),
  constraint follow_pk PRIMARY KEY (tenant_id, id),
  constraint follow_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES laksa.person(tenant_id, id),
  constraint follow_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX follow_open_idx ON laksa.follow USING btree (tenant_id, report_id, id) WHERE (ended_at IS NULL);
CREATE INDEX follow_person_idx ON laksa.follow USING btree (tenant_id, person_id);
create policy maintenance on laksa.follow for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.follow for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (ended_at, followed_at, person_id) on laksa.follow to laksa_app;

create table laksa.follow_request (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  device_hash bytea not null,
  language text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint follow_request_pk PRIMARY KEY (tenant_id, id),
  constraint follow_request_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint follow_request_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint follow_request_expires_later CHECK ((expires_at > asked_at)),
  constraint follow_request_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
);
-- row-level security: forced
CREATE INDEX follow_request_expires_idx ON laksa.follow_request USING btree (tenant_id, expires_at);
CREATE INDEX follow_request_key_idx ON laksa.follow_request USING btree (tenant_id, key_id);
CREATE INDEX follow_request_report_idx ON laksa.follow_request USING btree (tenant_id, report_id);
create policy maintenance on laksa.follow_request for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.follow_request for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE (key_id, sealed) on laksa.follow_request to laksa_app;

create table laksa.handed_report (
  tenant_id uuid not null,
  handover_id uuid not null,
  report_id uuid not null,
  state text not null,
  constraint handed_report_pk PRIMARY KEY (tenant_id, handover_id, report_id),
  constraint handed_report_handover_fk FOREIGN KEY (tenant_id, handover_id) REFERENCES laksa.post_handover(tenant_id, id),
  constraint handed_report_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint handed_report_state CHECK ((state = ANY (ARRAY['waiting'::text, 'moved'::text, 'passed_by'::text])))
);
-- row-level security: forced
CREATE INDEX handed_report_report_idx ON laksa.handed_report USING btree (tenant_id, report_id);
CREATE INDEX handed_report_waiting_idx ON laksa.handed_report USING btree (tenant_id, handover_id, report_id) WHERE (state = 'waiting'::text);
create policy maintenance on laksa.handed_report for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.handed_report for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (state) on laksa.handed_report to laksa_app;

create table laksa.holiday (
  tenant_id uuid not null,
  day date not null,
  kind text not null,
  name text not null,
  source text not null,
  constraint holiday_pk PRIMARY KEY (tenant_id, day, kind),
  constraint holiday_kind CHECK ((kind = ANY (ARRAY['national'::text, 'joint_leave'::text, 'regional'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.holiday for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.holiday for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.holiday to laksa_app;
grant SELECT on laksa.holiday to laksa_oversight;

create table laksa.import_batch (
  tenant_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  sealed bytea,
  by_user text not null,
  by_post uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  done_at timestamp with time zone,
  invited integer,
  changed integer,
  made integer,
  refused text,
  constraint import_batch_pk PRIMARY KEY (tenant_id, id),
  constraint import_batch_by_post_fk FOREIGN KEY (tenant_id, by_post) REFERENCES laksa.post(tenant_id, id),
  constraint import_batch_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX import_batch_by_post_idx ON laksa.import_batch USING btree (tenant_id, by_post);
CREATE INDEX import_batch_expires_idx ON laksa.import_batch USING btree (tenant_id, expires_at);
CREATE INDEX import_batch_key_idx ON laksa.import_batch USING btree (tenant_id, key_id);
create policy maintenance on laksa.import_batch for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.import_batch for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE (changed, confirmed_at, done_at, invited, key_id, made, refused, sealed) on laksa.import_batch to laksa_app;

create table laksa.invitation (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  key_id uuid not null,
  sealed bytea,
  lookup bytea not null,
  language text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  by_user text,
  by_post uuid,
  accepted_at timestamp with time zone,
  accepted_by text,
  voided_at timestamp with time zone,
  constraint invitation_pk PRIMARY KEY (tenant_id, id),
  constraint invitation_by_post_fk FOREIGN KEY (tenant_id, by_post) REFERENCES laksa.post(tenant_id, id),
  constraint invitation_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint invitation_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint invitation_accepted_by_somebody CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint invitation_ended_once CHECK (((accepted_at IS NULL) OR (voided_at IS NULL))),
  constraint invitation_ends_later CHECK ((until_at > from_at)),
  constraint invitation_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
);
-- row-level security: forced
CREATE INDEX invitation_by_post_idx ON laksa.invitation USING btree (tenant_id, by_post);
CREATE INDEX invitation_key_idx ON laksa.invitation USING btree (tenant_id, key_id);
CREATE UNIQUE INDEX invitation_open_once ON laksa.invitation USING btree (tenant_id, lookup, post_id) WHERE ((accepted_at IS NULL) AND (voided_at IS NULL));
CREATE INDEX invitation_post_idx ON laksa.invitation USING btree (tenant_id, post_id);
CREATE INDEX invitation_sealed_idx ON laksa.invitation USING btree (tenant_id, expires_at) WHERE (sealed IS NOT NULL);
create policy maintenance on laksa.invitation for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.invitation for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (accepted_at, accepted_by, key_id, lookup, sealed, voided_at) on laksa.invitation to laksa_app;

create table laksa.letter_wording (
  tenant_id uuid not null,
  version integer not null,
  words jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint letter_wording_pk PRIMARY KEY (tenant_id, version),
  constraint letter_wording_post_fk FOREIGN KEY (tenant_id, made_by) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX letter_wording_post_idx ON laksa.letter_wording USING btree (tenant_id, made_by);
create policy maintenance on laksa.letter_wording for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.letter_wording for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.letter_wording to laksa_app;

create table laksa.limit_count (
  tenant_id uuid not null,
  key bytea not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint limit_count_pk PRIMARY KEY (tenant_id, key, window_start)
);
-- row-level security: forced
CREATE INDEX limit_count_window_idx ON laksa.limit_count USING btree (tenant_id, window_start);
create policy maintenance on laksa.limit_count for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.limit_count for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.limit_count to laksa_app;

create table laksa.notice (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  event_id uuid not null,
  seq integer not null,
  kind text not null,
  channel text not null,
  state text not null,
  attempts integer not null,
  last_error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  follow_id uuid,
  letter_id uuid,
  look_at timestamp with time zone,
  constraint notice_once UNIQUE NULLS NOT DISTINCT (tenant_id, report_id, seq, channel, follow_id),
  constraint notice_pk PRIMARY KEY (tenant_id, id),
  constraint notice_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES laksa.report_event(tenant_id, id),
  constraint notice_follow_fk FOREIGN KEY (tenant_id, follow_id) REFERENCES laksa.follow(tenant_id, id),
  constraint notice_letter_fk FOREIGN KEY (tenant_id, letter_id) REFERENCES laksa.notice_letter(tenant_id, id),
  constraint notice_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint notice_channel CHECK ((channel = 'email'::text)),
  constraint notice_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text])))
);
-- row-level security: forced
CREATE INDEX notice_event_idx ON laksa.notice USING btree (tenant_id, event_id);
CREATE INDEX notice_follow_idx ON laksa.notice USING btree (tenant_id, follow_id) WHERE (follow_id IS NOT NULL);
CREATE INDEX notice_letter_idx ON laksa.notice USING btree (tenant_id, letter_id) WHERE (letter_id IS NOT NULL);
CREATE INDEX notice_look_idx ON laksa.notice USING btree (tenant_id, look_at) WHERE ((state = 'waiting'::text) AND (look_at IS NOT NULL));
CREATE INDEX notice_waiting_idx ON laksa.notice USING btree (tenant_id, report_id, seq) WHERE (state = 'waiting'::text);
create policy maintenance on laksa.notice for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.notice for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.notice to laksa_app;

create table laksa.notice_choice (
  tenant_id uuid not null,
  person_id uuid not null,
  channel text not null,
  steps text not null,
  quiet_from text,
  quiet_until text,
  stopped_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint notice_choice_pk PRIMARY KEY (tenant_id, person_id),
  constraint notice_choice_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES laksa.person(tenant_id, id),
  constraint notice_choice_channel CHECK ((channel = 'email'::text)),
  constraint notice_choice_quiet CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
  constraint notice_choice_quiet_from CHECK ((quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint notice_choice_quiet_until CHECK ((quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint notice_choice_steps CHECK ((steps = ANY (ARRAY['all'::text, 'needed'::text, 'end'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.notice_choice for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.notice_choice for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.notice_choice to laksa_app;

create table laksa.notice_letter (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  follow_id uuid,
  lookup bytea not null,
  language text not null,
  wording_version integer,
  written_at timestamp with time zone not null,
  topic jsonb,
  is_public boolean,
  constraint notice_letter_pk PRIMARY KEY (tenant_id, id),
  constraint notice_letter_follow_fk FOREIGN KEY (tenant_id, follow_id) REFERENCES laksa.follow(tenant_id, id),
  constraint notice_letter_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint notice_letter_wording_fk FOREIGN KEY (tenant_id, wording_version) REFERENCES laksa.letter_wording(tenant_id, version),
  constraint notice_letter_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
);
-- row-level security: forced
CREATE INDEX notice_letter_follow_idx ON laksa.notice_letter USING btree (tenant_id, follow_id) WHERE (follow_id IS NOT NULL);
CREATE INDEX notice_letter_lookup_idx ON laksa.notice_letter USING btree (tenant_id, lookup);
CREATE INDEX notice_letter_report_idx ON laksa.notice_letter USING btree (tenant_id, report_id);
CREATE INDEX notice_letter_wording_idx ON laksa.notice_letter USING btree (tenant_id, wording_version) WHERE (wording_version IS NOT NULL);
create policy maintenance on laksa.notice_letter for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.notice_letter for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (lookup) on laksa.notice_letter to laksa_app;

create table laksa.notice_setting (
  tenant_id uuid not null,
  user_id text not null,
  delivery text not null,
  language text not null,
  constraint notice_setting_pk PRIMARY KEY (tenant_id, user_id),
  constraint notice_setting_delivery CHECK ((delivery = ANY (ARRAY['at_once'::text, 'digest'::text, 'none'::text]))),
  constraint notice_setting_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.notice_setting for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.notice_setting for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.notice_setting to laksa_app;

create table laksa.person (
  tenant_id uuid not null,
  id uuid not null,
  language text not null,
  created_at timestamp with time zone not null,
  constraint person_pk PRIMARY KEY (tenant_id, id)
);
-- row-level security: forced
create policy maintenance on laksa.person for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.person for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.person to laksa_app;

create table laksa.person_field (
  tenant_id uuid not null,
  person_id uuid not null,
  field text not null,
  key_id uuid not null,
  sealed bytea not null,
  lookup bytea not null,
  lookup_key_id uuid,
  former_lookup bytea,
  constraint person_field_pk PRIMARY KEY (tenant_id, person_id, field),
  constraint person_field_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint person_field_lookup_key_fk FOREIGN KEY (tenant_id, lookup_key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint person_field_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES laksa.person(tenant_id, id),
  constraint person_field_field CHECK ((field = ANY (ARRAY['name'::text, 'phone'::text, 'email'::text])))
);
-- row-level security: forced
CREATE INDEX person_field_former_lookup_idx ON laksa.person_field USING btree (tenant_id, field, former_lookup) WHERE (former_lookup IS NOT NULL);
CREATE INDEX person_field_key_idx ON laksa.person_field USING btree (tenant_id, key_id);
CREATE INDEX person_field_lookup_idx ON laksa.person_field USING btree (tenant_id, field, lookup);
CREATE INDEX person_field_lookup_key_idx ON laksa.person_field USING btree (tenant_id, lookup_key_id);
create policy maintenance on laksa.person_field for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.person_field for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.person_field to laksa_app;

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
  received_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  worked_at timestamp with time zone,
  is_public boolean not null default false,
  blur_version integer,
  blurred_version integer,
  original_file text,
  former_file text,
  constraint photo_content_unique UNIQUE (tenant_id, staged_under, content_mark),
  constraint photo_pk PRIMARY KEY (tenant_id, id),
  constraint photo_details_key_fk FOREIGN KEY (tenant_id, details_key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint photo_original_key_fk FOREIGN KEY (tenant_id, original_key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint photo_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint photo_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint photo_former_file CHECK ((former_file = ANY (ARRAY['original'::text, 'original-2'::text]))),
  constraint photo_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'image/heic'::text, 'image/avif'::text]))),
  constraint photo_original_file CHECK ((original_file = ANY (ARRAY['original'::text, 'original-2'::text]))),
  constraint photo_problem_check CHECK ((problem = ANY (ARRAY['not_a_picture'::text, 'broken'::text, 'too_big_in_pixels'::text, 'took_too_long'::text, 'too_much_memory'::text]))),
  constraint photo_purpose_check CHECK ((purpose = ANY (ARRAY['report'::text, 'proof'::text]))),
  constraint photo_received_check CHECK (((state = 'receiving'::text) OR ((original_bytes > 0) AND (media_type IS NOT NULL) AND (original_key_id IS NOT NULL) AND (details IS NOT NULL) AND (details_key_id IS NOT NULL)))),
  constraint photo_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'staged'::text, 'ready'::text, 'unreadable'::text]))),
  constraint photo_unreadable_check CHECK (((state = 'unreadable'::text) = (problem IS NOT NULL)))
);
-- row-level security: forced
CREATE INDEX photo_details_key_idx ON laksa.photo USING btree (tenant_id, details_key_id);
CREATE INDEX photo_former_file_idx ON laksa.photo USING btree (tenant_id, id) WHERE (former_file IS NOT NULL);
CREATE INDEX photo_left_idx ON laksa.photo USING btree (tenant_id, touched_at) WHERE (report_id IS NULL);
CREATE INDEX photo_original_key_idx ON laksa.photo USING btree (tenant_id, original_key_id);
CREATE INDEX photo_post_idx ON laksa.photo USING btree (tenant_id, post_id) WHERE (post_id IS NOT NULL);
CREATE INDEX photo_report_idx ON laksa.photo USING btree (tenant_id, report_id) WHERE (report_id IS NOT NULL);
create policy maintenance on laksa.photo for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.photo for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.photo to laksa_app;
grant SELECT (blur_version, blurred_version, height, id, is_public, purpose, report_id, state, tenant_id, width) on laksa.photo to laksa_oversight;

create table laksa.photo_blur (
  tenant_id uuid not null,
  photo_id uuid not null,
  version integer not null,
  boxes text[] not null,
  post_id uuid not null,
  at timestamp with time zone not null,
  constraint photo_blur_pk PRIMARY KEY (tenant_id, photo_id, version),
  constraint photo_blur_photo_fk FOREIGN KEY (tenant_id, photo_id) REFERENCES laksa.photo(tenant_id, id),
  constraint photo_blur_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint photo_blur_version_check CHECK ((version > 0))
);
-- row-level security: forced
CREATE INDEX photo_blur_post_idx ON laksa.photo_blur USING btree (tenant_id, post_id);
create policy maintenance on laksa.photo_blur for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.photo_blur for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.photo_blur to laksa_app;

create table laksa.policy_rule (
  tenant_id uuid not null,
  version integer not null,
  key text not null,
  value jsonb not null,
  source text not null,
  confidence text not null,
  created_at timestamp with time zone not null,
  constraint policy_rule_pk PRIMARY KEY (tenant_id, version, key),
  constraint policy_rule_confidence CHECK ((confidence = ANY (ARRAY['confirmed'::text, 'secondary'::text, 'unconfirmed'::text, 'own'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.policy_rule for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.policy_rule for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.policy_rule to laksa_app;
grant SELECT on laksa.policy_rule to laksa_oversight;

create table laksa.policy_version (
  tenant_id uuid not null,
  version integer not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint policy_version_pk PRIMARY KEY (tenant_id, version),
  constraint policy_version_post_fk FOREIGN KEY (tenant_id, made_by) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX policy_version_post_idx ON laksa.policy_version USING btree (tenant_id, made_by);
create policy maintenance on laksa.policy_version for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.policy_version for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.policy_version to laksa_app;
grant SELECT on laksa.policy_version to laksa_oversight;

create table laksa.post (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  agency_id uuid,
  roles text[] not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint post_slug_unique UNIQUE (tenant_id, slug),
  constraint post_pk PRIMARY KEY (tenant_id, id),
  constraint post_agency_fk FOREIGN KEY (tenant_id, agency_id) REFERENCES laksa.agency(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX post_agency_idx ON laksa.post USING btree (tenant_id, agency_id);
create policy maintenance on laksa.post for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.post to laksa_app;
grant SELECT on laksa.post to laksa_oversight;

create table laksa.post_handover (
  tenant_id uuid not null,
  id uuid not null,
  from_post_id uuid not null,
  to_post_id uuid not null,
  by_post uuid,
  made_at timestamp with time zone not null,
  constraint post_handover_pk PRIMARY KEY (tenant_id, id),
  constraint post_handover_by_fk FOREIGN KEY (tenant_id, by_post) REFERENCES laksa.post(tenant_id, id),
  constraint post_handover_from_fk FOREIGN KEY (tenant_id, from_post_id) REFERENCES laksa.post(tenant_id, id),
  constraint post_handover_to_fk FOREIGN KEY (tenant_id, to_post_id) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX post_handover_by_idx ON laksa.post_handover USING btree (tenant_id, by_post);
CREATE INDEX post_handover_from_idx ON laksa.post_handover USING btree (tenant_id, from_post_id);
CREATE INDEX post_handover_to_idx ON laksa.post_handover USING btree (tenant_id, to_post_id);
create policy maintenance on laksa.post_handover for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post_handover for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.post_handover to laksa_app;

create table laksa.post_holder (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  user_id text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  address text,
  acting text,
  seen_at timestamp with time zone,
  constraint post_holder_pk PRIMARY KEY (tenant_id, id),
  constraint post_holder_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint post_holder_acting CHECK ((acting = ANY (ARRAY['plt'::text, 'plh'::text])))
);
-- row-level security: forced
CREATE INDEX post_holder_post_idx ON laksa.post_holder USING btree (tenant_id, post_id);
CREATE INDEX post_holder_user_idx ON laksa.post_holder USING btree (tenant_id, user_id);
create policy maintenance on laksa.post_holder for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post_holder for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.post_holder to laksa_app;

create table laksa.post_letter (
  tenant_id uuid not null,
  notice_id uuid not null,
  user_id text not null,
  state text not null,
  attempts integer not null,
  last_error text,
  sent_at timestamp with time zone,
  constraint post_letter_pk PRIMARY KEY (tenant_id, notice_id, user_id),
  constraint post_letter_notice_fk FOREIGN KEY (tenant_id, notice_id) REFERENCES laksa.post_notice(tenant_id, id),
  constraint post_letter_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dropped'::text])))
);
-- row-level security: forced
CREATE INDEX post_letter_waiting_idx ON laksa.post_letter USING btree (tenant_id, user_id, notice_id) WHERE (state = 'waiting'::text);
create policy maintenance on laksa.post_letter for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post_letter for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (attempts, last_error, sent_at, state) on laksa.post_letter to laksa_app;

create table laksa.post_notice (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  report_id uuid not null,
  kind text not null,
  about_id uuid not null,
  at timestamp with time zone not null,
  not_before timestamp with time zone not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  by_roster boolean not null,
  constraint post_notice_once UNIQUE (tenant_id, post_id, kind, about_id, at),
  constraint post_notice_pk PRIMARY KEY (tenant_id, id),
  constraint post_notice_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint post_notice_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint post_notice_kind CHECK ((kind = ANY (ARRAY['new_work'::text, 'returned'::text, 'info_provided'::text, 'disputed'::text, 'sent_back'::text, 'reopened'::text, 'due_soon'::text, 'due_today'::text, 'overdue'::text, 'escalated'::text]))),
  constraint post_notice_not_before_at CHECK ((not_before >= at))
);
-- row-level security: forced
CREATE INDEX post_notice_post_idx ON laksa.post_notice USING btree (tenant_id, post_id, at DESC, id);
CREATE INDEX post_notice_report_idx ON laksa.post_notice USING btree (tenant_id, report_id);
create policy maintenance on laksa.post_notice for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post_notice for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (seen_at) on laksa.post_notice to laksa_app;
grant SELECT on laksa.post_notice to laksa_oversight;

create table laksa.post_seen (
  tenant_id uuid not null,
  post_id uuid not null,
  at timestamp with time zone not null,
  constraint post_seen_pk PRIMARY KEY (tenant_id, post_id),
  constraint post_seen_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
create policy maintenance on laksa.post_seen for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.post_seen for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.post_seen to laksa_app;
grant SELECT on laksa.post_seen to laksa_oversight;

create table laksa.readiness_mark (
  tenant_id uuid not null,
  id uuid not null,
  item text not null,
  is_confirmed boolean not null,
  note text not null,
  post_id uuid,
  user_id text,
  marked_at timestamp with time zone not null,
  constraint readiness_mark_pk PRIMARY KEY (tenant_id, id),
  constraint readiness_mark_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id),
  constraint readiness_mark_item CHECK ((item ~ '^[a-z_]{1,40}$'::text))
);
-- row-level security: forced
CREATE INDEX readiness_mark_item_idx ON laksa.readiness_mark USING btree (tenant_id, item, id DESC);
CREATE INDEX readiness_mark_post_idx ON laksa.readiness_mark USING btree (tenant_id, post_id) WHERE (post_id IS NOT NULL);
create policy maintenance on laksa.readiness_mark for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.readiness_mark for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.readiness_mark to laksa_app;

create table laksa.rehearsal_letter (
  tenant_id uuid not null,
  name text not null,
  receiver text not null,
  subject text not null,
  words text not null,
  written_at timestamp with time zone not null,
  constraint rehearsal_letter_pk PRIMARY KEY (tenant_id, name)
);
-- row-level security: forced
CREATE INDEX rehearsal_letter_newest_idx ON laksa.rehearsal_letter USING btree (tenant_id, written_at DESC, name);
create policy maintenance on laksa.rehearsal_letter for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.rehearsal_letter for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.rehearsal_letter to laksa_app;

create table laksa.report (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  class text,
  state text not null,
  state_before text,
  state_since timestamp with time zone not null,
  closed_reason text,
  version integer not null,
  policy_version integer not null,
  publication text not null,
  publication_reason text,
  is_anonymous boolean not null,
  is_secret boolean not null,
  category_id uuid,
  village_code text,
  channel text not null,
  occurred_on date,
  reporter_id uuid,
  reporter_language text not null,
  holder_post_id uuid,
  answered_by_post_id uuid,
  reject_proposed_by_post_id uuid,
  questions_asked integer not null,
  times_returned integer not null,
  next_due_at timestamp with time zone,
  next_clock text,
  rating integer,
  public_title text,
  public_description text,
  public_answer text,
  claim_hash bytea not null,
  claim_generation integer not null,
  nonce_hash bytea not null,
  filed_at timestamp with time zone not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, ((COALESCE(public_title, ''::text) || ' '::text) || COALESCE(public_description, ''::text)))) stored,
  words_mark bytea,
  place_mark bytea,
  claim_offered integer,
  constraint report_nonce_unique UNIQUE (tenant_id, nonce_hash),
  constraint report_number_unique UNIQUE (tenant_id, number),
  constraint report_pk PRIMARY KEY (tenant_id, id),
  constraint report_category_fk FOREIGN KEY (tenant_id, category_id) REFERENCES laksa.category(tenant_id, id),
  constraint report_holder_fk FOREIGN KEY (tenant_id, holder_post_id) REFERENCES laksa.post(tenant_id, id),
  constraint report_reporter_fk FOREIGN KEY (tenant_id, reporter_id) REFERENCES laksa.person(tenant_id, id),
  constraint report_village_fk FOREIGN KEY (tenant_id, village_code) REFERENCES laksa.village(tenant_id, code),
  constraint report_channel CHECK ((channel = ANY (ARRAY['web'::text, 'api'::text, 'counter'::text]))),
  constraint report_class CHECK ((class = ANY (ARRAY['complaint'::text, 'berkadar'::text, 'aspiration'::text, 'information_request'::text, 'information'::text]))),
  constraint report_closed_reason CHECK ((closed_reason = ANY (ARRAY['confirmed'::text, 'no_reply'::text, 'upheld'::text, 'handed_over'::text, 'withdrawn'::text, 'not_completed'::text]))),
  constraint report_kind CHECK ((kind = ANY (ARRAY['complaint'::text, 'aspiration'::text, 'information_request'::text, 'information'::text]))),
  constraint report_number_shape CHECK ((number ~ '^[0-9]{10}$'::text)),
  constraint report_publication CHECK ((publication = ANY (ARRAY['hidden'::text, 'public'::text, 'title_only'::text, 'withdrawn_from_public'::text]))),
  constraint report_rating CHECK (((rating >= 1) AND (rating <= 5))),
  constraint report_state CHECK ((state = ANY (ARRAY['received'::text, 'needs_info'::text, 'verified'::text, 'assigned'::text, 'in_progress'::text, 'answered'::text, 'resolved'::text, 'disputed'::text, 'transferred'::text, 'rejected'::text, 'closed'::text])))
);
-- row-level security: forced
CREATE INDEX report_answered_idx ON laksa.report USING btree (tenant_id, filed_at DESC, id) WHERE ((publication = 'public'::text) AND (NOT is_secret) AND (state = ANY (ARRAY['resolved'::text, 'closed'::text])) AND (
CASE
    WHEN (publication = 'public'::text) THEN public_answer
    ELSE NULL::text
END IS NOT NULL));
CREATE INDEX report_category_idx ON laksa.report USING btree (tenant_id, category_id);
CREATE INDEX report_ended_idx ON laksa.report USING btree (tenant_id, state, id) WHERE (state = ANY (ARRAY['closed'::text, 'rejected'::text]));
CREATE INDEX report_public_category_idx ON laksa.report USING btree (tenant_id, category_id, filed_at DESC, id) WHERE ((publication = ANY (ARRAY['public'::text, 'title_only'::text])) AND (NOT is_secret));
CREATE INDEX report_public_count_idx ON laksa.report USING btree (tenant_id, village_code, state, id) INCLUDE (publication, class, kind, category_id, filed_at, next_due_at) WHERE ((publication = ANY (ARRAY['public'::text, 'title_only'::text])) AND (NOT is_secret));
CREATE INDEX report_public_idx ON laksa.report USING btree (tenant_id, filed_at DESC, id) WHERE ((publication = ANY (ARRAY['public'::text, 'title_only'::text])) AND (NOT is_secret));
CREATE INDEX report_public_village_idx ON laksa.report USING btree (tenant_id, village_code, filed_at DESC, id) WHERE ((publication = ANY (ARRAY['public'::text, 'title_only'::text])) AND (NOT is_secret));
CREATE INDEX report_queue_idx ON laksa.report USING btree (tenant_id, holder_post_id, next_due_at, id) WHERE (holder_post_id IS NOT NULL);
CREATE INDEX report_reporter_idx ON laksa.report USING btree (tenant_id, reporter_id);
CREATE INDEX report_state_idx ON laksa.report USING btree (tenant_id, state, next_due_at, id) WHERE (state <> ALL (ARRAY['closed'::text, 'rejected'::text]));
CREATE INDEX report_village_idx ON laksa.report USING btree (tenant_id, village_code);
CREATE INDEX report_words_idx ON laksa.report USING gin (words);
CREATE INDEX report_words_mark_idx ON laksa.report USING btree (tenant_id, words_mark, filed_at) WHERE (words_mark IS NOT NULL);
create policy find_reads on laksa.report for SELECT to laksa_find using (true);
create policy maintenance on laksa.report for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.report to laksa_app;
grant SELECT on laksa.report to laksa_find;
grant SELECT (answered_by_post_id, category_id, channel, class, closed_reason, filed_at, holder_post_id, id, is_anonymous, is_secret, kind, next_clock, next_due_at, number, occurred_on, policy_version, public_answer, public_description, public_title, publication, publication_reason, questions_asked, rating, reject_proposed_by_post_id, state, state_before, state_since, tenant_id, times_returned, version, village_code) on laksa.report to laksa_oversight;

create table laksa.report_clock (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null,
  policy_version integer not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  provisional boolean not null,
  paused_at timestamp with time zone,
  paused_ms bigint not null,
  stopped_at timestamp with time zone,
  outcome text,
  passed_at timestamp with time zone,
  watch_at timestamp with time zone,
  extended_at timestamp with time zone,
  reminded_at timestamp with time zone,
  reminded_of timestamp with time zone,
  constraint report_clock_pk PRIMARY KEY (tenant_id, id),
  constraint report_clock_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_clock_kind CHECK ((kind = ANY (ARRAY['first_answer'::text, 'verify'::text, 'completeness'::text, 'follow_up'::text, 'answer'::text, 'decision'::text, 'kip'::text, 'validation'::text, 'completion'::text, 'reply_window'::text, 'promise'::text, 'outside'::text]))),
  constraint report_clock_outcome CHECK ((outcome = ANY (ARRAY['kept'::text, 'late'::text, 'moved'::text, 'lapsed'::text, 'cancelled'::text])))
);
-- row-level security: forced
CREATE INDEX report_clock_due_idx ON laksa.report_clock USING btree (tenant_id, due_at, id) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL) AND (passed_at IS NULL));
CREATE INDEX report_clock_late_idx ON laksa.report_clock USING btree (tenant_id, kind) WHERE ((stopped_at IS NULL) AND (passed_at IS NOT NULL));
CREATE INDEX report_clock_open_idx ON laksa.report_clock USING btree (tenant_id, report_id) WHERE ((stopped_at IS NULL) AND (kind <> 'promise'::text));
CREATE INDEX report_clock_passed_idx ON laksa.report_clock USING btree (tenant_id, passed_at, kind) WHERE (passed_at IS NOT NULL);
CREATE INDEX report_clock_promise_idx ON laksa.report_clock USING btree (tenant_id, due_at) WHERE (kind = 'promise'::text);
CREATE INDEX report_clock_remind_idx ON laksa.report_clock USING btree (tenant_id, due_at, id) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL) AND (kind = ANY (ARRAY['completion'::text, 'reply_window'::text])) AND ((reminded_of IS NULL) OR (due_at > reminded_of)));
CREATE INDEX report_clock_report_idx ON laksa.report_clock USING btree (tenant_id, report_id);
CREATE INDEX report_clock_watch_idx ON laksa.report_clock USING btree (tenant_id, watch_at, id) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL) AND (watch_at IS NOT NULL));
create policy maintenance on laksa.report_clock for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_clock for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.report_clock to laksa_app;
grant SELECT on laksa.report_clock to laksa_oversight;

create table laksa.report_event (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  kind text not null,
  actor_kind text not null,
  actor_post uuid,
  payload jsonb not null,
  commitments jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint report_event_seq_unique UNIQUE (tenant_id, report_id, seq),
  constraint report_event_pk PRIMARY KEY (tenant_id, id),
  constraint report_event_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_event_actor_kind CHECK ((actor_kind = ANY (ARRAY['post'::text, 'reporter'::text, 'clock'::text, 'rule'::text, 'authority'::text])))
);
-- row-level security: forced
create policy maintenance on laksa.report_event for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_event for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.report_event to laksa_app;
grant SELECT on laksa.report_event to laksa_oversight;

create table laksa.report_flag (
  tenant_id uuid not null,
  report_id uuid not null,
  device_hash bytea not null,
  network_hash bytea,
  reason text not null,
  words text,
  flagged_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint report_flag_pk PRIMARY KEY (tenant_id, report_id, device_hash),
  constraint report_flag_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_flag_reason CHECK ((reason = ANY (ARRAY['identity'::text, 'face_or_document'::text, 'slander'::text, 'hatred'::text, 'pornography'::text, 'not_city_matter'::text, 'other'::text])))
);
-- row-level security: forced
CREATE INDEX report_flag_open_idx ON laksa.report_flag USING btree (tenant_id, report_id, flagged_at) WHERE (settled_at IS NULL);
create policy maintenance on laksa.report_flag for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_flag for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (network_hash, settled_at) on laksa.report_flag to laksa_app;

create table laksa.report_merge (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  primary_id uuid not null,
  merged_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint report_merge_pk PRIMARY KEY (tenant_id, id),
  constraint report_merge_primary_fk FOREIGN KEY (tenant_id, primary_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_merge_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_merge_not_itself CHECK ((report_id <> primary_id))
);
-- row-level security: forced
CREATE UNIQUE INDEX report_merge_open_unique ON laksa.report_merge USING btree (tenant_id, report_id) WHERE (ended_at IS NULL);
CREATE INDEX report_merge_primary_idx ON laksa.report_merge USING btree (tenant_id, primary_id);
CREATE INDEX report_merge_report_idx ON laksa.report_merge USING btree (tenant_id, report_id);
create policy maintenance on laksa.report_merge for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_merge for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE (ended_at) on laksa.report_merge to laksa_app;
grant SELECT on laksa.report_merge to laksa_oversight;

create table laksa.report_place (
  tenant_id uuid not null,
  report_id uuid not null,
  village_code text,
  latitude double precision not null,
  longitude double precision not null,
  constraint report_place_pk PRIMARY KEY (tenant_id, report_id),
  constraint report_place_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id),
  constraint report_place_latitude CHECK ((((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND (latitude = (round((latitude)::numeric, 3))::double precision))),
  constraint report_place_longitude CHECK ((((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)) AND (longitude = (round((longitude)::numeric, 3))::double precision)))
);
-- row-level security: forced
CREATE INDEX report_place_box_idx ON laksa.report_place USING btree (tenant_id, latitude, longitude, report_id);
create policy maintenance on laksa.report_place for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_place for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT on laksa.report_place to laksa_app;

create table laksa.report_search (
  tenant_id uuid not null,
  report_id uuid not null,
  filed_at timestamp with time zone not null,
  rules integer not null,
  terms tsvector not null,
  constraint report_search_pk PRIMARY KEY (tenant_id, report_id),
  constraint report_search_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX report_search_newest_idx ON laksa.report_search USING btree (tenant_id, filed_at DESC, report_id);
CREATE INDEX report_search_rules_idx ON laksa.report_search USING btree (tenant_id, rules, report_id);
CREATE INDEX report_search_terms_idx ON laksa.report_search USING gin (terms);
create policy find_reads on laksa.report_search for SELECT to laksa_find using (true);
create policy maintenance on laksa.report_search for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_search for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.report_search to laksa_app;
grant SELECT on laksa.report_search to laksa_find;

create table laksa.report_subject (
  tenant_id uuid not null,
  report_id uuid not null,
  person_id uuid,
  consented_at timestamp with time zone not null,
  constraint report_subject_pk PRIMARY KEY (tenant_id, report_id),
  constraint report_subject_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES laksa.person(tenant_id, id),
  constraint report_subject_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX report_subject_person_idx ON laksa.report_subject USING btree (tenant_id, person_id);
create policy maintenance on laksa.report_subject for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.report_subject for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE on laksa.report_subject to laksa_app;

create table laksa.routing_rule (
  tenant_id uuid not null,
  id uuid not null,
  category_id uuid not null,
  area_code text not null,
  agency_id uuid not null,
  post_id uuid not null,
  assigns_at_once boolean not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint routing_rule_pk PRIMARY KEY (tenant_id, id),
  constraint routing_rule_agency_fk FOREIGN KEY (tenant_id, agency_id) REFERENCES laksa.agency(tenant_id, id),
  constraint routing_rule_category_fk FOREIGN KEY (tenant_id, category_id) REFERENCES laksa.category(tenant_id, id),
  constraint routing_rule_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES laksa.post(tenant_id, id)
);
-- row-level security: forced
CREATE INDEX routing_rule_agency_idx ON laksa.routing_rule USING btree (tenant_id, agency_id);
CREATE INDEX routing_rule_category_idx ON laksa.routing_rule USING btree (tenant_id, category_id);
CREATE INDEX routing_rule_post_idx ON laksa.routing_rule USING btree (tenant_id, post_id);
create policy maintenance on laksa.routing_rule for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.routing_rule for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.routing_rule to laksa_app;
grant SELECT on laksa.routing_rule to laksa_oversight;

create table laksa.search_key (
  tenant_id uuid not null,
  key text not null,
  form text not null,
  stem text not null,
  constraint search_key_pk PRIMARY KEY (tenant_id, key, form)
);
-- row-level security: forced
CREATE INDEX search_key_stem_idx ON laksa.search_key USING btree (tenant_id, stem);
create policy maintenance on laksa.search_key for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.search_key for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT on laksa.search_key to laksa_app;

create table laksa.sign_in_event (
  tenant_id uuid not null,
  id uuid not null,
  user_id text not null,
  at timestamp with time zone not null,
  kind text not null,
  device text not null,
  detail text,
  constraint sign_in_event_pk PRIMARY KEY (tenant_id, id),
  constraint sign_in_event_kind_known CHECK ((kind = ANY (ARRAY['signed_in'::text, 'signed_in_new'::text, 'wrong_passwords'::text, 'codes_guessed'::text, 'recovery_used'::text, 'password_changed'::text, 'app_renewed'::text, 'recovery_renewed'::text, 'passkey_added'::text, 'passkey_removed'::text, 'session_ended'::text, 'sessions_ended'::text, 'disowned'::text])))
);
-- row-level security: forced
CREATE INDEX sign_in_event_at_idx ON laksa.sign_in_event USING btree (tenant_id, at);
CREATE INDEX sign_in_event_user_idx ON laksa.sign_in_event USING btree (tenant_id, user_id, at, id);
create policy maintenance on laksa.sign_in_event for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.sign_in_event for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT on laksa.sign_in_event to laksa_app;

create table laksa.sign_in_link (
  tenant_id uuid not null,
  id uuid not null,
  user_id text,
  key_id uuid not null,
  sealed bytea,
  purpose text not null,
  language text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_pk PRIMARY KEY (tenant_id, id),
  constraint sign_in_link_key_fk FOREIGN KEY (tenant_id, key_id) REFERENCES laksa.data_key(tenant_id, id),
  constraint sign_in_link_ends_later CHECK ((expires_at > asked_at)),
  constraint sign_in_link_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint sign_in_link_purpose CHECK ((purpose = ANY (ARRAY['password'::text, 'second_factor'::text, 'both'::text])))
);
-- row-level security: forced
CREATE INDEX sign_in_link_expires_idx ON laksa.sign_in_link USING btree (tenant_id, expires_at);
CREATE INDEX sign_in_link_key_idx ON laksa.sign_in_link USING btree (tenant_id, key_id);
CREATE INDEX sign_in_link_user_idx ON laksa.sign_in_link USING btree (tenant_id, user_id) WHERE (used_at IS NULL);
create policy maintenance on laksa.sign_in_link for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.sign_in_link for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE (key_id, sealed, used_at) on laksa.sign_in_link to laksa_app;

create table laksa.supporter (
  tenant_id uuid not null,
  report_id uuid not null,
  device_hash bytea not null,
  contact_hash bytea,
  supported_at timestamp with time zone not null,
  constraint supporter_contact_unique UNIQUE (tenant_id, report_id, contact_hash),
  constraint supporter_pk PRIMARY KEY (tenant_id, report_id, device_hash),
  constraint supporter_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES laksa.report(tenant_id, id)
);
-- row-level security: forced
create policy maintenance on laksa.supporter for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.supporter for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant DELETE, INSERT, SELECT, UPDATE (contact_hash) on laksa.supporter to laksa_app;

create table laksa.tenant (
  id uuid not null,
  slug text not null,
  name text not null,
  origin text not null,
  zone text not null,
  region_code text not null,
  is_demo boolean not null,
  is_rehearsal boolean not null,
  clock_offset_ms bigint not null,
  clock_speed double precision not null,
  clock_origin timestamp with time zone not null,
  created_at timestamp with time zone not null,
  live_since timestamp with time zone,
  removed_at timestamp with time zone,
  constraint tenant_origin_unique UNIQUE (origin),
  constraint tenant_slug_unique UNIQUE (slug),
  constraint tenant_pk PRIMARY KEY (id),
  constraint tenant_clock_speed_allowed CHECK (((clock_speed > (0)::double precision) OR ((clock_speed = (0)::double precision) AND is_rehearsal)))
);
-- row-level security: off
grant SELECT on laksa.tenant to laksa_app;
grant SELECT on laksa.tenant to laksa_find;
grant SELECT on laksa.tenant to laksa_oversight;

create table laksa.vault_read (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid,
  report_id uuid,
  fields text[] not null,
  ground text not null,
  post_id uuid,
  at timestamp with time zone not null,
  photo_id uuid,
  constraint vault_read_pk PRIMARY KEY (tenant_id, id),
  constraint vault_read_of_check CHECK ((num_nonnulls(person_id, photo_id) = 1)),
  constraint vault_read_photo_check CHECK (((photo_id IS NULL) OR (report_id IS NOT NULL)))
);
-- row-level security: forced
CREATE INDEX vault_read_person_idx ON laksa.vault_read USING btree (tenant_id, person_id, at);
CREATE INDEX vault_read_photo_idx ON laksa.vault_read USING btree (tenant_id, report_id, at) WHERE (photo_id IS NOT NULL);
create policy maintenance on laksa.vault_read for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.vault_read for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT on laksa.vault_read to laksa_app;
grant SELECT on laksa.vault_read to laksa_oversight;

create table laksa.village (
  tenant_id uuid not null,
  code text not null,
  name text not null,
  district_code text not null,
  district_name text not null,
  postal_code text,
  latitude double precision,
  longitude double precision,
  aliases text[] not null,
  constraint village_pk PRIMARY KEY (tenant_id, code)
);
-- row-level security: forced
create policy maintenance on laksa.village for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.village for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.village to laksa_app;
grant SELECT on laksa.village to laksa_oversight;

create table laksa.village_area (
  tenant_id uuid not null,
  village_code text not null,
  rings jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  is_approximate boolean not null,
  source text not null,
  imported_at timestamp with time zone not null,
  constraint village_area_pk PRIMARY KEY (tenant_id, village_code),
  constraint village_area_village_fk FOREIGN KEY (tenant_id, village_code) REFERENCES laksa.village(tenant_id, code)
);
-- row-level security: forced
create policy maintenance on laksa.village_area for ALL to laksa_owner using ((current_setting('laksa.maintenance'::text, true) = 'on'::text)) with check ((current_setting('laksa.maintenance'::text, true) = 'on'::text));
create policy tenant_fence on laksa.village_area for ALL to laksa_app, laksa_oversight using ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid));
grant INSERT, SELECT, UPDATE on laksa.village_area to laksa_app;
grant SELECT on laksa.village_area to laksa_oversight;

-- owner: laksa_owner
create view laksa.photo_public with (security_invoker=true) as
SELECT p.tenant_id,
    p.id,
    p.report_id,
    r.number,
    p.purpose,
    p.width,
    p.height,
    p.blurred_version
   FROM (laksa.photo p
     JOIN laksa.report_public r ON (((r.tenant_id = p.tenant_id) AND (r.id = p.report_id))))
  WHERE (p.is_public AND (p.state = 'ready'::text) AND (NOT (p.blurred_version IS DISTINCT FROM p.blur_version)) AND (r.publication = 'public'::text) AND ((p.purpose = 'report'::text) OR ((r.answer IS NOT NULL) AND ((r.state = ANY (ARRAY['resolved'::text, 'disputed'::text])) OR ((r.state = 'closed'::text) AND (r.closed_reason = ANY (ARRAY['confirmed'::text, 'no_reply'::text, 'upheld'::text])))))));
grant SELECT on laksa.photo_public to laksa_app;
grant SELECT on laksa.photo_public to laksa_oversight;

-- owner: laksa_owner
create view laksa.place_public with (security_invoker=true) as
SELECT r.tenant_id,
    r.id,
    r.number,
    r.kind,
    r.state,
    r.title,
    r.category_id,
    r.village_code,
    v.name AS village,
    r.filed_at,
    r.next_due_at,
    COALESCE(p.latitude, v.latitude) AS latitude,
    COALESCE(p.longitude, v.longitude) AS longitude,
    (p.report_id IS NOT NULL) AS is_near
   FROM (((laksa.report_public r
     LEFT JOIN laksa.category c ON (((c.tenant_id = r.tenant_id) AND (c.id = r.category_id))))
     LEFT JOIN laksa.report_place p ON (((p.tenant_id = r.tenant_id) AND (p.report_id = r.id) AND (r.publication = 'public'::text) AND (NOT c.is_sensitive) AND (NOT (p.village_code IS DISTINCT FROM r.village_code)))))
     LEFT JOIN laksa.village v ON (((v.tenant_id = r.tenant_id) AND (v.code = r.village_code))))
  WHERE (r.publication = ANY (ARRAY['public'::text, 'title_only'::text]));
grant SELECT on laksa.place_public to laksa_app;

-- owner: laksa_owner
create view laksa.report_public with (security_invoker=true) as
SELECT tenant_id,
    id,
    number,
    kind,
    class,
    state,
    state_since,
    closed_reason,
    publication,
    publication_reason,
    category_id,
    village_code,
        CASE
            WHEN (publication = 'withdrawn_from_public'::text) THEN NULL::text
            ELSE public_title
        END AS title,
        CASE
            WHEN (publication = 'public'::text) THEN public_description
            ELSE NULL::text
        END AS description,
        CASE
            WHEN (publication = 'public'::text) THEN public_answer
            ELSE NULL::text
        END AS answer,
    filed_at,
    next_due_at,
    next_clock,
    rating,
    version
   FROM laksa.report r
  WHERE ((publication = ANY (ARRAY['public'::text, 'title_only'::text, 'withdrawn_from_public'::text])) AND (NOT is_secret) AND (class IS DISTINCT FROM 'berkadar'::text));
grant SELECT on laksa.report_public to laksa_app;
grant SELECT on laksa.report_public to laksa_oversight;

-- owner: laksa_jobs
CREATE OR REPLACE FUNCTION laksa.enqueue(name text, payload jsonb, key text DEFAULT NULL::text, queue text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT NULL::integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant text := nullif(current_setting('laksa.tenant', true), '');
begin
  if tenant is null or payload ->> 'tenantId' is distinct from tenant then
    raise exception 'a job is added inside the transaction of its own tenant' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => enqueue.name,
    payload => enqueue.payload::json,
    queue_name => tenant || ':' || enqueue.queue,
    run_at => enqueue.run_at,
    max_attempts => coalesce(enqueue.max_attempts, 12),
    job_key => tenant || ':' || enqueue.key
  );
end $function$


-- owner: laksa_jobs
CREATE OR REPLACE FUNCTION laksa.job_pulse(at timestamp with time zone)
 RETURNS TABLE(name text, waiting integer, troubled integer, dead integer, oldest_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select t.identifier,
    (count(j.id) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= job_pulse.at))::int,
    (count(j.id) filter (where j.last_error is not null))::int,
    (count(j.id) filter (where j.locked_at is null and j.attempts >= j.max_attempts))::int,
    min(j.run_at) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= job_pulse.at)
  from graphile_worker._private_tasks t left join graphile_worker._private_jobs j on j.task_id = t.id
  group by t.identifier
  order by t.identifier
$function$


-- owner: laksa_jobs
CREATE OR REPLACE FUNCTION laksa.jobs_in_trouble(tenant uuid)
 RETURNS TABLE(id bigint, name text, ids jsonb, attempts integer, max_attempts integer, last_error text, run_at timestamp with time zone, created_at timestamp with time zone, is_dead boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select j.id, t.identifier, j.payload::jsonb - 'tenantId', j.attempts::int, j.max_attempts::int, j.last_error, j.run_at, j.created_at,
    j.attempts >= j.max_attempts and j.locked_at is null
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.last_error is not null
    and j.payload ->> 'tenantId' = tenant::text
    and tenant::text = current_setting('laksa.tenant', true)
  order by j.id
  limit 500
$function$


-- owner: laksa_owner
CREATE OR REPLACE FUNCTION laksa.open_tenant(opened_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update laksa.tenant set live_since = opened_at
  where id = nullif(current_setting('laksa.tenant', true), '')::uuid and live_since is null
$function$


-- owner: laksa_jobs
CREATE OR REPLACE FUNCTION laksa.retry_job(tenant uuid, job bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update graphile_worker._private_jobs j
  set attempts = 0, run_at = j.created_at
  where j.id = job
    and j.last_error is not null
    and j.locked_at is null
    and j.payload ->> 'tenantId' = tenant::text
    and tenant::text = current_setting('laksa.tenant', true);
  if not found then
    return false;
  end if;
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $function$


create table ops.maintenance_use (
  id uuid not null,
  at timestamp with time zone not null,
  used_by text not null,
  reason text not null,
  constraint maintenance_use_pkey PRIMARY KEY (id)
);
-- row-level security: off

create table ops.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pk PRIMARY KEY (name)
);
-- row-level security: off
grant SELECT on ops.migration to laksa_app;

create table ops.root_key (
  kind text not null,
  version integer not null,
  wrapped bytea not null,
  created_at timestamp with time zone not null,
  used_from timestamp with time zone not null,
  ends_at timestamp with time zone,
  lost_at timestamp with time zone,
  constraint root_key_pk PRIMARY KEY (kind, version),
  constraint root_key_kind CHECK ((kind = ANY (ARRAY['lasting'::text, 'claim'::text, 'session'::text])))
);
-- row-level security: off
grant INSERT, SELECT on ops.root_key to laksa_app;

-- owner: laksa_owner
CREATE OR REPLACE PROCEDURE ops.fence(IN table_name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table laksa.%I enable row level security', table_name);
  execute format('alter table laksa.%I force row level security', table_name);
  execute format('create policy tenant_fence on laksa.%I to laksa_app, laksa_oversight
    using (tenant_id = nullif(current_setting(''laksa.tenant'', true), '''')::uuid)
    with check (tenant_id = nullif(current_setting(''laksa.tenant'', true), '''')::uuid)', table_name);
  execute format('create policy maintenance on laksa.%I to laksa_owner
    using (current_setting(''laksa.maintenance'', true) = ''on'')
    with check (current_setting(''laksa.maintenance'', true) = ''on'')', table_name);
end $procedure$


-- owner: laksa_find
create view find.report_public_terms as
SELECT s.tenant_id,
    s.report_id AS id,
    s.filed_at,
    s.terms,
    r.kind,
    r.state,
    r.category_id,
    r.village_code,
    r.next_due_at
   FROM (laksa.report_search s
     JOIN laksa.report r ON (((r.tenant_id = s.tenant_id) AND (r.id = s.report_id))))
  WHERE ((s.tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid) AND (r.publication = 'public'::text) AND (NOT r.is_secret) AND (r.class IS DISTINCT FROM 'berkadar'::text));
grant SELECT on find.report_public_terms to laksa_app;

-- owner: laksa_find
create view find.report_public_words as
SELECT tenant_id,
    id,
    filed_at,
    words
   FROM laksa.report r
  WHERE ((tenant_id = (NULLIF(current_setting('laksa.tenant'::text, true), ''::text))::uuid) AND (publication = 'public'::text) AND (NOT is_secret) AND (class IS DISTINCT FROM 'berkadar'::text));
grant SELECT on find.report_public_words to laksa_app;
