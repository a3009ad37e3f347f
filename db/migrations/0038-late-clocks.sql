-- What an operator asks every minute: which open clocks are late, and how many promises were broken on which day. Both indexes hold only clocks whose
-- date has passed.
create index report_clock_late_idx on laksa.report_clock (tenant_id, kind) where stopped_at is null and passed_at is not null;
create index report_clock_passed_idx on laksa.report_clock (tenant_id, passed_at, kind) where passed_at is not null;
