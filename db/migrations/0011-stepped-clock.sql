-- The clock of a rehearsal may stand still, speed 0, and be stepped from one moment to the next. A real city's always runs.
alter table laksa.tenant drop constraint tenant_clock_speed_positive;
alter table laksa.tenant add constraint tenant_clock_speed_allowed check (clock_speed > 0 or (clock_speed = 0 and is_rehearsal));
