-- What a report was about when a letter of it was settled, in the names of its kind of thing and its area, so that a repeat says the same; null: none of
-- that is told, or the letter was settled before this. `is_public`: whether everyone could read of the report then; null: the
-- letter was settled before this.
alter table laksa.notice_letter
  add column topic jsonb,
  add column is_public boolean;
