-- Proposals by votes.   One row, column document (text, a JSON object): data, round (open: null), empty_reason.
-- Period open: all open proposals. Period round: those of the running round or else, as they stood when it was closed, of the
-- last closed one, with its winner. A round that was closed before it began does not count; votes of a round that hides them
-- are not told, nor counted, before it closes.   Order votes desc, winner, newest first, proposal_id.
-- Binds :now timestamptz, :period text.
with
-- include: proposals/running_round.sql
,
chosen as (
  select r.*
  from voting_round r
  where r.opens_at <= coalesce(r.closed_at, cast(:now as timestamptz))
  order by r.closed_at desc nulls first, r.round_id desc
  limit 1
),
candidate as (
  select p.proposal_id, count(v.member_id) as votes, false as winner
  from proposal p
  left join vote v on v.proposal_id = p.proposal_id and not exists (
    select from voting_round r
    where r.closed_at is null and r.visibility = 'hidden_until_close' and v.voted_at >= r.opens_at)
  where p.status = 'OPEN'
    and (cast(:period as text) = 'open' or exists (select from chosen where closed_at is null))
    and not exists (select from secrecy where since is not null)
  group by p.proposal_id
  union all
  select e.proposal_id, e.votes, coalesce(e.proposal_id = c.winner_id, false)
  from chosen c join round_result e using (round_id)
  where cast(:period as text) = 'round' and c.closed_at is not null
),
ranked as (
  select
    row_number() over (order by c.votes desc, c.winner desc, p.created_at desc, p.proposal_id) as rank,
    c.proposal_id,
    p.imdb_id,
    p.title,
    p.year,
    w.name as proposer,
    p.status,
    c.votes,
    c.winner
  from candidate c
  join proposal p using (proposal_id)
  join member w on w.member_id = p.member_id
  where p.status <> 'REMOVED'
),
facts as (
  select
    coalesce((select json_agg(row_to_json(k) order by k.rank) from ranked k), cast('[]' as json)) as data,
    (select
      -- include: proposals/round_json.sql
      from chosen r where cast(:period as text) = 'round') as round,
    case
      when exists (select from ranked) then null
      when cast(:period as text) = 'round' and not exists (select from chosen) then 'there has been no round yet'
      when exists (select from secrecy where since is not null) then 'votes are told when the round is closed'
      else 'nothing is proposed'
    end as empty_reason
)
select cast(case
    when f.empty_reason is null then json_build_object('data', f.data, 'round', f.round)
    else row_to_json(f)
  end as text) as document
from facts f
