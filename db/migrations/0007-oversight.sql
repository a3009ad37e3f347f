-- What overseers read, inside the fence of their tenant: how the city works and what it did with each report. No person, no word that may be
-- erased, no key; of a report nothing that leads to who filed it.
grant select on
  laksa.agency,
  laksa.post,
  laksa.category,
  laksa.village,
  laksa.routing_rule,
  laksa.holiday,
  laksa.policy_rule,
  laksa.assignment,
  laksa.report_clock,
  laksa.clock_pause,
  laksa.report_merge,
  laksa.report_event,
  laksa.event_feed,
  laksa.vault_read
to laksa_oversight;
grant select (
  tenant_id, id, number, kind, class, state, state_before, state_since, closed_reason, version, policy_version,
  publication, publication_reason, is_anonymous, is_secret, category_id, village_code, channel, occurred_on,
  holder_post_id, answered_by_post_id, reject_proposed_by_post_id, questions_asked, times_returned,
  next_due_at, next_clock, rating, public_title, public_description, public_answer, filed_at
) on laksa.report to laksa_oversight;
