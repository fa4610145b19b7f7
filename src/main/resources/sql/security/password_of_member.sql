-- The hash of an active member's password, and the member's name.   Grain: one row, or none.   Binds :member_id bigint.
select name, password_hash
from member
where member_id = :member_id and active
