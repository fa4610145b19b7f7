-- The member of a session, as long as it has not been ended: the member is active and the epoch is still the session's.
-- Grain: one row, or none (name, role).   Binds :member_id bigint, :epoch integer.
select name, role
from member
where member_id = :member_id and session_epoch = :epoch and active
