-- Holds a member until the transaction ends: their tokens are made one at a time.   Binds :member_id bigint.   Returns nothing.
select member_id
from member
where member_id = :member_id
for update
