-- A round as stored.   Bind :id bigint.
select * from voting_round where round_id = :id
