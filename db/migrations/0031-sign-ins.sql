-- What happened with an account at this city's address: sign-ins, changes of what opens it, sessions ended. No network address, and of the browser few words.
create table laksa.sign_in_event (
  tenant_id uuid not null,
  id uuid not null,
  user_id text not null,
  at timestamptz not null,
  kind text not null,
  device text not null,
  detail text,
  constraint sign_in_event_pk primary key (tenant_id, id),
  constraint sign_in_event_kind_known check (kind in (
    'signed_in', 'signed_in_new', 'wrong_passwords', 'codes_guessed', 'recovery_used', 'password_changed', 'app_renewed',
    'recovery_renewed', 'passkey_added', 'passkey_removed', 'session_ended', 'sessions_ended', 'disowned'))
);
create index sign_in_event_user_idx on laksa.sign_in_event (tenant_id, user_id, at, id);
create index sign_in_event_at_idx on laksa.sign_in_event (tenant_id, at);
call ops.fence('sign_in_event');
grant select, insert, delete on laksa.sign_in_event to laksa_app;
