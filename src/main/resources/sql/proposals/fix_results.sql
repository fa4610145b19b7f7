-- Fixes what every open proposal has.   One row per proposal with the most votes, at least one: proposal_id, votes.
-- Order proposal_id.   Bind :id bigint, the round.
with fixed as (
  insert into round_result (round_id, proposal_id, votes)
  select :id, p.proposal_id, (select count(*) from vote v where v.proposal_id = p.proposal_id)
  from proposal p
  where p.status = 'OPEN'
  returning proposal_id, votes
)
select proposal_id, votes from fixed
where votes > 0 and votes = (select max(votes) from fixed)
order by proposal_id
