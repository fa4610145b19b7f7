-- Holds up whatever else a member does at the same moment; a node that stops meanwhile is not waited for: after ten seconds
-- of silence its transaction ends.   One row: member_id.   Bind :member_id bigint.
select member_id, set_config('idle_in_transaction_session_timeout', '10000', true) as guard
from member where member_id = :member_id for no key update
