-- Lists of what is over leaf through one state, the newest report first: a state that is rare must not be looked for among all reports.
create index report_ended_idx on laksa.report (tenant_id, state, id) where state in ('closed', 'rejected');
