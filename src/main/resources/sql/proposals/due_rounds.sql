-- Rounds whose time is up.   Column round_id.   Order round_id.   Bind :now timestamptz.
select round_id from voting_round where closed_at is null and closes_at <= :now order by round_id
