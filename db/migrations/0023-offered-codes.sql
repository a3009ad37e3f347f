-- A lost code is not void because somebody asked for another one: it is when the new one, which went to the contact on record, is used. Until then
-- both open the report. The newest generation that was sent out; null: none was since the code was last replaced.
alter table laksa.report add column claim_offered integer;
