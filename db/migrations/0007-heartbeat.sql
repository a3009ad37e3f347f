-- Which worker processes are alive: readiness asks for one that was here a moment ago. Not product data: no tenant.
create table ops.worker_heartbeat (
  worker text constraint worker_heartbeat_pk primary key,
  at timestamptz not null
);
grant select, insert, update, delete on ops.worker_heartbeat to laksa_app;
