-- The newest rounds.   One row, column document (text, a JSON object: success, rounds).   Order newest first.
-- Binds :limit int, :now timestamptz.
select cast(json_build_object('success', true, 'rounds', coalesce(json_agg(n.round order by n.round_id desc), cast('[]' as json)))
  as text) as document
from (
  select
    r.round_id,
    -- include: proposals/round_json.sql
    as round
  from voting_round r
  order by r.round_id desc
  limit cast(:limit as integer)
) n
