-- What a vote is answered: whether the member votes for it now and, unless votes are secret, how many do and who.   One row,
-- column document (text, a JSON object).   Binds :id, :member_id bigint, :now timestamptz.
with
-- include: proposals/running_round.sql
select cast(json_build_object(
  'success', true,
  'voted', exists (select from vote v where v.proposal_id = p.proposal_id and v.member_id = :member_id),
  'vote_count', case when not
    -- include: proposals/is_secret.sql
    then (select count(*) from vote v where v.proposal_id = p.proposal_id) end,
  'voters', case when not
    -- include: proposals/is_secret.sql
    then (
      select coalesce(json_agg(y.name order by v.voted_at, y.name), cast('[]' as json))
      from vote v join member y using (member_id)
      where v.proposal_id = p.proposal_id) end) as text) as document
from proposal p cross join secrecy s
where p.proposal_id = :id
