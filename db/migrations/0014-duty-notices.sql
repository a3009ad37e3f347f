-- Whether a post was told because it is on duty: then a person who wants one letter a day has this one at once.
alter table laksa.post_notice add column by_roster boolean not null default false;
alter table laksa.post_notice alter column by_roster drop default;
