-- One proposal, whatever became of it.   One row or none, column document (text, a JSON object: success, proposal).
-- Binds :id, :member_id bigint (null for nobody), :now timestamptz, :card text.
with
-- include: proposals/running_round.sql
select cast(json_build_object('success', true, 'proposal',
  -- include: proposals/proposal_json.sql
  ) as text) as document
from proposal p cross join secrecy s
join member w on w.member_id = p.member_id
left join movie_metadata m on m.imdb_id = p.imdb_id
where p.proposal_id = :id
