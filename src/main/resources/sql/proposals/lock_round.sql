-- The round that is not closed, kept from closing as long as somebody votes.   One row or none: round_id, opens_at, closes_at,
-- max_votes, secret.   No binds.
select round_id, opens_at, closes_at, max_votes, visibility = 'hidden_until_close' as secret
from voting_round
where closed_at is null
for share
