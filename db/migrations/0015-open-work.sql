-- The open clocks of a city in the order of their reports: what a changed day may move is read so many reports at a time.
create index report_clock_open_idx on laksa.report_clock (tenant_id, report_id) where stopped_at is null and kind <> 'promise';

-- The open work of an agency, what has waited longest first: whether nobody opens it is asked with every first page of a coordinator's queue.
create index assignment_waiting_idx on laksa.assignment (tenant_id, agency_id, offered_at) where state in ('offered', 'accepted');
