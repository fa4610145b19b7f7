-- Adds an open proposal.   One row, its proposal_id, or none if its film is already among the live ones.
-- Binds :imdb_id, :title, :note text, :year smallint, :member_id bigint, :now timestamptz.
insert into proposal (imdb_id, title, year, note, member_id, created_at)
values (:imdb_id, :title, :year, :note, :member_id, :now)
on conflict do nothing
returning proposal_id
