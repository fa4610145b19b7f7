-- The sums of a closed round, and of the votes stored for its proposals now.   Bind :id bigint.
select
  coalesce(sum(e.votes), 0) as fixed,
  coalesce(sum((select count(*) from vote v where v.proposal_id = e.proposal_id)), 0) as stored
from round_result e
where e.round_id = :id
