-- Closes a round.   Returns nothing.
-- Binds :id, :winner_id (or null), :tie_seed bigint (or null), :tied bigint[] (or null), :now timestamptz.
update voting_round
set closed_at = :now, winner_id = :winner_id, tie_seed = :tie_seed, tied = :tied
where round_id = :id
