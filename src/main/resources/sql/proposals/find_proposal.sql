-- One proposal, whatever became of it.   One row or none, column document (text, a JSON object: success, proposal).
-- Binds :id, :member_id bigint (null for nobody), :now timestamptz, :card text.
with
-- include: proposals/running_round.sql
,
wanted as (
  select cast(:id as bigint) as proposal_id
),
-- include: proposals/tallies.sql
select cast(json_build_object('success', true, 'proposal',
  -- include: proposals/proposal_json.sql
  ) as text) as document
from proposal p cross join secrecy s
-- include: proposals/proposal_rows.sql
where p.proposal_id = cast(:id as bigint)
