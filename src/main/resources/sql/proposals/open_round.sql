-- Adds a round.   One row, its round_id, or none if there is one that is not closed.
-- Binds :name, :visibility text, :opens_at, :closes_at (or null), :now timestamptz, :max_votes int (or null).
insert into voting_round (name, opens_at, closes_at, max_votes, visibility, created_at)
values (:name, :opens_at, :closes_at, :max_votes, :visibility, :now)
on conflict do nothing
returning round_id
