-- One round.   One row or none, column document (text, a JSON object: success, round).   Binds :id bigint, :now timestamptz.
select cast(json_build_object('success', true, 'round',
  -- include: proposals/round_json.sql
  ) as text) as document
from voting_round r
where r.round_id = :id
